// Reads a draft for what matters to a ruling, and where it stands. Findings are hints: a person can set one aside.
import { placesOfPhrase } from '../kit/personal/directory.ts'
import { legible } from '../kit/personal/legible.ts'
import { overlap, readPersonal } from '../kit/personal/read.ts'
import { tokensOf } from '../kit/personal/tokens.ts'
import type { PersonalSpan } from '../kit/personal/types.ts'
import { placesOfLinks, placesOfYearGroups } from './patterns.ts'
import { placesOfSensitive } from './sensitive.ts'
import { placesOfShouting } from './shouting.ts'
import { findingKinds, type Finding, type FindingKind } from '../guide/scenario.ts'
import { placesOfOtherLanguage, placesOfPictures } from './unread.ts'

/** The names to look for in a draft. */
export interface KnownNames {
  /** People in the school's directory. */
  readonly names: readonly string[]
  /** The names by which the school is known. */
  readonly schoolNames: readonly string[]
}

/** The kinds of things that a draft holds, each once, in the order of `findingKinds`. Nothing of the draft is kept. */
export async function detect(draft: string, known: KnownNames): Promise<FindingKind[]> {
  return (await readDraft(draft, known)).map(({ kind }) => kind)
}

/**
 * Like `detect`, with the passages of the draft that show each finding. They are shown to the person only, and never
 * kept.
 */
export async function readDraft(draft: string, { names, schoolNames }: KnownNames): Promise<Finding[]> {
  const typed = draft.slice(0, mostRead)
  const { text, placeOf } = legible(typed)
  // These two load a lot of data, so they are loaded with the first check.
  const [{ placesOfPhones }, { placesOfInsults }] = await Promise.all([import('./phones.ts'), import('./insults.ts')])
  const tokens = tokensOf(text)
  const school = schoolNames.flatMap((name) => placesOfPhrase('school-name', tokens, name))
  const personal = readPersonal(text, names).filter(
    ({ kind, ...seen }) => kind !== 'name' || !school.some((each) => overlap(each, seen)),
  )
  const named = personal.filter(({ kind }) => kind === 'name' || kind === 'pupil-name' || kind === 'person-name')
  const seen: readonly PersonalSpan<FindingKind>[] = [
    ...personal,
    ...school,
    ...placesOfPhones(text),
    ...placesOfYearGroups(text),
    ...placesOfSensitive(text, named),
    ...placesOfInsults(text),
    ...placesOfShouting(text),
    ...placesOfLinks(text),
    ...placesOfPictures(text),
    ...placesOfOtherLanguage(text),
  ]
  return findingKinds.flatMap((kind): Finding[] => {
    const places = seen.filter((each) => each.kind === kind).toSorted((one, two) => one.start - two.start)
    if (places.length === 0) return []
    const passages = places.map(({ start, end }) => typed.slice(placeOf(start), placeOf(end)).trim())
    return [{ kind, passages: [...new Set(passages)] }]
  })
}

/** More than any reader needs, and more than any platform sends. */
const mostRead = 20_000
