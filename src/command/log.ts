// The operator's log: JSON lines by pino, with ids and never a person's text.
import { defined } from '../kit/defined.ts'
import { pino, type DestinationStream } from 'pino'
import type { Log } from '../ports/ports.ts'

/** To standard output, unless another place is given. */
export function openLog(level: string, to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: sayError },
    redact: ['*.token', '*.authorization'],
  }
  const logger = pino(options, to ?? standardOutput())
  return {
    info: (about, what) => logger.info(about, what),
    warn: (about, what) => logger.warn(about, what),
    error: (about, what) => logger.error(about, what),
  }
}

/** Bytes that wait where they cannot be written; what comes after them is left out. */
const mostWaiting = 4_000_000

/** May be a file on a full disk. The bot goes on all the same, and lines are written again when there is room. */
function standardOutput(): DestinationStream {
  const stream = pino.destination({ dest: process.stdout.fd, maxLength: mostWaiting })
  stream.on('error', () => {
    // At the end it would try without end.
    stream.flushSync = () => undefined
  })
  return stream
}

/**
 * What an operator needs to know about an error, without anything that may quote what somebody typed: databases and
 * parsers put the text itself into their messages, between quotation marks, and more of it into fields of their own.
 */
export function sayError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? withoutQuotes(error) : typeof error
  const { name, message, stack, cause } = error
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? { code: error.code } : {}
  return {
    name,
    message: withoutQuotes(message),
    ...code,
    at: stack
      ?.split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .slice(0, 12),
    ...defined({ cause: cause === undefined ? undefined : sayError(cause) }),
  }
}

/** From the first quotation mark to the last, because the quoted text may contain some itself; and email addresses. */
function withoutQuotes(message: string): string {
  return message
    .replace(/(?:["“‘`]|(?<!\w)').*["”’`']/s, '“…”')
    .replace(/[^\s<>()]+@[^\s<>()]+/g, '…@…')
    .slice(0, 300)
}
