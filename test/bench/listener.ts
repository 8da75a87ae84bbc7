// The listener's side of a contest: a process that is told what to be, and then says where it listens and what it uses.
import { openLog } from '../../src/command/log.ts'
import { profile } from './profile.ts'

/** What it can be told: what to be, to report its processor time or profile, or to do its work besides listening. */
export type Told<T> = T | 'usage' | 'profile' | 'profiled' | 'work'

/**
 * What it answers: where it listens, the processor time used so far or the elapsed time of its work, or a profile's
 * lines.
 */
export type Said = { readonly url: string } | { readonly milliseconds: number } | { readonly lines: readonly string[] }

/** `open` resolves to the address that the listener serves, and to the work that can be asked of it. */
// The caller states T: the type of what the starting process tells its listener.
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

/** The log as a school has it, with its output thrown away, because every answer includes the cost of logging. */
export const unread = openLog('info', { write: nothing })
