// A school's first weeks, as its office experiences them on a phone and without a shell: an empty folder becomes a
// school with four policies, its people and a campaign; a week of cases follows; then everything is undone. Screenshots
// are in coverage/first-weeks.
import { mkdirSync } from 'node:fs'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { useChromium } from '../kit/chromium.ts'
import {
  attendanceHtml,
  firstAidOdt,
  openToAll,
  socialMediaDocx,
  staffWorkbook,
  visitorsPdf,
  type OpenToAll,
} from '../kit/first-weeks.ts'
import { eventually } from '../kit/eventually.ts'
import { asks, fills, presses, shows } from '../kit/on-page.ts'
import { faultsIn, smallTargets, widthOf } from '../kit/in-page.ts'
import { serveOffice, type TestOffice } from '../kit/office.ts'
import { publicUrl } from '../kit/visit.ts'

const folder = 'coverage/first-weeks'
const width = 375
/** The longest that a page may take on a busy machine, in milliseconds. */
const patience = 240_000

describe('browser: the first weeks of a school, without a shell', function () {
  const browser = useChromium()
  let office: TestOffice
  let open: OpenToAll
  let pictures = 0

  before(async () => {
    mkdirSync(folder, { recursive: true })
    office = await serveOffice([], true)
  })
  after(async () => {
    await (open as OpenToAll | undefined)?.close()
    await office.close()
  })

  const patient = (page: Page) => {
    page.setDefaultTimeout(patience)
    return page
  }
  const aPage = async () =>
    patient(await (await browser().newContext({ viewport: { width, height: 740 }, reducedMotion: 'reduce' })).newPage())
  /** Takes a screenshot of the page and checks it for faults. */
  const look = async (page: Page, name: string) => {
    await page.screenshot({ path: `${folder}/${String(++pictures).padStart(2, '0')}-${name}.png`, fullPage: true })
    expect(await faultsIn(page), name).to.deep.equal([])
    expect(await widthOf(page), name).to.be.at.most(width)
    expect(await smallTargets(page), name).to.deep.equal([])
  }
  const press = (page: Page, label: string) => page.click(`button:text-is("${label}")`)
  const reads = (page: Page, words: string) => page.waitForSelector(`main >> text=${words}`)

  const gives = async (page: Page, name: string, role: string) => {
    await page.goto(`${office.web.url}/office/people?q=${name}`)
    await page.locator('td a, th a').first().click()
    await page.check(`[name=role-${role}]`)
    await press(page, 'Save')
    await reads(page, 'Saved. It counts from now on')
    if (name === 'Clarke') await look(page, 'person')
  }
  /** Moves the clock to `iso` and runs what is due by then. */
  const at = async (iso: string) => {
    office.setClock(iso)
    await open.app.tick(new Date(iso))
  }
  /** The path in the newest letter to `who` that has a link of that kind. */
  const linkTo = async (who: string, kind: 'enter' | 'sign') =>
    eventually(() => {
      const texts = office.mailbox.letters.filter(({ to }) => to.includes(who)).map(({ text }) => text)
      return texts
        .map((text) => new RegExp(`${publicUrl}(/${kind}/\\S+)`).exec(text)?.[1])
        .findLast((path) => path !== undefined)
    })
  const goes = async (path: string) => {
    const page = await aPage()
    await page.goto(`${open.web.url}${path}`)
    await page.click('main button')
    return page
  }
  const comesIn = async (who: string) => {
    const door = await aPage()
    await door.goto(open.web.url)
    await door.fill('#email', who)
    const before = office.mailbox.letters.length
    await press(door, 'Send me a link')
    await office.mailbox.arrived(before + 1)
    return goes(await linkTo(who, 'enter'))
  }

  it('an empty folder becomes a school: its name, four policies of four formats, its people, who leads', async () => {
    const page = await aPage()
    await page.goto(`${office.web.url}/`)
    await page.click('text=Set up my school >> nth=-1')
    await page.click('text=1. The school')
    await page.fill('[name=name]', 'Hilltop School')
    await press(page, 'Save')
    await page.fill('[name=who-slt]', 'Mrs Clarke, the headteacher')
    await page.fill('[name=who-safeguarding]', 'Mr Okafor, who leads on safeguarding')
    await press(page, 'Save')
    await page.fill('[name=terms]', 'Autumn 2: 2 November 2026 to 18 December 2026')
    await press(page, 'Save')
    await reads(page, 'Step 4 of 6')
    await page.setInputFiles('input[type=file]', [
      socialMediaDocx(),
      await visitorsPdf(),
      firstAidOdt(),
      attendanceHtml(),
    ])
    await press(page, 'Read them')
    for (let at = 0; at < 4; at++) {
      await page.goto(page.url())
      await page.waitForSelector('main:not(:has-text("being read"))')
      const list = page.url()
      await look(page, `documents-${at}`)
      await page.locator('tr, li', { hasText: 'look at it' }).locator('a').first().click()
      await reads(page, 'Nothing has been written yet')
      await look(page, `document-${at}`)
      await press(page, 'Write this edition')
      await reads(page, 'The edition was written')
      await page.goto(list)
    }
    expect(
      office.live
        .now()
        .policies.map(({ id }) => id)
        .toSorted(),
    ).to.deep.equal(['attendance', 'first-aid', 'social-media', 'visitors'])
    await page.goto(`${office.web.url}/office/setup/people`)
    await page.setInputFiles('input[type=file]', staffWorkbook())
    await press(page, 'Look at the list')
    await reads(page, 'Joining (5)')
    await look(page, 'list')
    await press(page, 'Make these changes')
    await reads(page, 'The list was taken in')
    await page.goto(`${office.web.url}/office/setup`)
    await reads(page, 'Nobody has the role SLT yet')
    await look(page, 'nobody-leads')
    await gives(page, 'Clarke', 'slt')
    await gives(page, 'Okafor', 'slt')
    await gives(page, 'Lindqvist', 'administrator')
    await page.goto(`${office.web.url}/office/setup/connect`)
    await reads(page, 'Each way was tried just now')
    await page.click('text=Finish')
    expect(await page.textContent('main'))
      .to.contain('5 people')
      .and.not.contain('Nobody has the role SLT yet')
    await look(page, 'set-up')
  })

  it('people come in by email, a campaign is opened, and a starter reads and signs by the link in a letter', async () => {
    open = await openToAll(office)
    const page = await comesIn('j.clarke@school.example')
    await page.goto(`${open.web.url}/office/campaigns/new`)
    await page.selectOption('[name=policy]', { label: 'Visitors Policy' })
    await page.fill('[name=due]', '18/12/2026')
    await press(page, 'See what it will do')
    await page.waitForSelector('button:text-is("Open it")')
    await look(page, 'campaign-looked-at')
    await press(page, 'Open it')
    await reads(page, 'They are asked within working hours')
    await look(page, 'campaign')
    await at('2026-11-23T10:00:00Z')
    const starter = await goes(await linkTo('p.nair@school.example', 'sign'))
    await look(starter, 'starter')
    await presses(starter, 'Start reading')
    await presses(starter, 'Next')
    await presses(starter, 'Go to the declaration')
    await look(starter, 'declaration')
    for (const box of await starter.locator('#log article').last().locator('input[type=checkbox]').all())
      await box.check()
    await fills(starter, { 'Your name, typed in full': 'Priya Nair' }, 'Sign')
    await shows(starter, 'Thank you, Priya')
    await look(starter, 'signed')
    await office.mailbox.arrived(office.mailbox.letters.length)
    await page.goto(`${open.web.url}/office/register`)
    await look(page, 'register')
    expect(await page.textContent('main')).to.contain('1 of 5')
  }).timeout(900_000)

  it('a week of cases: asked, taken by one, asked back, passed on, answered by email, and known to the next who asks', async () => {
    const [clarke, okafor] = [await comesIn('j.clarke@school.example'), await comesIn('b.okafor@school.example')]
    const dan = await comesIn('d.hughes@school.example')
    await asks(dan, 'May I bring my llama to the summer fair?')
    await presses(dan, 'Ask a person')
    await look(dan, 'ask-a-person')
    await fills(dan, { 'What you ask': 'May I bring my llama to the summer fair?' }, 'Send it')
    await shows(dan, 'It has gone to')
    await shows(okafor, 'Somebody asks a person')
    await presses(clarke, 'I’ll take it')
    await shows(clarke, 'You have it')
    await shows(okafor, 'Joanne Clarke has taken it')
    await look(okafor, 'taken-by-another')
    await presses(clarke, 'Ask back')
    await fills(clarke, { 'Your question to them': 'How tall is it?' }, 'Send it back')
    await shows(dan, 'How tall is it?')
    await presses(dan, 'Reply')
    await fills(dan, { 'What you want to add': 'As tall as me.' }, 'Send')
    await presses(clarke, 'Pass it on')
    await look(clarke, 'pass-on')
    await fills(clarke, { 'To whom': 'Ben Okafor', 'A word to them, if you like': 'Yours, I think.' }, 'Pass it on')
    await dan.context().close()
    await shows(okafor, 'Somebody asks a person')
    await presses(okafor, 'I’ll take it')
    await shows(okafor, 'Yours, I think.')
    await presses(okafor, 'Answer')
    await fills(okafor, { 'Your answer': 'Only on a lead, and through the back gate.' }, 'Send the answer')
    await shows(okafor, 'You have answered Dan Hughes-Lee')
    const letter = await office.mailbox.arrived(office.mailbox.letters.length)
    expect(letter.at(-1)).to.deep.include({ to: ['d.hughes@school.example'], subject: 'A person has answered you' })
    expect(letter.at(-1)?.text).to.not.match(/llama|lead|gate/)
    const again = await comesIn('d.hughes@school.example')
    await asks(again, 'my cases')
    await presses(again, 'Open')
    await shows(again, 'Only on a lead, and through the back gate.')
    await look(again, 'answered')
    await presses(okafor, 'Propose it as a note')
    await fills(
      okafor,
      { 'The policy': 'Visitors Policy', 'The section it stands beside': '2', 'Until which day': '2026-12-18' },
      'Propose it',
    )
    await look(okafor, 'note-proposed')
    await asks(okafor, 'my cases')
    await presses(okafor, 'Open')
    await presses(okafor, 'Keep it for the next who asks')
    await look(okafor, 'keep-it')
    await fills(
      okafor,
      {
        'The question': 'May I bring my llama to the summer fair?',
        'The policy': 'Visitors Policy',
        'The section that answers it': '2',
      },
      'Propose it',
    )
    await asks(clarke, 'proposals')
    await presses(clarke, 'Take it up')
    await asks(clarke, 'proposals')
    await look(clarke, 'proposals')
    await presses(clarke, 'Take up the note')
    const bea = await comesIn('b.lindqvist@school.example')
    await asks(bea, 'May I bring my llama to the summer fair?')
    await shows(bea, 'Only on a lead, and through the back gate.')
    await look(bea, 'next-asker')
    await asks(bea, 'sign the visitors policy')
    await presses(bea, 'Raise a concern')
    await fills(bea, { 'Your concern': 'My badge was lost in July.' }, 'Send my concern')
    await shows(bea, 'Your concern is recorded')
    await shows(clarke, 'My badge was lost in July.')
    await look(clarke, 'concern')
  }).timeout(900_000)

  it('a yes is asked for, to a draft that is kept until it is said', async () => {
    const [clarke, dan] = [await comesIn('j.clarke@school.example'), await comesIn('d.hughes@school.example')]
    await asks(dan, 'check')
    for (const answer of ['The school, or people from it', 'A school account or site', 'A pupil', 'Go on'])
      await presses(dan, answer)
    await look(dan, 'ruling')
    await presses(dan, 'Ask for a yes')
    await fills(dan, { 'Your draft': 'Our year nine built a zeppelin today.' }, 'Send it and ask')
    await shows(clarke, 'asks for a yes')
    await presses(clarke, 'Show me the draft')
    await look(clarke, 'draft')
    await fills(clarke, { 'What do you say': 'Yes' }, 'Decide')
    await shows(dan, 'Joanne Clarke says yes to your draft')
    expect(await clarke.textContent('#log')).to.not.contain('zeppelin')
    await look(dan, 'yes')
  }).timeout(900_000)

  it('everything is taken back in the office, and what cannot be is said before', async () => {
    const page = await comesIn('j.clarke@school.example')
    const goto = (path: string) => page.goto(`${open.web.url}/office/${path}`)
    await goto('questions')
    await look(page, 'notes')
    await press(page, 'Withdraw the note')
    await reads(page, 'Nobody is shown that note.')
    const [campaign] = await office.ports.journal.campaigns('visitors')
    await goto(`campaigns/${campaign?.id ?? ''}`)
    await page.check('[name=sure]')
    await press(page, 'Close it')
    await reads(page, 'what was signed stays signed')
    await look(page, 'closed')
    await press(page, 'Open it again')
    await reads(page, 'Open again, as it was')
    await page.check('[name=sure]')
    await press(page, 'Close it')
    await goto('people/lists')
    await page.locator('td a, th a').first().click()
    await reads(page, 'What was signed stays signed.')
    await look(page, 'list-taken-back')
    await press(page, 'Take the list back')
    await reads(page, 'Whoever it had changed is as before')
    await goto('policies/visitors/2026-09')
    await look(page, 'edition')
    const takeBack = async (spoken: string) => {
      await goto('settings')
      await page.locator(`button[aria-label="${spoken}"]`).last().click()
      await page.waitForLoadState()
      expect(await page.textContent('main'), spoken).to.contain('Taken back')
    }
    await goto('settings')
    await look(page, 'settings')
    for (const edition of ['attendance/2026-09', 'visitors/2026-09', 'first-aid/2026-10', 'social-media/2026-09'])
      await takeBack(`Take this back: policies/${edition}.md`)
    await takeBack('Take this and all later back: school.yaml')
    const { school, policies } = open.library.now()
    expect([school.name, policies.map(({ id }) => id)]).to.deep.equal([
      'Brighton Hill Community School',
      ['social-media'],
    ])
    await look(page, 'as-before')
    await goto('people')
    await look(page, 'people')
  }).timeout(900_000)
})
