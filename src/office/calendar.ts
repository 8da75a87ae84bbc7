// The calendar in the office: what comes next, and one's own private link by which a calendar program reads it.
import { sayDay } from '../kit/days.ts'
import type { OfficeAnswer, OfficeRequest, Part } from '../ports/office.ts'
import { howToSubscribe, linkMade, noLink, sayShares } from '../year/calendar-words.ts'
import { comingFrom, eventsOf } from '../year/events.ts'
import { readYear } from '../year/read.ts'
import { makeCalendarLink, withdrawCalendarLink } from '../year/send-calendar-link.ts'
import { back, done, doneNote, form, heading, list, look, notePart, page, textPart } from './parts.ts'
import { todayOf, type Insider, type World } from './world.ts'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

const to = '/office/calendar'

export async function openCalendarRoom(
  world: World,
  [rest]: readonly string[],
  { insider, request }: Asking,
): Promise<OfficeAnswer> {
  if (rest !== undefined) return { kind: 'missing' }
  return shown(world, doneNote(request.fields['done']), await linkParts(world, insider))
}

export async function actOnCalendar(
  world: World,
  [rest]: readonly string[],
  { insider, request }: Asking,
): Promise<OfficeAnswer> {
  const { publicUrl } = world.ports
  if (rest !== undefined || publicUrl === undefined || insider.by === 'operator') return { kind: 'missing' }
  switch (request.fields['do']) {
    case 'make': {
      const about = { person: insider.by, publicUrl, zone: world.library().school.zone }
      // Shown in the answer itself, because no page can show it again.
      return shown(world, undefined, newParts(await makeCalendarLink(world.ports, about)))
    }
    case 'withdraw':
      return (await withdrawCalendarLink(world.ports, insider.by))
        ? { kind: 'go', to: `${to}?done=unlinked` }
        : shown(world, look(noLink), await linkParts(world, insider))
    default:
      return { kind: 'missing' }
  }
}

async function shown(world: World, said: Part | undefined, link: readonly Part[]): Promise<OfficeAnswer> {
  const { ports, library } = world
  const events = eventsOf(await readYear(ports.journal, library(), ports.clock()))
  const coming = comingFrom(todayOf(world), events)
  return page('Calendar', [
    said,
    coming.length === 0
      ? textPart('Nothing is planned. Terms are entered under Settings, and campaigns are opened under Campaigns.')
      : {
          kind: 'table',
          caption: 'What comes next',
          head: ['When', 'What'],
          rows: coming.map(({ day, title }) => ({ cells: [sayDay(day), title] })),
        },
    heading('In your own calendar'),
    ...link,
    back,
  ])
}

async function linkParts({ ports }: World, { by }: Insider): Promise<readonly Part[]> {
  if (ports.publicUrl === undefined)
    return [
      textPart(
        'A calendar program reads it over the network, and this page can be reached from this machine only. Whoever looks after the server can set PUBLIC_URL, or write a file with “npm run calendar”.',
      ),
    ]
  if (by === 'operator')
    return [textPart('A link belongs to one person. Sign in with a link of your own, and make it here.')]
  const since = await ports.calendarLinks.since(by)
  if (since === undefined)
    return [
      textPart('Outlook, Google and other calendars can show all this, and keep it up to date.'),
      notePart(sayShares),
      form(to, [], { label: 'Make my private link', value: 'make', main: true }),
    ]
  return [
    textPart(
      `You have had a private link since ${sayDay(since)}. No copy of it is kept here. If it is lost, make a new one; the old one then stops working.`,
    ),
    form(to, [], { label: 'Make a new link', value: 'make' }, { label: 'Withdraw my link', value: 'withdraw' }),
  ]
}

function newParts(url: string): readonly Part[] {
  return [
    done(linkMade, 'This is your private address. It is shown this once, so copy it now:', url),
    list(howToSubscribe),
    notePart(sayShares),
    form(to, [], { label: 'Withdraw my link', value: 'withdraw' }),
  ]
}
