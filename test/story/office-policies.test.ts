// The office's policies over HTTP, without a script: from a document to an edition in force, without a restart.
import { expect } from 'chai'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../src/kit/hash.ts'
import { openProposedFiles, proposeFile } from '../../src/office/proposals.ts'
import type { Day } from '../../src/kit/days.ts'
import { editionInForce } from '../../src/policy/force.ts'
import type { Browse } from '../kit/browse.ts'
import { fourSections } from '../kit/four-sections.ts'
import { press, sendFiles, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

const visitors = (rule: string, reviewed: string) =>
  [
    '# Visitors Policy',
    '',
    `Reviewed: ${reviewed}`,
    'Next review: September 2027',
    '',
    '## 1. Purpose',
    '',
    'This policy keeps pupils and staff safe when somebody visits the school.',
    '',
    '## 2. Signing in',
    '',
    rule,
    '',
    '## 3. Declaration by staff',
    '',
    'I have read this policy and I will challenge politely anybody who wears no badge.',
    '',
  ].join('\n')

describe('the office: policies', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('owner', 'Ada Okafor', ['staff', 'policy-owner']),
      somebody('teacher', 'Daniel Hughes'),
    ])
  })
  afterEach(() => office.close())

  let lastSent = ''

  async function bring(browser: Browse, name: string, text: string, filled: Readonly<Record<string, string>> = {}) {
    const page = await browser.open('/office/policies')
    const form = press(page, 'Read them').closest('form')
    const body = new FormData()
    body.set('guard', form?.querySelector('input[name=guard]')?.getAttribute('value') ?? '')
    body.set('do', 'send')
    body.append('file', new Blob([text]), name)
    const sent = await browser.raw('/office/policies', { method: 'POST', body })
    lastSent = sent.headers.get('location') ?? ''
    let shown = await browser.open(lastSent)
    for (let tries = 0; words(shown).includes('is being read') && tries < 200; tries++)
      shown = await browser.open(lastSent)
    expect(words(shown))
      .to.contain('Nothing has been written yet')
      .and.match(/Usual questions: \d+ sections?/)
    return browser.send(press(shown, 'Write this edition'), filled)
  }

  it('reads a document, shows what it says of itself, and writes the edition, which counts at once', async () => {
    const browser = await office.enter('owner')
    const written = await bring(
      browser,
      'Visitors.md',
      visitors('Visitors sign in at the main office.', 'September 2026'),
    )
    expect(words(written)).to.contain('The edition was written').and.contain('Next review: September 2027')
    const ids = office.live.now().policies.map(({ id }) => id)
    expect(ids).to.deep.equal(['visitors'])
    const replies = await office.app.hear({
      kind: 'said',
      id: 'q1',
      account: { platform: 'web', id: 'teacher' },
      place: { platform: 'web', id: 'teacher', kind: 'private' },
      text: 'where do visitors sign in?',
    } as never)
    expect(JSON.stringify(replies)).to.contain('main office')
    const entries = await office.ports.journal.happened({ kinds: ['knowledge-changed'], most: 9 })
    expect(entries.map(({ fact }) => 'by' in fact && fact.by)).to.deep.equal(['owner', 'owner'])
    const original = await browser.raw('/office/policies/visitors/2026-09/original')
    expect(await original.text()).to.contain('# Visitors Policy')
    expect(original.headers.get('content-disposition')).to.contain('attachment')
  })

  it('takes a policy that was brought in by mistake back with all of its files, but not while people are asked for it', async () => {
    const browser = await office.enter('owner')
    const before = office.live.now().policies.map(({ id }) => id)
    await bring(browser, 'Visitors.md', visitors('Visitors sign in.', 'September 2026'))
    const file = join(office.home, 'policies', 'visitors', 'policy.yaml')
    expect(existsSync(file)).to.equal(true)
    const boss = await office.enter('slt')
    const opened = await boss.send(press(await boss.open('/office/campaigns/new'), 'See what it will do'), {
      policy: 'visitors',
      due: '18/12/2026',
    })
    await boss.send(press(opened, 'Open it'))
    const settings = await boss.open('/office/settings')
    expect(words(settings)).to.contain('What was signed stays signed')
    const asked = await boss.send(settings.querySelector('button[aria-label*="2026-09.md"]') ?? press(settings, ''))
    expect(words(asked)).to.contain('People are being asked to sign that edition.')
    expect(existsSync(file)).to.equal(true)
    const [campaign] = await office.ports.journal.campaigns('visitors')
    const page = await boss.open(`/office/campaigns/${campaign?.id ?? ''}`)
    await boss.send(press(page, 'Close it'), { sure: 'yes' })
    const done = await boss.send(press(await boss.open('/office/settings'), 'Take this back'))
    expect(words(done)).to.contain('Taken back.').and.not.contain('could not start')
    expect(existsSync(file)).to.equal(false)
    expect(office.live.now().policies.map(({ id }) => id)).to.deep.equal(before)
  })

  it('shows the difference to the edition before, marks it, and withdraws and puts right', async () => {
    const browser = await office.enter('owner')
    await bring(browser, 'Visitors.md', visitors('Visitors sign in at the main office.', 'September 2025'))
    const second = await bring(
      browser,
      'Visitors 2.md',
      visitors('Visitors sign in at the north gate.', 'September 2026'),
    )
    expect(words(second)).to.contain('added “Visitors sign in at the north gate.”')
    expect(words(await browser.send(press(second, 'Editorial: signatures stand')))).to.contain(
      'It is marked as editorial',
    )
    const right = await browser.send(press(browser.page(), 'Save'), {
      nextReview: '2028-01',
      title: 'Visitors and Contractors Policy',
    })
    expect(words(right)).to.contain('Next review: January 2028').and.contain('Visitors and Contractors Policy')
    expect(words(await browser.send(press(right, 'Save'), { nextReview: 'soon' }))).to.contain('is not a date')
    const withdrawn = await browser.send(
      press(await browser.open('/office/policies/visitors/2026-09'), 'Withdrawn from then'),
      { from: '2026-11-01' },
    )
    expect(words(withdrawn)).to.contain('withdrawn from 1 November 2026')
    const only = await browser.send(
      press(await browser.open('/office/policies/visitors/2025-09'), 'Withdrawn from then'),
      { from: '2026-11-01' },
    )
    expect(words(only)).to.contain('the only edition')
  })

  it('puts an edition in force from a day, refuses what is none, and says so to whoever comes later', async () => {
    const browser = await office.enter('owner')
    await bring(browser, 'Visitors.md', visitors('Visitors sign in at the main office.', 'September 2025'))
    await bring(browser, 'Visitors 2.md', visitors('Visitors sign in at the north gate.', 'September 2026'))
    const at = '/office/policies/visitors/2026-09'
    const inForce = () => editionInForce(visitorsNow(), '2026-11-23' as Day).id
    const open = async () => press(await browser.open(at), 'In force from then')
    const bad = await browser.send(await open(), { from: 'soon' })
    expect(words(bad)).to.contain('Write from which day').and.contain('Nothing was changed')
    expect(inForce()).to.equal('2026-09')
    const late = await (await office.enter('slt')).open(at)
    const later = await browser.send(await open(), { from: '2027-01-04' })
    expect(words(later)).to.contain('It counts from the day that you gave').and.contain('In force from: 4 January 2027')
    expect(inForce()).to.equal('2025-09')
    const other = await office.enter('slt')
    const form = press(late, 'In force from then').closest('form')
    const seen = form?.querySelector('[name=seen]')?.getAttribute('value') ?? ''
    const again = await other.send(press(await other.open(at), 'In force from then'), { from: '2026-09-01', seen })
    expect(words(again)).to.contain('Somebody has changed this edition since')
    expect(inForce()).to.equal('2025-09')
    await browser.send(await open(), { from: '2026-10-01' })
    expect(inForce()).to.equal('2026-09')
    const [entry] = await office.ports.journal.happened({ kinds: ['knowledge-changed'], most: 1 })
    expect(entry?.fact).to.include({ by: 'owner' })
  })

  const visitorsNow = () => {
    const found = office.live.now().policies.find(({ id }) => id === 'visitors')
    if (found === undefined) throw new Error('The policy was not brought in.')
    return found
  }

  it('points to where the words are confirmed that rules rest on, until they are', async () => {
    const browser = await office.enter('owner')
    const written = await bring(browser, 'Social Media Policy.txt', fourSections)
    expect(words(written))
      .to.match(/\d+ rules of the checks are off/)
      .and.include('write “rules Social Media Policy”')
    const visitorsPage = await bring(browser, 'Visitors.md', visitors('Visitors sign in.', 'September 2026'))
    expect(words(visitorsPage)).not.to.include('of the checks')
  })

  it('lets what it read be put right before it is written, and refuses by name what cannot be read', async () => {
    const browser = await office.enter('slt')
    await bring(browser, 'Visitors.md', visitors('Visitors sign in at the main office.', 'September 2026'), {
      title: 'Callers Policy',
      'next-review': '2027-05',
    })
    expect(readFileSync(join(office.home, 'policies/callers/2026-09.md'), 'utf8'))
      .to.contain('Callers Policy')
      .and.contain('2027-05')
    let page = await browser.open('/office/policies')
    page = await sendFiles(browser, press(page, 'Read them'), [
      { field: 'file', name: 'a.pages', bytes: 'PK\u0003\u0004' },
      { field: 'file', name: '../../evil.docx', bytes: 'no document' },
    ])
    for (let tries = 0; words(page).includes('being read') && tries < 200; tries++)
      page = await browser.open(lastList(page))
    expect(words(page)).to.contain('evil.docx: cannot be read')
    expect(existsSync(join(office.home, '../evil.docx'))).to.equal(false)
  })

  const lastList = (page: {
    querySelectorAll(selector: string): { getAttribute(name: string): string | undefined }[]
  }) => {
    const ids = page
      .querySelectorAll('a')
      .flatMap((each) => /\/office\/policies\/sent\/([\w-]+)/.exec(each.getAttribute('href') ?? '')?.[1] ?? [])
    return `/office/policies?sent=${ids.join('.')}`
  }

  it('shows what the watched folder proposes, which counts only when somebody has written it', async () => {
    const bytes = new TextEncoder().encode(visitors('Visitors sign in at the main office.', 'September 2026'))
    proposeFile(office.home, {
      name: 'Visitors.md',
      sha256: sha256(bytes),
      bytes,
      at: new Date('2026-11-23T09:00:00Z'),
    })
    const browser = await office.enter('owner')
    const page = await browser.open('/office/policies')
    const guard = page.querySelector('input[name=guard]')?.getAttribute('value') ?? ''
    expect(press(page, 'Look at it').closest('form')?.text).to.contain('Leave it')
    const body = new URLSearchParams({ guard, proposed: sha256(bytes), do: 'send' })
    const at = (await browser.raw('/office/policies', { method: 'POST', body })).headers.get('location') ?? ''
    let shown = await browser.open(at)
    for (let tries = 0; words(shown).includes('is being read') && tries < 200; tries++) shown = await browser.open(at)
    expect(office.live.now().policies.map(({ id }) => id)).to.deep.equal(['social-media'])
    await browser.send(press(shown, 'Write this edition'))
    expect(office.live.now().policies.map(({ id }) => id)).to.deep.equal(['visitors'])
    expect(openProposedFiles(office.home)).to.deep.equal([])
  })

  it('is closed to whoever does not keep policies', async () => {
    const browser = await office.enter('teacher')
    await browser.open('/office/policies')
    expect(browser.status()).to.equal(403)
  })
})
