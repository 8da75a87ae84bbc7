// A real SMTP server on a free port, which keeps its letters, and can be made to refuse them, to demand encryption or
// login, or to hang.
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Mailbox {
  readonly port: number
  readonly letters: readonly Letter[]
  /** Resolves when that many have arrived altogether. */
  arrived(count: number): Promise<readonly Letter[]>
  close(): Promise<void>
}

export interface Letter {
  readonly from: string
  readonly to: readonly string[]
  /** Whether it was sent over an encrypted connection. */
  readonly encrypted: boolean
  readonly subject: string
  readonly headers: string
  readonly text: string
}

export interface MailboxOptions extends SMTPServerOptions {
  /** Never answers once a letter has arrived. */
  readonly hangs?: boolean
}

export async function openMailbox({ hangs = false, ...options }: MailboxOptions = {}): Promise<Mailbox> {
  const letters: Letter[] = []
  const waiting = new Set<() => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (piece: string) => (raw += piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        letters.push({ from, to: rcptTo.map(({ address }) => address), encrypted: session.secure, ...read(raw) })
        for (const wake of waiting) wake()
        if (!hangs) callback()
      })
    },
    ...options,
  })
  // A client that breaks off is part of some tests.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    arrived: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (letters.length < count) return
          waiting.delete(look)
          resolve(letters)
        }
        waiting.add(look)
        look()
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function read(raw: string): Pick<Letter, 'subject' | 'headers' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ')
  const body = rest.join('\r\n\r\n')
  const text = /^content-transfer-encoding: quoted-printable$/im.test(headers) ? fromQuotedPrintable(body) : body
  return {
    headers,
    subject: fromWords(/^subject: (.*)$/im.exec(headers)?.[1] ?? ''),
    text: text.replaceAll('\r\n', '\n'),
  }
}

function fromQuotedPrintable(text: string): string {
  return bytes(text.replace(/=\r\n/g, ''))
}

/** Decodes encoded words (RFC 2047). */
function fromWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?(.*?)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : bytes(word.replaceAll('_', ' ')),
    )
}

function bytes(text: string): string {
  const binary = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(binary, 'latin1').toString('utf8')
}
