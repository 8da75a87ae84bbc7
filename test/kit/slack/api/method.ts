// A Web API method: a function from arguments to an answer, with a desk that knows the workspace.
import type { State } from '../state.ts'
import type { Fields, Json } from '../../json.ts'
import { sayProblem, type Problem } from '../blocks/check.ts'

export interface Desk {
  readonly state: State
  /** Whether the app exceeds Slack's limit of one message per second in a conversation. */
  tooFast(room: { lastPost: number }): boolean
  /** Queues an event for the app, sent once this call is answered. */
  tell(event: Fields): void
  warn(method: string, what: string): void
  /** An address on this server, for a path such as `/link/…` or `/upload/…`. */
  address(scheme: 'http' | 'ws', path: string): string
  /** A ticket for one WebSocket connection. */
  ticket(): string
}

/** Returns an answer with `ok`; a refusal also has `error`. */
export type Method = (desk: Desk, args: Fields) => Fields

export function refuse(error: string, more: Fields = {}): Fields {
  return { ok: false, error, ...more }
}

/** For blocks and views, Slack reports each problem twice. */
export function refuseFor(error: string, problems: readonly Problem[]): Fields {
  const errors = problems.map(sayProblem)
  return {
    ok: false,
    error,
    ...(error === 'invalid_blocks' ? { errors } : {}),
    response_metadata: { messages: errors.map((line) => `[ERROR] ${line}`) },
  }
}

/** What was asked for, or the error to return. */
export type Found<T> = { readonly found: T } | { readonly error: Fields }

export function isTs(value: Json | undefined): value is string {
  return typeof value === 'string' && /^\d{10}\.\d{6}$/.test(value)
}
