// A word that people use, added to the school's words: it finds what the policies call otherwise. It is written into
// words.yaml as somebody would write it by hand, with every comment kept.
import { isSeq, parseDocument, YAMLSeq } from 'yaml'
import { findFiles } from '../library/files.ts'
import { redact } from '../kit/redact.ts'
import { shorten, wordsOf } from '../kit/text.ts'
import { textOf } from '../policy/text.ts'
import type { OfficeRequest } from '../ports/office.ts'
import { knowsWord } from '../search/query.ts'
import { stem } from '../search/terms.ts'
import type { WordEntry } from '../search/types.ts'
import type { Desk } from '../turn/desk.ts'
import { hashIn, saveAll, type Saved } from './save.ts'
import type { Insider, World } from './world.ts'

/** As typed, without names. Words and phrases stand between commas. */
export interface WishedWord {
  readonly says: string
  readonly means: string
  /** A policy's id, or nothing for every policy. */
  readonly policy: string
}

export const noWord: WishedWord = { says: '', means: '', policy: '' }

export async function wishWord(
  { ports }: Pick<World, 'ports'>,
  { index }: Desk,
  fields: OfficeRequest['fields'],
): Promise<WishedWord> {
  const names = await ports.directory.names()
  const clean = (typed = '') =>
    redact(shorten(typed.trim(), longest), { names, isCommon: (word) => knowsWord(word, index) })
  return {
    says: clean(fields['word-says']),
    means: clean(fields['word-means']),
    policy: fields['word-policy'] ?? '',
  }
}

/** The entry, or a sentence where it cannot be one. */
export function readWord({ says, means, policy }: WishedWord, { shelf }: Desk): WordEntry | string {
  const [said, meant] = [phrasesIn(says), phrasesIn(means)]
  if (said.length === 0) return 'Write the word that people use.'
  if (meant.length === 0) return 'Write what the policies call it.'
  const editions = (policy === '' ? shelf.policies.map(({ id }) => id) : [policy]).flatMap((id) => {
    const edition = shelf.edition(id)
    return edition === undefined ? [] : [edition]
  })
  if (editions.length === 0) return 'Choose the policy.'
  const held = new Set(
    editions.flatMap(({ title, sections }) =>
      [title, ...sections.flatMap((each) => [each.title, textOf(each)])].flatMap(wordsOf).map(stem),
    ),
  )
  const missing = meant.find(
    (phrase) =>
      !wordsOf(phrase)
        .map(stem)
        .every((word) => held.has(word)),
  )
  if (missing !== undefined) return `No section says “${missing}”. Choose words that stand in the section.`
  return policy === '' ? { says: said, means: meant } : { policy, says: said, means: meant }
}

export function saveWord(world: World, insider: Insider, entry: WordEntry): Promise<Saved> {
  const path = entry.policy === undefined ? 'words.yaml' : `policies/${entry.policy}/words.yaml`
  const before = findFiles(world).find((each) => each.path === path)?.source
  return saveAll(world, insider, [{ path, source: withWord(before, entry), seen: hashIn(world.home, path) }])
}

export function withWord(source: string | undefined, { says, means }: WordEntry): string {
  const document = parseDocument(source ?? beginning)
  const list = isSeq(document.contents) ? document.contents : new YAMLSeq(document.schema)
  const inLine = (words: readonly string[]) => document.createNode(words, { flow: true })
  list.flow = false
  list.add(document.createNode({ says: inLine(says), means: inLine(means) }))
  // An empty file has no list yet.
  const whole: { contents: unknown } = document
  whole.contents = list
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

const beginning = '# What people say, and what the policies say for it.\n'
const longest = 200

function phrasesIn(typed: string): string[] {
  const phrases = typed.split(/[,;\n]/).map((each) => each.trim().replace(/\s+/g, ' '))
  return [...new Set(phrases.filter((each) => wordsOf(each).length > 0))]
}
