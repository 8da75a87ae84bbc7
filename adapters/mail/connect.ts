// Email by SMTP, in plain text: reports what became of each email, and writes nothing of its content into any log.
import { defined } from '../../src/kit/defined.ts'
import type { SendMailOptions } from 'nodemailer'
import { z } from 'zod'
import { isExcepted, type ProxySettings } from '../proxy.ts'
import { openTunnel } from '../tunnel.ts'
import type { Mail, Posted } from '../../src/ports/ports.ts'

export interface MailSettings {
  readonly host: string
  readonly port: number
  /** Encrypted from the first byte on; otherwise as soon as the server offers it. */
  readonly secure: boolean
  readonly login: { readonly user: string; readonly password: string } | undefined
  /** An address, with or without a name in front. */
  readonly from: string
  /** How long one email may take altogether. */
  readonly limitMilliseconds?: number
  /** Certificates to trust besides the well-known ones, as PEM. */
  readonly trusted?: string
  /** The school's proxy: taken where the server cannot be reached directly. */
  readonly proxy?: ProxySettings | undefined
}

/** How the server is reached. */
type Way = 'directly' | 'through the proxy'

export function connectMail(settings: MailSettings): Mail {
  const ways = openWays(settings)
  return { on: true, send: async (letter) => (await ways((way) => send(settings, way, letter))).posted }
}

/** For a school that has not set it up. */
export const noMail: Mail = {
  on: false,
  send: () => Promise.resolve({ kind: 'refused', why: 'not-installed', what: 'Email is not set up (SMTP_URL).' }),
}

/** One try to use the server. */
interface Tried {
  readonly posted: Posted
  /** No connection came about, so nothing can have been sent. */
  readonly unreached: boolean
}

type Using = (way: Way) => Promise<Tried>

/**
 * Directly, and through the school's proxy where there is one and no connection came about. The way that last worked is
 * tried first from then on.
 */
function openWays({ host, proxy }: MailSettings): (use: Using) => Promise<Tried> {
  const beside = proxy !== undefined && !isLocal(host) && !isExcepted(host, proxy.except)
  let ways: readonly Way[] = beside ? ['directly', 'through the proxy'] : ['directly']
  return async (use) => {
    const [first = 'directly', second] = ways
    const tried = await use(first)
    if (!tried.unreached || second === undefined) return tried
    const again = await use(second)
    if (again.unreached) return tried
    ways = [second, first]
    return again
  }
}

async function send(
  settings: MailSettings,
  way: Way,
  { to, subject, text }: Parameters<Mail['send']>[0],
): Promise<Tried> {
  const handed = noteHandedOver()
  const signal = AbortSignal.timeout(settings.limitMilliseconds ?? 30_000)
  return using(settings, way, { logger: handed.logger }, async (transport) => {
    const { messageId } = await transport.sendMail({
      from: settings.from,
      // As an object it is one address, whatever it contains.
      to: { name: '', address: to },
      subject,
      text,
      // Otherwise out-of-office replies would go round in circles.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal,
    })
    return messageId
  }).catch((error: unknown) => outcomeOf(error, { handedOver: handed.yes(), late: signal.aborted }))
}

interface Transport {
  sendMail(letter: SendMailOptions): Promise<{ readonly messageId: string }>
}

async function using(
  settings: MailSettings,
  way: Way,
  given: { readonly logger?: ReturnType<typeof noteHandedOver>['logger'] },
  use: (transport: Transport) => Promise<string>,
): Promise<Tried> {
  const { createTransport } = await import('nodemailer')
  const { host, port, proxy } = settings
  const connection =
    way === 'directly' || proxy === undefined ? undefined : await openTunnel(new URL(proxy.url), { host, port })
  const transport = createTransport({ ...optionsOf(settings), ...given, ...defined({ connection }) })
  try {
    return { posted: { kind: 'sent', message: await use(transport) }, unreached: false }
  } finally {
    transport.close()
  }
}

/** On this machine. */
export function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function optionsOf({ host, port, secure, login, trusted }: MailSettings) {
  const local = isLocal(host)
  return {
    host,
    port,
    secure,
    // A password never goes over a network unencrypted. Within this machine nobody can listen in, and mail servers that
    // only answer here seldom have a trusted certificate.
    requireTLS: login !== undefined && !local,
    ignoreTLS: local && !secure,
    ...defined({ auth: login === undefined ? undefined : { user: login.user, pass: login.password } }),
    tls: trusted === undefined ? {} : { ca: trusted },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  }
}

/**
 * Notices when the whole email has gone to the server: from then on, only the server's answer tells whether it was
 * accepted. The client reports this only in its log; everything else that it would log is dropped.
 */
function noteHandedOver() {
  let all = false
  const drop = () => undefined
  const note = (entry: unknown) => {
    if (Entry.safeParse(entry).data?.tnx === 'message') all = true
  }
  return {
    yes: () => all,
    logger: { level: drop, trace: drop, debug: drop, info: note, warn: drop, error: drop, fatal: drop },
  }
}

const Entry = z.object({ tnx: z.string() })

const Failure = z.object({
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
})

// The server's text may quote the address or the email, so only its number is passed on.
function outcomeOf(error: unknown, { handedOver, late }: { handedOver: boolean; late: boolean }): Tried {
  const { code = '', command = '', responseCode } = Failure.catch({}).parse(error)
  if (responseCode === undefined) {
    const what = late ? 'The mail server took too long.' : `The mail server could not be used (${code}).`
    if (handedOver) return { posted: { kind: 'unknown', what: `${what} The letter had gone to it.` }, unreached: false }
    return { posted: { kind: 'failed', what }, unreached: command === 'CONN' || command === '' }
  }
  const what = `The mail server answered ${responseCode} to ${command}.`
  const aboutLetter = /^(MAIL FROM|RCPT TO|DATA)/.test(command)
  return {
    posted: responseCode >= 500 && aboutLetter ? { kind: 'refused', why: 'other', what } : { kind: 'failed', what },
    unreached: false,
  }
}
