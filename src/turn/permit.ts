// Decides who may look and act here. It is asked before everything that is restricted, and a refusal says who is
// allowed.
import { opening } from '../chat/opening.ts'
import { buttons, text, type Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { instead, privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { matterOf, mattersOf, type Matter } from './matter.ts'
import { stampOf } from '../journal/stamp.ts'
import { may, whoMay, type Deed } from '../people/may.ts'
import { personOf, type Turn } from './turn.ts'

interface Refused {
  readonly kind: 'refused'
  readonly replies: Reply[]
}

export type Permit = { readonly kind: 'may'; readonly by: Person; readonly matter: Matter } | Refused

export async function permit(turn: Turn, deed: Deed, policy: string): Promise<Permit> {
  const permitted = await permitAny(turn, deed)
  if (permitted.kind === 'refused') return permitted
  const matter = matterOf(turn, policy)
  return matter === undefined ? { kind: 'refused', replies: [privately(staleCard())] } : { ...permitted, matter }
}

/** The same, without a particular policy. */
export async function permitAny(
  turn: Turn,
  deed: Deed,
): Promise<{ readonly kind: 'may'; readonly by: Person } | Refused> {
  const by = await personOf(turn)
  return by === undefined || !may(by, deed, turn.desk.shelf.today)
    ? { kind: 'refused', replies: [privately(showRefused(deed))] }
    : { kind: 'may', by }
}

/** The one policy with something to sign; undefined where there are several. */
export function onlyPolicy(turn: Turn): string | undefined {
  const [first, ...others] = mattersOf(turn)
  return others.length > 0 ? undefined : (first?.policy.id ?? '')
}

export type AboutPermit =
  { readonly kind: 'may'; readonly by: Person; readonly matter: Matter; readonly person: Person } | Refused

/** The same for a person of the same world as whoever asks: the real one, or practice. */
export async function permitAbout(
  turn: Turn,
  deed: Deed,
  { policy, person: id }: { policy: string; person: string },
): Promise<AboutPermit> {
  const permitted = await permit(turn, deed, policy)
  if (permitted.kind === 'refused') return permitted
  const person = await turn.ports.people.byId(id)
  return person?.practice === permitted.by.practice
    ? { ...permitted, person }
    : { kind: 'refused', replies: [privately(staleCard())] }
}

/** Names and standings are shown in private places only, so a card that others can read is never replaced by them. */
export function quietly({ event }: Turn, card: Card): Reply {
  return event.kind === 'pressed' && event.place.kind === 'private' ? instead(card) : privately(card)
}

/** By whom and when something is recorded. */
export function byNow({ ports, now }: Turn, { id }: Person) {
  return { by: id, stamp: stampOf({ clock: () => now, newId: ports.newId }) }
}

function showRefused(deed: Deed): Card {
  const { what } = refusals[deed]
  const line = `${what} is for ${whoMay(deed)}. Nothing was changed. If that should be you, ask one of them to give you the role.`
  return {
    title: 'That is not open to everybody',
    tone: 'plain',
    summary: line,
    blocks: [text(line), buttons({ label: 'Where do I stand?', action: opening('status') })],
  }
}

const refusals: Readonly<Record<Deed, { readonly what: string }>> = {
  'see-register': { what: 'The register of who has signed' },
  'run-campaign': { what: 'Asking people to sign' },
  'keep-people': { what: 'Changing who works here' },
  'own-policy': { what: 'Marking an edition' },
  teach: { what: 'What people’s questions teach' },
  'keep-settings': { what: 'Changing the school’s settings' },
  'take-backup': { what: 'Taking a backup away' },
}
