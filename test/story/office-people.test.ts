// The office's people over HTTP, without a script: a list is uploaded, previewed and confirmed, and people without the
// role are refused.
import { expect } from 'chai'
import type { Browse } from '../kit/browse.ts'
import { somebody } from '../kit/office-people.ts'
import { press, sendFiles, serveOffice, words, type TestOffice } from '../kit/office.ts'

const school = [somebody('slt', 'Joanne Clarke', ['staff', 'slt']), somebody('teacher', 'Daniel Hughes')]

describe('the office: people', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await serveOffice(school)
  })
  afterEach(() => office.close())

  const csv = [
    'sep=;',
    'Staff list',
    'Legal Surname;Preferred Surname;Forename;Role;Email',
    'Clarke;Clarke;Joanne;Head;slt@school.example',
    'Hughes;Hughes-Lee;Mr Daniel;History;mailto:daniel@school.example',
    'Nair;Nair;Priya;Administrator;priya@school.example',
  ].join('\n')
  const upload = async (browser: Browse) => {
    const page = await browser.open('/office/people/import')
    return sendFiles(browser, press(page, 'Look at the list'), [{ field: 'file', name: 'staff.csv', bytes: csv }])
  }

  it('shows what a list would change and what it made of it, asks who is the same, and then does it', async () => {
    const browser = await office.enter('slt')
    const shown = await upload(browser)
    expect(words(shown))
      .to.contain('“Role” holds job titles')
      .and.contain('Joining (2)')
      .and.contain('Priya Nair')
      .and.contain('Leaving (1)')
    expect(await office.ports.people.list({ practice: false, most: 9 })).to.have.lengthOf(2)
    const after = await browser.send(press(shown, 'Make these changes'))
    expect(words(after)).to.contain('Priya Nair').and.contain('Daniel Hughes-Lee')
    const [entry] = await office.ports.journal.happened({ kinds: ['list-imported'], most: 1 })
    expect(entry?.fact).to.include({ by: 'slt', rows: 3 })
    expect((await office.ports.people.byEmail('priya@school.example'))?.roles).to.deep.equal(['staff'])
  })

  it('takes a list back after showing what that does, and only what was shown', async () => {
    const browser = await office.enter('slt')
    const before = await office.ports.people.list({ practice: false, most: 9 })
    await browser.send(press(await upload(browser), 'Make these changes'))
    const [entry] = await office.ports.journal.happened({ kinds: ['list-imported'], most: 1 })
    const lists = await browser.open('/office/people/lists')
    expect(words(lists)).to.contain('Joanne Clarke 3 ').and.contain('The latest lists')
    const page = await browser.open(`/office/people/lists/${entry?.id ?? ''}`)
    expect(words(page)).to.contain('Gone again').and.contain('Priya Nair').and.contain('As before again')
    const somebodyMoved = await office.ports.people.byEmail('priya@school.example')
    if (somebodyMoved === undefined) throw new Error('she did not join')
    await office.ports.people.put([{ ...somebodyMoved, group: 'support' }])
    const again = await browser.send(press(page, 'Take the list back'))
    expect(words(again)).to.contain('They stay as they are').and.contain('Priya Nair')
    expect(await office.ports.people.byEmail('priya@school.example')).to.include({ group: 'support' })
    expect(words(await browser.send(press(again, 'Take the list back')))).to.contain('The list was taken back.')
    const now = await office.ports.people.list({ practice: false, most: 9 })
    expect(now.filter(({ email }) => email !== 'priya@school.example')).to.deep.equal(before)
    expect(words(await browser.open(`/office/people/lists/${entry?.id ?? ''}`))).to.contain('nothing to take back')
  })

  it('does not do what was shown before something changed', async () => {
    const browser = await office.enter('slt')
    const shown = await upload(browser)
    await office.ports.people.put([somebody('new', 'Priya Nair')])
    const page = await browser.send(press(shown, 'Make these changes'))
    expect(words(page)).to.contain('Something has changed')
    expect(await office.ports.journal.happened({ kinds: ['list-imported'], most: 1 })).to.deep.equal([])
  })

  it('remembers what somebody says of a column', async () => {
    const browser = await office.enter('slt')
    const odd = 'Who;Contact\nJoanne Clarke;slt@school.example\nDaniel Hughes;teacher@school.example\n'
    const page = await browser.open('/office/people/import')
    const send = async () =>
      sendFiles(browser, press(await browser.open('/office/people/import'), 'Look at the list'), [
        { field: 'file', name: 'odd.csv', bytes: odd },
      ])
    expect(
      words(
        await sendFiles(browser, press(page, 'Look at the list'), [{ field: 'file', name: 'odd.csv', bytes: odd }]),
      ),
    ).to.contain('No column says what people are called')
    const mapped = await browser.send(press(browser.page(), 'Read it with these columns'), {
      'column-0': 'name',
      'column-1': 'email',
    })
    expect(words(mapped)).to.contain('There is nothing to change')
    expect(words(await send())).to.contain('There is nothing to change')
  })

  it('keeps out whoever may not, also with a page left open while the role is taken away', async () => {
    const teacher = await office.enter('teacher')
    await teacher.open('/office/people')
    expect(teacher.status()).to.equal(403)
    expect((await (await teacher.raw('/')).text()).includes('href="/office"')).to.equal(false)
    const browser = await office.enter('slt')
    expect((await (await browser.raw('/')).text()).includes('href="/office"')).to.equal(true)
    const shown = await upload(browser)
    await office.ports.people.put([somebody('slt', 'Joanne Clarke')])
    await browser.send(press(shown, 'Make these changes'))
    expect(browser.status()).to.equal(403)
    expect(await office.ports.people.list({ practice: false, most: 9 })).to.have.lengthOf(2)
  })

  it('follows no form from elsewhere', async () => {
    const browser = await office.enter('slt')
    const form = { method: 'POST', body: new URLSearchParams({ do: 'erase', sure: 'yes' }) }
    expect((await browser.raw('/office/people/teacher', form)).status).to.equal(403)
    const page = await browser.open('/office/people/teacher')
    const guard = page.querySelector('input[name=guard]')?.getAttribute('value') ?? ''
    const body = new URLSearchParams({ do: 'erase', sure: 'yes', guard })
    const foreign = await browser.raw('/office/people/teacher', {
      method: 'POST',
      body,
      headers: { Origin: 'https://evil.example' },
    })
    expect(foreign.status).to.equal(403)
    expect((await office.ports.people.byId('teacher'))?.name).to.equal('Daniel Hughes')
  })

  it('gives a role and a group by hand, ends what it opened before, and says who did it', async () => {
    const [boss, teacher] = [await office.enter('slt'), await office.enter('teacher')]
    const page = await boss.open('/office/people/teacher')
    const saved = await boss.send(press(page, 'Save'), {
      'role-policy-owner': 'yes',
      group: 'support',
      starts: '1 September 2026',
      weekdays: 'Mon to Wed',
    })
    expect(words(saved)).to.contain('Saved. It counts from now on').and.contain('Roles: staff and policy owner')
    expect(await office.ports.people.byId('teacher')).to.deep.include({
      roles: ['staff', 'policy-owner'],
      group: 'support',
      startsOn: '2026-09-01',
      weekdays: [1, 2, 3],
    })
    const [entry] = await office.ports.journal.happened({ kinds: ['directory'], most: 1 })
    expect(entry?.fact).to.include({ person: 'teacher', by: 'slt' })
    expect((await teacher.open('/office/policies')).querySelector('h1')?.text).to.equal('The office is not open here')
    expect(words(await (await office.enter('teacher')).open('/office/policies'))).to.contain('Policies')
    await boss.send(press(await boss.open('/office/people/teacher'), 'Save'), { 'role-policy-owner': 'no' })
    expect((await office.ports.people.byId('teacher'))?.roles).to.deep.equal(['staff'])
  })

  it('keeps what was typed of somebody’s details where it cannot be read, or another was faster', async () => {
    const browser = await office.enter('slt')
    const page = await browser.open('/office/people/teacher')
    const wrong = await browser.send(press(page, 'Save'), { 'role-administrator': 'yes', leaves: 'soon' })
    expect(words(wrong)).to.contain('Nothing was saved yet')
    expect(wrong.querySelector('input[name=leaves]')?.getAttribute('value')).to.equal('soon')
    expect(wrong.querySelector('input[name=role-administrator]')?.hasAttribute('checked')).to.equal(true)
    await office.ports.people.put([somebody('teacher', 'Daniel Hughes', ['staff', 'slt'])])
    const late = await browser.send(press(wrong, 'Save'), { leaves: '' })
    expect(words(late)).to.contain('Somebody has changed Daniel Hughes since')
    expect((await office.ports.people.byId('teacher'))?.roles).to.deep.equal(['staff', 'slt'])
    await browser.send(press(late, 'Save'))
    expect((await office.ports.people.byId('teacher'))?.roles).to.deep.equal(['staff', 'administrator'])
  })

  it('erases after a tick, and says who did it', async () => {
    const browser = await office.enter('slt')
    const page = await browser.open('/office/people/teacher')
    expect(words(await browser.send(press(page, 'Erase for good')))).to.contain('Nothing was changed')
    await browser.send(press(browser.page(), 'Erase for good'), { sure: 'yes' })
    const [entry] = await office.ports.journal.happened({ kinds: ['erased'], most: 1 })
    expect(entry?.fact).to.include({ person: 'teacher', by: 'slt' })
  })

  it('joins two who are one, and takes it back', async () => {
    await office.ports.people.put([somebody('again', 'Daniel Hughes')])
    const browser = await office.enter('slt')
    const page = await browser.open('/office/people/again')
    await browser.send(press(page, 'They are one person'), { into: 'teacher@school.example' })
    expect((await office.ports.people.byId('again'))?.id).to.equal('teacher')
    await browser.send(press(await browser.open('/office/people/teacher'), 'Take a joining back'), { was: 'again' })
    expect((await office.ports.people.byId('again'))?.id).to.equal('again')
  })
})
