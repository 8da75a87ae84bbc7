// Decides who may look and act here. It is asked before everything that is restricted, and a refusal says who is
// allowed.
import { opening } from '../chat/opening.ts'
import { buttons, text, type Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { instead, privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { matterOf, mattersOf, type Matter } from './matter.ts'
import { stampOf } from '../journal/stamp.ts'
import type { Campaign } from '../standing/campaigns.ts'
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
  return matter === undefined
    ? { kind: 'refused', replies: [privately(showNoMatter(turn, policy))] }
    : { ...permitted, matter }
}

/** Somebody may ask by name for a policy with nothing to sign; an unknown id can only be an old button's. */
function showNoMatter(turn: Turn, id: string): Card {
  const policy = turn.desk.shelf.policies.find((each) => each.id === id)
  if (policy !== undefined) return showNothingToSign(`in the ${policy.title}`)
  return mattersOf(turn).length === 0 ? showNothingToSign('in any policy yet') : staleCard()
}

function showNothingToSign(where: string): Card {
  const line = `There is nothing to sign ${where}, so nobody can be asked and there is no register.`
  const way =
    'Where people should sign, somebody confirms a declaration under Policies in the office, or the school writes a standard statement under Settings.'
  return {
    title: 'Nothing to sign there',
    tone: 'plain',
    summary: line,
    blocks: [text(line), text(way), buttons({ label: 'Show the policies', action: opening('sections') })],
  }
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

export type CampaignPermit =
  { readonly kind: 'may'; readonly by: Person; readonly matter: Matter; readonly campaign: Campaign } | Refused

/** For SLT, and for whoever this one campaign was handed to, for as long as it is theirs. */
export async function permitCampaign(
  turn: Turn,
  { policy, campaign: id }: { readonly policy: string; readonly campaign: string },
): Promise<CampaignPermit> {
  const { ports, desk } = turn
  const by = await personOf(turn)
  const campaign = (await ports.journal.campaigns(policy)).find((each) => each.id === id)
  // They may be another person's other name by now, so they are looked up.
  const holder = campaign?.handed && (await ports.people.byId(campaign.handed.to))
  if (by === undefined || !may(by, 'mind-campaign', desk.shelf.today, holder?.id))
    return { kind: 'refused', replies: [privately(showRefused('mind-campaign'))] }
  const matter = matterOf(turn, policy)
  return matter === undefined || campaign?.practice !== by.practice
    ? { kind: 'refused', replies: [privately(staleCard())] }
    : { kind: 'may', by, matter, campaign }
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
  const line = sayRefused(deed)
  return {
    title: 'That is not open to everybody',
    tone: 'plain',
    summary: line,
    blocks: [text(line), buttons({ label: 'Where do I stand?', action: opening('status') })],
  }
}

function sayRefused(deed: Deed): string {
  if (deed === 'mind-campaign')
    return `That campaign is not with you: it may have been taken back, or closed. Nothing was changed. If it should be yours, ask ${whoMay(deed)} to hand it to you.`
  const { what } = refusals[deed]
  return `${what} is for ${whoMay(deed)}. Nothing was changed. If that should be you, ask one of them to give you the role.`
}

const refusals: Readonly<Record<Exclude<Deed, 'mind-campaign'>, { readonly what: string }>> = {
  'see-register': { what: 'The register of who has signed' },
  'run-campaign': { what: 'Asking people to sign' },
  'keep-people': { what: 'Changing who works here' },
  'own-policy': { what: 'Marking an edition' },
  teach: { what: 'What people’s questions teach' },
  'keep-settings': { what: 'Changing the school’s settings' },
  'take-backup': { what: 'Taking a backup away' },
}
