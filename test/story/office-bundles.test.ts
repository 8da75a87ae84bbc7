// Bundles in the office over HTTP, without a script: previewed before anybody is asked, followed, changed, paused,
// closed and reopened.
import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { HTMLElement } from 'node-html-parser'
import { parse } from 'yaml'
import { somebody } from '../kit/office-people.ts'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { septemberPack } from '../kit/september-pack.ts'
import { morePolicies, threePolicies } from '../kit/three-policies.ts'
import { excuse } from '../../src/declaration/excuse.ts'
import { stampOf } from '../../src/journal/stamp.ts'
import { parseDay } from '../../src/kit/days.ts'
import { roundsOf } from '../../src/standing/rounds.ts'

const path = '/office/bundles/september-pack'

describe('the office: bundles', () => {
  let office: TestOffice
  afterEach(() => office.close())

  const begin = async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('admin', 'Ada Okafor', ['staff', 'administrator']),
      somebody('owner', 'Bo Lin', ['staff', 'policy-owner']),
      somebody('staff', 'Łukasz Hughes', ['staff']),
      { ...somebody('governor', 'Gwen Price'), group: 'governor' },
    ])
    office.write({ ...threePolicies, ...morePolicies(1), ...septemberPack })
  }
  const rounds = async () => roundsOf(await office.ports.journal.campaigns())
  const guardOf = (page: HTMLElement) => page.querySelector('input[name=guard]')?.getAttribute('value') ?? ''
  const look = async (id: string, due = '18/12/2026') => {
    const browser = await office.enter(id)
    return { browser, shown: await browser.send(press(await browser.open(path), 'See what it will do'), { due }) }
  }
  const openIt = (page: HTMLElement) => {
    const button = page.querySelectorAll('button').find((each) => each.text.trim().startsWith('Open it'))
    return press(page, button?.text.trim() ?? 'Open it')
  }
  const open = async (id = 'slt') => {
    const { browser, shown } = await look(id)
    return { browser, page: await browser.send(openIt(shown)) }
  }

  it('shows what one will do, opens it at the press that follows, and how far each document is', async () => {
    await begin()
    const browser = await office.enter('slt')
    expect(words(await browser.open('/office')).includes('Bundles')).to.equal(true)
    expect(words(await browser.open('/office/bundles')))
      .to.include('September pack')
      .and.include('3 documents')
      .and.include('Nobody was asked yet')
    expect(words(await browser.open(path)))
      .to.include('Nobody is asked for it now.')
      .and.match(/Rules for Room 1 Policy.*Governor/)
    const { shown } = await look('slt')
    expect(words(shown)).to.include('It asks for 3 documents by 18 December 2026').and.include('at least one')
    expect(words(shown)).to.match(/Attendance Policy: 5 people are asked to sign/)
    expect(await rounds()).to.deep.equal([])
    const { page } = await open()
    expect(words(page))
      .to.include('Open. They are asked')
      .and.include('0 of 5 people have signed, all of their documents.')
    expect(words(page)).to.match(/Rules for Room 1 Policy.*0 of 1 person has signed/)
    expect(words(page)).to.match(/Opened, due 18 December 2026 Joanne Clarke/)
    const [round] = await rounds()
    expect(round?.parts.map(({ policy, due }) => [policy, due])).to.deep.equal([
      ['attendance', '2026-12-18'],
      ['visitors', '2026-12-18'],
      ['rules-1', '2026-12-18'],
    ])
    const campaign = await browser.open(`/office/campaigns/${encodeURIComponent(round?.parts[0]?.id ?? '')}`)
    expect(words(campaign)).to.include('Part of the September pack')
    expect(words(await browser.open('/office/bundles'))).to.include('Open since 23 November 2026')
  })

  it('hands all of its documents to one person together, and takes them back', async () => {
    await begin()
    const { browser, page } = await open()
    const heldBy = async () => [...new Set((await rounds())[0]?.parts.map(({ handed }) => handed?.to))]
    const nobody = await browser.send(press(page, 'Hand it over'), { whom: 'Nemo' })
    expect(words(nobody)).to.include('Nobody who works here matches that').and.include('Nothing was changed.')
    expect(await heldBy()).to.deep.equal([undefined])
    const done = await browser.send(press(nobody, 'Hand it over'), { whom: 'Gwen Price' })
    expect(words(done)).to.include('Handed over.').and.include('It is with Gwen Price.')
    expect(words(done)).to.match(/Handed to Gwen Price Joanne Clarke/)
    expect(await heldBy()).to.deep.equal(['governor'])
    const back = await browser.send(press(done, 'Take it back'))
    expect(words(back)).to.include('Hand it to somebody').and.not.include('It is with Gwen Price.')
    expect(await heldBy()).to.deep.equal([undefined])
  })

  it('says what is wrong with what was typed, keeps it, and asks about a doubtful day', async () => {
    await begin()
    const { browser, shown } = await look('admin', 'soon')
    expect(shown.querySelector('input[name=due]')?.getAttribute('value')).to.equal('soon')
    expect(shown.querySelector('input[name=due]')?.getAttribute('aria-invalid')).to.equal('true')
    const past = await browser.send(press(shown, 'See what it will do'), { due: '1/11/2026' })
    expect(words(past)).to.include('The day has passed')
    const rhythm = await browser.send(press(past, 'See what it will do'), { due: '18/12/2026', remind: 'often' })
    expect(rhythm.querySelector('input[name=remind]')?.getAttribute('aria-invalid')).to.equal('true')
    const sunday = await browser.send(press(rhythm, 'See what it will do'), { due: '20/12/2026', remind: '' })
    expect(words(sunday)).to.include('20 December 2026 is a Sunday')
    expect(await rounds()).to.deep.equal([])
    await browser.send(press(sunday, 'Open it all the same'))
    expect((await rounds())[0]?.parts[0]?.due).to.equal('2026-12-20')
  })

  it('tells who owes what, and finds them by a part of a name on any keyboard', async () => {
    await begin()
    const { browser } = await open()
    const owed = await browser.open(`${path}/owed`)
    expect(words(owed)).to.include('5 people owe something of it, 1 to 5')
    expect(words(owed)).to.match(/Gwen Price Attendance Policy, Visitors Policy and Rules for Room 1 Policy/)
    const frees = (person: string, policy: string) =>
      office.ports.journal.record({ policy, person }, (facts) => {
        const [by, today] = ['slt', parseDay('2026-11-23')]
        if (today === undefined) throw new Error('no day')
        const stamp = stampOf({ ...office.ports, newId: randomUUID })
        return excuse(facts, { policy, reason: 'Long away', until: undefined, today, by, stamp })
      })
    await frees('governor', 'rules-1')
    await Promise.all(['attendance', 'visitors'].map((policy) => frees('owner', policy)))
    const fewer = words(await browser.open(`${path}/owed`))
    expect(fewer).to.include('4 people owe something of it, 1 to 4').and.not.include('Bo Lin')
    expect(fewer).to.include('Gwen Price Attendance Policy and Visitors Policy')
    const one = words(await browser.open(`${path}/owed?q=lukasz`))
    expect(one).to.include('Łukasz Hughes').and.not.include('Gwen Price')
    expect(one).to.include('1 person owes something of it')
    expect(words(await browser.open(`${path}/owed?q=zz&from-row=x`))).to.include('Nobody who owes something matches')
    expect(words(await browser.open(`${path}/owed?from-row=9999`))).to.include('4 people owe')
  })

  it('is changed with a reason after what that will do was shown, paused, closed with a tick, and opened again', async () => {
    await begin()
    const { browser, page } = await open()
    const why = await browser.send(press(page, 'See what that will do'), { due: '10/1/2027' })
    expect(words(why)).to.include('Write why, in a few words')
    const shown = await browser.send(press(why, 'See what that will do'), { due: '10/1/2027', reason: 'A flood' })
    expect(words(shown)).to.include('is a Sunday').and.include('It would ask for its documents by 10 January 2027')
    expect((await rounds())[0]?.parts[0]?.due).to.equal('2026-12-18')
    const changed = await browser.send(press(shown, 'Change it'))
    expect(words(changed)).to.include('Changed to due 10 January 2027: “A flood”')
    expect((await rounds())[0]?.parts.map(({ due }) => due)).to.deep.equal(Array(3).fill('2027-01-10'))
    expect(words(await browser.send(press(changed, 'Pause the reminders')))).to.include('paused since 23 November 2026')
    expect(words(await browser.send(press(browser.page(), 'Let it go on')))).to.include('It goes on.')
    expect(words(await browser.send(press(browser.page(), 'Close it')))).to.include('Tick the box')
    expect((await rounds())[0]?.parts[0]?.closedOn).to.equal(undefined)
    expect(words(browser.page())).to.include('5 people owe something of it.')
    expect(words(await browser.send(press(browser.page(), 'Close it'), { sure: 'yes' }))).to.include('Closed.')
    expect((await rounds())[0]?.parts.map(({ closedOn }) => closedOn)).to.deep.equal(Array(3).fill('2026-11-23'))
    expect((await browser.raw(`${path}/owed`)).status).to.equal(404)
    expect(words(await browser.send(press(browser.page(), 'Open the last one again')))).to.include(
      'Open again, as it was',
    )
    const facts = await office.ports.journal.happened({ kinds: ['campaign-closed', 'campaign-reopened'], most: 9 })
    expect(facts.map(({ fact }) => ('by' in fact ? fact.by : ''))).to.deep.equal(Array(6).fill('slt'))
  })

  it('opens nothing that was not shown, and only once', async () => {
    await begin()
    const { browser, shown } = await look('slt')
    const other = await look('admin')
    office.write({
      'bundles/september-pack.yaml': 'title: September pack\nduties:\n  - who: all\n    read: [attendance]\n',
    })
    const again = await browser.send(openIt(shown))
    expect(words(again)).to.include('have changed meanwhile, so nothing was opened').and.include('1 document ')
    expect(await rounds()).to.deep.equal([])
    await browser.send(openIt(again))
    expect(words(await other.browser.send(openIt(other.shown)))).to.include('is being asked already')
    expect(await rounds()).to.have.length(1)
  })

  it('lets only one of two who change it at once, and goes on when its file is gone', async () => {
    await begin()
    const { browser, page } = await open()
    const theirs = await office.enter('admin')
    const before = await theirs.open(path)
    const seen = await browser.send(press(page, 'See what that will do'), { due: '8/1/2027', reason: 'Ours' })
    await browser.send(press(seen, 'Change it'))
    const late = await theirs.send(press(before, 'See what that will do'), { due: '15/1/2027', reason: 'Theirs' })
    expect(words(late)).to.include('It was changed since this page was shown')
    rmSync(join(office.home, 'bundles'), { recursive: true })
    office.live.renew()
    expect(words(await browser.open(path)))
      .to.include('is not there any more')
      .and.include('0 of 5 people')
    expect(words(await browser.send(press(browser.page(), 'Close it'), { sure: 'yes' }))).to.include('Closed.')
    expect(words(browser.page())).to.not.include('Ask for it')
  })

  it('asks anew where that was ticked, and says so before', async () => {
    await begin()
    const browser = await office.enter('slt')
    const form = press(await browser.open(path), 'See what it will do')
    const shown = await browser.send(form, { due: '18/12/2026', anew: 'yes' })
    expect(words(shown)).to.include('It asks everybody again: earlier signatures do not count')
    await browser.send(openIt(shown))
    const sinces = (await office.ports.journal.campaigns()).map(({ since }) => since?.toISOString())
    expect(new Set(sinces)).to.deep.equal(new Set(['2026-11-23T00:00:00.000Z']))
  })

  it('reminds everybody who owes something of it, once, after how many and when was shown', async () => {
    await begin()
    const { browser } = await open()
    expect(words(await browser.open(path))).to.include('Remind all who have not signed')
    const shown = await browser.open(`${path}/remind`)
    expect(words(shown))
      .to.include('Visitors Policy: 5 people have not signed.')
      .and.include('Each hears privately within the hour')
    const asked = async () =>
      (await office.ports.notices.list({ states: ['planned'], kind: 'nudge', since: new Date(0), most: 99 })).map(
        ({ key, person }) => `${person} ${key}`,
      )
    expect(await asked()).to.deep.equal([])
    expect(words(await browser.send(press(shown, 'Remind them')))).to.include('On its way.')
    const planned = await asked()
    expect(planned.length).to.equal((await rounds())[0]?.parts.length)
    for (const line of planned) expect(line).to.match(/^slt nudge-all:.*:of:/)
    const again = await browser.send(press(await browser.open(`${path}/remind`), 'Remind them'))
    expect(words(again)).to.include('Nothing more is sent.')
    expect(await asked()).to.deep.equal(planned)
    expect((await (await office.enter('staff')).raw(`${path}/remind`)).status).to.equal(403)
  })

  describe('one that is written down here', () => {
    const fileOf = (id: string) => readFileSync(join(office.home, 'bundles', `${id}.yaml`), 'utf8')
    const makeOne = async (given: Readonly<Record<string, string>>) => {
      const browser = await office.enter('slt')
      const page = await browser.send(press(await browser.open('/office/bundles/-new'), 'Save the bundle'), given)
      return { browser, page }
    }

    it('says who reads what, and can be asked for at once', async () => {
      await begin()
      const { browser, page } = await makeOne({
        title: 'New starters’ pack',
        'who-visitors': 'all',
        'who-attendance': 'several',
        'who-rules-1': 'governor',
        several: 'Support, teaching',
      })
      expect(words(page)).to.include('Saved.').and.include('Nobody is asked for it now.')
      expect(words(page))
        .to.match(/Visitors Policy.*Everybody/)
        .and.match(/Rules for Room 1 Policy.*Governor/)
      expect(parse(fileOf('new-starters-pack'))).to.deep.equal({
        title: 'New starters’ pack',
        duties: [
          { who: 'teaching, support', read: ['attendance'] },
          { who: 'governor', read: ['rules-1'] },
          { who: 'all', read: ['visitors'] },
        ],
      })
      const told = await office.ports.journal.happened({ kinds: ['knowledge-changed'], most: 1 })
      expect(told.map(({ fact }) => fact)).to.have.nested.property('[0].by', 'slt')
      expect(await rounds()).to.deep.equal([])
      const shown = await browser.send(press(page, 'See what it will do'), { due: '18/12/2026' })
      expect(words(shown)).to.include('It asks for 3 documents by 18 December 2026')
    })

    it('is changed where it stands, with its comments, and what is asked already goes on as it was', async () => {
      await begin()
      office.write({
        'bundles/september-pack.yaml': `# By the governors.\n${septemberPack['bundles/september-pack.yaml']}`,
      })
      const { browser } = await open()
      const form = await browser.open(`${path}/write`)
      const page = await browser.send(press(form, 'Save the bundle'), { 'who-rules-1': 'all', 'who-visitors': '' })
      expect(words(page)).to.include('Saved.').and.include('Who reads what when it is asked the next time')
      expect(fileOf('september-pack')).to.match(/^# By the governors\./)
      expect(parse(fileOf('september-pack'))).to.deep.equal({
        title: 'September pack',
        duties: [{ who: 'all', read: ['attendance', 'rules-1'] }],
      })
      expect((await rounds())[0]?.parts.map(({ policy }) => policy)).to.deep.equal([
        'attendance',
        'visitors',
        'rules-1',
      ])
      const late = await browser.send(press(form, 'Save the bundle'), { title: 'Mine' })
      expect(words(late)).to.include('Somebody has changed this bundle since').and.include('Nothing of yours was saved')
      expect(fileOf('september-pack')).not.to.include('Mine')
    })

    it('keeps what was typed where something is wrong, and never takes an id that was used', async () => {
      await begin()
      const nobody = await makeOne({ title: 'September pack' })
      expect(words(nobody.page)).to.include('Choose who reads at least one document. Nothing was saved.')
      const given = { title: '', 'who-visitors': 'several', several: 'teeching' }
      const { page } = await makeOne(given)
      expect(words(page)).to.include('Write a title').and.include('“teeching” is neither a group nor a role.')
      expect(page.querySelector('input[name=several]')?.getAttribute('value')).to.equal('teeching')
      await makeOne({ title: 'September pack', 'who-visitors': 'all' })
      expect(parse(fileOf('september-pack-2'))).to.have.property('title', 'September pack')
      expect(words((await makeOne({ title: 'x'.repeat(121), 'who-visitors': 'all' })).page)).to.include('at most 120')
    })

    it('is for those who run campaigns, and for bundles that are there', async () => {
      await begin()
      for (const id of ['owner', 'staff'])
        for (const to of ['/office/bundles/-new', `${path}/write`])
          expect((await (await office.enter(id)).raw(to)).status, `${id} ${to}`).to.equal(403)
      const { browser } = await open()
      rmSync(join(office.home, 'bundles', 'september-pack.yaml'))
      office.live.renew()
      expect((await browser.raw(`${path}/write`)).status).to.equal(404)
    })
  })

  it('is for those who run campaigns, also while a page stays open, and takes no forged form', async () => {
    await begin()
    for (const id of ['owner', 'staff']) {
      expect((await (await office.enter(id)).raw(path)).status, id).to.equal(403)
      expect((await (await office.enter(id)).raw(`${path}/owed`)).status, id).to.equal(403)
    }
    const { browser, shown } = await look('admin')
    const shows = shown.querySelector('input[name=shows]')?.getAttribute('value') ?? ''
    const body = (guard: string) => new URLSearchParams({ guard, do: 'open', due: '18/12/2026', shows })
    const post = (guard: string) => browser.raw(path, { method: 'POST', body: body(guard) })
    expect((await post('x'.repeat(43))).status).to.equal(403)
    expect((await browser.raw('/office/bundles/no-such-bundle')).status).to.equal(404)
    await office.ports.people.put([somebody('admin', 'Ada Okafor', ['staff'])])
    expect((await post(guardOf(shown))).status).to.equal(403)
    expect(await rounds()).to.deep.equal([])
  })
})
