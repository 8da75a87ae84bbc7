// The home page and the status card: who somebody is here, how the policies stand, and where to begin.
import { buttons, note, plain, strong, text, type Block, type Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import { mostNamed } from '../chat/wording.ts'
import { countingOf, totalsFor } from '../turn/counting.ts'
import { countEach, sayCounted } from '../register/overview.ts'
import { showCounts } from '../register/cards.ts'
import { sayRuling } from '../check/cards.ts'
import { mattersOf } from '../turn/matter.ts'
import { standOf } from '../declaration/stand.ts'
import { dayIn, sayDay, sayDuration, sayWhen } from '../kit/days.ts'
import { sayEdition, saySection } from '../policy/cite.ts'
import { policyButtons } from '../reading/cards.ts'
import { reviewState } from '../policy/force.ts'
import { may } from '../people/may.ts'
import { readButton, wordingNote } from '../reading/lines.ts'
import type { Edition } from '../policy/types.ts'
import { listReviews } from '../review/cards.ts'
import { reviewsOn, standingOf } from '../review/look.ts'
import type { KeptRuling } from '../ports/ports.ts'
import type { Turn } from '../turn/turn.ts'

const mostRulings = 5

export async function openHome(turn: Turn): Promise<Reply[]> {
  const { ports, event, desk, library } = turn
  const [person, rulings] = await Promise.all([
    ports.directory.find(event.account),
    ports.store.rulingsOf(event.account, mostRulings),
  ])
  const [scenario] = library.scenarios
  const stands = await standOf(turn, person)
  const sees = may(person, 'see-register', desk.shelf.today)
  const card: Card = {
    title: 'Policy Guide',
    tone: 'plain',
    summary: 'Ask about the school’s policies, check a post before you send it, or read a section.',
    blocks: [
      text(sayWho(person)),
      ...stands.blocks,
      {
        kind: 'form',
        form: {
          fields: [
            {
              kind: 'line',
              id: 'question',
              label: 'Ask a question',
              hint: 'In your own words.',
              required: true,
              max: 1_000,
            },
          ],
          submit: { label: 'Ask', action: { do: 'ask' }, main: true },
        },
      },
      ...(scenario === undefined
        ? []
        : [buttons({ label: scenario.title, action: { do: 'check', scenario: scenario.id } })]),
      ...policyBlocks(turn),
      ...rulingBlocks(turn, rulings),
      ...(person !== undefined && sees ? await sltBlocks(turn, person) : []),
      ...(!sees && may(person, 'own-policy', desk.shelf.today) ? ownerBlocks(turn) : []),
      ...(desk.shelf.policies.length > 0
        ? [note(`Questions are kept without names for ${library.school.keptDays} days. Drafts are never kept.`)]
        : []),
    ],
  }
  return [{ to: 'surface', card }]
}

export async function showStatus(turn: Turn): Promise<Card> {
  const person = await turn.ports.directory.find(turn.event.account)
  const stands = await standOf(turn, person)
  return {
    title: 'Where things stand',
    tone: 'plain',
    summary: [sayWho(person), ...stands.lines, ...stateLines(turn)].join(' '),
    blocks: [text(sayWho(person)), ...stands.blocks, ...stateBlocks(turn)],
  }
}

/** How every edition stands; of many, those whose review is overdue. */
function stateLines(turn: Turn): string[] {
  const editions = editionsOf(turn)
  if (editions.length <= mostNamed) return editions.map((edition) => sayState(turn, edition))
  const late = editions.filter((edition) => reviewOf(turn, edition).kind === 'overdue')
  return late.map((edition) => sayState(turn, edition))
}

function stateBlocks(turn: Turn): Block[] {
  const lines = stateLines(turn)
  if (editionsOf(turn).length <= mostNamed) return lines.map((line) => text(line))
  return [
    ...(lines.length === 0 ? [] : [{ kind: 'list', ordered: false, items: lines.map(plain) } as const]),
    buttons({ label: 'Show the policies', action: { do: 'sections' } }),
  ]
}

/** Each with its sections; of many, each with a button that leads to them. */
function policyBlocks(turn: Turn): Block[] {
  const editions = editionsOf(turn)
  if (editions.length > mostNamed)
    return [{ kind: 'heading', text: `The school’s ${editions.length} policies` }, policyButtons(editions)]
  return editions.flatMap((edition): Block[] => [
    { kind: 'heading', text: edition.title },
    text(sayState(turn, edition)),
    ...edition.sections
      .filter(({ parent }) => parent === undefined)
      .map((top) =>
        buttons(
          ...[top, ...edition.sections.filter(({ parent }) => parent === top.ref)].map((section) =>
            readButton({ policy: edition.policy, edition: edition.id, section: section.ref }, saySection(section)),
          ),
        ),
      ),
    ...wordingNote(edition),
  ])
}

function rulingBlocks({ library }: Turn, rulings: readonly KeptRuling[]): Block[] {
  if (rulings.length === 0) return []
  return [
    { kind: 'heading', text: 'Your recent checks' },
    {
      kind: 'list',
      ordered: false,
      items: rulings.map(({ at, ruling }) => [
        { text: `${sayDay(dayIn(library.school.zone, at))}: ` },
        { text: sayRuling(ruling), style: 'strong' },
      ]),
    },
    note('Only the ruling is kept, never what it was about. Nobody else is shown this.'),
  ]
}

async function sltBlocks(turn: Turn, person: Person): Promise<Block[]> {
  const registers =
    mattersOf(turn).length > mostNamed ? await countedBlocks(turn, person) : await registerBlocks(turn, person)
  return [
    { kind: 'heading', text: 'For the senior leadership team' },
    ...reviewBlocks(turn),
    ...registers,
    buttons({ label: 'Show the digest', action: { do: 'digest' } }),
  ]
}

async function countedBlocks(turn: Turn, person: Person): Promise<Block[]> {
  const counted = await countEach(turn, person)
  return [
    text(strong('Signed')),
    { kind: 'list', ordered: false, items: counted.map((each) => plain(sayCounted(each))) },
    buttons(
      { label: 'Open a register', action: { do: 'register' } },
      { label: 'Campaigns', action: { do: 'campaigns' } },
    ),
  ]
}

async function registerBlocks(turn: Turn, person: Person): Promise<Block[]> {
  const registers = await Promise.all(
    mattersOf(turn).map(async (matter): Promise<Block[]> => {
      const { policy, edition } = matter
      const counting = await countingOf(turn, matter, person)
      const totals = await totalsFor(turn, { matter, counting, practice: person.practice })
      return [
        text(strong(`Signed, ${edition.title}`)),
        ...showCounts(totals),
        buttons(
          { label: 'Open the register', action: { do: 'register', policy: policy.id } },
          { label: 'Campaigns', action: { do: 'campaigns', policy: policy.id } },
        ),
      ]
    }),
  )
  return registers.flat()
}

/** How each review stands, with its door. */
function reviewBlocks({ desk }: Turn): Block[] {
  return listReviews(reviewsOn(desk).map((review) => standingOf(review, desk)))
}

/** Whoever owns policies and does not lead the school. */
function ownerBlocks(turn: Turn): Block[] {
  return [{ kind: 'heading', text: 'For policy owners' }, ...reviewBlocks(turn)]
}

function editionsOf({ desk }: Turn): Edition[] {
  return desk.shelf.policies.flatMap(({ id }) => desk.shelf.edition(id) ?? [])
}

function reviewOf({ desk: { shelf } }: Turn, edition: Edition) {
  return reviewState(shelf.review(edition).due, shelf.today)
}

function sayState(turn: Turn, edition: Edition): string {
  const review = reviewOf(turn, edition)
  const start = `${edition.title}, edition ${sayEdition(edition)}`
  switch (review.kind) {
    case 'none':
      return `${start}.`
    case 'current':
      return `${start}. Its next review is ${sayWhen(review.on)}.`
    case 'overdue':
      return `${start}. Its review was due ${sayWhen(review.on)}, ${sayDuration(review.since, turn.desk.shelf.today)} ago.`
  }
}

const roleNames = {
  staff: 'staff',
  slt: 'senior leadership team',
  'policy-owner': 'policy owner',
  administrator: 'administrator',
}

function sayWho(person: Person | undefined): string {
  if (person === undefined) return 'I do not know your name here yet. You can ask and check all the same.'
  const roles = person.roles.map((role) => roleNames[role]).join(', ')
  return `You are here as ${person.name}${roles === '' ? '' : ` (${roles})`}.`
}
