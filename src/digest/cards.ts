// The cards of the digest: the summary first, and each part behind its button. They are only ever shown in private.
import { compact } from '../kit/defined.ts'
import { digestActions } from './actions.ts'
import { registerActions } from '../register/actions.ts'
import { opening } from '../chat/opening.ts'
import { buttons, note, plain, strong, text, type Block, type Button, type Card, type Rich } from '../chat/cards.ts'
import { sayCount } from '../standing/count-words.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay } from '../kit/days.ts'
import { whoMay } from '../people/may.ts'
import { noteOutside } from '../proof/words.ts'
import type { Digest, FirstOf, DigestPart, PolicyPart } from './types.ts'
import {
  howMany,
  mostSaid,
  sayConcern,
  sayFailure,
  sayHead,
  sayHeadShort,
  sayLate,
  sayOverdue,
  sayParts,
  sayQuiet,
  sayReview,
} from './words.ts'

export function showDigest(digest: Digest): Card {
  const title = `Digest, ${sayDay(digest.on)}`
  const line = sayQuiet(digest)
  if (line !== undefined) {
    return markPractice(
      { title, tone: 'plain', summary: line, blocks: [text(line), ...headButton(digest), headNote(digest)] },
      digest.practice,
    )
  }
  const lines = sayParts(digest)
  const counts = [...digest.cares, ...digest.policies.map((each) => `${each.title}: ${sayCount(each.count)}`)]
  const more = openButtons(digest)
  return markPractice(
    {
      title,
      tone: 'plain',
      summary: [...counts, ...lines].join(' '),
      blocks: compact([
        ...digest.cares.map((each): Block => text(strong(each))),
        ...digest.policies.flatMap(policyBlocks),
        digest.reviews.length !== 0 &&
          ({ kind: 'list', ordered: false, items: digest.reviews.map((each) => plain(sayReview(each))) } as const),
        { kind: 'heading', text: `Since ${sayDay(digest.since)}` },
        ...(lines.length === 0 ? [text('Nothing new.')] : [listOf(lines)]),
        more.length !== 0 && buttons(...more),
        headNote(digest),
      ]),
    },
    digest.practice,
  )
}

function policyBlocks(each: PolicyPart): Block[] {
  return [
    text(
      strong(`${each.title}: `),
      compact([sayCount(each.count), sayOverdue(each), each.paused, each.against])
        .join(' ')
        .trim(),
    ),
    {
      kind: 'chart',
      label: `${each.title}, by group`,
      parts: ['Signed', 'Outstanding'],
      bars: each.bars,
    },
  ]
}

function listOf(lines: readonly string[]): Block {
  return { kind: 'list', ordered: false, items: lines.map(plain) }
}

/** Whoever keeps this message can later tell whether anything before it was changed. */
function headNote({ head, outside, zone }: Digest): Block {
  return note(`${sayHeadShort(head)} ${noteOutside(outside, zone)}`)
}

function headButton({ head, since }: Digest): Block[] {
  if (head.seq === 0) return []
  return [buttons({ label: labels.head, action: digestActions('digest-details', { part: 'head', since }) })]
}

const labels: Readonly<Record<DigestPart, string>> = {
  overdue: 'Who is overdue',
  concerns: 'Concerns and refusals',
  questions: 'Questions',
  deliveries: 'What did not arrive',
  changes: 'All changes',
  head: 'The journal’s seal',
}

function openButtons(digest: Digest): Button[] {
  const { since } = digest
  const open = (part: DigestPart, count: number): Button[] =>
    count === 0 ? [] : [{ label: labels[part], action: digestActions('digest-details', { part, since }) }]
  const [first] = digest.policies
  return compact([
    ...open(
      'overdue',
      digest.policies.reduce((sum, { overdue }) => sum + overdue.count, 0),
    ),
    ...open('concerns', digest.concerns.count),
    ...open('questions', digest.asked),
    ...open('deliveries', digest.deliveries.count),
    // One or two are shown on the card itself.
    ...open('changes', digest.changes.count > mostSaid ? digest.changes.count : 0),
    ...open('head', digest.head.seq),
    first !== undefined &&
      ({ label: 'Open the register', action: registerActions('register', { policy: first.policy }) } as const),
  ])
}

