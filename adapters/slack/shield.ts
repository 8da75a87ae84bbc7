// The SDK handles a message in a promise that it does not watch, so a malformed message, or an acknowledgement on a
// connection that has just closed, would end the process. Here it is watched.
import type { Log } from '../../src/ports/ports.ts'

interface Emitter {
  listeners(event: string): readonly unknown[]
  removeAllListeners(event: string): unknown
  on(event: string, listener: (...args: readonly unknown[]) => void): unknown
}

/** Wraps every listener that this event has at the moment. */
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

/** Catches what is thrown immediately and what is rejected later. */
async function hearOut(act: () => unknown): Promise<void> {
  await act()
}
