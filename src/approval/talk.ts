// Asking for a yes, and giving one: what each button does. Every press checks again who may.
import type { ActionOf } from '../chat/actions.ts'
import type { Card } from '../chat/cards.ts'
import type { Sent } from '../chat/forms.ts'
import type { Person } from '../chat/people.ts'
import { instead, privately, type Reply } from '../chat/replies.ts'
import { findSection } from '../policy/force.ts'
import type { Approval, ApprovalAbout } from '../ports/approvals.ts'
import { showNobody, showUnknown } from '../referral/ask-cards.ts'
import { readStaff } from '../referral/read-staff.ts'
import { answeringDay } from '../referral/when.ts'
import { couldAnswer, offerTo, ranksFor } from '../referral/whom.ts'
import { quietly } from '../turn/permit.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { urgentIn } from '../turn/urgent.ts'
import type { approvalActions } from './actions.ts'
import { showAsked, showDraft, showList, showNothing, showApprovalPreview, type ApprovalPreview } from './cards.ts'
import { showOver } from './outcome-cards.ts'
import { askForYes, daysKept, decideDraft, withdrawDraft, type DecideOutcome, type Deciding } from './decide.ts'
import { requestShownTo, sendOf } from './send-approval.ts'

type Doing<K extends string> = ActionOf<typeof approvalActions, K>
type Fields = Readonly<Record<string, string>>

export async function askYes(turn: Turn, { do: _, ...about }: Doing<'ask-yes'>): Promise<Reply[]> {
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknown())]
  const offered = await whoDecides(turn, about, person)
  if (offered.length === 0) return [privately(nobody(turn))]
  return [privately(showApprovalPreview(previewOf(turn, { about, person, offered, id: turn.ports.newId() })))]
}

/** The only place where a draft is kept. A draft about something urgent gets help instead, and goes nowhere. */
export async function sendForYes(
  turn: Turn,
  { do: _, request: id, ...about }: Doing<'send-for-yes'>,
  { draft = '' }: Fields,
): Promise<Reply[]> {
  const { ports, now, event } = turn
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknown())]
  if (urgentIn(turn.library)(draft) !== undefined) return turn.doors.say(draft)
  const offered = await whoDecides(turn, about, person)
  const asked = {
    id,
    at: now,
    asker: person.id,
    practice: person.practice,
    platform: event.account.platform,
    about,
    offered: offered.map((each) => each.id),
    draft,
  }
  const { kind } = await ports.approvals.change(id, (found) => askForYes(found, asked))
  switch (kind) {
    case 'asked':
    case 'asked-before': {
      const request = await ports.approvals.find(id)
      if (request === undefined) return [instead(showNothing())]
      await sendOf(turn, request)
      return [
        instead(
          showAsked(
            request,
            offered.map(({ name }) => name),
            await requestShownTo(turn, request),
          ),
        ),
      ]
    }
    case 'draft-empty':
      return [instead(showApprovalPreview({ ...previewOf(turn, { about, person, offered, id }), slip: kind }))]
    case 'nobody':
      return [instead(nobody(turn))]
    case 'not-yours':
      return [instead(showNothing())]
  }
}

export async function showRequest(turn: Turn, { request: id }: Doing<'show-draft'>): Promise<Reply[]> {
  const found = await mine(turn, id)
  if (found === undefined) return [quietly(turn, showNothing())]
  const { request } = found
  const seeing = await requestShownTo(turn, request)
  return [quietly(turn, request.decided === undefined ? showDraft(request, seeing) : showOver(request, seeing))]
}

export async function decideIt(turn: Turn, { request: id }: Doing<'decide-draft'>, fields: Fields): Promise<Reply[]> {
  const found = await mine(turn, id)
  if (found === undefined) return [quietly(turn, showNothing())]
  const deciding = decidingIn(turn, found, fields)
  const outcome = await turn.ports.approvals.change(id, (current) => decideDraft(current, deciding))
  return [quietly(turn, await answerTo(turn, outcome, fields))]
}

async function answerTo(turn: Turn, outcome: DecideOutcome, fields: Fields): Promise<Card> {
  if (outcome.kind === 'not-yours') return showNothing()
  const seeing = await requestShownTo(turn, outcome.now)
  switch (outcome.kind) {
    case 'decided':
      await sendOf(turn, outcome.now)
      return showOver(outcome.now, seeing)
    case 'decided-before':
      return showOver(outcome.now, seeing)
    case 'outcome-missing':
    case 'reason-missing':
    case 'section-missing':
      return showDraft(outcome.now, seeing, { fields, errors: errorsOf(outcome.kind) })
  }
}

