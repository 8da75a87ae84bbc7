// Words for the difference of two editions: which sections changed, what they said before, and what they say now.
import { compact } from '../kit/defined.ts'
import { note, plain, strong, type Block, type Rich } from '../chat/cards.ts'
import { sayList, shorten } from '../kit/text.ts'
import { sayEdition, saySection } from './cite.ts'
import { isChange, type Change, type Difference, type Sentence } from './difference.ts'
import type { Edition } from './types.ts'

/** The length that fits a card which also says other things. */
const mostSections = 12
const mostSentences = 6
const mostLetters = 400

/** For a card: a heading, a line for each section that changed, and the sentences of the first few. */
export function tellDifference(difference: Difference, since: Pick<Edition, 'id'>): readonly Block[] {
  const changes = difference.filter(isChange)
  if (changes.length === 0) return [{ kind: 'list', ordered: false, items: [plain('Every section reads as before.')] }]
  const shown = changes.slice(0, mostSections)
  const more = changes.length - shown.length
  return compact([
    { kind: 'heading', text: `What changed since ${sayEdition(since)}` },
    { kind: 'list', ordered: false, items: shown.map((change) => plain(sayChange(change))) },
    more > 0 && note(`And ${more} more.`),
    ...(changes.length <= mostDetailed ? changes.flatMap(titledSentences) : []),
  ])
}

/** If more sections than this changed, only their names are listed. */
const mostDetailed = 4

function titledSentences(change: Change): readonly Block[] {
  if (change.kind !== 'changed') return []
  return [{ kind: 'heading', text: shorten(saySection(change.section), 140) }, ...tellSentences(change.sentences)]
}

/** The sentences that went and the new ones, in order; unchanged sentences are left out. */
export function tellSentences(sentences: readonly Sentence[]): readonly Block[] {
  const changed = sentences.filter(({ kind }) => kind !== 'kept')
  const shown = changed.slice(0, mostSentences)
  const more = changed.length - shown.length
  if (shown.length === 0) return []
  return compact([
    { kind: 'list', ordered: false, items: shown.map(tellSentence) },
    more > 0 && note(`And ${more} more ${more === 1 ? 'sentence' : 'sentences'}.`),
  ])
}

function tellSentence({ kind, text }: Sentence): Rich {
  return [strong(kind === 'added' ? 'New: ' : 'No longer: '), { text: shorten(text, mostLetters) }]
}

/** "6.d Reputation: changed, 6.c before". */
export function sayChange(change: Change): string {
  switch (change.kind) {
    case 'same':
      return `${saySection(change.section)}: as before`
    case 'new':
      return `${saySection(change.section)}: new`
    case 'gone':
      return `${saySection(change.was)}: no longer there`
    case 'renumbered':
      return `${saySection(change.section)}: reads as before, as ${change.was.ref}`
    case 'retitled':
      return `${saySection(change.section)}: reads as before, under the title “${change.was.title}”`
    case 'changed': {
      const moved = change.was.ref === change.section.ref ? '' : `, ${change.was.ref} before`
      return `${saySection(change.section)}: changed${moved}`
    }
  }
}

/** One sentence: "1 section is new, 2 have changed and 19 read as before." */
export function sumUp(difference: Difference): string {
  const count = (...kinds: readonly Change['kind'][]) => difference.filter(({ kind }) => kinds.includes(kind)).length
  const counts: readonly (readonly [number, one: string, many: string])[] = [
    [count('new'), 'is new', 'are new'],
    [count('changed'), 'has changed', 'have changed'],
    [count('gone'), 'is no longer there', 'are no longer there'],
    [count('same', 'renumbered', 'retitled'), 'reads as before', 'read as before'],
  ]
  const said = counts.filter(([how]) => how > 0).map(([how, one, many]) => `${how} ${how === 1 ? one : many}`)
  return said.length === 0 ? 'There are no sections.' : `Of the sections, ${sayList(said)}.`
}

/** Line by line, for a terminal: every change with all its sentences. */
export function listDifference(difference: Difference): readonly string[] {
  return [
    sumUp(difference),
    ...difference
      .filter(isChange)
      .flatMap((change) => [
        `  ${sayChange(change)}`,
        ...(change.kind === 'changed' ? change.sentences.flatMap(listSentence) : []),
      ]),
  ]
}

function listSentence({ kind, text }: Sentence): string[] {
  return kind === 'kept' ? [] : [`    ${kind === 'added' ? '+' : '-'} ${text}`]
}
