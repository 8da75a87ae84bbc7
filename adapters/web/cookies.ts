// Cookies: read from one header, written into another.

/** The value of the first cookie of that name. */
import { compact } from '../../src/kit/defined.ts'

export function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

export interface CookieRules {
  readonly path: string
  readonly sameSite: 'Strict' | 'Lax' | 'None'
  readonly secure?: boolean
  /** Kept apart for each site that frames the page: what another site frames has no such cookie. */
  readonly partitioned?: boolean
  /** Without it, the cookie ends with the browser. */
  readonly seconds?: number
}

/** The value of a Set-Cookie header. No script can read the cookie. */
export function setCookie(name: string, value: string, rules: CookieRules): string {
  const { path, sameSite, secure = false, partitioned = false, seconds } = rules
  return compact([
    `${name}=${value}`,
    'HttpOnly',
    secure && 'Secure',
    `SameSite=${sameSite}`,
    `Path=${path}`,
    seconds !== undefined && `Max-Age=${seconds}`,
    partitioned && 'Partitioned',
  ]).join('; ')
}
