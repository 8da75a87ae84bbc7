// Tells the approver that there is a draft, tells the asker what was decided, and overwrites cards that show a draft.
import type { Person } from '../chat/people.ts'
import { isWorkingTime } from '../kit/calendar.ts'
import { deliverOne } from '../outbox/deliver.ts'
import type { Letter, Planned } from '../outbox/types.ts'
import type { Approval } from '../ports/approvals.ts'
import { clockOf } from '../turn/beat.ts'
import type { Turn } from '../turn/turn.ts'
import { showOffer, type RequestShown } from './cards.ts'
import { noteOverwritten } from './decide.ts'
import { showDecision, showOver } from './outcome-cards.ts'

export type ApprovalSending = Pick<Turn, 'ports' | 'library' | 'desk' | 'now'>

const kind = 'draft-request'

/** Does everything that is due for one request. It runs on every beat, and does each thing once. */
export async function sendOf(turn: ApprovalSending, request: Approval): Promise<void> {
  const seeing = await requestShownTo(turn, request)
  if (request.decided === undefined) {
    for (const person of request.offered) await tell(turn, offerTo(turn, { request, person, seeing }))
    return
  }
  for (const person of request.offered) await overwrite(turn, { request, person, seeing })
  if (request.decided.outcome !== 'withdrawn') await tell(turn, decisionFor(turn, { request, seeing }))
}

async function tell(turn: ApprovalSending, planned: Planned): Promise<void> {
  const { ports } = turn
  const [before] = await ports.notices.find([planned.key])
  const isOpen =
    before === undefined ||
    before.state === 'planned' ||
    (before.state === 'failed' && (before.nextAt ?? turn.now) <= turn.now)
  if (!isOpen) return
  await ports.notices.plan({ key: planned.key, kind, person: planned.person, at: planned.at })
  await deliverOne(ports, planned, clockOf(turn))
}

interface Offer {
  readonly request: Approval
  readonly person: string
  readonly seeing: RequestShown
}

function offerKey({ id }: Approval, person: string): string {
  return `draft:${id}:offer:${person}`
}

function offerTo(turn: ApprovalSending, { request, person, seeing }: Offer): Planned {
  const { ports, library, now } = turn
  return {
    key: offerKey(request, person),
    kind,
    person,
    onPage: true,
    at: now,
    reason: 'somebody asks for a yes to a draft',
    async still(at) {
      const current = await ports.approvals.find(request.id)
      const known = await ports.people.byId(person)
      return current !== undefined && current.decided === undefined && isWorkingTime(at, library.school.calendar, known)
    },
    show: () => showOffer(request, seeing),
    write: () => letterFor(turn, request, 'Somebody asks for a yes to a draft. The draft itself never goes by email.'),
  }
}

function decisionFor(turn: ApprovalSending, { request, seeing }: Omit<Offer, 'person'>): Planned {
  return {
    key: `draft:${request.id}:decided:${request.asker}`,
    kind,
    person: request.asker,
    prefer: request.platform,
    onPage: true,
    at: turn.now,
    reason: 'what was decided on a draft',
    still: () => Promise.resolve(true),
    show: () => showDecision(request, seeing),
    write: () => letterFor(turn, request, showDecision(request, seeing).summary),
  }
}

function letterFor({ ports, library }: ApprovalSending, { practice }: Approval, line: string): Letter | undefined {
  if (practice) return undefined
  const where = ports.publicUrl === undefined ? 'to Policy Guide' : `at ${ports.publicUrl}`
  return {
    subject: 'A draft and a yes',
    text: [line, '', `To see more: say “drafts” ${where}.`, '', `Policy Guide, ${library.school.name}`].join('\n'),
  }
}

/** Still to be done until the platform has accepted it, or says that it never will. */
async function overwrite(turn: ApprovalSending, { request, person, seeing }: Offer): Promise<void> {
  const { ports } = turn
  const [notice] = await ports.notices.find([offerKey(request, person)])
  const { way, message } = notice ?? {}
  const known = await ports.people.accountsOf(person)
  // Whoever came to the page by a link has no account there, and their card must not stay either.
  const account = [...known, { platform: 'web', id: person } as const].find(({ platform }) => platform === way)
  if (account !== undefined && message !== undefined) {
    const place = { platform: account.platform, id: account.id, kind: 'private' } as const
    const posted = await ports.chat.replace(place, message, showOver(request, seeing))
    if (posted.kind === 'failed') {
      ports.log.warn(
        { request: request.id, why: posted.what },
        'a card with a draft could not be overwritten; the next tick tries again',
      )
      return
    }
  }
  await ports.approvals.change(request.id, (found) => noteOverwritten(found, person))
}

/** Whether nothing is left to tell or to overwrite. */
export async function isDone(
  { ports }: Pick<ApprovalSending, 'ports'>,
  { id, asker, offered, decided }: Approval,
): Promise<boolean> {
  if (decided === undefined || offered.length > 0) return false
  if (decided.outcome === 'withdrawn') return true
  const [told] = await ports.notices.find([`draft:${id}:decided:${asker}`])
  return told !== undefined && (told.state === 'sent' || told.state === 'unknown' || told.state === 'given-up')
}

export async function requestShownTo(
  { ports, library, desk }: ApprovalSending,
  request: Approval,
): Promise<RequestShown> {
  const known = new Map<string, Person>()
  for (const id of [request.asker, request.decided?.by]) {
    const person = id === undefined ? undefined : await ports.people.byId(id)
    if (person !== undefined) known.set(person.id, person)
  }
  return {
    zone: library.school.zone,
    title: desk.shelf.editionOf(request.about)?.title ?? request.about.policy,
    practice: request.practice,
    nameOf: (id) => known.get(id ?? '')?.name ?? 'Somebody who has left',
  }
}
