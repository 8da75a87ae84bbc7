// What one run of a server still has to write to the store about its answers: noted, held, settled. What the store does
// not accept is remembered, and written within the next minutes.
import type { Arrival, Holding, Settled } from '../ports/outbox.ts'
import type { Ports } from '../ports/ports.ts'

export interface Ledger {
  /** `before` where it was delivered before, `failed` where the store did not accept it. Never throws. */
  note(arrival: Arrival): Promise<'new' | 'before' | 'failed'>
  /** It was acknowledged although the store has not accepted it yet; `noting` may still finish. */
  owe(arrival: Arrival, noting: Promise<'new' | 'before' | 'failed'>): void
  /** Nobody waits for this. */
  settle(arrival: Arrival, became: Settled): void
  holding(): Holding
  renew(): Promise<void>
  catchUp(): Promise<void>
  scrub(): Promise<void>
  idle(): Promise<void>
  /** Others may resume what is open; returns how many that are, or undefined where the store does not say. */
  release(): Promise<number | undefined>
}

/** Milliseconds for which others leave alone what is being answered here; renewed each minute. */
const holdFor = 3 * 60_000
const mostOwed = 10_000

interface Owed {
  readonly arrival: Arrival
  noted: boolean
  became: Settled | undefined
  /** The write about it that is in progress; there is at most one. */
  writing: Promise<void> | undefined
}

/** `by` names this run of this server. */
export function openLedger(ports: Pick<Ports, 'outbox' | 'clock' | 'log'>, by: string): Ledger {
  const { outbox, clock, log } = ports
  const holding = (): Holding => ({ by, until: new Date(clock().getTime() + holdFor) })
  const debts = openDebts(ports, holding)
  return {
    holding,
    async note(arrival) {
      try {
        return (await outbox.note(arrival, holding())) ? 'new' : 'before'
      } catch (error) {
        log.warn({ event: arrival.id, error }, 'the store did not write down what arrived')
        return 'failed'
      }
    },
    owe: debts.owe,
    settle: debts.settle,
    renew: () => outbox.renew(holding()),
    catchUp: debts.catchUp,
    async scrub() {
      if (debts.settledSince()) await outbox.scrub()
    },
    idle: debts.idle,
    async release() {
      try {
        // What the store did not take in a moment of trouble is no longer left to answer.
        await debts.catchUp()
        await outbox.renew({ by, until: clock() })
        return (await outbox.open()).count
      } catch (error) {
        log.warn({ error }, 'what is left to answer could not be handed on: it is gone on with after some minutes')
        return undefined
      }
    },
  }
}

type Debts = Pick<Ledger, 'owe' | 'settle' | 'catchUp' | 'idle'> & {
  /** Whether something was settled since the last time this was asked. */
  settledSince(): boolean
}

function openDebts({ outbox, clock, log }: Pick<Ports, 'outbox' | 'clock' | 'log'>, holding: () => Holding): Debts {
  const owed = new Map<string, Owed>()
  const writes = new Set<Promise<void>>()
  let settledSince = false

  const write = async (owing: Owed): Promise<void> => {
    const { arrival } = owing
    if (!owing.noted) await outbox.note(arrival, holding())
    owing.noted = true
    if (owing.became === undefined) return
    await outbox.settle(arrival.id, owing.became, clock())
    settledSince = true
    owed.delete(arrival.id)
  }
  /** One write at a time for each arrival; a failed one stays owed. */
  const attempt = (owing: Owed): Promise<void> => {
    owing.writing ??= write(owing).finally(() => (owing.writing = undefined))
    return owing.writing
  }
  const beside = (work: Promise<void>) => {
    const done = work.catch(() => undefined).finally(() => writes.delete(done))
    writes.add(done)
  }
  const remember = (owing: Owed) => {
    const lost = makeRoom(owed)
    if (lost !== undefined)
      log.error({ event: lost }, 'the store has been in trouble for so long that this is left out')
    owed.set(owing.arrival.id, owing)
  }
  return {
    owe(arrival, noting) {
      const owing: Owed = { arrival, noted: false, became: undefined, writing: undefined }
      remember(owing)
      const late = noting.then((outcome) => {
        owing.noted = outcome !== 'failed'
        if (owing.noted && owing.became === undefined) owed.delete(arrival.id)
      })
      // Nothing is written again while the first write is in progress.
      owing.writing = late.finally(() => (owing.writing = undefined))
      beside(owing.writing.then(() => (owing.noted && owing.became !== undefined ? attempt(owing) : undefined)))
    },
    settle(arrival, became) {
      const known = owed.get(arrival.id)
      const owing = known ?? { arrival, noted: true, became, writing: undefined }
      owing.became = became
      if (known === undefined) remember(owing)
      // If its note is still in progress, that continues with this.
      if (owing.writing === undefined) beside(attempt(owing))
    },
    async catchUp() {
      const all = [...owed.values()]
      for (const owing of all) {
        await attempt(owing)
        if (owing.became === undefined) owed.delete(owing.arrival.id)
      }
      if (all.length > 0) log.info({ events: all.length }, 'what the store was owed about answers is made up for')
    },
    async idle() {
      while (writes.size > 0) await Promise.all(writes)
    },
    settledSince: () => [settledSince, (settledSince = false)][0] === true,
  }
}

/** The entry that had to be dropped, where there were too many. */
function makeRoom(owed: Map<string, Owed>): string | undefined {
  const [oldest] = owed.keys()
  if (owed.size < mostOwed || oldest === undefined) return undefined
  owed.delete(oldest)
  return oldest
}
