// How a test controls the connection and the calls: drops, holds, limits.

export interface SocketControl {
  /** Live connections. */
  readonly count: number
  /** Resolves when there are at least that many live connections. */
  connected(count?: number): Promise<void>
  /**
   * `warning`: this connection closes soon. `refresh_requested`: it closes now. The app is expected to connect again.
   */
  disconnects(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void
  /** Cuts the connections without a close frame. */
  drops(): void
  /** Resolves when every connection has answered with a pong. */
  pings(): Promise<void>
  /** Sends arbitrary text, which the app must survive. */
  sendsRaw(text: string): void
}

export interface FaultControl {
  /** The next `times` calls (1 by default) of `method` (`*` for any) answer 429 with that `Retry-After`, in seconds. */
  rateLimits(method: string, options?: { readonly times?: number; readonly retryAfter?: number }): void
  /** … answer with that HTTP status (503 by default) and the error `internal_error`. */
  fails(method: string, options?: { readonly times?: number; readonly status?: number }): void
  /** … lose the connection; with `afterwards` the call is carried out and only its answer is lost. */
  drops(method: string, options?: { readonly times?: number; readonly afterwards?: boolean }): void
  /** … answer `{ ok: false, error }`. */
  refuses(method: string, error: string, options?: { readonly times?: number }): void
  /** The next call of `method` waits for `release()`. `arrived` resolves when it is waiting. */
  holds(method: string): { readonly arrived: Promise<void>; release(): void }
  /**
   * From now on only this many calls of `method` succeed per second; the others answer 429, to try again after a
   * second.
   */
  allows(method: string, perSecond: number): void
  /** Turns on Slack's limit of one message per second in each channel, by the given clock. Off at the start. */
  limitsPosting(on: boolean): void
  clear(): void
}
