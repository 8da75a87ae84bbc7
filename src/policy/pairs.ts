// Which section of a new edition is which of the old one, though its number, title or text have changed.
import { sentencesOf } from '../kit/text.ts'
import { bare, bareText, piecesOf } from './bare.ts'
import type { Section } from './types.ts'

/** A text that stands more often than this is no sign of anything: "The headteacher decides." */
const mostOften = 8

/**
 * Sections of `now` with those of `was` that they continue, each at most once. Surest first: the same text under the
 * same number, the same text, the same number and title, the same title, most sentences in common.
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

/** Sections by name, without those that share theirs. */
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
  /** Letters in common sentences. */
  readonly common: number
}

/** Pairs with half of the shorter text in common, likest first; between equals, the same number first. */
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
