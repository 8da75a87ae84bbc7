// The school's calendar: SLT sees what comes next, and makes, renews and withdraws a private link; calendar programs
// read it by that link for as long as the link's owner may see the register.
import { expect } from 'chai'
import ICAL from 'ical.js'
import type { Entry } from '../../src/journal/types.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { deedsIn } from '../kit/evidence.ts'
import { askEverybody } from '../kit/hilltop.ts'
import { serveOffice, press, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'
import { story as tell } from '../kit/stages.ts'
import { publicUrl } from '../kit/visit.ts'

const page = 'https://policies.school.example'

describe('the calendar', () => {
  let kept: Ports | undefined
  const around = <P extends Ports>(ports: P): P => {
    kept = ports
    return { ...ports, publicUrl: page }
  }
  const story = (what: string, told: Parameters<typeof tell>[1]) => tell(what, told, { around })

  story(
    'SLT sees what comes next, makes a link of their own, makes another, and withdraws it',
    async ({ slt, stage }) => {
      const first = await slt.says('calendar')
      expect(first.last.title).to.include('The school’s calendar')
      expect(first.last.text).to.include('Only you see this')
      if (stage.platform === 'web') {
        // On the web the people are invented.
        expect(first.last.text).to.include('Here you are trying it out.')
        return
      }
      const made = await slt.presses('Make my private link')
      const address = /https:\/\/policies\.school\.example\/calendar\/\S+\.ics/
      expect(made.last.text).to.match(address).and.include('Google Calendar').and.include('nobody’s name')
      const again = await slt.says('the calendar')
      expect(again.last.text).to.include('You have had a private link since').and.not.match(address)
      const other = await slt.presses('Make a new link')
      expect(address.exec(other.last.text)?.[0]).to.not.equal(address.exec(made.last.text)?.[0])
      const gone = await slt.presses('Withdraw my link')
      expect(gone.last.text).to.include('Your link is withdrawn.')
      const entries = (await kept?.journal.entries(0, 500)) ?? []
      expect(kinds(entries)).to.deep.equal(['calendar-link-made', 'calendar-link-made', 'calendar-link-withdrawn'])
    },
  )

  story('it is a question from whoever may not see the register', async ({ teacher }) => {
    const { last } = await teacher.says('calendar')
    expect(last.title).to.not.include('The school’s calendar')
  })
})

function kinds(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ fact: { kind } }) => (kind.startsWith('calendar-') ? [kind] : []))
}

function read(file: string) {
  const component = new ICAL.Component(ICAL.parse(file) as unknown[])
  return component.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
}

