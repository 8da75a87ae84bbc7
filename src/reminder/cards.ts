// What a reminder looks like: kind and short, with everything that somebody owes; and what their line manager hears.
import { compact } from '../kit/defined.ts'
import { defined } from '../kit/defined.ts'
import { reminderActions } from './actions.ts'
import { declarationActions } from '../declaration/actions.ts'
import { opening } from '../chat/opening.ts'
import { buttons, note, plain, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay, type Day } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import type { Letter } from '../outbox/types.ts'
import { sayGroup } from './owed-words.ts'
import { groupsOf, type OwedGroup } from './rounds.ts'
import type { OwedItem } from './types.ts'

export interface Reminding {
  readonly name: string
  readonly practice: boolean
  readonly today: Day
  readonly owes: readonly OwedItem[]
  /** They were away when they were asked, or when it was due. */
  readonly back?: boolean
  /** They hear of it for the first time, so it is not a reminder. */
  readonly first?: boolean
}

export function showReminder(about: Reminding): Card {
  const { practice, today, owes, back = false } = about
  const groups = groupsOf(owes)
  const lines = groups.map((each) => sayGroup(each, { today, back }))
  const which = owes.map(({ policy, edition }) => ({ policy, edition }))
  const ask: Block[] =
    lines.length === 1
      ? [text(lines[0] ?? '')]
      : [text('These are waiting for you:'), { kind: 'list', ordered: false, items: lines.map(plain) }]
  return markPractice(
    {
      title: titleFor(about),
      tone: 'plain',
      summary: lines.join(' '),
      blocks: [
        ...ask,
        text('I take you through it section by section, and keep your place if you stop.'),
        buttons(...groups.flatMap((each, at) => signButton(each, { several: groups.length > 1, main: at === 0 }))),
        buttons(
          { label: 'Remind me tomorrow', action: reminderActions('remind-tomorrow', { about: which }) },
          { label: 'I have already signed', action: opening('status') },
          { label: 'I am not the right person', action: reminderActions('not-for-me', { about: which }) },
        ),
      ],
    },
    practice,
  )
}

function titleFor({ name, back = false, first = false }: Reminding): string {
  const own = firstNameOf(name)
  if (back) return `Welcome back, ${own}`
  return first ? `Something to sign, ${own}` : `A reminder, ${own}`
}

function openingFor({ back, first }: { readonly back: boolean; readonly first: boolean }, school: string): string {
  if (back) return `Welcome back. This is from ${school}.`
  return first ? `${school} asks you to read and sign something.` : `This is a reminder from ${school}.`
}

/** A bundle is one sitting: whoever has signed its first document is led on to the next. */
function signButton(
  { round, items: [first] }: OwedGroup,
  { several, main }: { readonly several: boolean; readonly main: boolean },
): readonly Button[] {
  if (first === undefined) return []
  const begins = round?.signed === 0 ? `Start: ${round.title}` : `Go on: ${round?.title ?? ''}`
  const alone = several ? `Sign now: ${first.title}` : 'Sign now'
  return [
    {
      label: round === undefined ? alone : begins,
      action: declarationActions('start-reading', { policy: first.policy }),
      ...defined({ main: main ? main : undefined }),
    },
  ]
}

/** By email: a link of their own for each. */
export function writeReminder(
  { name, today, owes, back = false, first = false }: Reminding,
  { links, until, school }: { readonly links: readonly string[]; readonly until: Day; readonly school: string },
): Letter {
  const linkOf = (item: OwedItem) => links[owes.indexOf(item)] ?? ''
  const parts = groupsOf(owes).map(({ round, items }) => {
    const each = items.map((item) => (round === undefined ? linkOf(item) : `${item.title}: ${linkOf(item)}`))
    return `${sayGroup({ round, items }, { today, back })}\n\n${each.join('\n')}\n`
  })
  const which = links.length === 1 ? 'The link is' : 'The links are'
  return {
    subject: `Please read and sign: ${sayList(groupsOf(owes).map(({ round, items: [first] }) => round?.title ?? first?.title ?? ''))}`,
    text: `Hello ${name},

${openingFor({ back, first }, school)}

${parts.join('\n')}
${which} for you alone, until ${sayDay(until)}, so please do not pass it on. You can stop and come back to it.
`,
  }
}

export interface LateSigner {
  readonly name: string
  readonly title: string
  readonly due: Day
}

