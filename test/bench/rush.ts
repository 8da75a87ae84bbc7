// Measures a rush, in which everybody asks at the same moment: how soon Slack hears that each question has arrived.
// Slack waits three seconds for this before it sends the question again.
import { quantile, type Contestant } from './contest.ts'

export interface Rush {
  readonly heats: number
  /** Questions at the same moment. */
  readonly count: number
  readonly rounds: number
  /** Rounds before those that count, until the code is compiled. */
  readonly warming: number
}

export interface Rushed extends Contestant {
  /**
   * Asks `count` questions at once; when all are answered, resolves to the milliseconds until each was acknowledged.
   */
  readonly rush: (count: number, round: number) => Promise<readonly number[]>
}

/** The listeners take turns, as in a contest. */
export async function rushAt(enter: () => Promise<readonly Rushed[]>, rush: Rush): Promise<string[]> {
  const { heats, count, rounds, warming } = rush
  const waits = new Map<string, number[]>()
  for (let heat = 0; heat < heats; heat++) {
    const all = await enter()
    for (let round = 0; round < warming + rounds; round++) {
      for (const { name, rush } of all) {
        const waited = await rush(count, round)
        if (round >= warming) waits.set(name, [...(waits.get(name) ?? []), ...waited])
      }
    }
    for (const { child, end } of all) {
      child.disconnect()
      await end()
    }
  }
  return [
    `acknowledged, of ${count} at the same moment, ${heats} × ${rounds} rounds, each after ${warming}:`,
    ...[...waits].map(([name, ms]) => {
      const say = (share: number) => `${quantile(ms, share).toFixed(0)} ms`
      return `  ${name.padEnd(40)} half within ${say(0.5)}, 99 of 100 within ${say(0.99)}, all within ${say(1)}`
    }),
  ]
}
