// What found no answer, in the office over HTTP and without a script: seen, tried, added as a known question, withdrawn.
import { expect } from 'chai'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

const question = 'may we bring a zeppelin to sports day'

describe('the office: questions', () => {
  let office: TestOffice
  afterEach(() => office.close())

  const begin = async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('owner', 'Ada Okafor', ['staff', 'policy-owner']),
      somebody('admin', 'Bo Lin', ['staff', 'administrator']),
      somebody('staff', 'Daniel Hughes', ['staff']),
    ])
    const kept = { outcome: 'not-covered', policy: undefined, section: undefined, certainty: 0 } as const
    const ask = (id: string, text: string) =>
      office.ports.store.keepQuestion({ ...kept, id, at: office.ports.clock(), text })
    await ask('q1', question)
    await ask('q2', `${question} please`)
    await ask('q3', 'is Daniel Hughes in the airship')
    await ask('q4', '')
  }
  const enter = async (id: string) => office.comeIn(await office.link(id, { kind: 'open' }))

  it('shows them grouped, with counts and without names, and what adding one changes before it is added', async () => {
    await begin()
    const browser = await enter('owner')
    const listed = words(await browser.open('/office/questions'))
    expect(listed).to.include('zeppelin').and.include(' 2 ').and.not.include('Hughes')
    const page = await browser.open('/office/questions/q1')
    expect(words(page)).to.include('Found now: not in the policies.')
    const nowhere = await browser.send(press(page, 'See what would change'), { section: '99.z' })
    expect(words(nowhere)).to.include('Nothing was added yet.')
    const tried = await browser.send(press(nowhere, 'See what would change'), { question, section: '6.d' })
    expect(words(tried))
      .to.include('Before: not in the policies.')
      .and.match(/After: [^.]*, 6\.d /)
    expect(words(tried)).to.match(/other questions/)
    expect(await office.ports.lessons.taught()).to.deep.equal([])
    const added = await browser.send(press(tried, 'Add it'), { question, section: '6.d' })
    expect(words(added)).to.include('Added.').and.include('Added as known questions')
    expect((await office.ports.lessons.taught())[0]).to.deep.include({
      by: 'owner',
      questions: [question],
      practice: false,
    })
    expect(words(await browser.open('/office/questions/q1'))).to.match(/Found now: [^.]*, 6\.d /)
    const withdrawn = await browser.send(press(await browser.open('/office/questions'), 'Withdraw it'))
    expect(words(withdrawn)).to.include('Withdrawn.')
    expect(await office.ports.lessons.taught()).to.deep.equal([])
  })

  it('is for those who may teach, also while a page stays open, and takes no forged form', async () => {
    await begin()
    expect((await (await enter('admin')).raw('/office/questions')).status).to.equal(403)
    expect((await (await enter('staff')).raw('/office/questions')).status).to.equal(403)
    const browser = await enter('slt')
    const page = await browser.open('/office/questions/q1')
    const body = new URLSearchParams({
      guard: 'x'.repeat(43),
      do: 'add',
      question,
      policy: 'social-media',
      section: '6.d',
    })
    expect((await browser.raw('/office/questions/q1', { method: 'POST', body })).status).to.equal(403)
    await office.ports.people.put([somebody('slt', 'Joanne Clarke', ['staff'])])
    const guard = page.querySelector('input[name=guard]')?.getAttribute('value') ?? ''
    const late = new URLSearchParams({ guard, do: 'add', question, policy: 'social-media', section: '6.d' })
    expect((await browser.raw('/office/questions/q1', { method: 'POST', body: late })).status).to.equal(403)
    expect(await office.ports.lessons.taught()).to.deep.equal([])
  })
})
