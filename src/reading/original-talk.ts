// "Open the original": hands over the school's own file of an edition, as a file where the platform takes one,
// otherwise by a private link.
import type { Platform } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { whoMay } from '../people/may.ts'
import type { Edition } from '../policy/types.ts'
import type { Original } from '../ports/originals.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { mayOpenOriginal } from './original.ts'
import { showNoOriginal, showOriginal, showOriginalKept, type OriginalCopy } from './original-cards.ts'

/** Where somebody can be handed a file in their own conversation. */
const takesFiles: ReadonlySet<Platform> = new Set(['slack'])
/** In bytes: a larger file is handed over by a link, where there is one. */
const mostHanded = 20_000_000
const minutes = 30

export async function openOriginal(
  turn: Turn,
  about: { readonly policy?: string | undefined; readonly edition?: string | undefined },
): Promise<Reply[]> {
  const edition = editionMeant(turn, about)
  if (edition === undefined) return [privately(staleCard())]
  const person = await personOf(turn)
  if (person !== undefined && edition.source === undefined) return [privately(showNoOriginal(edition))]
  if (person === undefined || !mayOpenOriginal(person, edition, turn.desk.shelf.today))
    return [privately(showOriginalKept(edition, whoMay('own-policy')))]
  const original = await turn.ports.originals.read(edition)
  if (original === undefined) return [privately(showNoOriginal(edition))]
  return [privately(showOriginal(edition, await copyFor(turn, { person: person.id, edition, original })))]
}

/** Without a policy, the only one there is. */
function editionMeant(
  { desk: { shelf } }: Turn,
  { policy, edition }: { readonly policy?: string | undefined; readonly edition?: string | undefined },
): Edition | undefined {
  const [only, ...others] = shelf.policies
  const id = policy ?? (others.length === 0 ? only?.id : undefined)
  if (id === undefined) return undefined
  return edition === undefined ? shelf.edition(id) : shelf.editionOf({ policy: id, edition })
}

interface Asking {
  readonly person: string
  readonly edition: Edition
  readonly original: Original
}

async function copyFor(turn: Turn, { person, edition, original }: Asking): Promise<OriginalCopy> {
  const { ports, event, now } = turn
  const { platform } = event.account
  const isLarge = original.bytes.length > mostHanded && ports.publicUrl !== undefined
  const canTake = takesFiles.has(platform)
  if (canTake && event.place.kind === 'private' && !isLarge) return { kind: 'file', original }
  // The page itself needs no address of its own.
  const base = ports.publicUrl ?? (platform === 'web' ? '' : undefined)
  if (base === undefined) return canTake ? { kind: 'in-private' } : { kind: 'by-hand', from: whoMay('own-policy') }
  const token = ports.newToken()
  const expires = new Date(now.getTime() + minutes * 60_000)
  const purpose = { kind: 'original', policy: edition.policy, edition: edition.id } as const
  await ports.doors.makeLink({ person, purpose, expires, token })
  return { kind: 'link', url: `${base}/original/${token}`, minutes }
}
