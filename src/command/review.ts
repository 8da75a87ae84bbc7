// `review`: how each policy's review stands on a day, and what its owner should look at.
import { parseArgs } from 'node:util'
import { dayIn, parseDay, sayDay } from '../kit/days.ts'
import { editionInForce } from '../policy/force.ts'
import { packFor } from '../review/pack.ts'
import { reviewStanding } from '../review/standing.ts'
import type { Pack, Standing } from '../review/types.ts'
import { type Command, status } from './context.ts'

const usage = 'Usage: review [--on YYYY-MM-DD] [--policy ID] [--json]'

export const review: Command = async (context, argv) => {
  const asked = readArguments(argv)
  if (typeof asked === 'string') {
    context.err(asked)
    return status.misuse
  }
  const { policies, school, laws } = await context.library()
  const today = asked.on === undefined ? dayIn(school.zone, context.clock()) : parseDay(asked.on)
  if (today === undefined) {
    context.err(`“${asked.on ?? ''}” is no day. Write one such as 2026-10-05.`)
    return status.misuse
  }
  const wanted = policies.filter(({ id }) => asked.policy === undefined || id === asked.policy)
  if (wanted.length === 0) {
    context.err(`There is no policy “${asked.policy ?? ''}”, only: ${policies.map(({ id }) => id).join(', ')}.`)
    return status.misuse
  }
  const found = wanted.map((policy) => {
    const edition = editionInForce(policy, today)
    return { standing: reviewStanding(policy, edition, today), pack: packFor(edition, laws) }
  })
  if (asked.json) {
    context.out(JSON.stringify(found.map(({ standing, pack }) => ({ on: today, ...standing, pack }))))
  } else {
    for (const each of found) for (const line of toLines(each)) context.out(line)
  }
  return status.done
}

interface Asked {
  readonly on: string | undefined
  readonly policy: string | undefined
  readonly json: boolean
}

function readArguments(argv: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { on: { type: 'string' }, policy: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    return { on: values.on, policy: values.policy, json: values.json }
  } catch (error) {
    return `${error instanceof Error ? error.message : 'Misused.'} ${usage}`
  }
}

function toLines({ standing, pack }: { standing: Standing; pack: Pack }): string[] {
  const { title, edition, owner, said, step } = standing
  return [
    `${title}, edition ${edition}: ${said}.`,
    `  It is for ${owner}${step === undefined ? '; no warning is due yet' : `; the last warning (${step.id}) fell on ${sayDay(step.on)}`}.`,
    ...pack.changed.map(
      ({ name, law, sections }) =>
        `  ${sections.join(', ')} names ${name}. ${law.change}${law.since === undefined ? '' : ` (${sayDay(law.since)})`} ${law.source}`,
    ),
    ...pack.gaps.map(({ section, what }) => `  ${section} leaves something open: ${what}`),
    ...pack.open.map((line) => `  ${line}`),
  ]
}
