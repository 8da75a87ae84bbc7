// One call to Slack, to find out whether it would work: the answer, with the headers for scopes and time.
import { whyUnreached } from '../unreached.ts'
import type { SlackSettings } from './settings.ts'

export type Tried =
  | { readonly kind: 'silent'; readonly why: string }
  | {
      readonly kind: 'answer'
      readonly body: unknown
      readonly scopes: readonly string[] | undefined
      readonly date: Date | undefined
    }

/** Made by hand and not through the SDK, which hides the headers for scopes and time. */
export async function tryCall(
  { apiUrl, botToken }: SlackSettings,
  method: string,
  { token = botToken, args = {} }: { readonly token?: string; readonly args?: Readonly<Record<string, string>> } = {},
): Promise<Tried> {
  try {
    const answer = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(args),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    const body: unknown = await answer.json().catch(() => undefined)
    if (body === undefined) return { kind: 'silent', why: `HTTP ${answer.status} without an answer of Slack’s` }
    return { kind: 'answer', body, ...headersOf(answer) }
  } catch (error) {
    return { kind: 'silent', why: whyUnreached(error) }
  }
}

function headersOf({ headers }: Response): Pick<Extract<Tried, { kind: 'answer' }>, 'scopes' | 'date'> {
  const date = Date.parse(headers.get('date') ?? '')
  const scopes = headers.get('x-oauth-scopes')?.split(',')
  return {
    scopes: scopes?.map((scope) => scope.trim()),
    date: Number.isNaN(date) ? undefined : new Date(date),
  }
}