/** For a line manager, in private. */
export function showLate({
  practice,
  late,
}: {
  readonly practice: boolean
  readonly late: readonly LateSigner[]
}): Card {
  const line = sayLate(late)
  return markPractice(
    {
      title: 'Not signed yet',
      tone: 'plain',
      summary: line,
      blocks: compact([
        text(line),
        { kind: 'list', ordered: false, items: late.slice(0, mostLate).map((each) => plain(sayOne(each))) },
        late.length > mostLate && text(sayMore(late)),
        text('They have been reminded. Please speak with them: they may need time, or have a question.'),
        note('I tell you this once for each of them. Only you and the senior leadership team see it.'),
      ]),
    },
    practice,
  )
}

export function writeLate({ name, late }: { readonly name: string; readonly late: readonly LateSigner[] }): Letter {
  return {
    subject: 'Not signed yet',
    text: `Hello ${name},

${sayLate(late)}

${late
  .slice(0, mostLate)
  .map((each) => `- ${sayOne(each)}`)
  .join('\n')}${late.length > mostLate ? `\n${sayMore(late)}` : ''}

They have been reminded. Please speak with them: they may need time, or have a question.
You are told this once for each of them. Please keep it to yourself.
`,
  }
}

function sayLate(late: readonly LateSigner[]): string {
  const people = new Set(late.map(({ name }) => name)).size
  return people === 1
    ? 'One of your colleagues has not yet signed what was due.'
    : `${people} of your colleagues have not yet signed what was due.`
}

/** A message names no more; whoever leads the school has all of them in the register. */
const mostLate = 40

function sayMore(late: readonly LateSigner[]): string {
  return `and ${(late.length - mostLate).toLocaleString('en-GB')} more: the register has them all.`
}

function sayOne({ name, title, due }: LateSigner): string {
  return `${name}: ${title}, due on ${sayDay(due)}`
}

export function showTomorrow(on: Day, practice: boolean): Card {
  return answer(`I will remind you on ${sayDay(on)}`, 'There is nothing you need to do until then.', practice)
}

export function showEnough(practice: boolean): Card {
  const line =
    'You have put this off twice, so I can’t do it again. Signing takes a few minutes, and I keep your place.'
  return answer('That was twice', line, practice)
}

export function showPassedOn(told: boolean, practice: boolean): Card {
  const line = told
    ? 'I have told the senior leadership team, and I will not remind you of it again. They may come to you.'
    : 'I will not remind you of it again. Nobody in the senior leadership team could be reached here just now, so please tell one of them.'
  return answer('Thank you for saying so', line, practice)
}

/** Nothing is owed any more, or they were never asked. */
export function showNothingOwed(practice: boolean): Card {
  return answer('Nothing is waiting for you', 'This is not asked of you any more, so there is nothing to do.', practice)
}

/** What somebody says is not for them. */
export type NotTheirs = Pick<OwedItem, 'policy' | 'edition' | 'title'>

function sayNotForThem(name: string, owes: readonly NotTheirs[]): string {
  return `${name} was reminded to sign the ${sayList(owes.map(({ title }) => title))}, and says: I am not the right person.`
}

/** For members of SLT who can only be reached by email. */
export function writeNotForThem(name: string, owes: readonly NotTheirs[], school: string): Letter {
  return {
    subject: `A message for the senior leadership team of ${school}`,
    text: `${sayNotForThem(name, owes)}

If that is right, excuse them in the register. If not, please speak with them: they are not reminded any more.
`,
  }
}

/** For SLT, in private. */
export function showNotForThem(
  { name, person, practice }: { readonly name: string; readonly person: string; readonly practice: boolean },
  owes: readonly NotTheirs[],
): Card {
  const line = sayNotForThem(name, owes)
  return markPractice(
    {
      title: 'Not the right person to sign?',
      tone: 'plain',
      summary: line,
      blocks: [
        text(line),
        text('If that is right, excuse them. If not, please speak with them: I do not remind them any more.'),
        buttons(
          ...owes.map(({ policy, title }) => ({
            label: owes.length === 1 ? 'Show them in the register' : `In the register: ${title}`,
            action: opening('person', { policy, person }),
          })),
        ),
        note('Only the senior leadership team sees this.'),
      ],
    },
    practice,
  )
}

function answer(title: string, line: string, practice: boolean): Card {
  return markPractice(
    {
      title,
      tone: 'plain',
      summary: `${title}. ${line}`,
      blocks: [text(line), buttons({ label: 'Where do I stand?', action: opening('status') })],
    },
    practice,
  )
}

function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? ''
}
