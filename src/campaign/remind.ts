// Reminding one person at SLT’s wish: where they can be reached, at most once a day; else by a link to hand over.
import type { Person } from '../chat/people.ts'
import type { Matter } from '../declaration/matter.ts'
import { reach } from '../declaration/slt.ts'
import type { Standing } from '../declaration/types.ts'
import { isUnsigned } from '../declaration/words.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import type { Turn } from '../turn.ts'
import { showReminder } from './cards.ts'

interface Reminded {
  readonly person: Person
  readonly standing: Standing
}

/** What came of it, in a sentence for SLT. */
export async function remind(turn: Turn, matter: Matter, { person, standing }: Reminded): Promise<string> {
  const { ports, now } = turn
  if (!isUnsigned(standing)) return `${person.name} has nothing to sign, so nothing was sent.`
  const key = `nudge:${matter.policy.id}@${matter.edition.id}:${person.id}:${matter.asOf.today}`
  if (!(await ports.store.claim(key, now))) return `${person.name} has had a reminder today. Nothing more was sent.`
  const due = 'due' in standing ? standing.due : undefined
  const card = showReminder(matter.edition, { name: person.name, due, practice: person.practice })
  if (await reach(ports, person, card)) return `${person.name} has been sent a reminder, privately.`
  return sendLink(turn, matter, person)
}

/** For people without a chat account: a link that is theirs alone and works once. */
async function sendLink({ ports, library, now }: Turn, { policy, edition }: Matter, person: Person): Promise<string> {
  const { publicUrl, mail } = ports
  if (publicUrl === undefined)
    return `${person.name} can’t be reached in a chat, and there is no web page to send a link to. Please speak to them, or record a signature on paper.`
  const token = ports.newToken()
  const expires = new Date(now.getTime() + library.school.signing.linkDays * 24 * 60 * 60_000)
  await ports.doors.makeLink({
    person: person.id,
    purpose: { kind: 'sign', policy: policy.id, edition: edition.id },
    expires,
    token,
  })
  const url = `${publicUrl}/sign/${token}`
  const until = sayDay(dayIn(library.school.zone, expires))
  if (mail.on && person.email !== undefined) {
    const posted = await mail.send(
      letter({ to: person.email, name: person.name, title: edition.title, school: library.school.name, url, until }),
    )
    if (posted.kind === 'sent' || posted.kind === 'unknown')
      return `${person.name} has been sent a link to sign, by email.`
  }
  return `${person.name} can’t be reached here. Hand them this link, which is for them alone and works until ${until}: ${url}`
}

interface LetterAbout {
  readonly to: string
  readonly name: string
  readonly title: string
  readonly school: string
  readonly url: string
  readonly until: string
}

function letter({ to, name, title, school, url, until }: LetterAbout) {
  return {
    to,
    subject: `Please read and sign: ${title}`,
    text: `Hello ${name},

please read the ${title} of ${school} and sign its declaration. Here is your link:

${url}

It is for you alone and works until ${until}, so please do not pass it on. You can stop and come back to it.
`,
  }
}
