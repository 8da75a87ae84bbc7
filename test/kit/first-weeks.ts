// What a school office has on its first day: four policies as saved by four programs, and the list of staff as the
// school's own system exports it. Also the same home, served to everybody once the technician has set the public
// address.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createApp, type App } from '../../src/app.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { keepLibrary } from '../../src/command/live-library.ts'
import { backupsIn } from '../../src/command/office-backups.ts'
import { openOffice } from '../../src/command/open-office.ts'
import { paperwork } from '../../src/command/open-web.ts'
import { ruleWordsIn } from '../../src/office/rule-words.ts'
import type { Ports } from '../../src/ports/ports.ts'
import * as word from './documents/docx.ts'
import * as open from './documents/odt.ts'
import { makePdf } from './documents/pdf.ts'
import { inline, xlsx } from './documents/xlsx.ts'
import type { TestOffice } from './office.ts'
import { servePractice, type Practice } from './practice.ts'
import { publicUrl } from './visit.ts'

export interface SchoolFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** The text of the Social Media Policy, as saved by Word with Word's styles for headings. */
export function socialMediaDocx(): SchoolFile {
  const text = readFileSync('knowledge/policies/social-media/2015-10.md', 'utf8').split('\n---\n').slice(1).join('')
  const [rest, head] = [
    text.split('\n'),
    ['Social Media Policy', 'Reviewed: September 2026', 'Next review: September 2027'],
  ]
  const title = word.p(head[0] ?? '', { style: 'Title' })
  const dates = head.slice(1).map((line) => word.p(line))
  const body = rest
    .filter((line) => line.trim() !== '' && !line.startsWith('>'))
    .map((line) => {
      const heading = /^(#{2,4}) (.*)$/.exec(line)
      if (heading !== null) return word.p(heading[2] ?? '', { style: `Heading${(heading[1] ?? '').length - 1}` })
      return word.p(line.replace(/^- /, '• '))
    })
  const styles = [1, 2, 3].map((level) =>
    word.style(`Heading${level}`, `heading ${level}`, { more: `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>` }),
  )
  const bytes = word.docx({
    body: [title, ...dates, ...body].join(''),
    styles: [word.style('Title', 'Title'), ...styles].join(''),
  })
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { name: 'Social Media Policy.docx', mimeType, buffer: Buffer.from(bytes) }
}

export async function visitorsPdf(): Promise<SchoolFile> {
  const bytes = await makePdf(
    [
      { is: 'title', text: 'Visitors Policy' },
      { is: 'p', text: 'Reviewed: September 2026' },
      { is: 'p', text: 'Next review: September 2027' },
      { is: 'h1', text: '1. Arriving' },
      {
        is: 'p',
        text: 'Every visitor comes to the main office first, signs the visitors book and is given a lanyard.',
      },
      { is: 'h1', text: '2. Walking about the school' },
      { is: 'p', text: 'A visitor is never left alone with pupils. Whoever invited the visitor stays with them.' },
      { is: 'h1', text: '3. Declaration' },
      { is: 'p', text: 'I have read the Visitors Policy.' },
      { is: 'p', text: 'I will stay with anybody whom I invite until they have left the school.' },
    ],
    { tagged: true, title: 'Visitors Policy' },
  )
  return { name: 'Visitors Policy.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) }
}

export function firstAidOdt(): SchoolFile {
  const body = [
    open.p('First Aid Policy', 'Title'),
    open.p('Reviewed: October 2026'),
    open.p('Next review: October 2027'),
    open.h(1, '1. Trained first aiders'),
    open.p('Four members of staff are trained first aiders. Their names hang in the staff room.'),
    open.h(1, '2. When somebody is hurt'),
    open.p(
      'Send for a first aider and stay with the pupil. After a knock to the head the parents are rung the same day.',
    ),
  ].join('')
  const mimeType = 'application/vnd.oasis.opendocument.text'
  return { name: 'First Aid Policy.odt', mimeType, buffer: Buffer.from(open.odt({ body })) }
}

export function attendanceHtml(): SchoolFile {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Attendance Policy | Hilltop School</title></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/policies">Policies</a></li></ul></nav></header>
<main><h1>Attendance Policy</h1><p>Reviewed: September 2026<br>Next review: September 2027</p>
<h2>1. The register</h2><p>The register is taken in the first ten minutes of the morning and of the afternoon.</p>
<h2>2. Late pupils</h2><p>A pupil who arrives after the register has closed signs in at the main office.</p>
<h2>3. Declaration</h2><p>I have read the Attendance Policy.</p><p>I will take the register on time.</p></main>
<footer><p>© Hilltop School</p></footer></body></html>`
  return { name: 'attendance-policy.html', mimeType: 'text/html', buffer: Buffer.from(page) }
}

const headings = [
  ...['Title', 'Legal Surname', 'Preferred Surname', 'Legal Forename', 'Preferred Forename', 'Role'],
  ...['Primary Email', 'Employment Start Date', 'Staff Code'],
]

const staff = [
  ['Mrs', 'Clarke', 'Clarke', 'Joanne', 'Joanne', 'Headteacher', 'j.clarke@school.example', '01/09/2015', 'JCL'],
  ['Mr', 'Okafor', 'Okafor', 'Benedict', 'Ben', 'Deputy Headteacher', 'b.okafor@school.example', '01/09/2018', 'BOK'],
  ['Mr', 'Hughes', 'Hughes-Lee', 'Daniel', 'Dan', 'Teacher of History', 'd.hughes@school.example', '01/09/2020', 'DHU'],
  ['Ms', 'Nair', 'Nair', 'Priya', 'Priya', 'Teaching Assistant', 'p.nair@school.example', '23/11/2026', 'PNA'],
  [
    'Mrs',
    'Lindqvist',
    'Lindqvist',
    'Beatrice',
    'Bea',
    'Office Manager',
    'b.lindqvist@school.example',
    '01/04/2011',
    'BLI',
  ],
]

/** As a school's system exports it: a title above the headings, legal and preferred names, job titles under "Role". */
export function staffWorkbook(): SchoolFile {
  const row = (cells: readonly string[], at: number) =>
    `<row r="${at}">${cells.map((cell, column) => inline(`${String.fromCharCode(65 + column)}${at}`, cell)).join('')}</row>`
  const rows = [['Hilltop School: current staff, run on 23/11/2026'], headings, ...staff].map((cells, at) =>
    row(cells, at + 1),
  )
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const bytes = xlsx({ sheets: [{ name: 'Staff', rows: rows.join('') }] })
  return { name: 'Staff list.xlsx', mimeType, buffer: Buffer.from(bytes) }
}

export interface OpenToAll {
  readonly web: Practice
  readonly app: App
  readonly library: ReturnType<typeof keepLibrary>
  close(): Promise<void>
}

/** The same home and database after a restart with a public address, where people sign in by links. */
export async function openToAll({ home, ports: before }: TestOffice): Promise<OpenToAll> {
  const folders = { home, root: resolve('.') }
  const served: { web?: Practice } = {}
  const page = () => {
    if (served.web === undefined) throw new Error('the page is not served yet')
    return served.web.chat
  }
  const ports: Ports = {
    ...before,
    newId: randomUUID,
    chat: {
      post: (...asked) => page().post(...asked),
      find: (...asked) => page().find(...asked),
      replace: (...asked) => page().replace(...asked),
    },
  }
  const library = keepLibrary(loadLibrary(folders), folders, ports.log)
  const ruleWords = ruleWordsIn({ ...folders, ports, renew: library.renew, shared: undefined })
  const app = createApp({ ...ports, ruleWords }, library.now())
  library.whenNew((newer) => app.learn(newer))
  const tryWays = () => Promise.resolve([{ name: 'Email', ok: true, what: 'a letter was sent' }])
  const backups = backupsIn({ home, config: { databaseUrl: undefined }, newId: randomUUID, clock: ports.clock })
  served.web = await servePractice({
    ...ports,
    access: { kind: 'links', publicUrl },
    hear: app.hear,
    office: openOffice({ ...folders, ports, kept: ports, live: library, tryWays, backups, shared: undefined }),
    ...paperwork(ports, library.now),
  })
  return { web: served.web, app, library, close: served.web.close }
}
