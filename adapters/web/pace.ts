// A gentle limit: so many requests a minute for each person, so that a stuck key or a script cannot crowd out the rest.

export interface Pace {
  /** Says whether this request may pass, and counts it. */
  may(who: string): boolean
  /** Whether the next one would be refused. Counts nothing. */
  full(who: string): boolean
}

export interface PaceOptions {
  /** How many may pass. */
  readonly most: number
  readonly milliseconds?: number
  /** How many people are remembered; the one not heard of for longest is forgotten first. */
  readonly known?: number
}

export function createPace({ most, milliseconds = 60_000, known = 10_000 }: PaceOptions, clock: () => Date): Pace {
  const spans = new Map<string, { since: number; times: number }>()
  const spanOf = (who: string) => {
    const now = clock().getTime()
    const span = spans.get(who)
    // A clock that was set back also starts a new minute.
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