function errorsOf(kind: 'outcome-missing' | 'reason-missing' | 'section-missing'): Sent['errors'] {
  switch (kind) {
    case 'outcome-missing':
      return { outcome: 'Choose one of them.' }
    case 'reason-missing':
      return { reason: 'Write in a few words if what, or why not.' }
    case 'section-missing':
      return { section: 'Name a section of the policy, such as 6.d.' }
  }
}

function decidingIn(
  { desk, now }: Turn,
  { person, request }: Mine,
  { outcome, reason = '', section = '' }: Fields,
): Deciding {
  const edition = desk.shelf.editionOf(request.about)
  const chosen = (['yes', 'yes-if', 'no'] as const).find((each) => each === outcome)
  return {
    by: person.id,
    at: now,
    outcome: chosen,
    reason,
    section: edition && findSection(edition, section.trim())?.ref,
  }
}

export async function withdrawIt(turn: Turn, { request: id }: Doing<'withdraw-draft'>): Promise<Reply[]> {
  const { ports, now } = turn
  const person = await personOf(turn)
  if (person === undefined) return [quietly(turn, showUnknown())]
  const outcome = await ports.approvals.change(id, (found) => withdrawDraft(found, { by: person.id, at: now }))
  const request = outcome === 'not-yours' ? undefined : await ports.approvals.find(id)
  if (request === undefined) return [quietly(turn, showNothing())]
  await sendOf(turn, request)
  return [quietly(turn, showOver(request, await requestShownTo(turn, request)))]
}

export async function listDrafts(turn: Turn): Promise<Reply[]> {
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknown())]
  const open = (await turn.ports.approvals.all()).filter(
    ({ decided, lapsesAt }) => decided === undefined && lapsesAt > turn.now,
  )
  const theirs: Approval[] = []
  for (const request of open) if (await mayDecide(turn, request, person)) theirs.push(request)
  const mine = open.filter(({ asker }) => asker === person.id)
  const names = new Map<string, string>()
  for (const { asker } of theirs) names.set(asker, (await turn.ports.people.byId(asker))?.name ?? '')
  const nameOf = (id: string | undefined) => names.get(id ?? '') ?? 'somebody'
  return [privately(showList({ theirs, mine }, { zone: turn.library.school.zone, practice: person.practice, nameOf }))]
}

interface Mine {
  readonly person: Person
  readonly request: Approval
}

/** For people who were asked and are still responsible, and for nobody else. */
async function mine(turn: Turn, id: string): Promise<Mine | undefined> {
  const person = await personOf(turn)
  const request = await turn.ports.approvals.find(id)
  if (person === undefined || request === undefined) return undefined
  // Nobody may see what has lapsed, even before the scheduled job has deleted it.
  if (request.decided === undefined && request.lapsesAt <= turn.now) return undefined
  const decidedBy = request.decided?.by === person.id
  return decidedBy || (await mayDecide(turn, request, person)) ? { person, request } : undefined
}

async function mayDecide({ ports, library, now }: Turn, request: Approval, person: Person): Promise<boolean> {
  if (person.practice !== request.practice || !request.offered.includes(person.id)) return false
  const ranks = ranksFor(
    { route: 'policy-owner', policy: request.about.policy },
    await readStaff(ports, library.school, person.practice),
  )
  const day = answeringDay(now, library.school.calendar)
  return couldAnswer(ranks, { day, asker: request.asker }).some(({ id }) => id === person.id)
}

async function whoDecides(
  { ports, library, now }: Turn,
  { policy }: ApprovalAbout,
  asker: Person,
): Promise<readonly Person[]> {
  const { calendar } = library.school
  const ranks = ranksFor({ route: 'policy-owner', policy }, await readStaff(ports, library.school, asker.practice))
  return offerTo(ranks, { day: answeringDay(now, calendar), calendar, asker: asker.id, late: false })
}

function previewOf(
  { desk, library, now }: Turn,
  {
    about,
    person,
    offered,
    id,
  }: {
    readonly about: ApprovalAbout
    readonly person: Person
    readonly offered: readonly Person[]
    readonly id: string
  },
): ApprovalPreview {
  return {
    about,
    id,
    names: offered.map(({ name }) => name),
    title: desk.shelf.editionOf(about)?.title ?? about.policy,
    lapsesAt: new Date(now.getTime() + daysKept * 24 * 60 * 60_000),
    zone: library.school.zone,
    practice: person.practice,
  }
}

function nobody({ library }: Turn): Card {
  return showNobody('policy-owner', library.school.contacts.slt?.how)
}
