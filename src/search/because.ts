// Why somebody got an answer: which of their words the section contains, and which lines of the lexicon led there.
import { wordsOf } from '../kit/text.ts'
import type { HeardLine } from './heard.ts'
import type { IndexedSection, SearchIndex } from './build.ts'
import type { Query } from './query.ts'
import type { Because } from './types.ts'
import { isStopWord, spokenForm, subjectTerms } from './terms.ts'
import { textOf } from '../policy/text.ts'

export function becauseOf(
  text: string,
  query: Query,
  { section, edition, parts }: IndexedSection,
  index: SearchIndex,
): Because {
  const held = new Set(subjectTerms(`${edition.title} ${section.title} ${textOf(section)}`))
  const holds = (phrase: string) => subjectTerms(phrase).some((term) => held.has(term))
  const typed = [...new Set(wordsOf(text).filter((word) => !isStopWord(word)))]
  const own = index.own.findIndex(({ policy }) => policy === edition.policy)
  const lines = [...query.subject.lines, ...(query.byPolicy[own]?.lines ?? [])]
    .map(({ says, means }) => ({ says, means: means.filter(holds) }))
    .filter(({ says, means }) => means.some((each) => spokenForm(each) !== spokenForm(says)))
    // The school's words and a policy's own may both hear a phrase, and a list may hear the same word twice.
    .reduce<HeardLine[]>(withLine, [])
  const likeliest = parts
    .filter((part) => (query.topics.parts[part] ?? 0) >= leastAbout)
    .toSorted((a, b) => (query.topics.parts[b] ?? 0) - (query.topics.parts[a] ?? 0))[0]
  return {
    words: typed.filter(holds),
    lines,
    about: likeliest === undefined ? undefined : index.topics.parts[likeliest]?.part.called[0],
  }
}

function withLine(lines: readonly HeardLine[], { says, means }: HeardLine): HeardLine[] {
  const same = lines.find((line) => line.says === says)
  if (same !== undefined) {
    const both = { says, means: [...new Set([...same.means, ...means])] }
    return lines.map((line) => (line === same ? both : line))
  }
  const forms = wordsOf(says).map(spokenForm)
  const isSaid = (line: HeardLine) => {
    const others = new Set(wordsOf(line.says).map(spokenForm))
    return String(line.means) === String(means) && forms.every((form) => others.has(form))
  }
  return lines.some(isSaid) ? [...lines] : [...lines, { says, means }]
}

/** From this value a question counts as being about a part of a topic. */
const leastAbout = 0.4
