// The office as one value: which page is asked for, whether the person may see it, and what happens with a form.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathsIn } from '../library/files.ts'
import { whoMay, type Deed } from '../people/may.ts'
import type { Office, OfficeAnswer, OfficeRequest, Upload, Visitor, Way } from '../ports/office.ts'
import { actOnBackups, openBackups } from './backups.ts'
import { actInBundlesRoom, openBundlesRoom } from './bundles.ts'
import { actOnCalendar, openCalendarRoom } from './calendar.ts'
import { actInCampaignsRoom, openCampaignsRoom } from './campaigns.ts'
import { openCertificates, judged } from './certificates.ts'
import { actOnPack, openPack } from './pack.ts'
import { links, page, doneNote, textPart } from './parts.ts'
import { actOnPolicies, openPolicies } from './policies.ts'
import { actInQuestionsRoom, openQuestionsRoom } from './questions.ts'
import { openRegisterRoom } from './register.ts'
import { openScenarios } from './scenarios.ts'
import { actOnSettings, openSettings } from './settings.ts'
import { actOnSetup, openSetup } from './setup.ts'
import { actOnPeople, openPeople } from './people.ts'
import { insiderOf, type Insider, type World } from './world.ts'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

/** One room of the office: who may go in, what it shows, and what its forms do. */
export interface OfficeRoom {
  readonly deed: Deed
  readonly label: string
  readonly about: string
  open(world: World, rest: readonly string[], asking: Asking): Promise<OfficeAnswer> | OfficeAnswer
  act(world: World, rest: readonly string[], asking: Asking): Promise<OfficeAnswer> | OfficeAnswer
}

const rooms: Readonly<Record<string, OfficeRoom>> = {
  people: {
    deed: 'keep-people',
    label: 'People',
    about: 'Who belongs to the school: bring in a list, look somebody up, join two entries, erase.',
    open: (world, rest, { request }) => openPeople(world, rest, request.fields),
    act: actOnPeople,
  },
  policies: {
    deed: 'own-policy',
    label: 'Policies',
    about: 'Bring in documents, see what was read and what is in doubt, put editions in force, withdraw them.',
    open: openPolicies,
    act: actOnPolicies,
  },
  campaigns: {
    deed: 'run-campaign',
    label: 'Campaigns',
    about: 'Ask people to sign: what it will do is shown before. Change, extend, pause, close, open again.',
    open: openCampaignsRoom,
    act: actInCampaignsRoom,
  },
  bundles: {
    deed: 'run-campaign',
    label: 'Bundles',
    about: 'Documents that people are asked for together: how far everybody is, who owes what, ask, change, close.',
    open: openBundlesRoom,
    act: actInBundlesRoom,
  },
  register: {
    deed: 'see-register',
    label: 'Register',
    about: 'Who has signed and who owes what: by name, policy, group, role and period, and as a spreadsheet.',
    open: openRegisterRoom,
    act: () => ({ kind: 'missing' }),
  },
  calendar: {
    deed: 'see-register',
    label: 'Calendar',
    about: 'Reviews, due days and terms, and a private link by which they stand in your own calendar.',
    open: openCalendarRoom,
    act: actOnCalendar,
  },
  questions: {
    deed: 'teach',
    label: 'Questions',
    about: 'What was asked and found no answer, and what becomes known of it.',
    open: openQuestionsRoom,
    act: actInQuestionsRoom,
  },
  scenarios: {
    deed: 'own-policy',
    label: 'Scenarios',
    about: 'What leads to a ruling, as a picture: each ruling with its section, and the cases run.',
    open: openScenarios,
    act: () => ({ kind: 'missing' }),
  },
  settings: {
    deed: 'keep-settings',
    label: 'Settings',
    about: 'What the school is called, people to ask, terms, reminders; what was changed lately, and taking it back.',
    open: openSettings,
    act: actOnSettings,
  },
  setup: {
    deed: 'keep-settings',
    label: 'Set up my school',
    about: 'Six short steps, from an empty folder to the first campaign.',
    open: openSetup,
    act: actOnSetup,
  },
  pack: {
    deed: 'see-register',
    label: 'Inspection pack',
    about: 'All that an inspector needs who does not trust the school, in one file.',
    open: openPack,
    act: actOnPack,
  },
  backups: {
    deed: 'keep-settings',
    label: 'Backups',
    about: 'When one was made and last tried; make one now.',
    open: openBackups,
    act: actOnBackups,
  },
}

const verify: Way = { to: '/verify', label: 'Check a certificate' }

export function createOffice(world: World): Office {
  const allowed = async (
    visitor: Visitor,
    deed: Deed | undefined,
  ): Promise<Insider | Extract<OfficeAnswer, { kind: 'refused' }>> => {
    const insider = await insiderOf(world, visitor)
    if (insider !== undefined && (deed === undefined || insider.may(deed))) return insider
    const who = deed === undefined ? 'the senior leadership team, a policy owner or an administrator' : whoMay(deed)
    return { kind: 'refused', why: `This is for ${who}. If that should be you, ask one of them to give you the role.` }
  }
  const enter = async (visitor: Visitor, request: OfficeRequest, verb: 'open' | 'act'): Promise<OfficeAnswer> => {
    const [name = '', ...rest] = request.path.split('/').map(decode)
    const room = Object.hasOwn(rooms, name) ? rooms[name] : undefined
    const insider = await allowed(visitor, room?.deed)
    if ('kind' in insider) return insider
    if (name === '' && verb === 'open') return front(insider, request.fields['done'])
    // An unknown room leads to the overview.
    if (room === undefined) return verb === 'open' ? { kind: 'go', to: '/office' } : { kind: 'missing' }
    return room[verb](world, rest, { insider, request })
  }
  return {
    isOpenTo: async (visitor) => (await insiderOf(world, visitor)) !== undefined,
    isEmpty: () => isEmpty(world),
    open: (visitor, request) => enter(visitor, request, 'open'),
    act: (visitor, request) => enter(visitor, request, 'act'),
    judge: (certificate: Upload | string) =>
      certificate === '' ? Promise.resolve(openCertificates()) : judged(world, certificate),
  }
}

function front(insider: Insider, done: string | undefined): OfficeAnswer {
  const open = Object.entries(rooms).filter(([, { deed }]) => insider.may(deed))
  return page('The office', [
    doneNote(done),
    ...open.flatMap(([name, { label, about }]) => [links({ to: `/office/${name}`, label }), textPart(about)]),
    links(verify),
  ])
}

/** No settings, policies or people of the school's own. */
async function isEmpty({ home, ports }: World): Promise<boolean> {
  if (existsSync(home) && (pathsIn(home).length > 0 || existsSync(join(home, 'setup-skipped.json')))) return false
  return (await ports.people.list({ practice: false, most: 1 })).length === 0
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
