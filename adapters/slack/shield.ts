// What the SDK does with a message is a promise that nobody there listens to: one that is malformed, or an acknowledgement
// on a line that has just gone, would end the process. Here somebody listens.
import type { Log } from '../../src/ports/ports.ts'

interface Emitter {
  listeners(event: string): readonly unknown[]
  removeAllListeners(event: string): unknown
  on(event: string, listener: (...args: readonly unknown[]) => void): unknown
}

/** Stands between the emitter and all that listen to this event by now. */
export function shield(emitter: Emitter, event: string, log: Log): void {
  const before = emitter.listeners(event).filter((each) => typeof each === 'function')
  emitter.removeAllListeners(event)
  for (const listener of before) {
    emitter.on(event, (...args) => {
      hearOut(() => Reflect.apply(listener, emitter, args) as unknown).catch((error: unknown) => {
        log.warn({ event, name: error instanceof Error ? error.name : typeof error }, 'slack sent what cannot be read')
      })
    })
  }
}

/** What is thrown at once as well as what is rejected later. */
async function hearOut(act: () => unknown): Promise<void> {
  await act()
}
