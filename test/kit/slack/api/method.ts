// What a Web API method is: a function from arguments to an answer, at a desk that knows the workspace.
import type { State } from '../state.ts'
import type { Fields, Json } from '../../json.ts'
import { sayProblem, type Problem } from '../blocks/check.ts'

export interface Desk {
  readonly state: State
  /** True when the app posts faster than Slack's one message a second into a conversation. */
  tooFast(room: { lastPost: number }): boolean
  /** An event for the app, sent after this call was answered. */
  tell(event: Fields): void
  warn(method: string, what: string): void
  /** Addresses of this server: `/link/…`, `/upload/…`. */
  address(scheme: 'http' | 'ws', path: string): string
  /** A ticket for one WebSocket connection. */
  ticket(): string
}

/** Answers with `ok`; a refusal has `error`. */
export type Method = (desk: Desk, args: Fields) => Fields

export function refuse(error: string, more: Fields = {}): Fields {
  return { ok: false, error, ...more }
}

/** Slack tells what was wrong with blocks and views twice over. */
export function refuseFor(error: string, problems: readonly Problem[]): Fields {
  const errors = problems.map(sayProblem)
  return {
    ok: false,
    error,
    ...(error === 'invalid_blocks' ? { errors } : {}),
    response_metadata: { messages: errors.map((line) => `[ERROR] ${line}`) },
  }
}

/** `{ error }` or what was asked for. */
export type Found<T> = { readonly found: T } | { readonly error: Fields }

export function isTs(value: Json | undefined): value is string {
  return typeof value === 'string' && /^\d{10}\.\d{6}$/.test(value)
}
