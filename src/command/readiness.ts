// Whether the bot can do its work, part by part, for /readyz: the store accepts writes, the platforms are connected,
// and the clock beats. It always responds, however long a part hangs.
import type { Notices } from '../ports/notices.ts'
import { sleep, within, type Wait } from '../kit/wait.ts'
import type { Connection } from '../ports/ports.ts'

export interface ReadinessPart {
  readonly part: string
  readonly ok: boolean
  readonly what: string
}

export interface ReadinessOptions {
  /** Writes something that nobody reads, and throws where the store does not accept it. */
  readonly probe: (at: Date) => Promise<void>
  readonly connections: () => Iterable<Pick<Connection, 'platform' | 'health'>>
  /** When the clock last gave a sign of life. */
  readonly alive: () => Date
  readonly stopping: () => boolean
  /** What whoever looks after it should know although the bot works. */
  readonly notes?: () => readonly Omit<ReadinessPart, 'ok'>[]
  readonly clock: () => Date
  readonly wait?: Wait
}

/** Milliseconds. */
const storePatience = 2_000
const mostSilence = 3 * 60_000

export function createReadiness(options: ReadinessOptions): () => Promise<readonly ReadinessPart[]> {
  const { connections, alive, stopping, clock } = options
  const askStore = storeAsker(options)
  return async () => [
    { part: 'program', ok: !stopping(), what: stopping() ? 'stopping' : 'running' },
    await askStore(),
    ...[...connections()].map(({ platform, health }) => ({ part: platform, ...health() })),
    lookAtClock(alive(), clock()),
    ...(options.notes?.() ?? []).map((each) => ({ ...each, ok: true })),
  ]
}

/**
 * A real write, because a full disk can still be read. While one write hangs no other is started, so that they do not
 * pile up.
 */
function storeAsker({ probe, clock, wait = sleep }: ReadinessOptions): () => Promise<ReadinessPart> {
  let asking: Promise<ReadinessPart> | undefined
  const ask = async (): Promise<ReadinessPart> => {
    try {
      await probe(clock())
      return { part: 'store', ok: true, what: 'keeps what is written' }
    } catch (error) {
      return { part: 'store', ok: false, what: `does not keep what is written: ${reasonIn(error)}` }
    } finally {
      asking = undefined
    }
  }
  return async () => {
    asking ??= ask()
    const late = { part: 'store', ok: false, what: `has not answered within ${storePatience / 1_000} seconds` }
    return (await within(wait, storePatience, asking)) ?? late
  }
}

/** In the database's own words, which quote nobody. */
function reasonIn(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 200) : 'no reason given'
}

function lookAtClock(alive: Date, now: Date): ReadinessPart {
  const ok = now.getTime() - alive.getTime() <= mostSilence
  return { part: 'clock', ok, what: `last tick ${alive.toISOString()}` }
}

/** The clock's signs of life: that a beat started, went on or ended. */
export interface Pulse {
  beat(): void
  last(): Date
  /** Many notices can take longer than a beat may be silent, so each settled notice counts as well. */
  felt(notices: Notices): Notices
}

export function takePulse(clock: () => Date): Pulse {
  let last = clock()
  const beat = () => void (last = clock())
  return {
    beat,
    last: () => last,
    felt: (notices) => ({
      ...notices,
      async settle(attempt, became) {
        await notices.settle(attempt, became)
        beat()
      },
    }),
  }
}
