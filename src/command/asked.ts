// What the commands about signing share: options read by one schema, and clear refusals.
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { groups, type Group } from '../chat/people.ts'
import { parseDay, type Day } from '../kit/days.ts'
import { nearest, sayList } from '../kit/text.ts'
import { type CommandContext, status } from './context.ts'

/** The options and words of a command line, or what is wrong with them. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: T,
  usage: string,
) {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    return { kind: 'read', values, words: positionals } as const
  } catch (error) {
    return { kind: 'misused', what: `${sayMisuse(error, options)}\n${usage}` } as const
  }
}

/** What \`parseArgs\` did not understand, with the nearest option that there is. */
export function sayMisuse(error: unknown, options: Readonly<Record<string, unknown>>): string {
  const what = error instanceof Error ? error.message : 'That is not understood.'
  const [, dashes, option] = /^Unknown option '(-+)([^']*)'/.exec(what) ?? []
  if (dashes === undefined || option === undefined) return what
  const near = option.length > 1 ? nearest(option, ['help', 'home', ...Object.keys(options)]) : undefined
  return `There is no option ${dashes}${option}.${near === undefined ? '' : ` Did you mean --${near}?`}`
}

/**
 * What is said where the word after a command is none that its usage names: with the nearest that it does. Undefined
 * where it names it, or no word was said.
 */
export function sayNoVerb(command: string, said: string | undefined, usage: string): string | undefined {
  const verbs = [...usage.matchAll(new RegExp(`\\b${command} ([a-z][a-z|-]*)`, 'g'))].flatMap(([, each = '']) =>
    each.split('|'),
  )
  if (said === undefined || !/^(?:--?)?[a-z]/i.test(said) || verbs.includes(said)) return undefined
  const near = nearest(said.replace(/^--?/, ''), [...verbs, 'help'])
  const meant = near === 'help' ? '--help' : near
  return `There is no “${command} ${said}”.${meant === undefined ? '' : ` Did you mean ${meant}?`}\n${usage}`
}

export const flag = { type: 'boolean', default: false } as const
export const word = { type: 'string' } as const

/** The instant that `--at` gives, or now; a sentence where it is not an instant. */
export function readInstant(at: string | undefined, now: Date): Date | string {
  const instant = at === undefined ? now : new Date(at)
  return Number.isNaN(instant.getTime())
    ? `“${at ?? ''}” is not a date and time. Write one such as 2026-11-23T09:00:00Z.`
    : instant
}

/**
 * What is recorded has the clock's own time, so that nobody can record something today as if it were last year. Only
 * invented people may have another time.
 */
export function recordedAt(at: string | undefined, now: Date, { practice }: { readonly practice: boolean }) {
  if (at === undefined || practice) return readInstant(at, now)
  return '--at is for looking, and for practice. What is recorded has the time of this machine’s clock.'
}

export function readDay(text: string, option: string): ReadDay {
  const day = parseDay(text)
  if (day !== undefined) return { kind: 'day', day }
  return { kind: 'wrong', what: `${option} “${text}” is not a date. Write one such as 2026-09-30.` }
}

type ReadDay = { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'wrong'; readonly what: string }

export function isGroup(text: string): text is Group | 'none' {
  return text === 'none' || groups.some((group) => group === text)
}

export function sayNoGroup(text: string): string {
  return `“${text}” is not a group. There is ${sayList([...groups, 'none'])}.`
}

export function misused({ err }: CommandContext, what: string): number {
  err(what)
  return status.misuse
}

/** The answer is no: this is what is said, and nothing was changed. */
export function refused(
  { err, out }: CommandContext,
  json: boolean,
  { outcome, what }: { outcome: string; what: string },
): number {
  if (json) out(JSON.stringify({ outcome, what }))
  else err(`${what} Nothing was changed.`)
  return status.no
}
