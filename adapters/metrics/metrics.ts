// What the meter counted, in the text format of Prometheus. Nothing in it says who did something, or what.
import type { Notices, NoticeState } from '../../src/ports/notices.ts'
import { sleep, within, type Wait } from '../../src/kit/wait.ts'
import { counters, openNotes, tickBuckets, type CounterName, type Notes } from './notes.ts'

export interface MetricsOptions {
  /** The program's. */
  readonly version: string
  readonly notices: Pick<Notices, 'counts'>
  readonly clock: () => Date
  readonly wait?: Wait
}

export interface Metrics extends Notes {
  scrape(): Promise<Scraped>
}

export interface Scraped {
  readonly type: string
  readonly text: string
}

export function openMetrics(options: MetricsOptions): Metrics {
  const notes = openNotes()
  const countNotices = rememberCounts(options)
  let page: Promise<Page> | undefined
  return {
    ...notes,
    async scrape() {
      page ??= openPage(options.version)
      const [{ sink, show }, counts] = await Promise.all([page, countNotices()])
      notes.drain(sink)
      return show({ counts, lastTick: notes.lastTick() })
    },
  }
}

type Counts = Readonly<Record<NoticeState, number>>

interface Page {
  readonly sink: Parameters<Notes['drain']>[0]
  show(now: { readonly counts: Counts | undefined; readonly lastTick: Date | undefined }): Promise<Scraped>
}

/** Loaded when somebody first looks: it takes a tenth of a second and eleven megabytes. */
async function openPage(version: string): Promise<Page> {
  const { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } = await import('prom-client')
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 })
  const made = new Map(
    Object.entries(counters).map(([name, { help, labels }]) => [
      name,
      { labels, counter: new Counter({ name, help, labelNames: labels, registers }) },
    ]),
  )
  const ticks = new Histogram({
    name: 'policy_guide_tick_duration_seconds',
    help: 'How long the jobs of a tick took.',
    buckets: [...tickBuckets],
    registers,
  })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  const last = gauge('policy_guide_tick_last_timestamp_seconds', 'When the last tick ended.')
  const notices = gauge('policy_guide_notices', 'Notices in the database by state; the same on all servers.', ['state'])
  const answers = gauge('policy_guide_store_up', 'Whether the database could count the notices.')
  gauge('policy_guide_build_info', 'Which program this is.', ['version', 'node']).set(
    { version, node: process.version },
    1,
  )
  return {
    sink: {
      add(name: CounterName, values, count) {
        const { labels, counter } = made.get(name) ?? {}
        counter?.inc(Object.fromEntries((labels ?? []).map((label, at) => [label, values[at] ?? ''])), count)
      },
      tick: (seconds) => ticks.observe(seconds),
    },
    async show({ counts, lastTick }) {
      if (lastTick !== undefined) last.set(lastTick.getTime() / 1_000)
      notices.reset()
      answers.set(counts === undefined ? 0 : 1)
      for (const [state, count] of Object.entries(counts ?? {})) notices.set({ state }, count)
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}

/** Milliseconds: how long a count is used, and how long counting may take. */
const freshFor = 15_000
const patience = 2_000

/** Counted at most every few seconds, however often somebody looks; undefined where the database does not respond. */
function rememberCounts({ notices, clock, wait = sleep }: MetricsOptions): () => Promise<Counts | undefined> {
  let known: { at: number; counts: Counts } | undefined
  let counting: Promise<Counts | undefined> | undefined
  const count = async () => {
    try {
      const counts = await notices.counts()
      known = { at: clock().getTime(), counts }
      return counts
    } catch {
      return undefined
    } finally {
      counting = undefined
    }
  }
  return () => {
    if (known !== undefined && Math.abs(clock().getTime() - known.at) < freshFor) return Promise.resolve(known.counts)
    // While one count hangs, no other is started.
    counting ??= count()
    return within(wait, patience, counting)
  }
}
