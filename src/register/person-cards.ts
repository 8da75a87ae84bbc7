// One person as SLT sees them: who they are, where they stand, everything that happened, and what can be done.
import { compact } from '../kit/defined.ts'
import { registerActions } from './actions.ts'
import { declarationActions } from '../declaration/actions.ts'
import { buttons, note, plain, strong, text, type Block, type Button, type Card, type Rich } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import type { Standing } from '../standing/types.ts'
import { isUnsigned, noteStanding } from '../standing/words.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { dayIn, sayDay, type Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { sayList } from '../kit/text.ts'
import { sayWeekdays } from '../people/weekdays.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import { mostButtons } from '../chat/overview.ts'
import type { Elsewhere } from './read-elsewhere.ts'
import { groupNames } from '../standing/count-words.ts'

/** An entry with its hidden fields in clear where they were not erased, and who did it. */
export interface HistoryLine {
  readonly entry: Entry
  readonly hidden: Readonly<Record<string, string>>
  readonly by: string | undefined
}

export interface PersonView {
  readonly edition: Edition
  readonly zone: string
  readonly person: Person
  readonly standing: Standing
  /** Oldest first. */
  readonly history: readonly HistoryLine[]
  /** The entry of the signature that stands. */
  readonly signed: string | undefined
  /** Their standing with other policies, starting with what they owe. */
  readonly elsewhere: readonly Elsewhere[]
  /** What was just done, shown first. */
  readonly done: string | undefined
}

export function showPerson(view: PersonView): Card {
  const { person, standing, zone, edition, history, done } = view
  const where = `${edition.title}: ${noteStanding(standing, zone)}.`
  return markPractice(
    {
      title: person.name,
      tone: 'plain',
      summary: compact([done, `${person.name}. ${where}`]).join(' '),
      blocks: compact([
        done !== undefined && text(strong(done)),
        text(sayPerson(person)),
        text(strong(where)),
        { kind: 'heading', text: 'What happened' },
        ...(history.length === 0
          ? [text('Nothing yet.')]
          : [{ kind: 'list', ordered: false, items: history.map((told) => sayTold(told, zone)) } as const]),
        ...deedButtons(view),
        ...elsewhereBlocks(view),
        note('Only you see this.'),
      ]),
    },
    person.practice,
  )
}

function elsewhereBlocks({ person, elsewhere, zone }: PersonView): Block[] {
  if (elsewhere.length === 0) return []
  const shown = elsewhere.slice(0, mostButtons)
  const rest = elsewhere.length - shown.length
  return compact([
    { kind: 'heading', text: 'Other policies' },
    {
      kind: 'list',
      ordered: false,
      items: shown.map(({ edition, standing }) => plain(`${edition.title}: ${noteStanding(standing, zone)}.`)),
    },
    rest !== 0 && text(`And ${rest} more, which are in the registers of those policies.`),
    buttons(
      ...shown.map(({ edition: { policy, title } }): Button => ({
        label: title,
        action: registerActions('person', { policy, person: person.id }),
        spoken: `${person.name} and the ${title}`,
      })),
    ),
  ])
}

function deedButtons({ edition, person, standing, signed, history }: PersonView): Block[] {
  const about = { policy: edition.policy, person: person.id }
  const prepare = (what: 'excuse' | 'withdraw' | 'paper' | 'details', label: string): Button => ({
    label,
    action: registerActions('prepare', { ...about, what }),
  })
  const owes = isUnsigned(standing)
  const bundle = history.findLast(({ entry: { fact } }) => fact.kind === 'bundle-signed')?.entry.id
  return [
    buttons(
      ...compact<Button>([
        owes && { label: 'Remind them', action: registerActions('nudge', { ...about }) },
        owes && prepare('paper', 'Record a paper signature'),
        owes && prepare('excuse', 'Excuse them'),
        standing.kind === 'excused' && { label: 'End the excuse', action: registerActions('end-excuse', { ...about }) },
        signed !== undefined && { label: 'Show the receipt', action: declarationActions('receipt', { entry: signed }) },
        bundle !== undefined && {
          label: 'Show the bundle’s certificate',
          action: declarationActions('receipt', { entry: bundle }),
        },
        signed !== undefined && prepare('withdraw', 'Withdraw the signature'),
      ]),
    ),
    buttons(prepare('details', 'Change their details'), {
      label: 'Back to the register',
      action: registerActions('turn-register', { policy: edition.policy }),
    }),
  ]
}

