// What a test can do to the connection and to the calls: drop it, hold them, limit them.

export interface SocketControl {
  /** Live connections. */
  readonly count: number
  /** Resolves when there are at least that many live connections. */
  connected(count?: number): Promise<void>
  /** `warning`: this connection goes soon. `refresh_requested`: it goes now. The app is expected to connect anew. */
  disconnects(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void
  /** The cable is pulled: no close frame. */
  drops(): void
  /** Resolves when every connection has answered with a pong. */
  pings(): Promise<void>
  /** Sends anything at all, to see that it is survived. */
  sendsRaw(text: string): void
}

export interface FaultControl {
  /** The next `times` (1) calls of `method` (`*` for any) answer 429 with that `Retry-After`, in seconds. */
  rateLimits(method: string, options?: { readonly times?: number; readonly retryAfter?: number }): void
  /** … answer with that HTTP status and no JSON. */
  fails(method: string, options?: { readonly times?: number; readonly status?: number }): void
  /** … lose the connection; `afterwards` means that the call was carried out and only its answer was lost. */
  drops(method: string, options?: { readonly times?: number; readonly afterwards?: boolean }): void
  /** … answer `{ ok: false, error }`. */
  refuses(method: string, error: string, options?: { readonly times?: number }): void
  /** The next call of `method` waits for `release()`. `arrived` resolves when it is waiting. */
  holds(method: string): { readonly arrived: Promise<void>; release(): void }
  /** From now on only so many calls of `method` in each second; the others answer 429 and may come again a second later. */
  allows(method: string, perSecond: number): void
  /** Slack's one message a second for each channel, by the given clock. Off at the start. */
  limitsPosting(on: boolean): void
  clear(): void
}
