// Pairs the sections of a new edition with those of the old one, even if number, title or text changed.
import { sentencesOf } from '../kit/text.ts'
import { bare, bareText, piecesOf } from './bare.ts'
import type { Section } from './types.ts'

/** A text that occurs more often than this proves nothing, such as "The headteacher decides." */
const mostOften = 8

/**
 * Pairs each section of `now` with the section of `was` that it continues; each is used at most once. The surest signs
 * come first: same text and number, same text, same number and title, same title, most sentences in common.
 */
export function pairSections(was: readonly Section[], now: readonly Section[]): ReadonlyMap<Section, Section> {
  const pairs = new Map<Section, Section>()
  const taken = new Set<Section>()
  const pair = (section: Section, old: Section) => {
    pairs.set(section, old)
    taken.add(old)
  }
  const free = () => ({
    old: was.filter((each) => !taken.has(each)),
    left: now.filter((each) => !pairs.has(each)),
  })
  const titled = (section: Section) => bare(section.title)
  const written = (section: Section) => bareText(section)
  for (const nameOf of [
    (section: Section) => `${section.ref}\n${titled(section)}\n${written(section)}`,
    (section: Section) => (written(section) === '' ? undefined : `${section.ref}\n${written(section)}`),
    (section: Section) => (written(section) === '' ? undefined : `${titled(section)}\n${written(section)}`),
    (section: Section) => (written(section) === '' ? undefined : written(section)),
    (section: Section) => `${section.ref}\n${titled(section)}`,
    (section: Section) => titled(section),
  ]) {
    const { old, left } = free()
    const names = onlyOnes(old, nameOf)
    for (const [name, section] of onlyOnes(left, nameOf)) {
      const partner = names.get(name)
      if (partner !== undefined) pair(section, partner)
    }
  }
  const { old, left } = free()
  for (const { section, old: partner } of byCommonSentences(old, left)) {
    if (!pairs.has(section) && !taken.has(partner)) pair(section, partner)
  }
  return pairs
}

/** Sections by title; a title that occurs twice is left out. */
function onlyOnes(
  sections: readonly Section[],
  nameOf: (section: Section) => string | undefined,
): ReadonlyMap<string, Section> {
  const found = new Map<string, Section>()
  const twice = new Set<string>()
  for (const section of sections) {
    const name = nameOf(section)
    if (name === undefined) continue
    if (found.has(name)) twice.add(name)
    found.set(name, section)
  }
  for (const name of twice) found.delete(name)
  return found
}

interface Likeness {
  readonly section: Section
  readonly old: Section
  /** The number of letters in the sentences that both share. */
  readonly common: number
}

/**
 * Pairs that share at least half of the shorter text, the most similar first; between equals, those with the same
 * number.
 */
function byCommonSentences(was: readonly Section[], now: readonly Section[]): readonly Likeness[] {
  const holders = new Map<string, Set<Section>>()
  for (const section of was) {
    for (const sentence of bareSentences(section)) {
      const held = holders.get(sentence)
      if (held === undefined) holders.set(sentence, new Set([section]))
      else held.add(section)
    }
  }
  const found: Likeness[] = []
  for (const section of now) {
    const common = new Map<Section, number>()
    for (const sentence of bareSentences(section)) {
      const held = holders.get(sentence)
      if (held === undefined || held.size > mostOften) continue
      for (const old of held) common.set(old, (common.get(old) ?? 0) + sentence.length)
    }
    const own = bareText(section).length
    for (const [old, letters] of common) {
      if (2 * letters >= Math.min(own, bareText(old).length)) found.push({ section, old, common: letters })
    }
  }
  const sameRef = ({ section, old }: Likeness) => Number(section.ref === old.ref)
  return found.toSorted((a, b) => b.common - a.common || sameRef(b) - sameRef(a))
}

function bareSentences({ parts }: Section): ReadonlySet<string> {
  return new Set(
    parts
      .flatMap(piecesOf)
      .flatMap(sentencesOf)
      .map(bare)
      .filter((sentence) => sentence !== ''),
  )
}
