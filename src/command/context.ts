// What every command receives: where the school's home is, where to print, and how to read knowledge and names.
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
  /** Prints a line of the result to standard output. */
  out(line: string): void
  /** Prints a line about the run, such as an error and its fix, to standard error. */
  err(line: string): void
  /** Standard input, line by line. */
  readonly input: AsyncIterable<string>
  /** Throws `UnsoundKnowledge` with every problem where the files cannot be used. */
  library(): Promise<Library>
  /** Names in the school's directory; empty before the bot has met anybody. */
  names(): Promise<readonly string[]>
}

/** Exit status: done · the answer is no (problems found) · wrong usage. */
export const status = { done: 0, no: 1, misuse: 2 } as const

export type Command = (context: CommandContext, argv: readonly string[]) => Promise<number>
