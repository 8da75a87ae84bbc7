// `policy understanding`: whether a policy's questions are asked before signing, which sections are misunderstood, and
// turning them on and off.
import type { Library } from '../turn/library.ts'
import { dayIn, type Day } from '../kit/days.ts'
import { waitingIn } from '../library/waiting.ts'
import { seenRecord } from '../office/policy-record.ts'
import { changeAsking } from '../office/understanding-file.ts'
import { editionInForce } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import { questionsWritten } from '../understanding/asked.ts'
import { misunderstoodIn, sayMisunderstood } from '../understanding/figures.ts'
import { agreed } from './agreed.ts'
import { flag, misused, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { byWhom } from './by-whom.ts'
import { lookInHome, withHome } from './open-home.ts'
import { savingOf } from './policy-words.ts'
import { sayNothingChanged, sayUnsaved } from './unsaved.ts'

const usage = 'Usage: policy understanding POLICY [on|off] [--by EMAIL] [--yes]'

interface About {
  readonly policy: Policy
  readonly edition: Edition
  readonly today: Day
}

export const understandingOf: Command = async (context, argv) => {
  const read = readOptions(argv, { by: word, yes: flag }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const [id = '', turn, ...more] = read.words
  if (more.length > 0 || (turn !== undefined && turn !== 'on' && turn !== 'off')) return misused(context, usage)
  const about = find(await context.library(), id, context.clock())
  if (typeof about === 'string') return misused(context, `${about} ${usage}`)
  if (turn === undefined) return show(context, about)
  return change(context, about, { asks: turn === 'on', ...read.values })
}

function find({ policies, school }: Library, id: string, now: Date): About | string {
  const policy = policies.find((each) => each.id === id)
  const today = dayIn(school.zone, now)
  if (policy === undefined) return `There is no policy “${id}”, only: ${policies.map((each) => each.id).join(', ')}.`
  return { policy, edition: editionInForce(policy, today), today }
}

async function show(context: CommandContext, { policy, edition }: About): Promise<number> {
  const asked = questionsWritten(policy, edition)
  const about = { policy: policy.id, edition: edition.id, practice: false }
  const counts = await lookInHome(context, ({ understanding }) => understanding.missed(about))
  const refs = [...new Set(policy.understanding?.map(({ section }) => section))]
  context.out(`${edition.title}, edition ${edition.id}: ${policy.asksUnderstanding === true ? 'on' : 'off'}`)
  context.out(`${asked.length} of ${policy.understanding?.length ?? 0} questions fit this edition.`)
  for (const { what, fix } of waitingIn(policy, 'understanding', refs)) context.out(`${what}. ${fix}`)
  const figures = misunderstoodIn(edition, counts)
  for (const each of figures) context.out(`  ${sayMisunderstood(edition, each)}`)
  if (figures.length === 0) context.out('No figures yet: a section is shown once five people have answered.')
  return status.done
}

interface Turning {
  readonly asks: boolean
  readonly by?: string | undefined
  readonly yes: boolean
}

async function change(context: CommandContext, about: About, { asks, by, yes }: Turning): Promise<number> {
  const { policy, edition, today } = about
  if (policy.asksUnderstanding === asks) {
    context.out(`They are ${asks ? 'on' : 'off'} already. Nothing was changed.`)
    return status.done
  }
  const count = questionsWritten(policy, edition).length
  if (asks && count === 0)
    return sayNothingChanged(context, `There is no question to ask about ${policy.id} ${edition.id}.`)
  const question = asks
    ? `From now on ${count === 1 ? 'a question is' : `${count} questions are`} answered right before anybody signs the ${edition.title}. Is that right?`
    : `Nobody is asked questions before signing the ${edition.title} any more. Is that right?`
  if (!(await agreed(context, { yes, json: false, question }))) return status.no
  return withHome(context, async ({ journal, people }) => {
    const who = await byWhom(people, by, { deed: 'run-campaign', today })
    if (who.kind === 'refused') return sayNothingChanged(context, who.what)
    const seen = seenRecord(context, policy.id)
    const saved = await changeAsking(savingOf(context, journal), who.by, { policy: policy.id, asks, seen })
    if (saved.kind !== 'saved') return sayNothingChanged(context, sayUnsaved(saved))
    context.out(`They are ${asks ? 'on' : 'off'}. The journal says so. A bot that runs uses it within a minute.`)
    return status.done
  })
}
