// Faults on demand for the next calls to the connector.
import type { Operation } from './types.ts'

/** `*` stands for any operation. */
export type Faulty = Operation | '*'

export interface FaultControl {
  /**
   * The next `times` calls (1 by default) answer 429 with that `Retry-After`, in seconds; without one if `undefined`.
   */
  rateLimits(operation: Faulty, options?: { readonly times?: number; readonly retryAfter?: number | undefined }): void
  /**
   * … answer with that HTTP status (503 by default), and with Teams' own error if it has a code: 403, 404, 412, 413,
   * 5xx.
   */
  fails(
    operation: Faulty,
    options?: { readonly times?: number; readonly status?: number; readonly code?: string },
  ): void
  /** … lose the connection; with `afterwards` the call is carried out and only its answer is lost. */
  drops(operation: Faulty, options?: { readonly times?: number; readonly afterwards?: boolean }): void
  /** The next call waits for `release()`. `arrived` resolves when it is waiting. */
  holds(operation: Faulty): { readonly arrived: Promise<void>; release(): void }
  clear(): void
}

export type Fault =
  | { readonly kind: 'limit'; readonly retryAfter: number | undefined }
  | { readonly kind: 'status'; readonly status: number; readonly code: string }
  | { readonly kind: 'drop'; readonly afterwards: boolean }
  | { readonly kind: 'hold'; readonly arrived: () => void; readonly released: Promise<void> }

export interface Faults extends FaultControl {
  /** Returns the fault for this call, and uses it up. */
  take(operation: Operation): Fault | undefined
}

export function createFaults(): Faults {
  const waiting: { readonly operation: Faulty; readonly fault: Fault; left: number }[] = []
  const held = new Set<() => void>()
  const add = (operation: Faulty, fault: Fault, times = 1) => void waiting.push({ operation, fault, left: times })
  return {
    rateLimits: (operation, options = {}) =>
      add(operation, { kind: 'limit', retryAfter: 'retryAfter' in options ? options.retryAfter : 1 }, options.times),
    fails(operation, { times, status = 503, code } = {}) {
      add(operation, { kind: 'status', status, code: code ?? codes[status] ?? 'ServiceError' }, times)
    },
    drops: (operation, options = {}) =>
      add(operation, { kind: 'drop', afterwards: options.afterwards ?? false }, options.times),
    holds(operation) {
      const arrival = gate()
      const release = gate()
      held.add(release.open)
      add(operation, { kind: 'hold', arrived: arrival.open, released: release.opened })
      return { arrived: arrival.opened, release: release.open }
    },
    clear() {
      waiting.length = 0
      for (const open of held) open()
    },
    take(operation) {
      const next = waiting.find((one) => one.left > 0 && (one.operation === operation || one.operation === '*'))
      if (next !== undefined) next.left -= 1
      return next?.fault
    },
  }
}

const codes: Readonly<Record<number, string>> = {
  400: 'BadSyntax',
  401: 'BotNotRegistered',
  403: 'ForbiddenOperationException',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
