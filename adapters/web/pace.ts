// A light hand on the brake: so many posts a minute for each person, so that a stuck key or a script cannot drown the rest.

/** Says whether this one may pass, and counts it if so. */
export type Pace = (who: string) => boolean

export function createPace(perMinute: number, clock: () => Date): Pace {
  const minutes = new Map<string, { since: number; posts: number }>()
  return (who) => {
    const now = clock().getTime()
    const minute = minutes.get(who)
    // A clock that was set back begins a new minute as well.
    if (minute === undefined || now - minute.since >= 60_000 || now < minute.since) {
      minutes.set(who, { since: now, posts: 1 })
      return true
    }
    minute.posts += 1
    return minute.posts <= perMinute
  }
}
