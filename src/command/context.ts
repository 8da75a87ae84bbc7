// What every command is given: where the school lives, where to print, and how to get at knowledge and names.
import type { Config } from '../config.ts'
import type { Library } from '../turn/library.ts'

export interface CommandContext {
  readonly config: Config
  /** The school's home folder: database, imported editions, settings. */
  readonly home: string
  /** The program's own folder, with knowledge/ and package.json. */
  readonly root: string
  readonly clock: () => Date
  readonly newId: () => string
  /** True when a person can be asked something. */
  readonly interactive: boolean
  /** A line of what was asked for, to standard output. */
  out(line: string): void
  /** A line about it, such as an error and its fix, to standard error. */
  err(line: string): void
  /** Standard input, line by line. */
  readonly input: AsyncIterable<string>
  /** Throws `UnsoundKnowledge` with every problem when the files are unsound. */
  library(): Promise<Library>
  /** Names in the school's directory; none before the bot has met anybody. */
  names(): Promise<readonly string[]>
}

/** Exit status: done · the answer is no (problems found) · misused. */
export const status = { done: 0, no: 1, misuse: 2 } as const

export type Command = (context: CommandContext, argv: readonly string[]) => Promise<number>
