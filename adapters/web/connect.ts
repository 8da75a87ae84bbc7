// The web page as a platform: what the app can post through, and the routes by which a browser comes in.
import type { Express, Request, Response } from 'express'
import type { Card } from '../../src/chat/cards.ts'
import type { Account } from '../../src/chat/people.ts'
import { never } from '../../src/kit/never.ts'
import type { WaysIn } from '../../src/ports/ways-in.ts'
import type { Office } from '../../src/ports/office.ts'
import type { Directory, People } from '../../src/ports/people.ts'
import type { Connection, Log, Mail, Posted } from '../../src/ports/ports.ts'
import { tabPath, type Admits } from '../../src/ports/school-accounts.ts'
import { accessPage } from './access-page.ts'
import { mountSignIn, type Accounts } from './accounts.ts'
import { readAssets, readTabAssets } from './assets.ts'
import { openDoorstep } from './doorstep.ts'
import { mountCalendar, type CalendarOn } from './calendar.ts'
import { mountHandouts, type Handouts } from './handouts.ts'
import { limits } from './limits.ts'
import { mountOffice, type Sitting } from './office.ts'
import { createPace } from './pace.ts'
import { accountOf, meetPersona, personaIn, personas } from './people.ts'
import type { Web } from './post.ts'
import { mountPractice } from './practice.ts'
import { openRoom, type Hear, type Room } from './room.ts'
import { keepRooms } from './rooms.ts'
import { letInFrom, mountAssets, mountOff } from './routes.ts'
import { openSessions, type Sessions } from './sessions.ts'
import { mountSigning, type SignedAbout } from './signing.ts'
import { openStreams } from './stream.ts'
import { mountTab, type Tab } from './tab.ts'
import { mountVisitors, roomKey } from './visitors.ts'

export interface WebOptions {
  readonly hear: Hear
  readonly school: { readonly name: string; readonly zone: string }
  readonly directory: Directory
  readonly people: Pick<People, 'byId' | 'byEmail' | 'put'>
  readonly doors: WaysIn
  readonly mail: Mail
  readonly clock: () => Date
  readonly newId: () => string
  readonly newToken: () => string
  readonly log: Log
  readonly access: Access
  readonly handouts: Handouts
  readonly calendar: CalendarOn['calendar']
  hasSigned(about: SignedAbout): Promise<boolean>
  renew(about: Pick<SignedAbout, 'person' | 'policy'>): Promise<void>
  /** The folder with package.json. */
  readonly root: string
  /** The office in the browser; missing where a test has none. */
  readonly office?: Office
  /** The key to it for somebody at this machine, in practice. */
  readonly officeKey?: string
  /** Ways in by accounts that the school has given people; missing where none is set up. */
  readonly accounts?: Accounts
}

/** Who may come in, and how. */
export type Access =
  /** Whoever opens the page chooses whom to play: only where the server listens on loopback. */
  | { readonly kind: 'practice' }
  /** People come in by links of their own to `publicUrl`. */
  | { readonly kind: 'links'; readonly publicUrl: string }
  /** Others can reach the server, and there is no address for links. */
  | { readonly kind: 'off' }

export function connectWeb(options: WebOptions): Connection & { mount(app: Express): void } {
  const { access, log, newId, clock } = options
  const streams = openStreams()
  const web: Web = {
    assets: readAssets(options.root),
    get school() {
      return options.school.name
    },
    streams,
    pace: createPace({ most: limits.postsPerMinute }, clock),
    log,
    newId,
  }
  const visitorRooms = keepRooms(clock)
  const personaRooms = new Map<string, Room>(
    personas.map((persona) => [
      persona.id,
      openRoom({ id: persona.id, meet: () => meetPersona(persona, options) }, options),
    ]),
  )
  const roomOf = (id: string) => (access.kind === 'practice' ? personaRooms.get(id) : visitorRooms.peek(roomKey(id)))
  const unfinished = new Set<Promise<void>>()

  return {
    platform: 'web',
    chat: {
      post: (place, card) => Promise.resolve(postInto(roomOf(place.id), card, options)),
      find: () => Promise.resolve({ kind: 'cannot-tell', what: 'what a page showed is not kept' }),
      replace: (place, message, card) => Promise.resolve(putInto(roomOf(place.id), message, card)),
    },
    mount(app) {
      if (access.kind === 'off') {
        mountOff(app, web)
        return
      }
      mountAssets(app, web.assets)
      if (options.accounts?.tab !== undefined) mountAssets(app, readTabAssets(options.root))
      mountOn(app, {
        ...options,
        access,
        web,
        personaRooms,
        rooms: visitorRooms,
        later: (work) => {
          const done = work
            .catch((error: unknown) => log.error({ platform: 'web', error }, 'what was to follow an answer failed'))
            .then(() => void unfinished.delete(done))
          unfinished.add(done)
        },
      })
    },
    health: () => ({ ok: true, what: sayHealth(access, streams.open()) }),
    async close() {
      streams.close()
      await Promise.all(unfinished)
    },
  }
}

