// A light hand on the brake: so many times a minute for each, so that a stuck key or a script cannot drown the rest.

export interface Pace {
  /** Says whether this one may pass, and counts it. */
  may(who: string): boolean
  /** Whether the next one may not pass. Counts nothing. */
  full(who: string): boolean
}

export interface PaceOptions {
  /** Times that are let pass. */
  readonly most: number
  readonly milliseconds?: number
  /** How many are remembered; the one longest unheard of is forgotten first. */
  readonly known?: number
}

export function createPace({ most, milliseconds = 60_000, known = 10_000 }: PaceOptions, clock: () => Date): Pace {
  const spans = new Map<string, { since: number; times: number }>()
  const spanOf = (who: string) => {
    const now = clock().getTime()
    const span = spans.get(who)
    // A clock that was set back begins a new span as well.
    const over = span === undefined || now - span.since >= milliseconds || now < span.since
    return over ? { since: now, times: 0 } : span
  }
  return {
    may(who) {
      const span = spanOf(who)
      spans.delete(who)
      spans.set(who, { ...span, times: span.times + 1 })
      for (const oldest of spans.keys()) {
        if (spans.size <= known) break
        spans.delete(oldest)
      }
      return span.times < most
    },
    full: (who) => spanOf(who).times >= most,
  }
}
