// Serves the office around a home folder of its own, opened by somebody's link or by the person at the machine.
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { HTMLElement } from 'node-html-parser'
import { createApp, type App } from '../../src/app.ts'
import type { Person } from '../../src/chat/people.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { keepLibrary, type LiveLibrary } from '../../src/command/live-library.ts'
import { backupsIn } from '../../src/command/office-backups.ts'
import { openOffice } from '../../src/command/open-office.ts'
import { ruleWordsIn } from '../../src/office/rule-words.ts'
import { paperwork } from '../../src/command/open-web.ts'
import { defined } from '../../src/kit/defined.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { Browse } from './browse.ts'
import { serveVisitors, type Visit } from './visit.ts'

export interface TestOffice extends Visit {
  readonly home: string
  readonly app: App
  readonly live: LiveLibrary
  /** By a link of their own, as that person. */
  readonly enter: (id: string) => Promise<Browse>
  /** Files of the home by path, which count at once. */
  readonly write: (files: Readonly<Record<string, string>>) => void
}

export async function serveOffice(people: readonly Person[], practice = false): Promise<TestOffice> {
  const home = mkdtempSync(join(tmpdir(), 'office-'))
  const folders = { home, root: resolve('.') }
  const made: { app?: App; live?: LiveLibrary } = {}
  const visit = await serveVisitors({
    people,
    ...defined({ access: practice ? ({ kind: 'practice' } as const) : undefined }),
    app: (ports: Ports) => {
      const live = keepLibrary(loadLibrary(folders), folders, ports.log)
      const own = { ...ports, newId: randomUUID }
      const ruleWords = ruleWordsIn({ ...folders, ports: own, renew: live.renew, shared: undefined })
      const app = createApp({ ...ports, ruleWords }, live.now())
      live.whenNew((library) => app.learn(library))
      Object.assign(made, { app, live })
      const tryWays = () => Promise.resolve([{ name: 'Email', ok: false, what: 'off (SMTP_URL is not set)' }])
      const backups = backupsIn({ home, config: { databaseUrl: undefined }, newId: randomUUID, clock: ports.clock })
      return {
        hear: app.hear,
        office: openOffice({ ...folders, ports: own, kept: ports, live, tryWays, backups, shared: undefined }),
        ...paperwork(ports, live.now),
      }
    },
  })
  const { app, live } = made
  if (app === undefined || live === undefined) throw new Error('The office did not open.')
  return {
    ...visit,
    home,
    app,
    live,
    enter: async (id) => visit.comeIn(await visit.link(id, { kind: 'open' })),
    write(files) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(home, name)), { recursive: true })
        writeFileSync(join(home, name), text)
      }
      live.renew()
    },
    async close() {
      await visit.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Sends the button's form with files, as a browser without scripts does. */
export async function sendFiles(
  browser: Browse,
  button: HTMLElement,
  files: readonly { readonly field: string; readonly name: string; readonly bytes: Uint8Array | string }[],
  filled: Readonly<Record<string, string>> = {},
): Promise<HTMLElement> {
  const form = button.closest('form')
  const body = new FormData()
  for (const field of form?.querySelectorAll('input[type=hidden]') ?? [])
    body.set(field.getAttribute('name') ?? '', field.getAttribute('value') ?? '')
  for (const [name, value] of Object.entries(filled)) body.set(name, value)
  for (const { field, name, bytes } of files)
    body.append(field, new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name)
  body.set('do', button.getAttribute('value') ?? '')
  const response = await browser.raw(form?.getAttribute('action') ?? '/', { method: 'POST', body })
  const to = response.headers.get('location')
  if (to === null)
    throw new Error(`The form was not followed (${response.status}): ${(await response.text()).slice(0, 2_000)}`)
  return browser.open(to)
}

/** Finds the button with that label. */
export function press(page: HTMLElement, label: string): HTMLElement {
  const found = page.querySelectorAll('button').find((each) => each.text.trim() === label)
  if (found === undefined)
    throw new Error(`There is no button “${label}” on:\n${page.querySelector('main')?.structuredText ?? ''}`)
  return found
}

export function words(page: HTMLElement): string {
  return (page.querySelector('main')?.structuredText ?? '').replace(/\s+/g, ' ')
}
