// Email by SMTP, in plain text: reports what became of each email, and writes nothing of its content into any log.
import { defined } from '../../src/kit/defined.ts'
import { z } from 'zod'
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
}

export function connectMail(settings: MailSettings): Mail {
  return { on: true, send: (letter) => send(settings, letter) }
}

/** For a school that has not set it up. */
export const noMail: Mail = {
  on: false,
  send: () => Promise.resolve({ kind: 'refused', why: 'not-installed', what: 'Email is not set up (SMTP_URL).' }),
}

async function send(settings: MailSettings, { to, subject, text }: Parameters<Mail['send']>[0]): Promise<Posted> {
  const { createTransport } = await import('nodemailer')
  const handed = noteHandedOver()
  const transport = createTransport({ ...optionsOf(settings), logger: handed.logger })
  const signal = AbortSignal.timeout(settings.limitMilliseconds ?? 30_000)
  try {
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
    return { kind: 'sent', message: messageId }
  } catch (error) {
    return outcomeOf(error, { handedOver: handed.yes(), late: signal.aborted })
  } finally {
    transport.close()
  }
}

/** Connects to the server, and logs in where there is a password; sends nothing. */
export async function tryMail(settings: MailSettings): Promise<Posted> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(optionsOf(settings))
  try {
    await transport.verify()
    return { kind: 'sent', message: '' }
  } catch (error) {
    return outcomeOf(error, { handedOver: false, late: false })
  } finally {
    transport.close()
  }
}

function optionsOf({ host, port, secure, login, trusted }: MailSettings) {
  const local = host === 'localhost' || host === '::1' || host.startsWith('127.')
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
function outcomeOf(error: unknown, { handedOver, late }: { handedOver: boolean; late: boolean }): Posted {
  const { code = '', command = '', responseCode } = Failure.catch({}).parse(error)
  if (responseCode === undefined) {
    const what = late ? 'The mail server took too long.' : `The mail server could not be used (${code}).`
    return handedOver ? { kind: 'unknown', what: `${what} The letter had gone to it.` } : { kind: 'failed', what }
  }
  const answered = `The mail server answered ${responseCode} to ${command}.`
  const aboutLetter = /^(MAIL FROM|RCPT TO|DATA)/.test(command)
  return responseCode >= 500 && aboutLetter
    ? { kind: 'refused', why: 'other', what: answered }
    : { kind: 'failed', what: answered }
}
