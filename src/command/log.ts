// The operator's log: JSON lines by pino, with ids and never a person's text.
import { pino } from 'pino'
import type { Log } from '../ports.ts'

export function openLog(level: string): Log {
  const logger = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
    redact: ['*.token', '*.authorization', 'error.data', 'error.original'],
  })
  return {
    info: (about, what) => logger.info(about, what),
    warn: (about, what) => logger.warn(about, what),
    error: (about, what) => logger.error(about, what),
  }
}
