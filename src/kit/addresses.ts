// Addresses as a technician writes them in the environment: read strictly, because links, cookies and passwords go there.
import type { z } from 'zod'

/** A mail server. Never printed: it contains a password. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** Encrypted from the first byte on, as with smtps://. */
  readonly secure: boolean
  readonly login: { readonly user: string; readonly password: string } | undefined
}

// The name, if there is one, contains nothing that could end it or begin another address.
export const mailFrom = /^(?:[^\s<>"@,;:]+@[^\s<>"@,;:]+|[^<>"@,;:\r\n]*<[^\s<>"@,;:]+@[^\s<>"@,;:]+>)$/

/** The origin of the web page’s public address. */
export function readPublicUrl(text: string | undefined, context: z.RefinementCtx): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const problem = url === undefined ? 'must be an address such as https://policies.school.example' : wrongInPublic(url)
  if (problem !== undefined) context.addIssue(problem)
  return url?.origin
}

function wrongInPublic({ protocol, hostname, pathname, search, hash, username, password }: URL): string | undefined {
  // Links and cookies that let people in must not be readable on the way.
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')))) {
    return 'must begin with https://, because links and cookies that let people in go over it'
  }
  if (pathname !== '/' || search !== '' || hash !== '') return 'must be the address alone, with nothing after the name'
  return username === '' && password === '' ? undefined : 'must hold no user name and no password'
}

export function readSmtpUrl(text: string | undefined, context: z.RefinementCtx): MailServer | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const wanted =
    'must be smtp://USER:PASSWORD@HOST:PORT, or smtps:// for a port that is encrypted from the start (usually 465)'
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    context.addIssue(wanted)
    return undefined
  }
  const { protocol, hostname, port, username, password, pathname, search, hash } = url
  if (!['', '/'].includes(pathname) || search !== '' || hash !== '') {
    context.addIssue(`${wanted}, with nothing after the port. In a password, write @ as %40, / as %2F and # as %23`)
    return undefined
  }
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    login: username === '' ? undefined : { user: unescaped(username), password: unescaped(password) },
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** True where only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
