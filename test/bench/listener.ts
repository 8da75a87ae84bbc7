// A contestant's side of a contest: a process of its own, told what to be, that says where it listens and what it uses.
import { openLog } from '../../src/command/log.ts'
import { profile } from './profile.ts'

/** What it is told: what to be, to say how much it has used or what on, or to do the work it has besides listening. */
export type Told<T> = T | 'usage' | 'profile' | 'profiled' | 'work'

/** What it says: where it listens, or how many milliseconds of a processor it has taken so far, or the work took by the clock. */
export type Said = { readonly url: string } | { readonly milliseconds: number } | { readonly lines: readonly string[] }

/** `open` resolves to the address that is listened at, and to the work that can be asked for. */
// Whoever starts a listener tells it what it is to be told.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function listenAs<T>(open: (told: T) => Promise<{ url: string; work?: () => Promise<void> }>): void {
  let work: (() => Promise<void>) | undefined
  let profiling: (() => Promise<string[]>) | undefined
  const obey = async (told: Told<T>): Promise<Said> => {
    if (told === 'usage') {
      const { user, system } = process.cpuUsage()
      return { milliseconds: (user + system) / 1000 }
    }
    if (told === 'profile') {
      profiling = await profile()
      return { lines: [] }
    }
    if (told === 'profiled') return { lines: (await profiling?.()) ?? [] }
    if (told === 'work') {
      const begun = performance.now()
      await work?.()
      return { milliseconds: performance.now() - begun }
    }
    const opened = await open(told)
    work = opened.work
    return { url: opened.url }
  }
  process.on('message', (told: Told<T>) => {
    obey(told).then(say, (error: unknown) => {
      console.error(error)
      process.exit(1)
    })
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
