// Scenarios in the office over HTTP: shown as a picture and in words, each ruling with its section, and their cases
// run.
import { expect } from 'chai'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

describe('the office: scenarios', () => {
  let office: TestOffice
  afterEach(() => office.close())

  const begin = async () => {
    office = await serveOffice([
      somebody('owner', 'Bo Lin', ['staff', 'policy-owner']),
      somebody('admin', 'Ada Okafor', ['staff', 'administrator']),
    ])
  }

  it('draws every question with its answers, says the same in words, and names the section of each ruling', async () => {
    await begin()
    const browser = await office.enter('owner')
    expect(words(await browser.open('/office/scenarios'))).to.include('Questions')
    const page = await browser.open('/office/scenarios/replying-to-a-parent')
    const scenario = office.live.now().scenarios.find(({ id }) => id === 'replying-to-a-parent')
    const drawn = page
      .querySelectorAll('svg text')
      .map((each) => each.text)
      .join(' ')
    for (const choice of scenario?.questions.flatMap(({ choices }) => choices) ?? []) {
      expect(drawn).to.include(choice.text.split(' ')[0])
      expect(words(page)).to.include(choice.text)
    }
    for (const rule of scenario?.rules ?? []) expect(words(page)).to.include(rule.reason.replace(/\s+/g, ' '))
    expect(words(page)).to.match(/Social Media Policy \d/)
    expect((await browser.raw('/office/scenarios/no-such')).status).to.equal(404)
    expect((await (await office.enter('admin')).raw('/office/scenarios')).status).to.equal(403)
  })

  it('runs the cases as they are now, and tells which do not hold', async () => {
    await begin()
    const browser = await office.enter('owner')
    expect(words(await browser.open('/office/scenarios/replying-to-a-parent/cases'))).to.match(/All \d+ cases come out/)
    const path = 'scenarios/replying-to-a-parent.cases.yaml'
    mkdirSync(join(office.home, 'scenarios'))
    const source = readFileSync(join('knowledge', path), 'utf8')
    writeFileSync(join(office.home, path), source.replace('ruling: do-not', 'ruling: go-ahead-if'))
    expect(words(await browser.open('/office/scenarios/replying-to-a-parent/cases')))
      .to.match(/1 of \d+ cases do not come out as they should/)
      .and.include('comes to do-not')
    writeFileSync(join(office.home, path), 'cases: nonsense')
    expect(words(await browser.open('/office/scenarios/replying-to-a-parent/cases'))).to.include('cannot be run')
  })
})
