// Faults on demand for the next calls of a method.
import type { FaultControl } from './controls.ts'

export type Fault =
  | { readonly kind: 'limit'; readonly retryAfter: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'drop'; readonly afterwards: boolean }
  | { readonly kind: 'refuse'; readonly error: string }
  | { readonly kind: 'hold'; readonly arrived: () => void; readonly released: Promise<void> }

export interface Faults extends FaultControl {
  /** Returns the fault for this call, and uses it up. */
  take(method: string): Fault | undefined
  readonly postingLimited: boolean
}

/** `now` gives Slack's own time. */
export function createFaults(now: () => Date): Faults {
  const waiting: { readonly method: string; readonly fault: Fault; left: number }[] = []
  const held = new Set<() => void>()
  let postingLimited = false
  let allowed: { readonly method: string; readonly take: () => boolean } | undefined
  const add = (method: string, fault: Fault, times = 1) => void waiting.push({ method, fault, left: times })
  return {
    rateLimits: (method, options = {}) =>
      add(method, { kind: 'limit', retryAfter: options.retryAfter ?? 1 }, options.times),
    fails: (method, options = {}) => add(method, { kind: 'status', status: options.status ?? 503 }, options.times),
    drops: (method, options = {}) =>
      add(method, { kind: 'drop', afterwards: options.afterwards ?? false }, options.times),
    refuses: (method, error, options = {}) => add(method, { kind: 'refuse', error }, options.times),
    holds(method) {
      const arrival = gate()
      const release = gate()
      held.add(release.open)
      add(method, { kind: 'hold', arrived: arrival.open, released: release.opened })
      return { arrived: arrival.opened, release: release.open }
    },
    allows(method, perSecond) {
      allowed = { method, take: inEachSecond(perSecond, now) }
    },
    limitsPosting(on) {
      postingLimited = on
    },
    clear() {
      waiting.length = 0
      postingLimited = false
      allowed = undefined
      for (const open of held) open()
    },
    take(method) {
      if (allowed?.method === method && !allowed.take()) return { kind: 'limit', retryAfter: 1 }
      const next = waiting.find((one) => one.left > 0 && (one.method === method || one.method === '*'))
      if (next !== undefined) next.left -= 1
      return next?.fault
    },
    get postingLimited() {
      return postingLimited
    },
  }
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** Returns a function that is true this many times in each second. */
function inEachSecond(times: number, now: () => Date): () => boolean {
  let [second, taken] = [NaN, 0]
  return () => {
    const at = Math.floor(now().getTime() / 1_000)
    if (at !== second) [second, taken] = [at, 0]
    taken += 1
    return taken <= times
  }
}
