// What each conversation is about, in memory only: for "and what about parents?", and for "sign it".
import { shorten } from '../kit/text.ts'

export interface Talked {
  /** The last question. */
  readonly question?: string
  /** The id of the answer to it. */
  readonly answered?: string
  /** The policy that was shown or asked about last. */
  readonly policy?: string
}

export interface Memory {
  of(account: string, now: Date): Talked
  /** What is left out stays as it was. */
  note(account: string, about: Talked, now: Date): void
}

const minutes = 30
const mostAccounts = 1_000

export function openMemory(): Memory {
  const last = new Map<string, Talked & { readonly at: Date }>()
  const of = (account: string, now: Date): Talked => {
    const found = last.get(account)
    return found === undefined || now.getTime() - found.at.getTime() > minutes * 60_000 ? {} : found
  }
  return {
    of,
    note(account, { question, answered, policy }, at) {
      const before = of(account, at)
      last.delete(account)
      last.set(account, {
        ...before,
        ...(question === undefined ? {} : { question: shorten(question, 300) }),
        ...(answered === undefined ? {} : { answered }),
        ...(policy === undefined ? {} : { policy }),
        at,
      })
      const [oldest] = last.keys()
      if (last.size > mostAccounts && oldest !== undefined) last.delete(oldest)
    },
  }
}
