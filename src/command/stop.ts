// Stopping: waits until somebody asks for it, and then lets work in progress finish without starting anything new.
import type { Notices } from '../ports/notices.ts'
import { sleep, within, type Wait } from '../kit/wait.ts'
import type { Log } from '../ports/ports.ts'

/** npm may pass on a Ctrl-C that has already reached us. */
const echo = 500

/**
 * Resolves on a signal, or when npm is gone: npm passes a signal on to its shell, which ends without telling us. The
 * next signal ends the program at once.
 */
export function untilStopped({ underNpm }: { underNpm: boolean }): Promise<void> {
  return new Promise((resolve) => {
    let since: number | undefined
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (since !== undefined && (!underNpm || performance.now() - since > echo)) process.exit(1)
        since ??= performance.now()
        resolve()
      })
    if (!underNpm) return
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      resolve()
    }, 250)
    watch.unref()
  })
}

/**
 * Notices of which none can be claimed any more once `close` has been called: what is already claimed is sent and
 * recorded.
 */
export function closable(notices: Notices): {
  readonly notices: Notices
  /** Between two notices; over as soon as none is claimed any more. */
  readonly pause: Wait
  close(): void
} {
  let closed = false
  const pausing = new Set<() => void>()
  return {
    notices: { ...notices, claim: (claim) => (closed ? Promise.resolve(undefined) : notices.claim(claim)) },
    async pause(ms) {
      if (closed) return
      let end = () => {}
      const ended = new Promise<void>((resolve) => (end = resolve))
      pausing.add(end)
      await Promise.race([sleep(ms), ended])
      pausing.delete(end)
    },
    close() {
      closed = true
      for (const end of pausing) end()
    },
  }
}

/** Milliseconds that each part may take to close; a part that hangs must not hold up the others. */
const patience = 25_000

/** One after the other. The process ends soon after, whatever is left. */
export async function closeAll(closing: readonly (() => Promise<void>)[], log: Log): Promise<void> {
  // A timer alone does not keep a process alive.
  const awake = setInterval(() => undefined, 1_000)
  for (const close of closing) {
    try {
      const closed = await within(
        sleep,
        patience,
        close().then(() => true),
      )
      if (closed === undefined) log.warn({ seconds: patience / 1_000 }, 'a part did not close in time')
    } catch (error) {
      log.error({ error }, 'a part could not be closed')
    }
  }
  clearInterval(awake)
  setTimeout(() => process.exit(), 1_000).unref()
}

/** Unanswered messages are reported: nobody should think that they are lost, or that nothing is waiting. */
export function farewell(left: number | undefined): readonly string[] {
  const safe = 'Stopped. Everything that was kept is safe.'
  if (left === undefined) return ['Stopped. The store did not say whether something is left to answer.']
  if (left === 0) return [safe]
  const answers = left === 1 ? '1 answer' : `${left} answers`
  return [safe, `${answers} could not be sent yet, and will be after the next start.`]
}
