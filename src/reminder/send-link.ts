// A link for signing, for one person only: handed to SLT, sent by email, or sent again to somebody whose own link has
// expired.
import type { Person } from '../chat/people.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import type { Letter } from '../outbox/types.ts'
import type { Ports } from '../ports/ports.ts'
import { owedBy } from '../standing/due.ts'
import { isUnsigned } from '../standing/words.ts'
import type { Library } from '../turn/library.ts'
import { standingIn, type Matter } from '../turn/matter.ts'
import { linkUntil } from './until.ts'

export interface OwnLink {
  readonly url: string
  /** In words. */
  readonly until: string
}

interface Making {
  readonly ports: Pick<Ports, 'publicUrl' | 'doors' | 'newToken' | 'journal'>
  readonly library: Pick<Library, 'school'>
  readonly now: Date
}

/** Undefined where there is no web page for it to lead to. */
export async function makeLink(
  { ports, library, now }: Making,
  { policy, edition, asOf }: Matter,
  person: Person,
): Promise<OwnLink | undefined> {
  const { publicUrl, doors, journal } = ports
  if (publicUrl === undefined) return undefined
  const { calendar, signing, zone, reminders } = library.school
  const token = ports.newToken()
  const [owed] = owedBy(person, await journal.campaigns(policy.id), asOf)
  const owing = { due: owed?.due ?? asOf.today, rhythm: owed?.campaign.rhythm ?? reminders }
  const expires = linkUntil(owing, now, { calendar, linkDays: signing.linkDays, own: person })
  const purpose = { kind: 'sign', policy: policy.id, edition: edition.id } as const
  await doors.makeLink({ person: person.id, purpose, expires, token })
  return { url: `${publicUrl}/sign/${token}`, until: sayDay(dayIn(zone, expires)) }
}

export interface LetterAbout extends OwnLink {
  readonly name: string
  readonly title: string
  readonly school: string
}

export function writeLink({ name, title, school, url, until }: LetterAbout): Letter {
  return {
    subject: `Please read and sign: ${title}`,
    text: `Hello ${name},

Please read the ${title} of ${school} and sign its declaration. Here is your link:

${url}

It is for you alone and works until ${until}, so please do not pass it on. You can stop and come back to it.
`,
  }
}

interface Renewing {
  readonly ports: Pick<Ports, 'publicUrl' | 'doors' | 'newToken' | 'journal' | 'people' | 'mail' | 'log'>
  readonly library: Library
  readonly now: Date
}

/**
 * Replaces an expired link: sent to the address that the school knows, for the edition now in force. Somebody who has
 * signed gets none, and whoever asked is told nothing of this.
 */
export async function renewLink(
  turn: Renewing,
  about: { readonly person: string; readonly matter: Matter },
): Promise<void> {
  const { ports, library } = turn
  const { matter } = about
  const person = await ports.people.byId(about.person)
  if (person?.email === undefined || person.practice || !ports.mail.on) return
  const facts = await ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
  if (!isUnsigned(standingIn(matter, person, facts))) return
  const link = await makeLink(turn, matter, person)
  if (link === undefined) return
  const letter = writeLink({ name: person.name, title: matter.edition.title, school: library.school.name, ...link })
  const posted = await ports.mail.send({ to: person.email, ...letter })
  const line = { person: person.id, kind: posted.kind }
  if (posted.kind === 'sent') ports.log.info(line, 'a new link to sign was sent in place of an old one')
  else ports.log.warn(line, 'a new link to sign was not sent')
}
