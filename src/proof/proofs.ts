// Checks what belongs to an entry: the words signed, the statements confirmed, and what it hides.
import { saltedHashes, sha256 } from '../kit/hash.ts'
import type { Hidden, Journal, KeptEntry } from '../ports/evidence.ts'
import { breach, type Broken } from '../journal/chain.ts'
import type { Entry, FactOf, Fact } from '../journal/types.ts'

export type ProofPorts = Pick<Journal, 'wording' | 'historyOf'>

export interface Proofs {
  /** Reads the texts that these entries name; to be awaited before any of them is taken. */
  prepare(page: readonly KeptEntry[]): Promise<void>
  /** At once, because a million waits take longer than the hashing. */
  take(kept: KeptEntry): Broken | undefined
  /** To be asked after the last entry: whether everything that is no longer kept was erased by a decision. */
  end(): Promise<Broken | undefined>
  /** The number of entries whose hidden part was erased. */
  readonly erased: number
}

export function checkProofs(kept: ProofPorts): Proofs {
  const texts = readTexts(kept)
  /** For each person, the first entry whose hidden part is missing. */
  const gone = new Map<string, number>()
  let erased = 0
  return {
    prepare: texts.prepare,
    take({ entry, hidden: clear }) {
      if (isErasing(entry.fact)) gone.delete(entry.fact.person)
      const hidden = checkHidden(entry, clear)
      if (hidden === 'changed') return breach(entry.seq, 'hidden')
      if (hidden === 'gone') {
        // What the directory said about somebody is erased too; those entries were counted elsewhere.
        if (entry.fact.kind !== 'directory') erased += 1
        const person = 'person' in entry.fact ? entry.fact.person : ''
        if (!gone.has(person)) gone.set(person, entry.seq)
      }
      return entry.fact.kind === 'signed' ? checkWords(entry.seq, entry.fact, texts) : undefined
    },
    async end() {
      for (const [person, seq] of gone) {
        // Two ids may be one person, who was erased under the other.
        const history = await kept.historyOf(person)
        if (!history.some(({ fact }) => isErasing(fact))) return breach(seq, 'hidden')
      }
      return undefined
    },
    get erased() {
      return erased
    },
  }
}

function isErasing(fact: Fact): fact is FactOf<'erased' | 'directory'> {
  return fact.kind === 'erased' || (fact.kind === 'directory' && fact.what.includes('dropped'))
}

function checkHidden(entry: Entry, hidden: Hidden | undefined): 'whole' | 'changed' | 'gone' {
  const names = Object.keys(entry.hidden)
  if (names.length === 0) return 'whole'
  if (hidden === undefined) return 'gone'
  const { salt, fields } = hidden
  const clear: string[] = []
  for (const name of names) {
    const text = fields[name]
    if (text === undefined) return 'changed'
    clear.push(text)
  }
  if (Object.keys(fields).length !== names.length) return 'changed'
  const hashes = saltedHashes(salt, clear)
  return names.every((name, at) => hashes[at] === entry.hidden[name]) ? 'whole' : 'changed'
}

function checkWords(seq: number, signed: FactOf<'signed'>, texts: Texts): Broken | undefined {
  const known = texts.of(signed.wording)
  if (known === undefined || texts.of(signed.text) === undefined) return breach(seq, 'wording')
  if (!holdsQuestions(signed, texts)) return breach(seq, 'wording')
  if (signed.statements.every((hash) => known.confirmed.has(hash))) return undefined
  const pieces = new Set(piecesOf(known.text).map(sha256))
  if (!signed.statements.every((hash) => pieces.has(hash))) return breach(seq, 'statement')
  for (const hash of signed.statements) known.confirmed.add(hash)
  return undefined
}

/** The questions that were answered are there as they were put, and as many as the entry says. */
function holdsQuestions({ understood }: FactOf<'signed'>, texts: Texts): boolean {
  if (understood?.how !== 'all-right') return true
  const asked = texts.of(understood.asked)
  return asked !== undefined && [...asked.text.matchAll(/^\d+\. /gm)].length === understood.questions
}

interface Text {
  readonly text: string
  /** The statements found in it so far. */
  readonly confirmed: Set<string>
}

interface Texts extends Pick<Proofs, 'prepare'> {
  /** Undefined where the text is missing or was changed. */
  of(hash: string): Text | undefined
}

/** Each text is read once. */
function readTexts(kept: ProofPorts): Texts {
  const known = new Map<string, Text | undefined>()
  return {
    async prepare(page) {
      // A school has a handful of declarations, but a journal that was tampered with may name any number.
      if (known.size >= 100) known.clear()
      for (const { entry } of page) {
        if (entry.fact.kind !== 'signed') continue
        for (const hash of namedBy(entry.fact)) {
          if (known.has(hash)) continue
          const text = await kept.wording(hash)
          known.set(hash, text === undefined || sha256(text) !== hash ? undefined : { text, confirmed: new Set() })
        }
      }
    },
    of: (hash) => known.get(hash),
  }
}

function namedBy({ wording, text, understood }: FactOf<'signed'>): readonly string[] {
  return understood?.how === 'all-right' ? [wording, text, understood.asked] : [wording, text]
}

/**
 * Everything that can be a statement of a declaration: the whole, and the runs of lines in each paragraph, without list
 * markers.
 */
function piecesOf(text: string): string[] {
  const runs = text.split(/\n{2,}/).flatMap((paragraph) => {
    const lines = paragraph.split('\n')
    return lines.flatMap((_, from) => lines.slice(from).map((_, more) => lines.slice(from, from + more + 1).join('\n')))
  })
  return [text, ...runs.flatMap((run) => [run, run.replace(/^\s*\S{1,6}\s+/, '')])]
}
