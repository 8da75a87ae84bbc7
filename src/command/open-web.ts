// Connects the web page as the settings say, for `start`: who may come in and how, and what can be downloaded.
import { connectWeb, type Access, type WebOptions } from '../../adapters/web/connect.ts'
import type { App } from '../app.ts'
import type { Account } from '../chat/people.ts'
import type { Config } from '../config.ts'
import { isLoopback } from '../kit/addresses.ts'
import type { TimelinePicture } from '../../adapters/web/handouts.ts'
import { readRoundTimeline } from '../bundle/read-round-timeline.ts'
import { readTimeline } from '../campaign/read-timeline.ts'
import { roundsOf } from '../standing/rounds.ts'
import { mattersOn } from '../turn/matter.ts'
import { validSignings } from '../standing/fold.ts'
import { findReceipt } from '../declaration/read-receipt.ts'
import { dayIn } from '../kit/days.ts'
import { drawTimeline, type Timeline } from '../kit/timeline.ts'
import { defined } from '../kit/defined.ts'
import { never } from '../kit/never.ts'
import type { Library } from '../turn/library.ts'
import { may, whoMay } from '../people/may.ts'
import type { Office } from '../ports/office.ts'
import type { Ports } from '../ports/ports.ts'
import { mayOpenOriginal } from '../reading/original.ts'
import { renewLink } from '../reminder/send-link.ts'
import { countingOf } from '../turn/counting.ts'
import { readMatter } from './matter.ts'
import { readFeed } from '../year/read.ts'
import { rowsOf } from '../register/read-rows.ts'
import { registerCsv } from '../register/csv.ts'

/**
 * With PUBLIC_URL set, people come in by links; without it, only people at this machine may use the page, and choose
 * whom to play.
 */
export function accessOf({ publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>): Access {
  if (publicUrl !== undefined) return { kind: 'links', publicUrl }
  return isLoopback(host) ? { kind: 'practice' } : { kind: 'off' }
}

/** `url` is where the server listens. */
export function sayAccess(access: Access, url: string): string {
  switch (access.kind) {
    case 'practice':
      return `${url} (practice, for this machine only)`
    case 'links':
      return `${access.publicUrl} (people come in by their own links)`
    case 'off':
      return 'off: set PUBLIC_URL to the address at which people reach this server'
    default:
      return never(access)
  }
}

export interface OpenWeb {
  readonly access: Access
  readonly hear: App['hear']
  readonly ports: Ports
  readonly library: () => Library
  readonly root: string
  readonly office: Office
  readonly officeKey: string
  readonly accounts: WebOptions['accounts']
}

export function openWeb({
  access,
  hear,
  ports,
  library,
  root,
  office,
  officeKey,
  accounts,
}: OpenWeb): ReturnType<typeof connectWeb> {
  return connectWeb({
    ...ports,
    hear,
    access,
    root,
    office,
    officeKey,
    ...defined({ accounts }),
    school: {
      get name() {
        return library().school.name
      },
      zone: library().school.zone,
    },
    ...paperwork(ports, library),
  })
}

/** What the page needs to know about signatures. */
export function paperwork(
  ports: Ports,
  library: () => Library,
): Pick<WebOptions, 'handouts' | 'calendar' | 'hasSigned' | 'renew'> {
  return {
    handouts: handoutsOver(ports, library),
    calendar(person) {
      const [now, { zone }] = [ports.clock(), library().school]
      const shown = may(person, 'see-register', dayIn(zone, now)) && !person.practice
      return shown ? readFeed(ports.journal, library(), now) : Promise.resolve(undefined)
    },
    async hasSigned({ person, policy, edition }) {
      const { history } = await ports.journal.factsOf({ policy, person })
      return validSignings(history).some(({ fact }) => fact.edition === edition)
    },
    async renew({ person, policy }) {
      const now = ports.clock()
      const matter = readMatter(library(), policy, now)
      if (typeof matter !== 'string') await renewLink({ ports, library: library(), now }, { person, matter })
    },
  }
}

function handoutsOver(
  ports: Pick<Ports, 'journal' | 'register' | 'directory' | 'clock' | 'originals'>,
  library: () => Library,
): WebOptions['handouts'] {
  const { journal, register, directory, clock } = ports
  return {
    async receipt(entry) {
      const found = await findReceipt(journal, { entry, school: library().school.name })
      if (found === undefined) return undefined
      // Loaded with the first receipt, because starting must not wait for fonts.
      const { receiptPdf } = await import('../declaration/receipt-pdf.ts')
      return receiptPdf(found.receipt)
    },
    async original({ person, policy: id, edition: which }) {
      const edition = library()
        .policies.find((policy) => policy.id === id)
        ?.editions.find((each) => each.id === which)
      const today = dayIn(library().school.zone, clock())
      return edition && mayOpenOriginal(person, edition, today) ? ports.originals.read(edition) : undefined
    },
    async timeline(asked) {
      const timeline = await pictured({ journal, register, clock }, library(), asked)
      if (timeline === undefined) return undefined
      // Loaded with the first picture, because starting must not wait for it.
      const { drawPng } = await import('../kit/picture.ts')
      return drawPng(drawTimeline(timeline, { id: 't' }))
    },
    async register(account: Account, policy: string | undefined) {
      const person = await directory.find(account)
      const { zone } = library().school
      const today = dayIn(zone, clock())
      if (person === undefined || !may(person, 'see-register', today)) {
        return { kind: 'refused', why: `The register of who has signed is for ${whoMay('see-register')}.` }
      }
      const [only, ...others] = library().policies
      if (policy === undefined && others.length > 0)
        return {
          kind: 'refused',
          why: 'There are several policies. Open the register of one, and take its spreadsheet there.',
        }
      const matter = readMatter(library(), policy ?? only?.id, today)
      if (typeof matter === 'string')
        return { kind: 'refused', why: 'There is no such policy, or nothing in it to sign.' }
      const counting = await countingOf({ ports: { journal } }, matter, person)
      const rows = rowsOf({ register, journal }, matter, { counting, practice: person.practice, group: undefined })
      const [id, edition] = [matter.policy.id, matter.edition.id]
      return {
        kind: 'file',
        name: `${person.practice ? 'PRACTICE-' : ''}register-${id}-${edition}-${today}.csv`,
        pieces: registerCsv(rows, { policy: id, edition, zone }),
      }
    },
  }
}

/** Of a campaign, or of a whole round; undefined where that person may not see it, or there is none any more. */
async function pictured(
  { journal, register, clock }: Pick<Ports, 'journal' | 'register' | 'clock'>,
  library: Library,
  { person, policy, campaign: id, round: whole }: TimelinePicture,
): Promise<Timeline | undefined> {
  const now = clock()
  const { reminders, calendar, zone } = library.school
  const today = dayIn(zone, now)
  if (!may(person, 'run-campaign', today)) return undefined
  const campaigns = (await journal.campaigns()).filter(({ practice }) => practice === person.practice)
  if (whole !== undefined) {
    const round = roundsOf(campaigns).find((each) => each.id === whole)
    const matters = mattersOn(library, today)
    return round && readRoundTimeline({ journal, register }, { round, matters, reminders, calendar, today })
  }
  const matter = readMatter(library, policy, now)
  const campaign = campaigns.find((each) => each.id === id && each.policy === policy)
  if (typeof matter === 'string' || campaign === undefined) return undefined
  return readTimeline({ journal, register }, { matter, campaign, reminders, calendar })
}
