// Checks what belongs to an entry: the words signed, the statements confirmed, and what it hides.
import { sha256 } from '../kit/hash.ts'
import type { Hidden, Journal, KeptEntry } from '../ports/evidence.ts'
import { breach, type Broken } from '../journal/chain.ts'
import { hashHidden } from '../journal/seal.ts'
import type { Entry, FactOf, Fact } from '../journal/types.ts'

export type ProofPorts = Pick<Journal, 'wording' | 'historyOf'>

export interface Proofs {
  take(kept: KeptEntry): Promise<Broken | undefined>
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
    async take({ entry, hidden: clear }) {
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
  const hashes = hashHidden(hidden.salt, hidden.fields)
  const same = names.length === Object.keys(hashes).length && names.every((name) => hashes[name] === entry.hidden[name])
  return same ? 'whole' : 'changed'
}

async function checkWords(seq: number, signed: FactOf<'signed'>, texts: Texts): Promise<Broken | undefined> {
  const known = await texts.of(signed.wording)
  if (known === undefined || (await texts.of(signed.text)) === undefined) return breach(seq, 'wording')
  if (!(await holdsQuestions(signed, texts))) return breach(seq, 'wording')
  if (signed.statements.every((hash) => known.confirmed.has(hash))) return undefined
  const pieces = new Set(piecesOf(known.text).map(sha256))
  if (!signed.statements.every((hash) => pieces.has(hash))) return breach(seq, 'statement')
  for (const hash of signed.statements) known.confirmed.add(hash)
  return undefined
}

/** The questions that were answered are there as they were put, and as many as the entry says. */
async function holdsQuestions({ understood }: FactOf<'signed'>, texts: Texts): Promise<boolean> {
  if (understood?.how !== 'all-right') return true
  const asked = await texts.of(understood.asked)
  return asked !== undefined && [...asked.text.matchAll(/^\d+\. /gm)].length === understood.questions
}

interface Texts {
  /** Undefined where the text is missing or was changed. `confirmed` holds the statements found in it so far. */
  of(hash: string): Promise<{ readonly text: string; readonly confirmed: Set<string> } | undefined>
}

/** Each text is read once. */
function readTexts(kept: ProofPorts): Texts {
  const known = new Map<string, Awaited<ReturnType<Texts['of']>>>()
  return {
    async of(hash) {
      if (!known.has(hash)) {
        // A school has a handful of declarations, but a journal that was tampered with may name any number.
        if (known.size >= 100) known.clear()
        const text = await kept.wording(hash)
        known.set(hash, text === undefined || sha256(text) !== hash ? undefined : { text, confirmed: new Set() })
      }
      return known.get(hash)
    },
  }
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