describe('the office: calendar', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('other', 'Zeynep Aydin', ['staff', 'administrator']),
      somebody('owner', 'Bo Lin', ['staff', 'policy-owner']),
    ])
  })
  afterEach(() => office.close())

  const fetchIt = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, office.web.url), { headers })
  const make = async (id = 'slt', label = 'Make my private link') => {
    const browser = await office.enter(id)
    await browser.open('/office/calendar')
    const shown = words(await browser.send(press(browser.page(), label)))
    const url = new RegExp(`${publicUrl}(/calendar/[\\w-]{43}\\.ics)`).exec(shown)?.[1] ?? ''
    return { browser, url, shown }
  }

  it('gives a link once, by which another program reads reviews, due days and terms, and nobody’s name', async () => {
    await askEverybody(office.ports.journal, new Date('2026-11-23T09:00:00Z'))
    const { browser, url, shown } = await make()
    expect(shown).to.include('It is shown this once').and.include('Subscribe from web')
    expect(words(await browser.open('/office/calendar')))
      .to.include('since 23 November 2026')
      .and.not.include('/calendar/')
    const answer = await fetchIt(url)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).to.deep.equal([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ])
    const text = await answer.text()
    const events = read(text)
    expect(events.map(({ summary }) => summary)).to.include('Signatures due: Social Media Policy')
    expect(new Set(events.map(({ uid }) => uid)).size).to.equal(events.length)
    for (const name of ['Joanne', 'Clarke', 'Zeynep', 'slt']) expect(text).to.not.include(name)
    const links = await office.ports.journal.entries(0, 100)
    expect(links.flatMap(({ fact }) => (fact.kind === 'calendar-link-made' ? [fact.person] : []))).to.deep.equal([
      'slt',
    ])
  })

  it('is not sent again while it says the same, and keeps its events when a day changes', async () => {
    await askEverybody(office.ports.journal, new Date('2026-11-23T09:00:00Z'))
    const { url } = await make()
    const first = await fetchIt(url)
    const etag = first.headers.get('etag') ?? ''
    office.setClock('2026-11-24T15:00:00Z')
    const again = await fetchIt(url, { 'If-None-Match': etag })
    expect([again.status, await again.text()]).to.deep.equal([304, ''])
    const [campaign] = await office.ports.journal.campaigns()
    if (campaign === undefined) throw new Error('no campaign')
    await office.ports.journal.record({ policy: campaign.policy }, () => {
      return { entries: [], campaign: { ...campaign, due: '2026-12-11' as typeof campaign.due }, outcome: undefined }
    })
    const moved = await fetchIt(url, { 'If-None-Match': etag })
    expect(moved.status).to.equal(200)
    const due = (text: string) => read(text).find(({ summary }) => summary.startsWith('Signatures'))
    const [was, is] = [due(await first.text()), due(await moved.text())]
    expect(is?.startDate.toString()).to.equal('2026-12-11')
    expect(is?.uid).to.equal(was?.uid)
  })

  it('dies when it is withdrawn or replaced, and when its holder loses the role or leaves', async () => {
    const { browser, url } = await make()
    const { url: newer } = await make('slt', 'Make a new link')
    expect([(await fetchIt(url)).status, (await fetchIt(newer)).status]).to.deep.equal([410, 200])
    const [slt] = await office.ports.people.list({ practice: false, role: 'slt', most: 1 })
    if (slt === undefined) throw new Error('nobody')
    const { url: others } = await make('other')
    await office.ports.people.put([{ ...slt, roles: ['staff'] }])
    expect((await fetchIt(newer)).status).to.equal(410)
    await office.ports.people.put([{ ...slt, leavesOn: '2026-11-20' as never }])
    expect((await fetchIt(newer)).status).to.equal(410)
    await office.ports.people.put([slt])
    expect((await fetchIt(newer)).status, 'the role came back').to.equal(200)
    await browser.open(await office.link('slt', { kind: 'open' }))
    await browser.send(press(browser.page(), 'Continue'))
    await browser.open('/office/calendar')
    expect(words(await browser.send(press(browser.page(), 'Withdraw my link')))).to.include('Your link is withdrawn')
    expect([(await fetchIt(newer)).status, (await fetchIt(others)).status]).to.deep.equal([410, 200])
    expect((await deedsIn(office.ports.journal)).map(({ fact: { kind } }) => kind)).to.include(
      'calendar-link-withdrawn',
    )
  })

  it('is for whoever may see the register; nobody comes in by it, and nobody may look too often', async () => {
    expect((await (await office.enter('owner')).raw('/office/calendar')).status).to.equal(403)
    const { url } = await make()
    const token = /\/calendar\/(.*)\.ics/.exec(url)?.[1] ?? ''
    expect((await fetchIt(`/enter/${token}`)).status).to.equal(410)
    expect((await fetchIt(`/calendar/${'x'.repeat(43)}.ics`)).status).to.equal(410)
    const many = await Promise.all(Array.from({ length: 25 }, () => fetchIt(url)))
    expect(many.filter(({ status }) => status === 429).length).to.be.at.least(5)
    expect(many.find(({ status }) => status === 429)?.headers.get('retry-after')).to.equal('60')
    expect(await office.ports.calendarLinks.since('owner')).to.equal(undefined)
  })
})
