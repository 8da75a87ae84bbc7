// What a command says where it changed nothing.
import type { Saved } from '../office/save.ts'
import { type CommandContext, status } from './context.ts'

export function sayNothingChanged({ err }: CommandContext, what: string): number {
  err(`${what} Nothing was changed.`)
  return status.no
}

/** Why a file of the home was not saved. */
export function sayUnsaved(saved: Exclude<Saved, { kind: 'saved' }>): string {
  return saved.kind === 'unsound'
    ? ['The bot could not start with it.', ...saved.lines].join('\n')
    : 'Somebody has changed the file in this moment. Please try again.'
}
