// One reminder: checked again just before it is sent, as a card or as an email with a link.
import { dayIn } from '../kit/days.ts'
import { greetedKey, invitationFor } from '../declaration/owing.ts'
import { matterOf, standingIn } from '../turn/matter.ts'
import type { Beat } from '../turn/beat.ts'
import type { Planned } from '../outbox/types.ts'
import { showReminder, writeReminder, type Reminding } from './cards.ts'
import { judgeAgain, momentAt } from './read.ts'
import type { ReminderPass } from './read-everybody.ts'
import type { Reminder } from './types.ts'
import { linkUntil } from './until.ts'

export function reminderNotice(
  beat: Beat,
  { asks, moment }: Pick<ReminderPass, 'asks' | 'moment'>,
  planned: Reminder,
): Planned {
  const { ports } = beat
  const [key = '', ...also] = planned.keys
  let current = planned
  const about = (): Reminding => ({
    name: current.person.name,
    practice: current.person.practice,
    today: moment.day,
    owes: current.owes,
    first: current.first,
    back: current.back,
  })
  return {
    key,
    also,
    daily: planned.daily,
    kind: 'reminder',
    person: planned.person.id,
    at: planned.at,
    reason: planned.reason,
    async still(now) {
      const keys = [...planned.keys, planned.daily]
      const at = momentAt(beat.library.school, now)
      const { reminder } = await judgeAgain(ports, asks, { person: planned.person.id, keys, moment: at })
      if (reminder === undefined || reminder.at > now || !planned.keys.every((each) => reminder.keys.includes(each)))
        return false
      current = reminder
      return true
    },
    show: async () => (current.welcomes ? await welcome(beat, current) : undefined) ?? showReminder(about()),
    write: () => letterTo(beat, current, about()),
  }
}

/** A joiner’s first message is the greeting, which is then not sent again. */
async function welcome(beat: Beat, { person, owes }: Reminder) {
  const { ports, now } = beat
  const matter = matterOf(beat, owes[0]?.policy ?? '')
  if (matter === undefined || !(await ports.store.claim(greetedKey(person.id), now))) return undefined
  const facts = await ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
  return invitationFor(person, [{ matter, standing: standingIn(matter, person, facts) }])
}

/** Undefined where there is no web page for a link to lead to. */
async function letterTo({ ports, library, now }: Beat, { person, owes }: Reminder, about: Reminding) {
  const { publicUrl, doors } = ports
  if (publicUrl === undefined) return undefined
  const { signing, zone, calendar, name: school } = library.school
  const links: string[] = []
  let until: Date | undefined
  for (const owing of owes) {
    const { policy, edition } = owing
    const token = ports.newToken()
    const expires = linkUntil(owing, now, { calendar, linkDays: signing.linkDays, own: person })
    if (until === undefined || expires < until) until = expires
    await doors.makeLink({ person: person.id, purpose: { kind: 'sign', policy, edition }, expires, token })
    links.push(`${publicUrl}/sign/${token}`)
  }
  return writeReminder(about, { links, until: dayIn(zone, until ?? now), school })
}
