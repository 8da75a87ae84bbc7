// Makes policies to fill a shelf: words common to all policies stay as in real ones, and the words of a subject are
// replaced by invented ones, so that no question is about these policies.
import { termsOf } from '../../src/search/terms.ts'
import { textOf } from '../../src/policy/text.ts'
import type { Edition, Policy, Section } from '../../src/policy/types.ts'

export function quietPolicies(from: readonly Policy[], count: number): Policy[] {
  const editions = from.flatMap(({ editions }) => editions.slice(0, 1))
  const common = commonTerms(editions)
  return Array.from({ length: Math.max(0, count) }, (_, at): Policy => {
    const model = editions[at % editions.length]
    if (model === undefined) throw new Error('There is no policy to make a quiet one from.')
    const id = `quiet-${at + 1}`
    const quiet = (text: string) => quieten(text, common, at)
    const sections = model.sections.map((section): Section => ({
      ...section,
      title: quiet(section.title),
      parts: section.parts.map((part) =>
        part.kind === 'list' ? { ...part, items: part.items.map(quiet) } : { ...part, text: quiet(part.text) },
      ),
    }))
    const edition: Edition = { ...model, policy: id, title: `${word(at * 7 + 1)} Policy`, sections }
    return {
      id,
      number: undefined,
      title: edition.title,
      owner: 'The office',
      ask: { who: 'the office', why: 'The office can help.', cites: '1' },
      declaration: undefined,
      editions: [edition],
    }
  })
}

/** Terms that occur in at least three of the policies. */
function commonTerms(editions: readonly Edition[]): ReadonlySet<string> {
  const held = new Map<string, number>()
  for (const { sections } of editions) {
    const terms = new Set(sections.flatMap((section) => termsOf(`${section.title} ${textOf(section)}`)))
    for (const term of terms) held.set(term, (held.get(term) ?? 0) + 1)
  }
  return new Set([...held].filter(([, count]) => count >= 3).map(([term]) => term))
}

function quieten(text: string, common: ReadonlySet<string>, at: number): string {
  return text.replace(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu, (found) => {
    const [term] = termsOf(found)
    if (term === undefined || common.has(term)) return found
    let hash = at + 1
    for (const letter of found.toLowerCase()) hash = (hash * 31 + letter.charCodeAt(0)) % 99_991
    return word(hash)
  })
}

const syllables = [
  'bra',
  'dol',
  'fen',
  'gim',
  'hux',
  'jor',
  'kel',
  'lum',
  'mor',
  'nid',
  'pov',
  'quo',
  'ruz',
  'sab',
  'tev',
  'wix',
  'yop',
]

function word(seed: number): string {
  const of = (n: number) => syllables[Math.floor(seed / n) % syllables.length] ?? ''
  return of(1) + of(17) + of(289)
}
