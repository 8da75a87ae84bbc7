// What the meter has counted since somebody last looked, kept in plain maps. Counting must cost next to nothing; the
// library that shows the figures is large, and is loaded only where somebody looks.
import { arrivedHow, type Meter } from '../../src/ports/ports.ts'

/** Every counter by name, with its labels. All values are our own words: no ids, no names, no paths. */
export const counters = {
  policy_guide_events_total: { help: 'Events heard from people.', labels: ['platform', 'kind'] },
  policy_guide_arrivals_total: {
    help: 'Events acknowledged, by whether they were written down first, and answers that came later than at once.',
    labels: ['how'],
  },
  policy_guide_questions_total: { help: 'Questions, by how they could be answered.', labels: ['outcome'] },
  policy_guide_checks_total: { help: 'Checks that reached a ruling.', labels: ['ruling'] },
  policy_guide_posts_total: { help: 'Sent unasked, by what became of it.', labels: ['way', 'became'] },
  policy_guide_platform_errors_total: {
    help: 'Troubles between the bot and a platform: warnings and errors in the log.',
    labels: ['platform', 'level'],
  },
  policy_guide_app_errors_total: {
    help: 'Troubles in the bot itself: warnings and errors in the log.',
    labels: ['level'],
  },
  policy_guide_http_responses_total: { help: 'HTTP responses by class.', labels: ['code'] },
} as const
export type CounterName = keyof typeof counters

/** Upper bounds in seconds. A tick mostly finds nothing to do; one that sends may wait minutes for a platform. */
export const tickBuckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 180, 600] as const

export interface Notes extends Meter {
  responded(status: number): void
  /** Hands over what has been counted since the last time, and starts again at zero. */
  drain(into: Sink): void
  /** When the last tick ended. */
  lastTick(): Date | undefined
}

export interface Sink {
  add(counter: CounterName, values: readonly string[], count: number): void
  tick(seconds: number): void
}

/** More than our own words can produce; anything beyond it shares one label. */
const mostSeries = 300

export function openNotes(): Notes {
  const counts = new Map<string, { counter: CounterName; values: readonly string[]; count: number }>()
  const ticks = new Map<number, { count: number; seconds: number }>()
  let last: Date | undefined

  const note = (counter: CounterName, ...values: readonly string[]) => {
    const key = `${counter} ${values.join(' ')}`
    const known = counts.get(key)
    if (known !== undefined) known.count++
    else if (counts.size < mostSeries) counts.set(key, { counter, values, count: 1 })
  }
  for (const [counter, values] of beforehand) {
    for (const each of values) counts.set(`${counter} ${each.join(' ')}`, { counter, values: each, count: 0 })
  }

  return {
    heard: (platform, kind) => note('policy_guide_events_total', platform, kind),
    arrived: (how) => note('policy_guide_arrivals_total', how),
    asked: (outcome) => note('policy_guide_questions_total', outcome),
    ruled: (ruling) => note('policy_guide_checks_total', ruling),
    posted: (way, became) => note('policy_guide_posts_total', way, became),
    troubled: (where, level) => {
      if (where === 'app') note('policy_guide_app_errors_total', level)
      else note('policy_guide_platform_errors_total', where, level)
    },
    responded: (status) => note('policy_guide_http_responses_total', `${Math.floor(status / 100)}xx`),
    ticked: (seconds, at) => {
      last = at
      const bucket = tickBuckets.find((bound) => seconds <= bound) ?? Infinity
      const sofar = ticks.get(bucket) ?? { count: 0, seconds: 0 }
      ticks.set(bucket, { count: sofar.count + 1, seconds: sofar.seconds + seconds })
    },
    lastTick: () => last,
    drain(into) {
      for (const noted of counts.values()) {
        into.add(noted.counter, noted.values, noted.count)
        noted.count = 0
      }
      // As many as there were, at the bucket's mean: buckets, count and sum come out as if each had been recorded
      // separately.
      for (const { count, seconds } of ticks.values()) {
        for (let each = 0; each < count; each++) into.tick(seconds / count)
      }
      ticks.clear()
    },
  }
}

const levels = ['warn', 'error'] as const

/** Shown as zero from the beginning, because an alarm needs a starting value to see an increase. */
const beforehand: readonly (readonly [CounterName, readonly (readonly string[])[]])[] = [
  ['policy_guide_arrivals_total', arrivedHow.map((how) => [how])],
  ['policy_guide_questions_total', [['answered'], ['unsure'], ['not-covered'], ['urgent']]],
  ['policy_guide_app_errors_total', levels.map((level) => [level])],
  [
    'policy_guide_platform_errors_total',
    ['web', 'slack', 'teams', 'email'].flatMap((platform) => levels.map((level) => [platform, level])),
  ],
]
