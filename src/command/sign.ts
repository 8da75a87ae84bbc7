// `sign`: what SLT records about somebody's signature: one on paper, one made by mistake, and who is excused.
import type { Person } from '../chat/people.ts'
import { validSignings } from '../standing/fold.ts'
import { endExcuse, excuse } from '../declaration/excuse.ts'
import { signPaper, type PaperOutcome, type PaperRequest } from '../declaration/paper.ts'
import { recordBundles } from '../declaration/read-bundles.ts'
import { planConcerned } from '../declaration/send-concerned.ts'
import { withdraw } from '../declaration/withdraw.ts'
import { stampOf, type Stamp } from '../journal/stamp.ts'
import { dayIn, sayDay, type Day } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import { may, whoMay } from '../people/may.ts'
import { questionsAsked } from '../understanding/asked.ts'
import type { Journal } from '../ports/evidence.ts'
import type { People } from '../ports/people.ts'
import { flag, misused, readDay, readOptions, refused, sayNoVerb, word, recordedAt } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { mattersOn, type Matter } from '../turn/matter.ts'
import { readMatter } from './matter.ts'
import { keepPaper } from './papers.ts'
import { withHome } from './open-home.ts'

const usage = [
  'Usage: sign paper --email E --on DAY --kept "WHERE" [--name "AS PRINTED"] [--picture FILE]',
  '       sign withdraw --email E --reason "WHY"',
  '       sign excuse --email E --reason "WHY" [--until DAY]',
  '       sign end-excuse --email E',
  'all with [--policy ID] [--by EMAIL] [--json]',
].join('\n')

const texts = {
  policy: word,
  email: word,
  by: word,
  at: word,
  on: word,
  kept: word,
  name: word,
  picture: word,
} as const
const options = { ...texts, reason: word, until: word, json: flag } as const

type Values = { readonly [option in Exclude<keyof typeof options, 'json'>]?: string | undefined } & {
  readonly json: boolean
}