export function showDigestPart(digest: Digest, part: DigestPart): Card {
  const blocks = blocksOf(digest, part)
  const title = `${labels[part]}: digest, ${sayDay(digest.on)}`
  const back: Button = { label: 'Back to the digest', action: digestActions('digest', { since: digest.since }) }
  return markPractice(
    {
      title,
      tone: 'plain',
      summary: `${title}.`,
      blocks: [
        ...(blocks.length === 0 ? [text('There is nothing here any more.')] : blocks),
        buttons(back),
        note('Only you see this.'),
      ],
    },
    digest.practice,
  )
}

function blocksOf(digest: Digest, part: DigestPart): Block[] {
  switch (part) {
    case 'overdue':
      return digest.policies.flatMap(overdueBlocks)
    case 'concerns':
      return concernBlocks(digest)
    case 'questions':
      return questionBlocks(digest)
    case 'deliveries':
      return partOf('These could not be delivered, or nobody knows whether they arrived:', digest.deliveries, (each) =>
        plain(sayFailure(each)),
      )
    case 'head':
      return [text(sayHead(digest))]
    case 'changes':
      return partOf(`Since ${sayDay(digest.since)}:`, digest.changes, plain)
  }
}

function overdueBlocks({ policy, title, overdue }: PolicyPart): Block[] {
  if (overdue.count === 0) return []
  const hidden = overdue.count - overdue.first.length
  return compact([
    text(strong(title)),
    {
      kind: 'list',
      ordered: false,
      items: overdue.first.map((each) => [strong(each.name), { text: `: ${sayLate(each)}` }]),
    },
    hidden > 0 && text(`and ${hidden.toLocaleString('en-GB')} more: open the register.`),
    buttons({ label: 'Open the register', action: registerActions('register', { policy }) }),
  ])
}

const mostOpened = 5

function concernBlocks({ concerns }: Digest): Block[] {
  const opened = concerns.first.filter(({ name }) => name !== undefined).slice(0, mostOpened)
  return compact([
    ...concerns.first.flatMap((each): Block[] =>
      compact([
        text(strong(each.name ?? 'Somebody whose name was erased'), ` ${sayConcern(each)}`),
        !(each.words === undefined || each.words === '') && text(`“${each.words}”`),
      ]),
    ),
    ...moreOf(concerns),
    opened.length !== 0 &&
      buttons(
        ...opened.map(({ name, policy, person, title }): Button => ({
          label: name ?? title,
          action: registerActions('person', { policy, person }),
          spoken: `Open ${name ?? ''} in the register of the ${title}`,
        })),
      ),
  ])
}

function questionBlocks({ questions, unhelpful, mostAsked, asked }: Digest): Block[] {
  return [
    text(
      `${howMany(asked, 'question was', 'questions were')} asked. Names, numbers and addresses are taken out of them.`,
    ),
    ...partOf('These found no sure answer:', questions, (each) => plain(`“${each}”`)),
    ...partOf('The answer to these did not help:', unhelpful, (each) => plain(`“${each}”`)),
    ...(mostAsked.length === 0
      ? []
      : [
          text('What people asked about most:'),
          listOf(mostAsked.map(({ section, count }) => `${section}: ${howMany(count, 'time', 'times')}`)),
        ]),
  ]
}

function partOf<T>(intro: string, part: FirstOf<T>, say: (each: T) => Rich): Block[] {
  if (part.count === 0) return []
  return [text(intro), { kind: 'list', ordered: false, items: part.first.map(say) }, ...moreOf(part)]
}

function moreOf({ first, count, uncounted }: FirstOf<unknown>): Block[] {
  const hidden = count - first.length
  if (hidden <= 0) return []
  return [text(`and ${uncounted === true ? 'at least ' : ''}${hidden.toLocaleString('en-GB')} more.`)]
}

export function showDigestRefused(): Card {
  const line = `The digest is for ${whoMay('see-register')}. If that should be you, ask one of them to give you the role.`
  return {
    title: 'That is not open to everybody',
    tone: 'plain',
    summary: line,
    blocks: [text(line), buttons({ label: 'Where do I stand?', action: opening('status') })],
  }
}