function sayPerson({ group, roles, email, staffNumber, startsOn, leavesOn, weekdays }: Person): string {
  const parts = compact([
    groupNames[group ?? 'none'],
    sayList(roles.map((role) => roleWords[role])),
    email ?? 'no email address',
    staffNumber !== undefined && `staff number ${staffNumber}`,
    startsOn !== undefined && `started on ${sayDay(startsOn)}`,
    leavesOn !== undefined && `last day ${sayDay(leavesOn)}`,
    weekdays !== undefined && `works ${sayWeekdays(weekdays)}`,
  ])
  return `${parts.filter((part) => part !== '').join('; ')}.`
}

const roleWords = { staff: 'staff', slt: 'SLT', 'policy-owner': 'policy owner', administrator: 'administrator' }

function sayTold({ entry, hidden, by }: HistoryLine, zone: string): Rich {
  const why = hidden.reason ?? hidden.words ?? hidden.kept
  return [
    { text: `${sayDay(dayIn(zone, entry.at))}: ` },
    strong(sayFact(entry)),
    { text: entry.fact.kind === 'signed' ? sayName(entry.fact, hidden.name) : '' },
    { text: `${by === undefined ? '' : ` by ${by}`}${why === undefined ? '' : `: “${why}”`}` },
  ]
}

/** What SLT should look at: another name was typed than the school's, or nothing was opened before signing. */
function sayName({ named, read }: FactOf<'signed'>, typed: string | undefined): string {
  const name = named === 'otherwise' ? `, with the name “${typed ?? 'erased'}”, which is not the one on record` : ''
  return `${name}${read?.opened === 0 ? ', without having opened a section here' : ''}`
}

function sayFact({ fact }: Entry): string {
  switch (fact.kind) {
    case 'signed':
      return `signed edition ${sayEdition({ id: fact.edition })} ${fact.how === 'paper' ? `on paper, dated ${sayPaper(fact.paper?.on)}${fact.paper?.picture === undefined ? '' : ', with a picture of it'}` : hows[fact.how]}`
    case 'bundle-signed':
      return `had signed all that was asked of them in the bundle “${fact.round.title}”`
    case 'withdrawn':
      return 'the signature was withdrawn'
    case 'declined':
      return `declined to sign edition ${sayEdition({ id: fact.edition })}`
    case 'raised':
      return fact.what === 'concern' ? 'raised a concern' : 'asked a question'
    case 'excused':
      return fact.until === undefined ? 'excused' : `excused until ${sayDay(fact.until)}`
    case 'excuse-ended':
      return 'the excuse was ended'
    case 'erased':
      return 'what identified them was erased'
    case 'calendar-link-made':
      return 'made a private link to the school’s calendar'
    case 'calendar-link-withdrawn':
      return 'withdrew their link to the school’s calendar'
    case 'edition-marked':
    case 'campaign-opened':
    case 'campaign-closed':
    case 'campaign-paused':
    case 'campaign-resumed':
    case 'campaign-changed':
    case 'campaign-reopened':
    case 'campaign-recurs':
    case 'campaign-handed':
    case 'campaign-taken-back':
    case 'campaign-lapsed':
    case 'reviewed':
    case 'directory':
    case 'directory-sealed':
    case 'list-imported':
    case 'knowledge-changed':
    case 'answer-added':
    case 'answer-withdrawn':
      return fact.kind.replace('-', ' ')
    default:
      return never(fact)
  }
}

const hows = { chat: 'in chat', page: 'on the web page', link: 'through a link' }

function sayPaper(on: Day | undefined): string {
  return on === undefined ? 'on a day that is not known' : sayDay(on)
}
