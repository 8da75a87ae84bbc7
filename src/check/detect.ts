// Reads a draft: what can be seen in it that matters for a ruling. Findings are hints, so a rare false one does no harm.
import { compileNames, holdsName, holdsPhrase } from './names.ts'
import { hasBirthday, hasEmail, hasLink, hasPostcode, hasYearGroup } from './patterns.ts'
import { hasShouting } from './shouting.ts'
import { findingKinds, type FindingKind } from '../guide/scenario.ts'

/** Whose names a draft is read for. */
export interface Known {
  /** People in the school's directory. */
  readonly names: readonly string[]
  /** What the school is called. */
  readonly schoolNames: readonly string[]
}

/** The kinds of things that a draft holds, each once, in the order of `findingKinds`. Nothing of the draft is kept. */
export async function detect(draft: string, { names, schoolNames }: Known): Promise<FindingKind[]> {
  const text = legible(draft)
  // These two bring a lot of data with them, which nobody should wait for who never checks a draft.
  const [{ hasPhoneNumber }, { hasInsult }] = await Promise.all([import('./phones.ts'), import('./insults.ts')])
  const finds: Readonly<Record<FindingKind, () => boolean>> = {
    'phone-number': () => hasPhoneNumber(text),
    postcode: () => hasPostcode(text),
    'email-address': () => hasEmail(text),
    'date-of-birth': () => hasBirthday(text),
    'year-group': () => hasYearGroup(text),
    'person-name': () => holdsName(text, compileNames(names)),
    'school-name': () => schoolNames.some((name) => holdsPhrase(text, name)),
    insult: () => hasInsult(text),
    shouting: () => hasShouting(text),
    link: () => hasLink(text),
  }
  return findingKinds.filter((kind) => finds[kind]())
}

/** No reader needs more, and no platform sends more than a few thousand characters. */
const mostRead = 20_000

/**
 * The same text without what only hides it from a program: letters and digits from other blocks, marks that are not
 * seen, typographic dashes and spaces.
 */
function legible(draft: string): string {
  return (
    draft
      .slice(0, mostRead)
      .normalize('NFKC')
      // Soft hyphens, zero-width and direction marks, variation selectors, keycaps, tags.
      .replace(
        /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u20E3\u{E0000}-\u{E007F}]/gu,
        '',
      )
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[‘’ʼ]/g, "'")
      .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
      .replace(/[^\S\n]/g, ' ')
  )
}
