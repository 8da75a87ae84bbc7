// Usual questions: shown when a document is brought in, switched off and on by one press in the office or on the command
// line, and kept by the text of the section.
import { expect } from 'chai'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ask } from '../../src/search/ask.ts'
import { openDesk } from '../../src/turn/desk.ts'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'
import { threePolicies } from '../kit/three-policies.ts'

const folder = 'policies/hire'
const badges =
  'Every badge is worn on a lanyard where it is seen. Visitors wear a pass, and hand the badge in when they leave.'
const hire = (text = badges, number = '2'): Readonly<Record<'record' | 'edition', string>> => ({
  record: `# The office looks after this.
id: hire
title: Hire of the Hall Policy
owner: the caretaker
ask: { who: the caretaker, why: The caretaker looks after the hall. }
`,
  edition: `---
policy: hire
edition: 2026-09
title: Hire of the Hall Policy
school: Meadow Lane School
wording: adopted
published: 2026-09-01
nextReview: 2027-09
---

## 1. Charges

The hall costs twenty pounds an hour.

## ${number}. Identity badges

${text}
`,
})
const [recordFile, editionFile] = [`${folder}/policy.yaml`, `${folder}/2026-09.md`]
const page = '/office/policies/hire/2026-09/usual'

describe('usual questions', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await serveOffice([
      somebody('owner', 'Bo Lin', ['staff', 'policy-owner']),
      somebody('staff', 'Łukasz Hughes', ['staff']),
    ])
    office.write({ ...threePolicies, [recordFile]: hire().record, [editionFile]: hire().edition })
  })
  afterEach(() => office.close())

  const parts = () => {
    const { index } = openDesk(office.live.now())(new Date('2026-11-23T09:00:00Z'))
    return index.sections.find(({ section }) => section.title === 'Identity badges')?.parts ?? []
  }

  it('are shown for each section, and switched off and on by one press', async () => {
    const browser = await office.enter('owner')
    expect(words(await browser.open('/office/policies/hire/2026-09'))).to.include('Usual questions')
    const shown = await browser.open(page)
    expect(words(shown)).to.include('Identity badges').and.include('do i have to wear my badge')
    expect(words(shown)).not.to.include('Charges')
    expect(parts()).not.to.be.empty
    const off = await browser.send(press(shown, 'Switch off'))
    expect(words(off)).to.include('Saved.').and.include('Switched off.')
    expect(parts()).to.be.empty
    const record = readFileSync(join(office.home, folder, 'policy.yaml'), 'utf8')
    expect(record).to.match(/^# The office looks after this\./)
    expect(parse(record)).to.have.nested.property('usualOff[0].section', '2')
    const [told] = await office.ports.journal.happened({ kinds: ['knowledge-changed'], most: 1 })
    expect(told?.fact).to.include({ by: 'owner', file: `${folder}/policy.yaml` })
    const on = await browser.send(press(off, 'Switch on'))
    expect(words(on)).not.to.include('Switched off.')
    expect(parts()).not.to.be.empty
    expect(readFileSync(join(office.home, folder, 'policy.yaml'), 'utf8')).not.to.include('usualOff')
  })

  it('stay off while the words are the same, under another number too, and no longer', async () => {
    const browser = await office.enter('owner')
    await browser.send(press(await browser.open(page), 'Switch off'))
    const edition = (text: string, number: string) => ({
      [`${folder}/2026-09.md`]: hire(text, number).edition,
    })
    office.write(edition(badges, '3'))
    expect(parts()).to.be.empty
    office.write(edition(`${badges} Staff show their badge at the gate.`, '2'))
    expect(parts()).not.to.be.empty
  })

  it('are for those who look after policies, and nobody overwrites what another has changed', async () => {
    expect((await (await office.enter('staff')).raw(page)).status).to.equal(403)
    const browser = await office.enter('owner')
    const shown = await browser.open(page)
    writeFileSync(join(office.home, folder, 'policy.yaml'), `${hire().record}# Mine.\n`)
    const late = await browser.send(press(shown, 'Switch off'))
    expect(words(late)).to.include('Nothing of yours was saved')
    expect(readFileSync(join(office.home, folder, 'policy.yaml'), 'utf8')).to.include('# Mine.')
  })

  it('lead an answer to the section, and do so no longer once they are off', async () => {
    const score = () => {
      const { index } = openDesk(office.live.now())(new Date('2026-11-23T09:00:00Z'))
      const found = ask(index, 'do i have to wear my badge').matches.find(
        ({ section }) => section.title === 'Identity badges',
      )
      return found?.score ?? 0
    }
    const before = score()
    const browser = await office.enter('owner')
    await browser.send(press(await browser.open(page), 'Switch off'))
    expect(score()).to.be.greaterThan(0).and.lessThan(before)
  })
})
