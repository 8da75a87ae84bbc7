// The journal from its first entry to its last, page by page.
import type { Entry } from '../journal/types.ts'
import type { Journal, KeptEntry } from '../ports/evidence.ts'

export async function* entriesIn(journal: Pick<Journal, 'entries'>): AsyncGenerator<Entry> {
  yield* all(
    (after) => journal.entries(after, pageSize),
    ({ seq }) => seq,
  )
}

/** With what each entry hides. */
export async function* keptIn(journal: Pick<Journal, 'kept'>): AsyncGenerator<KeptEntry> {
  yield* all(
    (after) => journal.kept(after, pageSize),
    ({ entry }) => entry.seq,
  )
}

const pageSize = 1_000

async function* all<T>(
  pageAfter: (seq: number) => Promise<readonly T[]>,
  seqOf: (each: T) => number,
): AsyncGenerator<T> {
  let after = 0
  for (;;) {
    const page = await pageAfter(after)
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = seqOf(last)
  }
}
