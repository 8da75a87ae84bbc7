// Campaigns in the office over HTTP, without a script: previewed before they begin, changed, paused, closed and
// reopened.
import { expect } from 'chai'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HTMLElement } from 'node-html-parser'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

const filled = { policy: 'social-media', audience: 'all', due: '18/12/2026' }

describe('the office: campaigns', () => {
  let office: TestOffice
  afterEach(() => office.close())

  const begin = async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('admin', 'Ada Okafor', ['staff', 'administrator']),
      somebody('owner', 'Bo Lin', ['staff', 'policy-owner']),
      somebody('staff', 'Daniel Hughes', ['staff']),
    ])
    const school = readFileSync('knowledge/school.yaml', 'utf8')
    writeFileSync(join(office.home, 'school.yaml'), `${school}\nsigning:\n  acceptRestated: [social-media@2015-10]\n`)
    office.live.renew()
  }
  const campaigns = () => office.ports.journal.campaigns('social-media')
  const guardOf = (page: HTMLElement) => page.querySelector('input[name=guard]')?.getAttribute('value') ?? ''
  const open = async (id: string) => {
    const browser = await office.enter(id)
    const page = await browser.open('/office/campaigns/new')
    const shown = await browser.send(press(page, 'See what it will do'), filled)
    return { browser, shown, opened: () => browser.send(press(shown, 'Open it')) }
  }

  it('shows what one will do, opens it at the press that follows, and tells what happened and what comes', async () => {
    await begin()
    const { browser, shown, opened } = await open('slt')
    expect(words(shown)).to.include('4 people are asked to sign').and.include('by 18 December 2026')
    expect(words(shown)).to.match(/a reminder 7 days before/i)
    expect(await campaigns()).to.deep.equal([])
    const page = await opened()
    expect(words(page)).to.include('Open. They are asked').and.include('Opened, due 18 December 2026')
    expect(words(page)).to.include('A reminder, 7 days before').and.include('Joanne Clarke')
    expect((await campaigns())[0]).to.include({ due: '2026-12-18', practice: false })
    expect(words(await browser.open('/office/campaigns')))
      .to.include('Everybody')
      .and.include('open since')
    const again = await browser.send(press(await browser.open('/office/campaigns/new'), 'See what it will do'), filled)
    expect(words(again)).to.include('The same campaign is open already').and.include('Nothing was opened')
  })

  it('says what is wrong with what was typed, keeps it, and asks about what is doubtful', async () => {
    await begin()
    const browser = await office.enter('admin')
    const page = await browser.open('/office/campaigns/new')
    const bad = await browser.send(press(page, 'See what it will do'), { ...filled, due: 'soon' })
    expect(bad.querySelector('input[name=due]')?.getAttribute('value')).to.equal('soon')
    expect(bad.querySelector('input[name=due]')?.getAttribute('aria-invalid')).to.equal('true')
    const past = await browser.send(press(bad, 'See what it will do'), { ...filled, due: '2026-11-01' })
    expect(words(past)).to.include('That day has passed')
    const sunday = await browser.send(press(past, 'See what it will do'), { ...filled, due: '2026-12-20' })
    expect(words(sunday)).to.include('is a Sunday')
    await browser.send(press(sunday, 'Open it all the same'))
    expect((await campaigns())[0]).to.include({ due: '2026-12-20' })
  })

  it('is extended with a reason, after what that will do was shown, and keeps it in the timeline', async () => {
    await begin()
    const { browser, opened } = await open('slt')
    await opened()
    const page = browser.page()
    const nothing = await browser.send(press(page, 'See what that will do'), { due: '8/1/2027' })
    expect(words(nothing)).to.include('Write why, in a few words')
    const shown = await browser.send(press(nothing, 'See what that will do'), { due: '8/1/2027', reason: 'A flood' })
    expect(words(shown)).to.include('It would ask everybody to sign by 8 January 2027')
    expect((await campaigns())[0]?.due).to.equal('2026-12-18')
    const changed = await browser.send(press(shown, 'Change it'))
    expect(words(changed)).to.include('Changed to due 8 January 2027: “A flood”')
    expect((await campaigns())[0]?.due).to.equal('2027-01-08')
  })

  it('is paused and goes on, is closed only with a tick, and is opened again', async () => {
    await begin()
    const { browser, opened } = await open('slt')
    await opened()
    expect(words(await browser.send(press(browser.page(), 'Pause the reminders')))).to.include('reminders are paused')
    expect(words(browser.page())).to.not.include('to come')
    expect(words(await browser.send(press(browser.page(), 'Let it go on')))).to.include('It goes on.')
    expect(words(await browser.send(press(browser.page(), 'Close it')))).to.include('Tick the box')
    expect((await campaigns())[0]?.closedOn).to.equal(undefined)
    expect(words(await browser.send(press(browser.page(), 'Close it'), { sure: 'yes' }))).to.include('Closed.')
    expect((await campaigns())[0]?.closedOn).to.equal('2026-11-23')
    expect(words(await browser.send(press(browser.page(), 'Open it again')))).to.include('Open again, as it was')
    const facts = (
      await office.ports.journal.happened({ kinds: ['campaign-closed', 'campaign-reopened'], most: 9 })
    ).map(({ fact }) => ('by' in fact ? fact.by : ''))
    expect(facts).to.deep.equal(['slt', 'slt'])
  })

  it('is asked for again each year, after what that will do was shown, on a day that is chosen, after a yes', async () => {
    await begin()
    const { browser, opened } = await open('slt')
    await opened()
    const id = (await campaigns())[0]?.id ?? ''
    expect(words(browser.page())).to.include('Ask again regularly')
    const again = await browser.open(`/office/campaigns/${encodeURIComponent(id)}/again`)
    expect(words(await browser.send(press(again, 'Each term')))).to.include('No later term is known.')
    const set = await browser.send(press(browser.page(), 'Each year'))
    expect(words(set)).to.include('next from 23 November 2027').and.include('4 people are asked to sign')
    const wrong = await browser.send(press(set, 'See what it will do'), { opens: 'soon' })
    expect(words(wrong))
      .to.match(/date|day/i)
      .and.not.include('19 December')
    expect(wrong.querySelector('input[name=opens]:not([type=hidden])')?.getAttribute('value')).to.equal('soon')
    const other = await browser.send(press(wrong, 'See what it will do'), { opens: '1/12/2027', due: '19/12/2027' })
    expect(words(other)).to.include('19 December 2027 is a Sunday')
    expect((await campaigns())[0]?.recurs).to.deep.equal({ every: 'year', after: '2026-11-23' })
    const yes = await browser.send(press(other, 'Yes, on 1 December 2027'))
    expect(words(yes)).to.include('Joanne Clarke has said yes')
    const late = await (await office.enter('admin')).open(`/office/campaigns/${encodeURIComponent(id)}/again`)
    expect(words(late)).to.include('Joanne Clarke has said yes')
    expect(words(await browser.send(press(yes, 'Not this time')))).to.include('next from 23 November 2028')
    expect(words(await browser.send(press(browser.page(), 'Stop asking again')))).to.include('It is asked for once.')
    expect(words(await browser.open(`/office/campaigns/${encodeURIComponent(id)}`))).to.include('Yes to the next round')
    expect(
      (await (await office.enter('staff')).raw(`/office/campaigns/${encodeURIComponent(id)}/again`)).status,
    ).to.equal(403)
    const form = await browser.open(`/office/campaigns/${encodeURIComponent(id)}/again`)
    const slip = await browser.send(press(form, 'So many months after signing'), { months: '99' })
    expect(words(slip)).to.include('Write a whole number of months from 1 to 60, such as 12.')
    expect(slip.querySelector('input[name=months]')?.getAttribute('value')).to.equal('99')
    const months = await browser.send(press(slip, 'So many months after signing'), { months: '18' })
    expect(words(months)).to.include('again 18 months after each person’s last signature, and nobody has signed yet')
    expect((await campaigns())[0]?.recurs).to.deep.equal({ every: 'months', months: 18, after: '2026-11-23' })
  })

  it('are listed with the newest first', async () => {
    await begin()
    const { browser, opened } = await open('slt')
    await opened()
    const page = await browser.open('/office/campaigns/new')
    const shown = await browser.send(press(page, 'See what it will do'), { ...filled, audience: 'slt' })
    await browser.send(press(shown, 'Open it'))
    expect(words(await browser.open('/office/campaigns'))).to.match(/ SLT Social Media.* Everybody Social Media/)
  })

  it('lets only one of two who change it at once, and the other sees why', async () => {
    await begin()
    const { browser, opened } = await open('slt')
    const page = await opened()
    const other = await office.enter('admin')
    const theirs = await other.open(`/office/campaigns/${encodeURIComponent((await campaigns())[0]?.id ?? '')}`)
    const seen = await browser.send(press(page, 'See what that will do'), { due: '2027-01-08', reason: 'Ours' })
    await browser.send(press(seen, 'Change it'))
    const late = await other.send(press(theirs, 'See what that will do'), { due: '2027-01-15', reason: 'Theirs' })
    expect(words(late)).to.include('It was changed since this page was shown')
    expect((await campaigns())[0]?.due).to.equal('2027-01-08')
  })

  it('is for those who run campaigns, also while a page stays open, and takes no forged form', async () => {
    await begin()
    expect((await (await office.enter('owner')).raw('/office/campaigns')).status).to.equal(403)
    expect((await (await office.enter('staff')).raw('/office/campaigns')).status).to.equal(403)
    const { browser, shown } = await open('admin')
    const body = (guard: string) => new URLSearchParams({ ...filled, guard, do: 'open', edition: '2015-10' })
    const post = (guard: string) => browser.raw('/office/campaigns/new', { method: 'POST', body: body(guard) })
    expect((await post('x'.repeat(43))).status).to.equal(403)
    await office.ports.people.put([somebody('admin', 'Ada Okafor', ['staff'])])
    expect((await post(guardOf(shown))).status).to.equal(403)
    expect(await campaigns()).to.deep.equal([])
  })
})
