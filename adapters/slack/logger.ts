// Bolt's own log, reduced to warnings and errors in words: no payloads, so nothing that people wrote and no tokens.
import { LogLevel, type Logger } from '@slack/bolt'
import type { Log } from '../../src/ports/ports.ts'

export function quietLogger(log: Log): Logger {
  return {
    debug: nothing,
    info: nothing,
    warn: (...said: unknown[]) => log.warn({ from: 'slack' }, wordsOf(said)),
    error: (...said: unknown[]) => log.error({ from: 'slack' }, wordsOf(said)),
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  }
}

function wordsOf(said: readonly unknown[]): string {
  const words = said.flatMap((each) =>
    each instanceof Error ? [each.message] : typeof each === 'string' ? [each] : [],
  )
  return words
    .join(' ')
    .replace(/x(?:ox[a-z]|app)-[\w-]+/g, 'x…')
    .slice(0, 300)
}

function nothing(): void {
  // Not for operators.
}
