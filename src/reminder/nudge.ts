// Reminding one person at SLT’s wish: where they can be reached, at most once a day; else by a link to hand over.
import { showReminder } from './nudge-card.ts'
import type { Person } from '../chat/people.ts'
import type { Matter } from '../turn/matter.ts'
import { reach } from '../outbox/slt.ts'
import type { Standing } from '../standing/types.ts'
import { isUnsigned } from '../standing/words.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import type { Turn } from '../turn/turn.ts'
import { dailyKey, nudgeKey } from './steps.ts'

interface Reminded {
  readonly person: Person
  readonly standing: Standing
}

/** What came of it, in a sentence for SLT. */
export async function nudge(turn: Turn, matter: Matter, { person, standing }: Reminded): Promise<string> {
  const { ports, now } = turn
  if (!isUnsigned(standing)) return `${person.name} has nothing to sign, so nothing was sent.`
  const about = { policy: matter.policy.id, edition: matter.edition.id }
  const { today } = matter.asOf
  const [key, daily] = [nudgeKey(about, person.id, today), dailyKey(person.id, today)]
  const by = ports.newId()
  // The same keys as when everybody is reminded, and as the clock’s: whoever heard today hears no more.
  const notices = [
    { key, kind: 'reminder' },
    { key: daily, kind: 'daily' },
  ]
  const attempt = { keys: [key, daily], by, now }
  if ((await ports.notices.claim({ notices, person: person.id, by, now })) === undefined)
    return (await wasOutOfReach(turn, daily))
      ? sendLink(turn, matter, person)
      : `${person.name} has had a reminder today, or one is on its way. Nothing more was sent.`
  const due = 'due' in standing ? standing.due : undefined
  const card = showReminder(matter.edition, { name: person.name, due, practice: person.practice })
  if (await reach(ports, person, card)) {
    await ports.notices.settle(attempt, { kind: 'sent', way: 'slt', message: '' })
    return `${person.name} has been sent a reminder, privately.`
  }
  await ports.notices.settle(attempt, { kind: 'given-up', what: 'could not be reached in a chat' })
  return sendLink(turn, matter, person)
}

async function wasOutOfReach({ ports }: Turn, daily: string): Promise<boolean> {
  const [told] = await ports.notices.find([daily])
  return told?.state === 'given-up'
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
