// `review`: how each policy's review stands on a day and what its owner should look at; and recording an outcome.
import { compact, defined } from '../kit/defined.ts'
import type { Entry } from '../journal/types.ts'
import { dayIn, sayDay, type Day } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import { editionInForce, reviewDue } from '../policy/force.ts'
import { latestAbout, nextReviewsIn, recordedIn, sayRecorded } from '../review/outcomes.ts'
import { packFor } from '../review/pack.ts'
import { reviewStanding } from '../review/standing.ts'
import type { ReviewContents, RecordedReview, ReviewStanding } from '../review/types.ts'
import { readReviewed } from '../review/read-recorded.ts'
import { flag, misused, readDay, readOptions, word, recordedAt } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { hasDatabase, withHome } from './open-home.ts'
import { recordCommand } from './review-record.ts'
import { policyNamed } from './which-policy.ts'

const usage = [
  'Usage: review [--on YYYY-MM-DD] [--policy ID] [--practice] [--json]',
  '       review record --policy ID --outcome no-change --next MONTH-OR-DAY [--reason "…"]',
  '       review record --policy ID --outcome postponed --until MONTH-OR-DAY --reason "…"',
  '       review record --policy ID --outcome new-edition --replacement EDITION [--reason "…"]',
  '       each with [--practice] [--at INSTANT] [--json]; MONTH-OR-DAY such as 2027-10 or 2027-10-14',
].join('\n')

const options = {
  on: word,
  policy: word,
  outcome: word,
  next: word,
  until: word,
  replacement: word,
  reason: word,
  practice: flag,
  at: word,
  json: flag,
} as const

export const review: Command = async (context, argv) => {
  const read = readOptions(argv, options, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { values, words } = read
  const { on, policy, practice, at, json, ...recording } = values
  const [verb, ...more] = words
  const now = recordedAt(at, context.clock(), { practice: practice || verb !== 'record' })
  if (typeof now === 'string') return misused(context, now)
  if (verb === 'record' && more.length === 0 && on === undefined)
    return recordCommand(context, { ...recording, policy, practice, at: now, json, usage })
  if (verb !== undefined || Object.keys(recording).length > 0) return misused(context, usage)
  const library = await context.library()
  const today = readToday(on, dayIn(library.school.zone, now))
  return today.kind === 'wrong'
    ? misused(context, today.what)
    : show(context, { library, today: today.day, policy, practice, json })
}

function readToday(on: string | undefined, today: Day): ReturnType<typeof readDay> {
  return on === undefined ? { kind: 'day', day: today } : readDay(on, '--on')
}

interface Asked {
  readonly library: Library
  readonly today: Day
  readonly policy: string | undefined
  readonly practice: boolean
  readonly json: boolean
}

async function show(context: CommandContext, asked: Asked): Promise<number> {
  const { policies, laws } = asked.library
  const { today, practice } = asked
  const one = asked.policy === undefined ? undefined : policyNamed(policies, asked.policy)
  if (typeof one === 'string') return misused(context, one)
  const wanted = one === undefined ? policies : [one]
  const entries = await readEntries(context)
  const recorded = nextReviewsIn(entries, policies)
  const found = wanted.map((policy): Found => {
    const edition = editionInForce(policy, today)
    const known = reviewDue(edition, recorded, { practice, today })
    return {
      standing: reviewStanding(policy, edition, today, known),
      pack: packFor(edition, laws),
      last: latestAbout(edition, recordedIn(entries, { policy: policy.id, practice, today })),
    }
  })
  if (asked.json) context.out(JSON.stringify(found.map((each) => toJson(each, today))))
  else for (const each of found) for (const line of toLines(each)) context.out(line)
  return status.done
}

/** What was recorded, newest first; empty where the bot was never started. */
async function readEntries(context: CommandContext): Promise<readonly Entry[]> {
  if (!(await hasDatabase(context))) return []
  return withHome(context, ({ journal }) => readReviewed(journal))
}

interface Found {
  readonly standing: ReviewStanding
  readonly pack: ReviewContents
  readonly last: RecordedReview | undefined
}

function toJson({ standing, pack, last }: Found, on: Day) {
  return {
    on,
    ...standing,
    ...defined({ last: last === undefined ? undefined : { ...last, said: sayRecorded(last) } }),
    pack,
  }
}

function toLines({ standing, pack, last }: Found): string[] {
  const { title, edition, owner, said } = standing
  return compact([
    `${title}, edition ${edition}: ${said}.`,
    last !== undefined && `  ${sayRecorded(last)}`,
    `  It is for ${owner}${sayWarnings(standing)}.`,
    ...pack.changed.map(
      ({ name, law, sections }) =>
        `  ${sections.join(', ')} names ${name}. ${law.change}${law.since === undefined ? '' : ` (${sayDay(law.since)})`}${law.sure === 'likely' ? ' Not certain: look it up first.' : ''} ${law.source}`,
    ),
    ...pack.gaps.map(({ section, what }) => `  ${section} leaves something open: ${what}`),
    ...pack.open.map((line) => `  ${line}`),
  ])
}

function sayWarnings({ step, warnsNext }: ReviewStanding): string {
  const next = warnsNext === undefined ? '' : `the next falls on ${sayDay(warnsNext)}`
  if (step !== undefined) return `; the last warning fell on ${sayDay(step.on)}, ${next}`
  return next === '' ? '; SLT is told about it once a month' : `; no warning is due yet, ${next}`
}
