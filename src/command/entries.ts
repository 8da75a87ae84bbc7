// The journal from its first entry to its last, a page at a time.
import type { Entry } from '../journal/types.ts'
import type { Journal } from '../ports.ts'

export async function* entriesIn(journal: Pick<Journal, 'entries'>): AsyncGenerator<Entry> {
  let after = 0
  for (;;) {
    const page = await journal.entries(after, pageSize)
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.seq
  }
}

const pageSize = 1_000