/** What a page showed before the server restarted, or has dropped since, no longer exists anywhere. */
function putInto(room: Room | undefined, message: string, card: Card): Posted {
  if (room?.transcript.find(message) === undefined)
    return { kind: 'refused', why: 'other', what: 'The card is not on the page any more.' }
  room.transcript.put(message, { kind: 'card', card })
  return { kind: 'sent', message }
}

function postInto(room: Room | undefined, card: Card, { access, newId }: WebOptions): Posted {
  if (room === undefined) return { kind: 'refused', why: 'other', what: 'The web page has no such place.' }
  // In practice everybody returns to their page sooner or later; a visitor may have gone for good.
  if (access.kind !== 'practice' && !room.transcript.watched()) {
    return { kind: 'refused', why: 'other', what: 'The person has no web page open.' }
  }
  const message = newId()
  room.transcript.put(message, { kind: 'card', card })
  return { kind: 'sent', message }
}

interface On extends WebOptions {
  readonly access: Exclude<Access, { kind: 'off' }>
  readonly web: Web
  readonly personaRooms: ReadonlyMap<string, Room>
  readonly rooms: ReturnType<typeof keepRooms>
  later(work: Promise<void>): void
}

function mountOn(app: Express, on: On): void {
  const { access, web, school } = on
  const practice = access.kind === 'practice'
  const letIn = letInFrom(practice ? { kind: 'here' } : { kind: 'anywhere', publicUrl: access.publicUrl }, web)
  const secure = !practice && access.publicUrl.startsWith('https:')
  app.get('/accessibility', letIn, (_, response: Response) => void response.send(accessPage(web.school)))
  const sessions = openSessions({ ...on, zone: school.zone, secure })
  const doorstep = openDoorstep({ ...on, presentPerson: sessions.presentPerson })
  const all = { ...on, letIn, sessions, doorstep, zone: school.zone }
  const hasOffice = async (account: Account) => (await on.office?.isOpenTo({ kind: 'account', account })) === true
  if (practice)
    mountPractice(app, { ...all, rooms: on.personaRooms, isEmpty: async () => (await on.office?.isEmpty()) === true })
  else {
    const visitors = { ...all, publicUrl: access.publicUrl, hasOffice, hasSignIn: on.accounts?.page !== undefined }
    mountVisitors(app, visitors)
    if (on.accounts !== undefined) mountAccounts(app, { ...visitors, accounts: on.accounts, secure })
  }
  mountSigning(app, all)
  if (on.office !== undefined)
    mountOffice(app, {
      ...all,
      office: on.office,
      hereKey: practice ? (on.officeKey ?? on.newToken()) : undefined,
      seated: (request) => (practice ? Promise.resolve(undefined) : sittingOf(request, sessions)),
    })
  mountCalendar(app, all)
  mountHandouts(app, {
    ...all,
    accountOf: async ({ headers, path }) => {
      const used = path.startsWith(tabPath) ? 'tab' : 'open'
      const id = practice ? personaIn(headers.cookie)?.id : (await sessions.find(headers.cookie, used))?.person.id
      return id === undefined ? undefined : accountOf(id)
    },
  })
}

function mountAccounts(
  app: Express,
  all: Omit<Tab, 'tokens' | 'admit'> & { readonly accounts: Accounts; readonly secure: boolean },
): void {
  const { accounts, sessions } = all
  const admit: Admits = async (account) => {
    const admission = await accounts.admit(account)
    // Whoever has left is known, and does not come in.
    const present = admission.kind !== 'person' || (await sessions.presentPerson(admission.person.id)) !== undefined
    return present ? admission : { kind: 'outside', cards: [] }
  }
  if (accounts.tab !== undefined) mountTab(app, { ...all, tokens: accounts.tab, admit })
  if (accounts.page !== undefined)
    mountSignIn(app, { ...all, signIn: accounts.page, admit, join: accounts.join, chat: accounts.tab !== undefined })
}

async function sittingOf(request: Request, sessions: Sessions): Promise<Sitting | undefined> {
  const visit = await sessions.find(request.headers.cookie, 'open')
  if (visit === undefined) return undefined
  const { person, guard } = visit
  const who = { kind: 'visitor', name: person.name, practice: person.practice } as const
  const visitor = { kind: 'account', account: accountOf(person.id) } as const
  return { visitor, guard, seat: { who, base: '', guard, office: true } }
}

function sayHealth(access: Access, open: number): string {
  switch (access.kind) {
    case 'practice':
      return `Practice page on, ${open} open in browsers.`
    case 'links':
      return `Web page on at ${access.publicUrl}, ${open} open in browsers.`
    case 'off':
      return 'Web page off: PUBLIC_URL is not set, and others can reach this server.'
    default:
      return never(access)
  }
}
