// What people asked, as SLT may read it: each text is redacted once more with the names that are known now.
import { defined } from '../kit/defined.ts'
import { redact } from '../kit/redact.ts'
import { shorten } from '../kit/text.ts'
import { knowsWord } from '../search/query.ts'
import type { KeptQuestion } from '../ports/ports.ts'
import type { DigestReading } from './read-from.ts'
import type { FirstOf, DigestQuestions } from './types.ts'

const mostShown = 5
const mostCounted = 200
const mostSections = 5
/** In characters. */
const longest = 160

const none: DigestQuestions = {
  unanswered: { first: [], count: 0 },
  unhelpful: { first: [], count: 0 },
  mostAsked: [],
  asked: 0,
}

/** Without `since` there are none. */
export async function readQuestions({ ports, desk }: DigestReading, since: Date | undefined): Promise<DigestQuestions> {
  if (since === undefined) return none
  const { store, directory } = ports
  const counts = await store.questionCounts(since)
  const asked = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (asked === 0) return none
  const unanswered = await store.questions({ which: 'unanswered', since, most: mostShown })
  const unhelpful = await store.questions({ which: 'unhelpful', since, most: mostCounted })
  const names = unanswered.length + unhelpful.length === 0 ? [] : await directory.names()
  const isCommon = (word: string) => knowsWord(word, desk.index)
  const show = (questions: readonly KeptQuestion[]) =>
    questions.slice(0, mostShown).map(({ text }) => redact(shorten(text, longest), { names, isCommon }))
  const marked: FirstOf<string> = {
    first: show(unhelpful),
    count: unhelpful.length,
    ...defined({ uncounted: unhelpful.length === mostCounted ? true : undefined }),
  }
  return {
    unanswered: { first: show(unanswered), count: counts.unsure + counts['not-covered'] },
    unhelpful: marked,
    mostAsked: await store.mostAsked({ since, most: mostSections }),
    asked,
  }
}
