// Cards on surfaces: modals that are opened, pushed and updated, and the Home tab.
import { createHash } from 'node:crypto'
import type { Card } from '../../src/chat/cards.ts'
import type { Outcome } from './attempt.ts'
import { bareHome, isAboutLooks } from './bare.ts'
import { parseView } from './payloads.ts'
import { sayDirectly, type Voice } from './speak.ts'
import { oneMoment, showHome, showModal } from './view.ts'

/** What opening a modal needs: the press that asked for it, which Slack accepts for three seconds. */
export interface Opening {
  readonly user: string
  readonly trigger: string | undefined
  /** On the modal that is open. */
  readonly onTop: boolean
}

/** Shows the cards in a new modal; as messages where it is too late for one. */
export async function openModal(
  voice: Voice,
  { user, trigger, onTop }: Opening,
  cards: readonly Card[],
): Promise<Outcome> {
  const outcome: Outcome =
    trigger === undefined
      ? { kind: 'refused', error: 'no_trigger' }
      : await voice.api.call(onTop ? 'views.push' : 'views.open', { trigger_id: trigger, view: showModal(cards) })
  if (outcome.kind === 'done' || outcome.error === tooManyModals) return outcome
  for (const card of cards) await sayDirectly(voice, { user, why: outcome.error }, card)
  return outcome
}

/** Slack allows a stack of three. */
export const tooManyModals = 'push_limit_reached'

/** The modal's id, unless it was too late. */
export async function openInterim({ api }: Voice, trigger: string): Promise<string | undefined> {
  const outcome = await api.call('views.open', { trigger_id: trigger, view: oneMoment })
  return outcome.kind === 'done' ? parseView(outcome.answer) : undefined
}

/** Replaces what a modal shows, unless it shows something newer than `hash`. */
export async function updateModal(
  { api, log }: Voice,
  { view, hash }: { view: string; hash?: string | undefined },
  cards: readonly Card[],
): Promise<void> {
  const known = hash === undefined ? {} : { hash }
  const outcome = await api.call('views.update', { view_id: view, ...known, view: showModal(cards) })
  // The modal was closed, or something was pressed meanwhile: both are the person's own doing.
  if (outcome.kind === 'refused') log.info({ error: outcome.error }, 'a modal was not updated')
}

export async function publishHome({ api, log }: Voice, user: string, cards: readonly Card[]): Promise<void> {
  let outcome = await api.call('views.publish', { user_id: user, view: showHome(cards) })
  if (outcome.kind === 'refused' && isAboutLooks(outcome.error)) {
    log.error({ cards: cards.map(({ title }) => title), why: outcome.error }, 'slack refused how a Home tab looks')
    outcome = await api.call('views.publish', { user_id: user, view: bareHome(cards) })
  }
  if (outcome.kind === 'refused') log.error({ error: outcome.error }, 'slack refused a Home tab')
}

/** Equal for two Homes that look the same. */
export function printOf(cards: readonly Card[]): string {
  return createHash('sha256')
    .update(JSON.stringify(showHome(cards)))
    .digest('base64')
}
