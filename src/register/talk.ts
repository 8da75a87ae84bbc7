// The register as a conversation: opened, filtered, turned; and one person with their history. For SLT, in private.
import { standings, type registerActions } from './actions.ts'
import type { ActionOf } from '../chat/actions.ts'
import { groups, type Person } from '../chat/people.ts'
import type { Opening } from '../chat/opening.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { defined } from '../kit/defined.ts'
import { isPartOf } from '../kit/names.ts'
import { everybody } from '../outbox/slt.ts'
import { standingIn, type Matter } from '../turn/matter.ts'
import type { Entry } from '../journal/types.ts'
import type { Turn } from '../turn/turn.ts'
import { onlyPolicy, permit, permitAbout, permitAny, quietly } from '../turn/permit.ts'
import { countingOf, totalsFor } from '../turn/counting.ts'
import { elsewhereOf } from './read-elsewhere.ts'
import { readAgainst } from './read-against.ts'
import { pageOf } from './read-page.ts'
import { openRegisters } from './overview-talk.ts'
import { showPerson, type HistoryLine } from './person-cards.ts'
import { showRegister, type View } from './cards.ts'

type Fields = Readonly<Record<string, string>>

/** Without a policy, the register of the only one, or how all of them stand. */
export async function openRegister(
  turn: Turn,
  { policy = onlyPolicy(turn), back }: { policy?: string | undefined; back?: boolean | undefined },
): Promise<Reply[]> {
  if (policy === undefined) return openRegisters(turn)
  const card = await registerCard(turn, { policy })
  if (card.kind === 'refused') return card.replies
  return [back === true ? quietly(turn, card.card) : privately(card.card)]
}

/** Only the people whose signature is missing. */
export async function openUnsigned(
  turn: Turn,
  { policy = onlyPolicy(turn) }: { policy?: string | undefined },
): Promise<Reply[]> {
  if (policy === undefined) return openRegisters(turn)
  const card = await registerCard(turn, { policy, standing: 'unsigned' })
  return card.kind === 'refused' ? card.replies : [privately(card.card)]
}

/** Somebody's line, found by their name; undefined where nobody of the school is called that. */
export async function openRegisterOf(turn: Turn, name: string): Promise<Reply[] | undefined> {
  const permitted = await permitAny(turn, 'see-register')
  if (permitted.kind === 'refused') return undefined
  const policy = onlyPolicy(turn)
  if (policy === '' || !(await isSomebody(turn, name, permitted.by))) return undefined
  if (policy === undefined) return openRegisters(turn, name.slice(0, 80))
  const card = await registerCard(turn, { policy, name: name.slice(0, 80) })
  return card.kind === 'refused' ? card.replies : [privately(card.card)]
}

/** Only whole words of a name: "who is in" is not about Ingrid. */
async function isSomebody({ ports }: Turn, name: string, { practice }: Person): Promise<boolean> {
  for await (const person of everybody(ports, practice)) if (isPartOf(name, person.name)) return true
  return false
}

/** The form's values override the button's. */
export async function turnRegister(
  turn: Turn,
  { do: _, ...view }: ActionOf<typeof registerActions, 'turn-register'>,
  fields: Fields,
): Promise<Reply[]> {
  const sent = ['group', 'standing', 'name'].some((field) => Object.hasOwn(fields, field))
  const card = await registerCard(turn, sent ? chosen(view.policy, fields) : view)
  return card.kind === 'refused' ? card.replies : [quietly(turn, card.card)]
}

function chosen(policy: string, fields: Fields): View {
  const group = [...groups, 'none' as const].find((each) => each === fields.group)
  const standing = (['unsigned', ...standings] as const).find((each) => each === fields.standing)
  const name = fields.name?.trim() ?? ''
  return { policy, ...defined({ group, standing, name: name === '' ? undefined : name.slice(0, 80) }) }
}

async function registerCard(turn: Turn, view: View) {
  const permitted = await permit(turn, 'see-register', view.policy)
  if (permitted.kind === 'refused') return permitted
  const { by, matter } = permitted
  const { practice } = by
  const counting = await countingOf(turn, matter, by)
  const { zone } = turn.library.school
  const [totals, page, against] = await Promise.all([
    totalsFor(turn, { matter, counting, practice }),
    pageOf(turn.ports, view, { counting, practice }),
    readAgainst(turn.ports, counting.campaigns, { asOf: matter.asOf, zone, practice }),
  ])
  const { publicUrl } = turn.ports
  const csv =
    publicUrl === undefined ? undefined : `${publicUrl}/register.csv?policy=${encodeURIComponent(view.policy)}`
  const frame = { edition: matter.edition, zone, practice, csv, against }
  return { kind: 'card', card: showRegister(frame, totals, { view, page }) } as const
}

export async function openPerson(turn: Turn, { policy = '', person = '' }: Opening): Promise<Reply[]> {
  const about = { policy, person }
  const permitted = await permitAbout(turn, 'see-register', about)
  return permitted.kind === 'refused' ? permitted.replies : [await personReply(turn, permitted, undefined)]
}

/** The person as they are now; `done` is what was just done for them. */
export async function personReply(
  turn: Turn,
  { matter, person: given }: { matter: Matter; person: Person },
  done: string | undefined,
): Promise<Reply> {
  const { ports, library } = turn
  const person = (await ports.people.byId(given.id)) ?? given
  const facts = await ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
  const history = await Promise.all(facts.history.slice(-mostTold).map((entry) => tell(turn, entry)))
  return quietly(
    turn,
    showPerson({
      edition: matter.edition,
      zone: library.school.zone,
      person,
      standing: standingIn(matter, person, facts),
      history,
      signed: foldInvolvement(facts.history, undefined).signed?.entry,
      elsewhere: await elsewhereOf(turn, matter, person),
      done,
    }),
  )
}

const mostTold = 20

async function tell({ ports }: Turn, entry: Entry): Promise<HistoryLine> {
  const hidden = await ports.journal.hiddenOf(entry.id)
  return { entry, hidden: hidden?.fields ?? {}, by: await nameOf(ports, entry) }
}

async function nameOf({ people }: Turn['ports'], { fact }: Entry): Promise<string | undefined> {
  const by = fact.kind === 'signed' ? fact.paper?.by : 'by' in fact ? fact.by : undefined
  if (by === undefined) return undefined
  return by === 'operator' ? 'whoever looks after Policy Guide' : ((await people.byId(by))?.name ?? 'somebody')
}
