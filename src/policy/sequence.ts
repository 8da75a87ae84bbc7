// Finds what was kept, added and removed between two ordered lists. Every comparison of texts uses it.

export interface SequenceStep<T> {
  readonly kind: 'kept' | 'added' | 'removed'
  readonly item: T
}

/** The largest number of pairs that are compared one by one. A longer stretch without a landmark counts as replaced. */
const mostPairs = 250_000

/**
 * Each item of `was` is kept or removed, each item of `now` kept or added, in order; removed items come before what
 * replaces them. Two items are equal when their keys are.
 */
export function compareLists<T>(
  was: readonly T[],
  now: readonly T[],
  keyOf: (item: T) => string,
): readonly SequenceStep<T>[] {
  const old = was.map((item) => ({ item, key: keyOf(item) }))
  const next = now.map((item) => ({ item, key: keyOf(item) }))
  return between(old, next)
}

interface Keyed<T> {
  readonly item: T
  readonly key: string
}

function between<T>(was: readonly Keyed<T>[], now: readonly Keyed<T>[]): SequenceStep<T>[] {
  let start = 0
  while (start < was.length && start < now.length && was[start]?.key === now[start]?.key) start++
  let end = 0
  const most = Math.min(was.length, now.length) - start
  while (end < most && was.at(-1 - end)?.key === now.at(-1 - end)?.key) end++
  return [
    ...all('kept', now.slice(0, start)),
    ...inside(was.slice(start, was.length - end), now.slice(start, now.length - end)),
    ...all('kept', now.slice(now.length - end)),
  ]
}

/** The stretch that is left once the equal beginning and end are taken away. */
function inside<T>(was: readonly Keyed<T>[], now: readonly Keyed<T>[]): SequenceStep<T>[] {
  if (was.length === 0 || now.length === 0) return replaced(was, now)
  if (was.length * now.length <= mostPairs) return inPairs(was, now)
  const marks = landmarks(was, now)
  if (marks.length === 0) return replaced(was, now)
  const steps: SequenceStep<T>[] = []
  let [fromOld, fromNew] = [0, 0]
  for (const { old, next } of marks) {
    for (const step of between(was.slice(fromOld, old), now.slice(fromNew, next))) steps.push(step)
    for (const step of all('kept', now.slice(next, next + 1))) steps.push(step)
    ;[fromOld, fromNew] = [old + 1, next + 1]
  }
  for (const step of between(was.slice(fromOld), now.slice(fromNew))) steps.push(step)
  return steps
}

function replaced<T>(was: readonly Keyed<T>[], now: readonly Keyed<T>[]): SequenceStep<T>[] {
  return [...all('removed', was), ...all('added', now)]
}

function all<T>(kind: SequenceStep<T>['kind'], items: readonly Keyed<T>[]): SequenceStep<T>[] {
  return items.map(({ item }) => ({ kind, item }))
}

/** Reads the longest common subsequence off the table of lengths. */
function inPairs<T>(was: readonly Keyed<T>[], now: readonly Keyed<T>[]): SequenceStep<T>[] {
  const lengthFrom = lengths(was, now)
  const steps: SequenceStep<T>[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [old, next] = [was[i], now[j]]
    if (old === undefined || next === undefined) return [...steps, ...replaced(was.slice(i), now.slice(j))]
    const other = lengthFrom(i + 1, j) >= lengthFrom(i, j + 1) ? 'removed' : 'added'
    const kind = old.key === next.key ? 'kept' : other
    steps.push({ kind, item: kind === 'removed' ? old.item : next.item })
    i += Number(kind !== 'added')
    j += Number(kind !== 'removed')
  }
}

/** The table: for each `i` and `j`, the length of the longest common subsequence of what begins there. */
function lengths<T>(was: readonly Keyed<T>[], now: readonly Keyed<T>[]): (i: number, j: number) => number {
  const width = now.length + 1
  const table = new Uint32Array((was.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = was.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const same = was[i]?.key === now[j]?.key
      table[i * width + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return at
}

interface Landmark {
  readonly old: number
  readonly next: number
}

/** The items that occur once in each list, reduced to the longest run that has the same order in both. */
function landmarks<T>(was: readonly Keyed<T>[], now: readonly Keyed<T>[]): readonly Landmark[] {
  const places = onceIn(now)
  const pairs = [...onceIn(was)].flatMap(([key, old]): Landmark[] => {
    const next = places.get(key)
    return next === undefined ? [] : [{ old, next }]
  })
  return rising(pairs.toSorted((a, b) => a.old - b.old))
}

function onceIn<T>(items: readonly Keyed<T>[]): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  items.forEach(({ key }, at) => {
    if (places.has(key)) twice.add(key)
    places.set(key, at)
  })
  for (const key of twice) places.delete(key)
  return places
}

/** The longest subsequence with rising `next` (patience sorting). */
function rising(pairs: readonly Landmark[]): readonly Landmark[] {
  const tops: { readonly pair: Landmark; readonly before: number }[] = []
  const piles: number[] = []
  for (const pair of pairs) {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tops[piles[middle] ?? 0]?.pair.next ?? 0) < pair.next) low = middle + 1
      else high = middle
    }
    tops.push({ pair, before: low > 0 ? (piles[low - 1] ?? -1) : -1 })
    piles[low] = tops.length - 1
  }
  const run: Landmark[] = []
  for (let top = tops[piles.at(-1) ?? -1]; top !== undefined; top = tops[top.before]) run.push(top.pair)
  return run.toReversed()
}
