// Delivers what a person does to the app: events that it subscribed to, and interactions if it takes them.
import type { Desk } from './api/method.ts'
import { deliver, type Post } from './deliver.ts'
import { type Fields, textOf } from '../json.ts'
import { eventCallback } from './payloads.ts'
import { eventScopes, subscriptionOf } from './settings.ts'
import { findRoom, type State } from './state.ts'
import type { Delivery, Forgery } from './types.ts'

export interface Clerk {
  readonly desk: Desk
  readonly state: State
  /** Sends the event if the app's subscriptions and scopes allow it. */
  event(event: Fields): Promise<Delivery | undefined>
  anyEvent(event: Fields, forge?: Forgery): Promise<Delivery>
  interaction(payload: Fields, forge?: Forgery): Promise<Delivery>
  command(payload: Fields): Promise<Delivery>
  /** Sends the events that the desk has queued, without waiting for them. */
  dispatch(): void
}

export function createClerk(desk: Desk, post: Post, told: Fields[]): Clerk {
  const { state } = desk
  const anyEvent = (event: Fields, forge?: Forgery) => {
    const body = eventCallback(state, event)
    return deliver(post, { kind: 'event', id: body.event_id, body }, forge)
  }
  const event = (one: Fields) => (heard(state, one) ? anyEvent(one) : Promise.resolve(undefined))
  return {
    desk,
    state,
    event,
    anyEvent,
    interaction(payload, forge) {
      if (!state.settings.interactivity)
        throw new Error('This app has no interactivity turned on: Slack sends nothing.')
      return deliver(post, { kind: 'interaction', id: state.nextId('In'), body: payload }, forge)
    },
    command: (payload) => deliver(post, { kind: 'command', id: state.nextId('Cm'), body: payload }),
    dispatch() {
      for (const one of told.splice(0)) void event(one)
    },
  }
}

/** Whether the app subscribed to the event, has the scope for it, and belongs to the conversation. */
function heard(state: State, event: Fields): boolean {
  const subscription = subscriptionOf(event)
  const scope = eventScopes[subscription]
  const room = findRoom(state, textOf(event['channel']) ?? '')
  return (
    state.settings.events.includes(subscription) &&
    (scope === undefined || state.settings.scopes.includes(scope)) &&
    (room === undefined || room.members.has(state.ids.botUser))
  )
}
