// Follows the chain entry by entry and finds the first that does not hold. It remembers only the last hash.
import { never } from '../kit/never.ts'
import { sha256 } from '../kit/hash.ts'
import { seal, zeros } from './seal.ts'
import type { Entry, Head } from './types.ts'

export type Breach =
  /** Its content or its hash is not what was sealed. */
  | 'changed'
  /** It was sealed at another position. */
  | 'moved'
  | 'missing'
  /** It is at a position where the chain never put an entry. */
  | 'added'
  /** It is intact, but does not follow the entry before it: one of the two replaced another. */
  | 'replaced'
  /** The end of the chain is missing, or is not the one that was published. */
  | 'cut-off'
  /** It is not an entry at all: it cannot be read. */
  | 'unreadable'
  /** The words signed, or the edition's text, are missing or were changed. */
  | 'wording'
  /** A confirmed statement is not one of the declaration's. */
  | 'statement'
  /** Something it hides (a name, an account, a reason) was changed, or is missing although nobody erased it. */
  | 'hidden'
  /** The stored standing differs from what the person's history gives. */
  | 'standing'
  /** The stored campaign (who is asked to sign, and by when) differs from how it was opened, changed or closed. */
  | 'campaign'
  /** The stored person differs from what the journal says of them. */
  | 'person'
  /** Its time is before that of the entry before it, or in the future. */
  | 'time'

export interface Broken {
  readonly kind: 'broken'
  /** About the first entry that does not hold. */
  readonly seq: number
  readonly why: Breach
  /** One sentence for whoever runs the check. */
  readonly what: string
}

export interface Chain {
  /** Undefined while everything holds. `text` is what is likely to have been hashed. */
  take(entry: Entry, text?: string): Broken | undefined
  /** To be asked after the last entry. */
  end(): Broken | undefined
  readonly at: Head
}

/** `head` is where the journal itself says that it ends. */
export function walkChain(head: Head): Chain {
  let at: Head = { seq: 0, hash: zeros }
  return {
    take(entry, text) {
      const broken = judge(entry, at, { head, text })
      if (broken === undefined) at = { seq: entry.seq, hash: entry.hash }
      return broken
    },
    end() {
      if (at.seq === head.seq && at.hash === head.hash) return undefined
      return breach(Math.min(at.seq + 1, head.seq), 'cut-off')
    },
    get at() {
      return at
    },
  }
}

interface Judged {
  readonly head: Head
  readonly text: string | undefined
}

function judge(entry: Entry, at: Head, { head, text }: Judged): Broken | undefined {
  const due = at.seq + 1
  if (entry.seq < due || entry.seq > head.seq) return breach(entry.seq, 'added')
  if (entry.seq > due) return breach(due, 'missing')
  if (!isSealed(entry, text)) return breach(due, isElsewhere(entry, head) ? 'moved' : 'changed')
  return entry.before === at.hash ? undefined : breach(due, 'replaced')
}

/** Writing an entry in the form that is hashed takes longer than hashing it, so that comes second. */
function isSealed(entry: Entry, text: string | undefined): boolean {
  return (text !== undefined && sha256(text) === entry.hash) || seal(entry, entry.before).hash === entry.hash
}

/** Computed once, for the entry that is broken. */
function isElsewhere(entry: Entry, head: Head): boolean {
  for (let seq = 1; seq <= head.seq; seq++) {
    if (seal({ ...entry, seq }, entry.before).hash === entry.hash) return true
  }
  return false
}

export function breach(seq: number, why: Breach): Broken {
  // A stored standing without any history has no entry to name.
  const without = sayWithout(why)
  const what = seq === 0 ? without : `Entry ${seq} ${sayWhy(why)}.`
  return { kind: 'broken', seq, why, what }
}

function sayWithout(why: Breach): string {
  if (why === 'campaign') return 'A campaign is kept, and no entry opened it.'
  if (why === 'person') return 'Somebody is kept in the directory, and no entry says how they came there.'
  return 'Somebody is kept as having signed, declined or been excused, and no entry says so.'
}

function sayWhy(why: Breach): string {
  switch (why) {
    case 'changed':
      return 'was changed after it was sealed'
    case 'moved':
      return 'was sealed in another place of the journal'
    case 'missing':
      return 'is missing'
    case 'added':
      return 'was added without being sealed'
    case 'replaced':
      return 'does not follow from the one before it: one of the two took the place of another'
    case 'cut-off':
      return 'is gone, or is not the one that the journal’s own last hash names: the end was cut off or changed'
    case 'unreadable':
      return 'cannot be read as an entry: its row was changed'
    case 'wording':
      return 'was signed with words, an edition or questions whose text is not kept as it was'
    case 'statement':
      return 'confirms a statement that is not in the declaration'
    case 'hidden':
      return 'has lost what belongs to it: a name, account or reason was changed, or removed without an erasure'
    case 'standing':
      return 'is the latest of somebody who is kept as standing elsewhere than their history says'
    case 'campaign':
      return 'is the latest about a campaign that is kept otherwise than it was opened or closed'
    case 'person':
      return 'is the latest about somebody who is kept otherwise in the directory: a name, email, role, group, day or account was changed, or the person removed, and no entry says so'
    case 'time':
      return 'says a time before the entry that it follows, or one that has not come yet'
    default:
      return never(why)
  }
}