export const signCommand: Command = async (context, argv) => {
  const read = readOptions(argv, options, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { values, words } = read
  const slip = sayNoVerb('sign', words[0], usage)
  if (slip !== undefined) return misused(context, slip)
  const verb = verbs[words[0] ?? '']
  if (verb === undefined || words.length > 1 || values.email === undefined) return misused(context, usage)
  const at = recordedAt(values.at, context.clock(), { practice: false })
  if (typeof at === 'string') return misused(context, `${at} A paper’s own day is --on.`)
  const library = await context.library()
  const matter = matterUpon(library, values, at)
  if (typeof matter === 'string') return misused(context, matter)
  return withHome(context, async ({ people, journal, notices }) => {
    const found = await findBoth(people, values, dayIn(library.school.zone, at))
    if (typeof found === 'string') return refused(context, values.json, { outcome: 'unknown-person', what: found })
    const stamp = stampOf({ clock: () => at, newId: context.newId })
    const said = await verb({ ...found, home: context.home, library, matter, journal, values, stamp })
    if (said.kind === 'misused') return misused(context, said.what)
    if (said.kind === 'no') return refused(context, values.json, said)
    // This command cannot send messages: the running bot tells the people concerned within minutes, or when it is next
    // started.
    await planConcerned(notices, { entry: stamp.id, person: found.person.id, by: found.by, at })
    if (said.outcome === 'signed') await noteBundles(context, { journal, library, person: found.person, at })
    if (values.json) context.out(JSON.stringify({ outcome: said.outcome, person: found.person.id, entry: stamp.id }))
    else context.out(`${said.what} ${found.person.name} is told of it by the bot.`)
    return status.done
  })
}

/** It may be the last that a bundle asked of them. */
async function noteBundles(
  { newId }: CommandContext,
  { journal, library, person, at }: Pick<Act, 'journal' | 'library' | 'person'> & { readonly at: Date },
): Promise<void> {
  const { zone } = library.school
  await recordBundles({ journal, newId }, { person, matters: mattersOn(library, dayIn(zone, at)), zone, now: at })
}

/** A paper is about the edition that was in force on its day. */
function matterUpon(library: Library, { policy, on }: Values, at: Date): Matter | string {
  const day = on === undefined ? undefined : readDay(on, '--on')
  if (day?.kind === 'wrong') return day.what
  return readMatter(library, policy, day?.day ?? at)
}

interface Act {
  readonly home: string
  readonly person: Person
  /** A person id, or `operator`. */
  readonly by: string
  readonly library: Library
  readonly matter: Matter
  readonly journal: Journal
  readonly values: Values
  readonly stamp: Stamp
}

type Said =
  | { readonly kind: 'done' | 'no'; readonly outcome: string; readonly what: string }
  | { readonly kind: 'misused'; readonly what: string }

const verbs: Readonly<Record<string, (act: Act) => Promise<Said>>> = {
  paper: recordPaper,
  withdraw: takeBack,
  excuse: letOff,
  'end-excuse': askAgain,
}

async function findBoth(people: People, { email = '', by }: Values, today: Day) {
  const person = await people.byEmail(email.toLowerCase())
  if (person === undefined) return `Nobody here has the email address ${email}.`
  if (by === undefined) return { person, by: 'operator' }
  const other = await people.byEmail(by.toLowerCase())
  if (other === undefined) return `Nobody here has the email address ${by}.`
  if (!may(other, 'run-campaign', today)) return `${other.name} may not record this: ${whoMay('run-campaign')} can.`
  return { person, by: other.id }
}

async function recordPaper(act: Act): Promise<Said> {
  const { home, values } = act
  const { kept, on, picture } = values
  const day = on === undefined ? undefined : readDay(on, '--on')
  if (kept === undefined || day?.kind !== 'day') return { kind: 'misused', what: usage }
  const paper = picture === undefined ? undefined : keepPaper(home, picture)
  if (typeof paper === 'string') return { kind: 'misused', what: paper }
  const said = await recordPaperOn(act, { on: day.day, kept, picture: paper?.hash })
  if (said.kind !== 'done') paper?.drop()
  return said
}

type Paper = Pick<PaperRequest, 'on' | 'kept' | 'picture'>

async function recordPaperOn(
  { person, by, library, matter, journal, values, stamp }: Act,
  paper: Paper,
): Promise<Said> {
  const { zone, signing } = library.school
  const request = { ...matter, ...paper, name: values.name, by, stamp, zone, today: dayIn(zone, stamp.at) }
  const questions = questionsAsked(matter.policy, matter.edition)
  const outcome = await journal.record({ policy: matter.policy.id, person: person.id }, (facts) =>
    signPaper(facts, { ...request, accepted: signing.acceptRestated, questions }),
  )
  if (outcome.kind !== 'signed')
    return { kind: 'no', outcome: outcome.kind, what: sayPaper(outcome, { person, matter, zone }) }
  return {
    kind: 'done',
    outcome: 'signed',
    what: `Recorded: ${person.name} signed the ${matter.edition.title}, edition ${matter.edition.id}, on paper on ${sayDay(paper.on)}.`,
  }
}

function sayPaper(
  outcome: Exclude<PaperOutcome, { kind: 'signed' }>,
  { person, matter, zone }: Pick<Act, 'person' | 'matter'> & { readonly zone: string },
): string {
  switch (outcome.kind) {
    case 'already-signed':
      return `${person.name} signed edition ${matter.edition.id} already: recorded on ${sayDay(dayIn(zone, outcome.at))}.`
    case 'for-oneself':
      return 'Nobody records a paper of their own. Another senior leader or an administrator can.'
    case 'kept-empty':
      return 'Say where the paper is kept: --kept "Personnel file, main office".'
    case 'day-ahead':
      return 'The day on the paper has not come yet.'
    case 'left':
      return `${person.name} had left by that day.`
    case 'unknown-person':
      return 'They are not known any more.'
    case 'not-accepted':
      return `${outcome.what} ${outcome.typed}`
  }
}

async function takeBack({ person, by, matter, journal, values, stamp }: Act): Promise<Said> {
  const { reason = '' } = values
  const outcome = await journal.record({ policy: matter.policy.id, person: person.id }, (facts) => {
    const signing = validSignings(facts.history).at(-1)?.id ?? ''
    return withdraw(facts, { signing, reason, by, stamp })
  })
  switch (outcome.kind) {
    case 'withdrawn':
      return {
        kind: 'done',
        outcome: 'withdrawn',
        what: `Withdrawn. Both the signature and why it no longer counts stay in the history of ${person.name}.`,
      }
    case 'reason-empty':
      return { kind: 'no', outcome: outcome.kind, what: 'Say why: --reason "Signed on a colleague’s phone".' }
    case 'no-such-signature':
    case 'already-withdrawn':
      return { kind: 'no', outcome: 'no-such-signature', what: `${person.name} has no signature here that stands.` }
  }
}

async function letOff({ person, by, matter, library, journal, values, stamp }: Act): Promise<Said> {
  const { reason = '', until } = values
  const last = until === undefined ? undefined : readDay(until, '--until')
  if (last?.kind === 'wrong') return { kind: 'misused', what: last.what }
  const request = {
    policy: matter.policy.id,
    reason,
    until: last?.day,
    today: dayIn(library.school.zone, stamp.at),
    by,
    stamp,
  }
  const outcome = await journal.record({ policy: matter.policy.id, person: person.id }, (facts) =>
    excuse(facts, request),
  )
  switch (outcome.kind) {
    case 'excused':
      return {
        kind: 'done',
        outcome: 'excused',
        what: `${person.name} is excused${last === undefined ? '' : ` until ${sayDay(last.day)}`}.`,
      }
    case 'reason-empty':
      return { kind: 'no', outcome: outcome.kind, what: 'Say why: --reason "On leave until January".' }
    case 'day-passed':
      return { kind: 'no', outcome: outcome.kind, what: 'That day has passed.' }
    case 'for-oneself':
      return { kind: 'no', outcome: outcome.kind, what: 'Nobody excuses themselves. Another senior leader can.' }
    case 'left':
    case 'unknown-person':
      return { kind: 'no', outcome: outcome.kind, what: `${person.name} has left, so nothing is asked of them.` }
  }
}

async function askAgain({ person, by, matter, journal, stamp }: Act): Promise<Said> {
  const { kind } = await journal.record({ policy: matter.policy.id, person: person.id }, (facts) =>
    endExcuse(facts, { policy: matter.policy.id, by, stamp }),
  )
  if (kind === 'excuse-ended') return { kind: 'done', outcome: kind, what: `${person.name} is excused no longer.` }
  return { kind: 'no', outcome: kind, what: `${person.name} is not excused.` }
}
