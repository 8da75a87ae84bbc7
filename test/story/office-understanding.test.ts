// The questions before signing in the office, over HTTP and without a script: SLT turns them on, and an entry says who
// did; a policy owner may only look; no figures are shown for fewer than five people.
import { expect } from 'chai'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

const path = '/office/policies/social-media/2015-10'
const page = `${path}/understanding`

describe('the office: questions before signing', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('owner', 'Ada Okafor', ['staff', 'policy-owner']),
      ...['a', 'b', 'c', 'd', 'e'].map((id) => somebody(id, `Person ${id.toUpperCase()}`)),
    ])
  })
  afterEach(() => office.close())

  const asks = () => office.live.now().policies.find(({ id }) => id === 'social-media')?.asksUnderstanding
  const changed = async () =>
    (await office.ports.journal.happened({ kinds: ['knowledge-changed'], most: 9 })).map(
      ({ fact }) => fact.kind === 'knowledge-changed' && [fact.file, fact.by],
    )

  it('are off; SLT sees them, turns them on and off, and each time the journal says who', async () => {
    const browser = await office.enter('slt')
    const edition = await browser.open(path)
    expect(words(edition)).to.contain('Questions before signing: off')
    const off = await browser.open(page)
    expect(words(off))
      .to.contain('They are off: nobody is asked. 8 of 8 questions fit this edition.')
      .and.contain('Right: Never give out other people’s personal details')
      .and.contain('There is nothing to show yet')
    const on = await browser.send(press(off, 'Ask them before signing'))
    expect(words(on)).to.contain('On. From now on').and.contain('They are on: whoever signs answers them right before.')
    expect(asks()).to.equal(true)
    const record = readFileSync(join(office.home, 'policies/social-media/policy.yaml'), 'utf8')
    expect(record)
      .to.match(/^understanding: true$/m)
      .and.contain('# The section that people read and sign.')
    const again = await browser.send(press(on, 'Ask them no more'))
    expect(words(again)).to.contain('Off. Nobody is asked any more.')
    expect(asks()).to.equal(false)
    const file = 'policies/social-media/policy.yaml'
    expect(await changed()).to.deep.equal([
      [file, 'slt'],
      [file, 'slt'],
    ])
  })

  it('a policy owner sees them and cannot turn them on, not even by hand', async () => {
    const browser = await office.enter('owner')
    const shown = await browser.open(page)
    expect(words(shown)).to.contain('The senior leadership team turns them on and off.')
    const guard = shown.querySelector('input[name=guard]')?.getAttribute('value') ?? ''
    const body = new URLSearchParams({ guard, do: 'ask', seen: '' })
    const sent = await browser.raw(page, { method: 'POST', body })
    expect(await sent.text()).to.contain('is for the senior leadership team. Nothing was changed')
    expect(asks()).to.equal(false)
    expect(await changed()).to.deep.equal([])
  })

  it('whoever saves second is told, and nothing of theirs is written', async () => {
    const browser = await office.enter('slt')
    await browser.send(press(await browser.open(page), 'Ask them before signing'))
    const stale = press(await browser.open(page), 'Ask them no more')
    const file = join(office.home, 'policies/social-media/policy.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}# looked at\n`)
    expect(words(await browser.send(stale))).to.contain('Somebody has changed this policy’s file')
    expect(asks()).to.equal(true)
  })

  it('shows what is misunderstood once five people have answered', async () => {
    const browser = await office.enter('slt')
    const answer = {
      policy: 'social-media',
      edition: '2015-10',
      practice: false,
      question: 'who-is-staff.1',
      section: '4',
    }
    const seen: boolean[] = []
    for (const [at, person] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      await office.ports.understanding.keepRight({ ...answer, person, counts: at === 0 ? 'missed' : 'at-once' })
      seen.push(words(await browser.open(page)).includes('4 Scope: 1 of 5 first answers were not right'))
    }
    expect(seen).to.deep.equal([false, false, false, false, true])
  })
})
