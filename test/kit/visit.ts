// The web page as visitors reach it by links, on a real server with a real store and a real mailbox.
import { randomBytes } from 'node:crypto'
import { connectMail } from '../../adapters/mail/connect.ts'
import { withVisitors } from '../../adapters/web/people.ts'
import { createApp } from '../../src/app.ts'
import type { Person } from '../../src/chat/people.ts'
import { paperwork } from '../../src/command/open-web.ts'
import type { Library } from '../../src/turn/library.ts'
import type { Link } from '../../src/ports/ways-in.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { browse, type Browse } from './browse.ts'
import { openMailbox, type Mailbox } from './mailbox.ts'
import { memoryPorts, type TestPorts } from './ports.ts'
import { servePractice, type Practice, type PracticeOptions } from './practice.ts'
import { find } from './web.ts'

export interface Visit {
  readonly web: Practice
  readonly ports: Ports
  readonly mailbox: Mailbox
  readonly logged: readonly string[]
  setClock(iso: string): void
  /** Makes a link for that purpose, and returns its path. */
  link(person: string, purpose: Link['purpose'], minutes?: number): Promise<string>
  /** Returns a browser that has signed in by that link. */
  comeIn(path: string): Promise<Browse>
  close(): Promise<void>
}

/** The address that browsers know; the tests use the real port instead. */
export const publicUrl = 'http://127.0.0.1:1'

export interface VisitOptions extends Partial<Omit<PracticeOptions, 'hear' | 'mail' | 'people'>> {
  /** What answers events, and everything else that depends on the ports. */
  readonly app: (ports: Ports) => PracticeOptions
  readonly mail?: 'off'
  readonly people?: readonly Person[]
}

/** The whole bot with that library. */
export function wholeApp(library: Library): VisitOptions['app'] {
  return (ports) => ({ hear: createApp(ports, library).hear, ...paperwork(ports, () => library) })
}

export async function serveVisitors({ app, mail, people = school, ...options }: VisitOptions): Promise<Visit> {
  const memory: TestPorts = await memoryPorts('2026-11-23T09:00:00Z')
  const mailbox = await openMailbox()
  const settings = { host: '127.0.0.1', port: mailbox.port, secure: false, login: undefined }
  const ports: Ports = {
    ...memory.ports,
    directory: withVisitors(memory.ports.directory, memory.ports.people),
    // The test ports' tokens count up, but tokens on the web must look like real ones.
    newToken: () => randomBytes(32).toString('base64url'),
    publicUrl,
    mail: mail === 'off' ? memory.ports.mail : connectMail({ ...settings, from: 'policies@school.example' }),
  }
  await ports.people.put(people)
  const web = await servePractice({
    ...ports,
    access: { kind: 'links', publicUrl },
    ...app(ports),
    ...options,
  })
  let links = 0
  return {
    web,
    ports,
    mailbox,
    logged: memory.logged,
    setClock: memory.setClock,
    async link(person, purpose, minutes = 60) {
      const token = `link-${++links}-`.padEnd(43, 'x')
      const expires = new Date(ports.clock().getTime() + minutes * 60_000)
      await ports.doors.makeLink({ token, person, purpose, expires })
      return `/${{ open: 'enter', sign: 'sign', receipt: 'receipt', original: 'original', calendar: 'calendar', timeline: 'timeline' }[purpose.kind]}/${token}`
    },
    async comeIn(path) {
      const browser = browse(web.url)
      await browser.open(path)
      await browser.send(find(browser.page(), 'main button'))
      return browser
    },
    async close() {
      await web.close()
      await Promise.all([memory.close(), mailbox.close()])
    },
  }
}

const plain = {
  roles: ['staff'],
  group: 'teaching',
  manager: undefined,
  startsOn: undefined,
  leavesOn: undefined,
  away: [],
  weekdays: undefined,
  listed: true,
  practice: false,
} as const

/** Two members of staff, a member of SLT, and a governor. */
export const school = [
  { ...plain, id: 'p-amir', name: 'Amir Haddad', email: 'a.haddad@school.example' },
  { ...plain, id: 'p-bea', name: 'Bea Lindqvist', email: 'b.lindqvist@school.example' },
  { ...plain, id: 'p-slt', name: 'Joanna Okafor', email: 'j.okafor@school.example', roles: ['staff', 'slt'] },
  { ...plain, id: 'p-gov', name: 'Gwen Tudor', email: undefined, group: 'governor' },
] as const satisfies readonly Person[]
