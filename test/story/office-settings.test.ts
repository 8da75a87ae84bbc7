// The office's settings and the set-up over HTTP, without a script: saved into the home's own file, effective at once,
// and undone.
import { expect } from 'chai'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { browse } from '../kit/browse.ts'
import { press, sendFiles, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'
import { threePolicies } from '../kit/three-policies.ts'

describe('the office: settings', () => {
  let office: TestOffice
  afterEach(() => office.close())

  const begin = async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('admin', 'Ada Okafor', ['staff', 'administrator']),
    ])
  }
  const file = () => readFileSync(join(office.home, 'school.yaml'), 'utf8')

  it('saves whom to ask, with every comment kept, counts at once, and is taken back', async () => {
    await begin()
    const browser = await office.enter('slt')
    expect(words(await browser.open('/office/settings')))
      .to.contain('still the sample’s')
      .and.contain('which names nobody')
    const page = await browser.open('/office/settings/contacts')
    await browser.send(press(page, 'Save'), {
      'who-safeguarding': 'Mrs Okafor, in room 4',
      'how-safeguarding': 'Ring extension 12.',
    })
    expect(file()).to.contain('who: Mrs Okafor, in room 4').and.contain("# Worries about a child's safety.")
    expect(office.live.now().school.contacts['safeguarding']?.who).to.equal('Mrs Okafor, in room 4')
    const [entry] = await office.ports.journal.happened({ kinds: ['knowledge-changed'], most: 1 })
    expect(entry?.fact).to.include({ by: 'slt', file: 'school.yaml' })
    const after = await browser.send(press(await browser.open('/office/settings'), 'Take this back'))
    expect(words(after)).to.contain('Taken back')
    expect(office.live.now().school.contacts['safeguarding']?.who).to.equal('the designated safeguarding lead')
  })

  it('takes an older change back with all that came after it in the same file', async () => {
    await begin()
    const browser = await office.enter('slt')
    for (const name of ['First School', 'Second School', 'Third School'])
      await browser.send(press(await browser.open('/office/settings/school'), 'Save'), { name })
    const page = await browser.open('/office/settings')
    const [second, first] = page
      .querySelectorAll('button')
      .filter((each) => each.text.trim().startsWith('Take this and all'))
    if (second === undefined || first === undefined) throw new Error('older changes cannot be taken back')
    await browser.send(second)
    expect(office.live.now().school.name).to.equal('First School')
    // The page was shown before that change, so its button is refused.
    expect(words(await browser.send(first))).to.contain('cannot be taken back any more')
    const again = await browser.open('/office/settings')
    const oldest = again.querySelectorAll('button').findLast((each) => each.text.trim().startsWith('Take this and all'))
    await browser.send(oldest ?? press(again, ''))
    expect(existsSync(join(office.home, 'school.yaml'))).to.equal(false)
    expect(office.live.now().school.name).to.equal('Brighton Hill Community School')
  })

  it('keeps what somebody typed while another was faster, and says who', async () => {
    await begin()
    const [first, second] = [await office.enter('slt'), await office.enter('admin')]
    const [mine, theirs] = [await first.open('/office/settings/school'), await second.open('/office/settings/school')]
    await second.send(press(theirs, 'Save'), { name: 'Hilltop School' })
    const shown = await first.send(press(mine, 'Save'), { name: 'Hill Top School' })
    expect(words(shown)).to.contain('Ada Okafor has changed')
    expect(shown.querySelector('input[name=name]')?.getAttribute('value')).to.equal('Hill Top School')
    expect(office.live.now().school.name).to.equal('Hilltop School')
    await first.send(press(shown, 'Save'), { name: 'Hill Top School' })
    expect(office.live.now().school.name).to.equal('Hill Top School')
  })

  it('refuses what the bot could not start with, and notices a file that was changed by hand', async () => {
    await begin()
    const browser = await office.enter('slt')
    const page = await browser.open('/office/settings/school')
    expect(words(await browser.send(press(page, 'Save'), { zone: 'Europe/Londn' }))).to.contain('is not a time zone')
    await browser.send(press(browser.page(), 'Save'), { zone: 'Europe/London', name: 'Hilltop School' })
    const terms = await browser.open('/office/settings/terms')
    writeFileSync(join(office.home, 'school.yaml'), `${file()}\n# by hand\n`)
    const shown = await browser.send(press(terms, 'Save'), { terms: '2026-09-02 to 2026-10-23' })
    expect(words(shown)).to.contain('Nothing of yours was saved yet')
    expect(file()).to.contain('# by hand')
    writeFileSync(join(office.home, 'school.yaml'), file().replace('name: Hilltop School', 'name: By Hand School'))
    office.live.look()
    expect(office.live.now().school.name).to.equal('By Hand School')
    writeFileSync(join(office.home, 'school.yaml'), 'name: [broken')
    office.live.look()
    expect(office.live.now().school.name).to.equal('By Hand School')
  })

  it('keeps the standard statement, and the words that it had before', async () => {
    await begin()
    const browser = await office.enter('slt')
    const save = async (statement: string) =>
      browser.send(press(await browser.open('/office/settings/signing'), 'Save'), { statement })
    const signing = () => office.live.now().school.signing
    await save('I have read  this document.\r\n\r\nI will work by it.')
    expect(signing()).to.include({ statement: 'I have read this document.\nI will work by it.' })
    await save('I have read it.')
    expect(signing().earlierStatements).to.deep.equal(['I have read this document.\nI will work by it.'])
    expect(words(await save('I '.repeat(900)))).to.contain('1500 characters at most')
    await save('')
    expect(signing().statement).to.equal(undefined)
    // The first words are signed again, so they are no longer listed among the earlier ones.
    await save('I have read this document.\nI will work by it.')
    expect(signing().statement).to.equal('I have read this document.\nI will work by it.')
    expect(signing().earlierStatements).to.deep.equal(['I have read it.'])
  })

  it('reads terms from a calendar file, and shows them before they are saved', async () => {
    await begin()
    const browser = await office.enter('admin')
    const ics = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'SUMMARY:Autumn 1',
      'DTSTART;VALUE=DATE:20260902',
      'DTEND;VALUE=DATE:20261024',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:INSET day',
      'DTSTART;VALUE=DATE:20260901',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:Half term holiday',
      'DTSTART;VALUE=DATE:20261026',
      'DTEND;VALUE=DATE:20261031',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    const page = await browser.open('/office/settings/terms')
    const form = press(page, 'Save').closest('form')
    const body = new FormData()
    for (const name of ['guard', 'seen'])
      body.set(name, form?.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '')
    body.append('file', new Blob([ics]), 'terms.ics')
    const shown = await browser.raw('/office/settings/terms', { method: 'POST', body })
    const text = await shown.text()
    expect(text).to.contain('found 1 term and 1 training day.').and.contain('Half term holiday')
    expect(text).to.contain('2026-09-02 to 2026-10-23')
    expect(office.live.now().school.calendar.terms).to.have.lengthOf(0)
    await browser.open('/office/settings/terms')
    await sendFiles(browser, press(browser.page(), 'Save'), [], {
      terms: 'Autumn 1: 2 September 2026 to 23 October 2026\nINSET 1 September 2026',
    })
    expect(office.live.now().school.calendar.terms).to.deep.equal([{ from: '2026-09-02', to: '2026-10-23' }])
    expect(office.live.now().school.calendar.inset.has('2026-09-01' as never)).to.equal(true)
  })

  it('begins where nothing is there yet, from the machine itself, and lets nobody else in', async () => {
    office = await serveOffice([], true)
    const browser = browse(office.web.url)
    const first = await browser.open('/')
    expect(words(first)).to.contain('Try it').and.contain('Set up my school')
    expect((await browser.raw('/office')).status).to.equal(403)
    const setup = await browser.send(press(first, 'Set up my school'))
    expect(words(setup)).to.contain('1. The school')
    const school = await browser.open('/office/setup/school')
    const next = await browser.send(press(school, 'Save'), { name: 'Hilltop School' })
    expect(words(next)).to.contain('Step 2 of 6')
    const [entry] = await office.ports.journal.happened({ kinds: ['knowledge-changed'], most: 1 })
    expect(entry?.fact).to.include({ by: 'operator' })
    const other = browse(office.web.url)
    expect(words(await other.open('/'))).to.contain('Who would you like to be?')
    await other.raw('/office/begin', { method: 'POST' })
    expect((await other.raw('/office')).status).to.equal(403)
    expect((await other.raw('/office/enter/' + 'x'.repeat(43))).status).to.equal(410)
  })

  it('checks a certificate for anybody, and tells nothing without the file', async () => {
    await begin()
    const browser = browse(office.web.url)
    const page = await browser.open('/verify')
    expect(words(page)).to.contain('Verification code')
    expect(
      words(await browser.send(press(page, 'Look for the code'), { code: '0000-0000-0000-0000-0000' })),
    ).to.contain('Unknown')
    expect(words(await browser.send(press(browser.page(), 'Look for the code'), { code: 'hello' }))).to.contain(
      'no verification code',
    )
  })

  it('offers a pack of what is signed with the school’s standard statement as well', async () => {
    await begin()
    const files = {
      ...threePolicies,
      'school.yaml': `${threePolicies['school.yaml'] ?? ''}signing:\n  statement: I have read it.\n`,
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(office.home, path)), { recursive: true })
      writeFileSync(join(office.home, path), text)
    }
    office.live.look()
    const page = await (await office.enter('slt')).open('/office/pack')
    const offered = page.querySelectorAll('form label, form option').map((each) => each.text.trim())
    for (const title of ['Attendance Policy', 'First Aid Policy', 'Visitors Policy'])
      expect(offered.join('; ')).to.contain(title)
  })

  it('makes a pack and gives it away once', async () => {
    await begin()
    const browser = await office.enter('slt')
    const form = press(await browser.open('/office/pack'), 'Make the pack').closest('form')
    const guard = form?.querySelector('input[name=guard]')?.getAttribute('value') ?? ''
    const asked = { method: 'POST', body: new URLSearchParams({ guard, policy: 'social-media', do: 'make' }) }
    const at = (await browser.raw('/office/pack', asked)).headers.get('location') ?? ''
    let page = await browser.open(at)
    for (let tries = 0; words(page).includes('being put together') && tries < 300; tries++)
      page = await browser.open(at)
    expect(words(page)).to.contain('It holds names')
    const zip = await browser.raw(`${at}/file`)
    expect(zip.headers.get('content-type')).to.equal('application/zip')
    expect(
      Buffer.from(await zip.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).to.equal('PK')
    expect(readdirSync(join(office.home, 'packs'))).to.deep.equal([])
    expect((await browser.raw(`${at}/file`)).headers.get('content-type')).to.contain('text/html')
  })
})
