// What the school does not write itself is added in the office over HTTP, without a script: on the shelf at once, asked
// for like any other document, and taken back only while nobody is asked for it.
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../src/kit/hash.ts'
import type { Browse } from '../kit/browse.ts'
import { press, sendFiles, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

const given = {
  policy: 'new',
  title: 'Keeping Pupils Safe',
  by: 'the Department of Examples',
  link: 'https://guidance.example/safe-2026.pdf',
  edition: '2026-09',
  inForceFrom: '2026-09-01',
  contents: '1 What every member of staff should know\n2 Signs of neglect',
}
const at = '/office/policies/-outside'
const record = 'policies/keeping-pupils-safe/policy.yaml'

describe('the office: what the school does not write itself', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('owner', 'Ada Okafor', ['staff', 'policy-owner']),
      somebody('teacher', 'Daniel Hughes'),
    ])
  })
  afterEach(() => office.close())

  const add = async (browser: Browse, more: Partial<typeof given> = {}, bytes = 'the first file') =>
    sendFiles(browser, press(await browser.open(at), 'Add it'), [{ field: 'file', name: 'safe.pdf', bytes }], {
      ...given,
      ...more,
    })
  const hear = async (text: string) =>
    JSON.stringify(
      await office.app.hear({
        kind: 'said',
        id: text,
        account: { platform: 'web', id: 'teacher' },
        place: { platform: 'web', id: 'teacher', kind: 'private' },
        text,
      }),
    )

  it('stands on the shelf at once, with its link, its contents and the hash of the file', async () => {
    const browser = await office.enter('owner')
    expect(words(await browser.open('/office/policies'))).to.contain('Add what the school does not write itself')
    expect(words(await browser.open(at))).to.contain('no standard statement yet')
    const added = await add(browser)
    expect(words(added))
      .to.contain('The edition was written')
      .and.contain('published by the Department of Examples, at https://guidance.example/safe-2026.pdf')
      .and.contain(sha256('the first file'))
      .and.not.contain('It comes with the program')
    expect(await hear('sections of keeping pupils safe'))
      .to.contain('published by the Department of Examples')
      .and.contain('Signs of neglect')
    const [entry] = await office.ports.journal.happened({ kinds: ['knowledge-changed'], most: 1 })
    expect(entry?.fact).to.include({ by: 'owner', file: record })
  })

  it('gets its next edition in the same place, and keeps the one before', async () => {
    const browser = await office.enter('owner')
    await add(browser)
    const next = { policy: 'keeping-pupils-safe', title: '', edition: '2027-09', inForceFrom: '2027-09-01' }
    expect(words(await add(browser, next, 'the second file'))).to.contain('edition 2027-09')
    const policy = office.live.now().policies.find(({ id }) => id === 'keeping-pupils-safe')
    expect(policy?.editions.map(({ id }) => id)).to.deep.equal(['2027-09', '2026-09'])
    expect(policy?.editions.map(({ outside }) => outside?.sha256)).to.deep.equal(
      ['the second file', 'the first file'].map((each) => sha256(each)),
    )
  })

  it('keeps what was typed where something is missing, and writes nothing', async () => {
    const browser = await office.enter('owner')
    const form = press(await browser.open(at), 'Add it').closest('form')
    const body = new FormData()
    body.set('guard', form?.querySelector('input[name=guard]')?.getAttribute('value') ?? '')
    for (const [name, value] of Object.entries({ ...given, link: 'guidance.example', do: 'add' })) body.set(name, value)
    const shown = await (await browser.raw(at, { method: 'POST', body })).text()
    expect(shown)
      .to.contain('Nothing was added.')
      .and.contain('That is not a web address.')
      .and.contain('Choose the file that you downloaded.')
      .and.contain('Keeping Pupils Safe')
    expect(office.live.now().policies.map(({ id }) => id)).to.not.include('keeping-pupils-safe')
  })

  it('is asked for like any other document, and meanwhile cannot be taken back', async () => {
    const browser = await office.enter('slt')
    const statement = press(await browser.open('/office/settings/signing'), 'Save')
    await browser.send(statement, { statement: 'I have read it.' })
    await add(browser)
    const due = { policy: 'keeping-pupils-safe', due: '18/12/2026' }
    const opened = await browser.send(press(await browser.open('/office/campaigns/new'), 'See what it will do'), due)
    await browser.send(press(opened, 'Open it'))
    const [campaign] = await office.ports.journal.campaigns('keeping-pupils-safe')
    expect(campaign?.edition).to.equal('2026-09')
    const takeBack = async () => {
      const page = await browser.open('/office/settings')
      return words(
        await browser.send(page.querySelector('button[aria-label*="keeping-pupils-safe"]') ?? press(page, '')),
      )
    }
    const before = readFileSync(join(office.home, record), 'utf8')
    expect(await takeBack()).to.contain('People are being asked to sign that edition.')
    expect(readFileSync(join(office.home, record), 'utf8')).to.equal(before)
    const page = await browser.open(`/office/campaigns/${campaign?.id ?? ''}`)
    await browser.send(press(page, 'Close it'), { sure: 'yes' })
    expect(await takeBack()).to.contain('Taken back.')
    expect(office.live.now().policies.map(({ id }) => id)).to.not.include('keeping-pupils-safe')
  })

  it('loses a later edition that was a mistake, but not while people are asked for that one', async () => {
    const browser = await office.enter('slt')
    await browser.send(press(await browser.open('/office/settings/signing'), 'Save'), { statement: 'I have read it.' })
    await add(browser, { inForceFrom: '2025-09-01', edition: '2025-09' })
    await add(browser, { policy: 'keeping-pupils-safe', title: '' }, 'the second file')
    const due = { policy: 'keeping-pupils-safe', due: '18/12/2026' }
    const opened = await browser.send(press(await browser.open('/office/campaigns/new'), 'See what it will do'), due)
    await browser.send(press(opened, 'Open it'))
    const asked = await browser.send(press(await browser.open('/office/settings'), 'Take this back'))
    expect(words(asked)).to.contain('People are being asked to sign that edition.')
    expect(readFileSync(join(office.home, record), 'utf8')).to.contain('2026-09')
  })
})
