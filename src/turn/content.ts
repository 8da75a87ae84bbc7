// What an event holds, decided before anything of it is written down: an urgent need, a draft, or neither.
import type { ChatEvent } from '../chat/events.ts'
import type { House } from './house.ts'
import type { Turn } from './turn.ts'

export type Held =
  { readonly kind: 'plain' } | { readonly kind: 'draft' } | { readonly kind: 'urgent'; readonly need: string }

export function contentOf(turn: Turn, house: House): Held {
  const { event } = turn
  const firsts = textsOf(event).map((text) => house.first(turn, text))
  const need = firsts.find((each) => each?.urgent !== undefined)?.urgent
  if (need !== undefined) return { kind: 'urgent', need }
  return holdsDraft(event, house) || firsts.some((each) => each?.draft === true) ? { kind: 'draft' } : { kind: 'plain' }
}

/** Everything that a person can have typed or passed on. */
function textsOf(event: ChatEvent): readonly string[] {
  switch (event.kind) {
    case 'said':
      return [event.text, ...(event.seen?.quoted ?? [])]
    case 'pressed':
      return Object.values(event.fields)
    case 'began-check':
      return [event.draft ?? '', ...(event.seen?.quoted ?? [])]
    case 'opened':
    case 'joined':
    case 'searched':
    case 'wondered':
      return []
  }
}

function holdsDraft(event: ChatEvent, house: House): boolean {
  if (event.kind === 'began-check') return event.draft !== undefined || event.seen !== undefined
  if (event.kind !== 'pressed' || Object.keys(event.fields).length === 0) return false
  const action = house.read(event.packed)
  return action !== undefined && house.keepsNothingOf(action)
}
