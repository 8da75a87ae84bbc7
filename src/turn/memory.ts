// What each conversation is about, in memory only: for "and what about parents?" and for "sign it".
import { shorten } from '../kit/text.ts'
import type { Citation } from '../policy/types.ts'
import type { UrgentKind } from '../search/types.ts'

export interface Talked {
  /** The last question. */
  readonly question?: string
  /** The policy that was last shown or asked about. */
  readonly policy?: string
  /** The section that was last shown. */
  readonly shown?: Citation
  /** The sections among which the last question was asked back, best first, until one of them is chosen. */
  readonly among?: readonly Citation[]
  /** The last question as it is kept, for questions about its answer. */
  readonly kept?: string
  /**
   * The urgent matter that came first, until something else is asked. What the person wrote about it is not remembered.
   */
  readonly urgent?: UrgentKind
}

export interface Memory {
  of(account: string, now: Date): Talked
  /** Fields that are left out stay as they were. */
  note(account: string, about: Talked, now: Date): void
  /** From now on the conversation is about this, and nothing from before. */
  begin(account: string, about: Talked, now: Date): void
}

const minutes = 30
const mostAccounts = 1_000

export function openMemory(): Memory {
  const last = new Map<string, Talked & { readonly at: Date }>()
  const of = (account: string, now: Date): Talked => {
    const found = last.get(account)
    return found === undefined || now.getTime() - found.at.getTime() > minutes * 60_000 ? {} : found
  }
  const begin = (account: string, about: Talked, at: Date) => {
    last.delete(account)
    const { question } = about
    const held = question === undefined ? about : { ...about, question: shorten(question, 300) }
    last.set(account, { ...held, at })
    const [oldest] = last.keys()
    if (last.size > mostAccounts && oldest !== undefined) last.delete(oldest)
  }
  return {
    of,
    begin,
    note: (account, about, at) => begin(account, { ...of(account, at), ...about }, at),
  }
}
