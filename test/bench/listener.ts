// A contestant's side of a contest: a process of its own, told what to be, that says where it listens and what it uses.
import { openLog } from '../../src/command/log.ts'

/** What it is told: what to be, or to say how much it has used. */
export type Told<T> = T | 'usage'

/** What it says: where it listens, or how many milliseconds of a processor it has taken so far. */
export type Said = { readonly url: string } | { readonly milliseconds: number }

/** `open` resolves to the address that is listened at. */
// Whoever starts a listener tells it what it is to be told.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function listenAs<T>(open: (told: T) => Promise<string>): void {
  process.on('message', (told: Told<T>) => {
    if (told === 'usage') {
      const { user, system } = process.cpuUsage()
      say({ milliseconds: (user + system) / 1000 })
      return
    }
    open(told).then(
      (url) => say({ url }),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
  process.once('disconnect', () => process.exit(0))
}

function say(said: Said): void {
  process.send?.(said)
}

const nothing = () => undefined
export const quiet = { info: nothing, warn: nothing, error: nothing }

/** A school's own log, thrown away: what it costs belongs to every answer. */
export const unread = openLog('info', { write: nothing })
