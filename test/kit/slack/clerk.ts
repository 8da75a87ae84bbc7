// Who carries things to the app for a person: events where the app subscribed to them, interactions where it listens.
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
  /** Sends the event if the app may hear of it. */
  event(event: Fields): Promise<Delivery | undefined>
  anyEvent(event: Fields, forge?: Forgery): Promise<Delivery>
  interaction(payload: Fields, forge?: Forgery): Promise<Delivery>
  command(payload: Fields): Promise<Delivery>
  /** Sends what the desk was told meanwhile, without waiting for it. */
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

/** Subscribed to, with the scope that it needs, and in a conversation that the app belongs to. */
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
