// The last guard: a rejected promise that nobody handles does not end a service that others rely on. Each one is
// reported, with whose fault it is: ours is a bug, and counts as an error.
import type { Log } from '../ports/ports.ts'

export type Fault = 'library' | 'ours'

/**
 * Whose code failed: the first frame that is not Node's own. Without a trace it counts as ours, so that nothing is
 * hidden.
 */
export function faultOf(stack: string | undefined): { readonly fault: Fault; readonly at: string | undefined } {
  const frames = (stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  const at = frames.find((line) => !/\(?node:/.test(line))?.trim()
  return { fault: at?.includes('/node_modules/') === true ? 'library' : 'ours', at }
}

/**
 * Active until the returned function is called. The error's own words are left out, because they may quote what
 * somebody typed.
 */
export function guardRejections(log: Log): () => void {
  const heard = (reason: unknown) => {
    const { fault, at } = faultOf(reason instanceof Error ? reason.stack : undefined)
    const about = { name: reason instanceof Error ? reason.name : typeof reason, at }
    if (fault === 'library') log.warn(about, 'a library left a failure to nobody: the service goes on')
    else
      log.error(about, 'a failure was left to nobody: this is a bug, and the service goes on. Please report this line')
  }
  process.on('unhandledRejection', heard)
  return () => void process.off('unhandledRejection', heard)
}
