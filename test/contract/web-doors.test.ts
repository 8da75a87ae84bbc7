// The web page over real HTTP: each link, session and form works for one person, for one purpose and for a limited
// time.
import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { limits } from '../../adapters/web/limits.ts'
import { browse, type Browse } from '../kit/browse.ts'
import { readStream } from '../kit/events.ts'
import { cardOf, talker, type Talker } from '../kit/talker.ts'
import { publicUrl, school, serveVisitors, type Visit, type VisitOptions } from '../kit/visit.ts'
import { find, handOf } from '../kit/web.ts'

describe('web: the page for real', () => {
  const [amir, bea, slt, governor] = school
  const edition = { kind: 'sign', policy: 'social-media', edition: '2015-10' } as const
  let bot: Talker
  let visit: Visit
  const running: Visit[] = []

  const serve = async (options: Partial<VisitOptions> = {}) => {
    visit = await serveVisitors({ app: () => ({ hear: bot.hear }), ...options })
    running.push(visit)
    return visit
  }
  beforeEach(async () => {
    bot = talker()
    await serve()
  })
  afterEach(() => Promise.all(running.splice(0).map((each) => each.close())))

  const words = (browser: Browse) => browser.page().structuredText
  const open = (person: string) => visit.link(person, { kind: 'open' })
  const comeIn = async (person: string) => visit.comeIn(await open(person))
  const dead = 'This link does not work any more'
  const outside = 'Sign in with a link'
  const fresh = async (path: string, init: RequestInit = {}) => {
    const response = await browse(visit.web.url).raw(path, init)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  /** Posts a form as the page would send it, with these fields. */
  const post = (browser: Browse, path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
    browser.raw(path, { method: 'POST', body: new URLSearchParams(body), headers: { Origin: publicUrl, ...headers } })
  const guardOf = (browser: Browse) => find(browser.page(), 'input[name=guard]').getAttribute('value') ?? ''
  const cookieOf = async (path: string) => (await fresh(path, { method: 'POST' })).headers.get('set-cookie') ?? ''

  it('says how it can be used by everybody, to whoever is outside, too', async () => {
    const { status, text } = await fresh('/accessibility')
    const page = parse(text)
    expect([status, find(page, 'title').text]).to.eql([200, 'Accessibility · Policy Guide'])
    expect(find(page, 'main').structuredText)
      .to.match(/level AA.*version 2\.2/s)
      .and.match(/does not work yet/)
    const home = parse((await fresh('/')).text)
    expect(home.querySelectorAll('a[href="/accessibility"]'), 'each page leads there').to.have.length(1)
  })

  describe('without a session', () => {
    it('nobody chooses who to be, and every way in leads to the same page', async () => {
      for (const path of ['/', '/home', '/register.csv']) {
        const browser = browse(visit.web.url)
        await browser.open(path)
        expect([path, browser.status(), words(browser).includes(outside)]).to.eql([path, 200, true])
      }
      for (const path of ['/choose', '/be']) expect((await fresh(path)).status).to.equal(404)
      expect(bot.heard).to.be.empty
    })

    it('nothing is said, pressed or listened to', async () => {
      for (const path of ['/say', '/press', '/check', '/sign/say', '/sign/press']) {
        const browser = browse(visit.web.url)
        const said = await post(browser, path, { as: amir.id, text: 'hello' }, { 'X-Policy-Guide': 'script' })
        expect([path, said.status]).to.eql([path, 409])
        expect((await post(browser, path, { as: amir.id, text: 'hello' })).status).to.equal(303)
      }
      expect((await fresh('/events')).status).to.equal(503)
      expect((await fresh('/sign')).text).to.include('Please open your link again')
      expect(bot.heard).to.be.empty
    })
  })

  describe('a link', () => {
    it('shows one button, and is used up by nobody who only looks', async () => {
      const path = await open(amir.id)
      for (const method of ['GET', 'HEAD', 'GET']) {
        const { status, headers, text } = await fresh(path, { method })
        expect([status, headers.get('cache-control')]).to.eql([200, 'no-store'])
        expect(headers.get('set-cookie') ?? '').not.to.include('session')
        expect(text).not.to.include(amir.name)
      }
      const browser = await visit.comeIn(path)
      expect(words(browser)).to.include(`You are ${amir.name}`)
    })

    it('lets a person into the conversation as who they are', async () => {
      const browser = await comeIn(amir.id)
      await handOf(browser).says('May I?')
      expect(words(browser)).to.include('6 characters: May I?')
      expect(bot.heard.map(({ account, limitedTo }) => [account, limitedTo])).to.eql([
        [{ platform: 'web', id: amir.id }, undefined],
        [{ platform: 'web', id: amir.id }, undefined],
      ])
    })

    it('gives a cookie that no script can read and that lasts half a day', async () => {
      const cookie = await cookieOf(await open(amir.id))
      expect(cookie).to.match(/^policy-guide-session=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/; Max-Age=43200$/)
    })

    it('gives one that goes over encrypted connections alone, where there are such', async () => {
      await serve({ access: { kind: 'links', publicUrl: 'https://policies.school.example' }, behindProxy: true })
      const { headers } = await fresh(await open(amir.id), { method: 'POST' })
      expect(headers.get('set-cookie')).to.match(
        /^__Host-policy-guide-session=[\w-]{43}; HttpOnly; Secure; SameSite=Lax; Path=\//,
      )
      expect(headers.get('strict-transport-security')).to.equal('max-age=15552000')
      const sign = await fresh(await visit.link(amir.id, edition), { method: 'POST' })
      expect(sign.headers.get('set-cookie')).to.match(
        /^__Secure-policy-guide-signing=[\w-]{43}; HttpOnly; Secure; SameSite=Lax; Path=\/sign;/,
      )
    })

    it('works once', async () => {
      const path = await open(amir.id)
      await visit.comeIn(path)
      for (const method of ['GET', 'POST']) {
        const { status, text, headers } = await fresh(path, { method })
        expect([method, status, text.includes(dead), headers.get('set-cookie')]).to.eql([method, 410, true, null])
      }
    })

    it('lets in one of many who press at the same moment', async () => {
      const path = await open(amir.id)
      const all = await Promise.all(Array.from({ length: 20 }, () => fresh(path, { method: 'POST' })))
      expect(all.map(({ status }) => status).toSorted()).to.eql([303, ...Array.from({ length: 19 }, () => 410)])
      expect(all.filter(({ headers }) => headers.get('set-cookie') !== null).length).to.equal(1)
    })

    it('gives the same browser that presses twice the same answer', async () => {
      const path = await open(amir.id)
      const browser = browse(visit.web.url)
      await browser.open(path)
      const twice = await Promise.all([post(browser, path, {}), post(browser, path, {})])
      expect(twice.map(({ status }) => status)).to.eql([303, 303])
      expect(new Set(twice.map(({ headers }) => headers.get('set-cookie'))).size).to.equal(1)
    })

    it('is worth nothing altered, invented, for something else, or when its time is over', async () => {
      const path = await open(amir.id)
      const token = path.slice('/enter/'.length)
      const sign = await visit.link(amir.id, edition)
      const receipt = await visit.link(amir.id, { kind: 'receipt', entry: 'e1' })
      const late = await visit.link(amir.id, { kind: 'open' }, -1)
      for (const wrong of [
        `/enter/${token.slice(0, -1)}y`,
        `/enter/${token}x`,
        `/enter/${'A'.repeat(43)}`,
        `/enter/${encodeURIComponent("' or 1=1 --".padEnd(43))}`,
        sign.replace('/sign/', '/enter/'),
        receipt.replace('/receipt/', '/enter/'),
        receipt.replace('/receipt/', '/sign/'),
        path.replace('/enter/', '/sign/'),
        path.replace('/enter/', '/receipt/'),
        sign.replace('/sign/', '/receipt/'),
        late,
      ]) {
        for (const method of wrong.startsWith('/receipt') ? ['GET'] : ['GET', 'POST']) {
          const { status, text, headers } = await fresh(wrong, { method })
          expect([wrong, status, text.includes(dead), headers.get('set-cookie')]).to.eql([wrong, 410, true, null])
        }
      }
      // None of these attempts has used up the valid links.
      expect(words(await visit.comeIn(path))).to.include(`You are ${amir.name}`)
      expect(words(await visit.comeIn(sign))).to.include(`You are ${amir.name}`)
    })

    it('of somebody who has left leads nowhere', async () => {
      const path = await open(amir.id)
      await visit.ports.people.put([{ ...amir, leavesOn: '2026-11-22' as never }])
      expect((await fresh(path, { method: 'POST' })).status).to.equal(410)
    })

    it('is not followed for another website, which could let somebody in as somebody else', async () => {
      const path = await open(amir.id)
      for (const headers of [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site' },
      ]) {
        expect((await fresh(path, { method: 'POST', headers })).status).to.equal(403)
      }
      expect((await fresh(path, { method: 'POST', headers: { Origin: publicUrl } })).status).to.equal(303)
    })

    it('cannot be guessed at for long', async () => {
      const path = await open(amir.id)
      for (let i = 0; i < limits.wrongLinksPerMinute; i++) {
        expect((await fresh(`/enter/${String(i).padEnd(43, 'z')}`)).status).to.equal(410)
      }
      expect([(await fresh(path)).status, (await fresh(path, { method: 'POST' })).status]).to.eql([429, 429])
      visit.setClock('2026-11-23T09:01:00Z')
      expect((await fresh(path)).status).to.equal(200)
    })

    it('never stands in the log, nor does anybody’s name', async () => {
      const path = await open(amir.id)
      await visit.comeIn(path)
      await fresh(path)
      const log = [...visit.logged, ...visit.web.logged].join('\n')
      expect(log).to.include('somebody came in by a link').and.include(amir.id)
      expect(log).not.to.include(path.slice('/enter/'.length)).and.not.include(amir.name)
    })
  })

  describe('a session', () => {
    it('shows nobody what somebody else said', async () => {
      const [one, other] = [await comeIn(amir.id), await comeIn(bea.id)]
      await handOf(one).says('mine alone')
      await other.open('/')
      expect(words(other)).to.include(`You are ${bea.name}`).and.not.include('mine alone')
    })

    it('ends after half a day, and when somebody leaves the page', async () => {
      const browser = await comeIn(amir.id)
      const cookie = await cookieOf(await open(amir.id))
      visit.setClock('2026-11-23T20:59:00Z')
      await browser.open('/')
      expect(words(browser)).to.include(`You are ${amir.name}`)
      visit.setClock('2026-11-23T21:00:00Z')
      await browser.open('/')
      expect(words(browser)).to.include(outside)
      expect((await fresh('/', { headers: { Cookie: cookie } })).text).to.include(outside)
    })

    it('is over at once for its cookie, too, when somebody leaves', async () => {
      const cookie = (await cookieOf(await open(amir.id))).split(';')[0] ?? ''
      const browser = browse(visit.web.url)
      const headers = { Cookie: cookie }
      const guard = /name="guard" value="(\w+)"/.exec((await fresh('/', { headers })).text)?.[1] ?? ''
      expect((await post(browser, '/leave', { guard: 'wrong' }, headers)).status).to.equal(303)
      expect((await fresh('/', { headers })).text).to.include(amir.name)
      const left = await post(browser, '/leave', { guard }, headers)
      expect([left.status, left.headers.get('set-cookie')?.includes('Max-Age=0')]).to.eql([200, true])
      expect((await fresh('/', { headers })).text).to.include(outside)
    })

    it('ends when the person’s roles change', async () => {
      const browser = await comeIn(slt.id)
      await visit.ports.people.put([{ ...slt, roles: ['staff'] }])
      await browser.open('/')
      expect(words(browser)).to.include(outside)
    })

    it('ends when the person has left, for pages, forms and what is pushed', async () => {
      const browser = await comeIn(amir.id)
      const stream = await readStream(browser, '/events?after=', { 'Sec-Fetch-Site': 'same-origin' })
      expect(await visit.web.push(amir.id, cardOf('caution'))).to.include({ kind: 'sent' })
      await stream.until('A card that is caution')
      const guard = guardOf(browser)
      await visit.ports.people.put([{ ...amir, leavesOn: '2026-11-22' as never }])
      await visit.web.push(amir.id, cardOf('stop'))
      await stream.ended
      const said = await post(browser, '/say', { as: amir.id, guard, text: 'x' }, { 'X-Policy-Guide': 'script' })
      expect(said.status).to.equal(409)
      await browser.open('/')
      expect(words(browser)).to.include(outside)
    })

    it('still holds on the last day', async () => {
      const browser = await comeIn(amir.id)
      await visit.ports.people.put([{ ...amir, leavesOn: '2026-11-23' as never }])
      expect(words(await comeIn(amir.id))).to.include(amir.name)
      // Any change of a person's leaving day ends their session, so they have to come in again.
      await browser.open('/')
      expect(words(browser)).to.include(outside)
    })

    it('is in nobody’s power by a cookie that is invented or altered', async () => {
      const cookie = (await cookieOf(await open(amir.id))).split(';')[0] ?? ''
      for (const wrong of [
        `${cookie}x`,
        cookie.slice(0, -1),
        `policy-guide-session=${amir.id}`,
        'policy-guide-session=',
        `policy-guide-person=slt`,
        `policy-guide-session=${'%27'.repeat(14)}x`,
      ]) {
        expect([wrong, (await fresh('/', { headers: { Cookie: wrong } })).text.includes(outside)]).to.eql([wrong, true])
      }
    })
  })

  describe('a form', () => {
    it('is refused without its token, with another’s, and from another website', async () => {
      const [one, other] = [await comeIn(amir.id), await comeIn(bea.id)]
      const before = bot.heard.length
      const script = { 'X-Policy-Guide': 'script' }
      for (const [body, headers] of [
        [{ as: amir.id }, script],
        [{ as: amir.id, guard: '' }, script],
        [{ as: amir.id, guard: guardOf(other) }, script],
        [{ as: amir.id, guard: `${guardOf(one)}0` }, script],
        [
          { as: amir.id, guard: guardOf(one) },
          { ...script, Origin: 'https://evil.example' },
        ],
        [
          { as: amir.id, guard: guardOf(one) },
          { ...script, 'Sec-Fetch-Site': 'same-site' },
        ],
      ] as const) {
        for (const path of ['/say', '/press', '/check']) {
          const refused = await post(one, path, { ...body, text: 'hello', packed: '1{"do":"help"}' }, headers)
          expect([path, body, refused.status]).to.eql([path, body, 403])
        }
      }
      expect(bot.heard.length).to.equal(before)
      expect((await post(one, '/say', { as: amir.id, guard: guardOf(one), text: 'hello' }, script)).status).to.equal(
        200,
      )
    })

    it('of one person is not sent for another who came into the same browser since', async () => {
      const browser = await comeIn(amir.id)
      const page = browser.page()
      const path = await open(bea.id)
      await browser.open(path)
      await browser.send(find(browser.page(), 'main button'))
      await browser.send(find(page, '#ask button'), { text: 'hello' })
      expect([browser.status(), words(browser).includes(`In this browser you are now ${bea.name}`)]).to.eql([409, true])
      expect(bot.heard.filter(({ kind }) => kind === 'said')).to.be.empty
    })
  })

  describe('messages that nobody asked for', () => {
    it('are refused where nobody would see them', async () => {
      expect(await visit.web.push(amir.id, cardOf('caution'))).to.include({ kind: 'refused' })
      const browser = await comeIn(amir.id)
      expect(await visit.web.push(amir.id, cardOf('caution'))).to.eql({
        kind: 'refused',
        why: 'other',
        what: 'The person has no web page open.',
      })
      await browser.open('/')
      expect(words(browser)).not.to.include('A card that is caution')
    })
  })

  describe('a link to sign', () => {
    const sign = (person: string = governor.id) => visit.link(person, edition, 60 * 24 * 7)

    it('says until when, and can be used again until then', async () => {
      const path = await sign()
      const { text } = await fresh(path)
      expect(text).to.include('up to 30 November 2026').and.include(`This link is for ${governor.name} alone`)
      await visit.comeIn(path)
      visit.setClock('2026-11-29T09:00:00Z')
      expect(words(await visit.comeIn(path))).to.include(`You are ${governor.name}`)
      visit.setClock('2026-11-30T09:00:00Z')
      expect((await fresh(path)).status).to.equal(410)
    })

    it('leads into a room without scripts, and tells the app what alone may be done there', async () => {
      const browser = await visit.comeIn(await sign())
      expect(browser.page().querySelectorAll('script, nav, .quick')).to.be.empty
      await browser.send(find(browser.page(), '#ask button'), { text: 'May I?' })
      expect(words(browser)).to.include('6 characters: May I?')
      const limitedTo = { kind: 'signing', policy: edition.policy, edition: edition.edition }
      expect(bot.heard.map((event) => [event.kind, event.account.id, event.limitedTo])).to.eql([
        ['opened', governor.id, limitedTo],
        ['said', governor.id, limitedTo],
      ])
    })

    it('keeps everything in the room: its pages lead nowhere else', async () => {
      const browser = await visit.comeIn(await sign())
      await browser.send(find(browser.page(), '#ask button'), { text: 'every tone' })
      const actions = browser
        .page()
        .querySelectorAll('form')
        .map((form) => form.getAttribute('action') ?? '')
      expect(actions.length).to.be.greaterThan(1)
      expect(actions.filter((action) => !action.startsWith('/sign/'))).to.be.empty
    })

    it('opens no other door: not the conversation, the home page, the stream or the register', async () => {
      await serve({
        handouts: {
          original: () => Promise.resolve(undefined),
          receipt: () => Promise.resolve(undefined),
          timeline: () => Promise.resolve(undefined),
          register: () => Promise.reject(new Error('the register was asked')),
        },
      })
      const cookie = (await cookieOf(await sign(slt.id))).split(';')[0] ?? ''
      const token = cookie.split('=')[1] ?? ''
      for (const Cookie of [cookie, `policy-guide-session=${token}`]) {
        const headers = { Cookie }
        expect((await fresh('/', { headers })).text).to.include(outside)
        for (const path of ['/home', '/register.csv']) expect((await fresh(path, { headers })).status).to.equal(303)
        expect((await fresh('/events', { headers })).status).to.equal(503)
        const said = await post(browse(visit.web.url), '/say', { as: slt.id, text: 'register' }, headers)
        expect([said.status, said.headers.get('location')]).to.eql([303, '/'])
      }
      expect((await fresh('/sign/check', { method: 'POST', headers: { Cookie: cookie } })).status).to.equal(410)
      expect(bot.heard).to.be.empty
    })

    it('is no way into the room for the session of the page itself', async () => {
      const cookie = (await cookieOf(await open(amir.id))).split(';')[0] ?? ''
      const Cookie = `policy-guide-signing=${cookie.split('=')[1] ?? ''}`
      expect((await fresh('/sign', { headers: { Cookie } })).status).to.equal(403)
    })

    it('keeps one person’s room from another’s, and from one’s own conversation', async () => {
      const [one, other] = [await visit.comeIn(await sign(amir.id)), await visit.comeIn(await sign(bea.id))]
      const page = await comeIn(amir.id)
      await one.send(find(one.page(), '#ask button'), { text: 'for signing' })
      await other.open('/sign')
      await page.open('/')
      expect([words(other), words(page)].filter((all) => all.includes('for signing'))).to.be.empty
      const forged = await post(other, '/sign/say', { as: bea.id, guard: guardOf(one), text: 'x' })
      expect(forged.status).to.equal(403)
    })

    it('ends with leaving the page, and with leaving the school', async () => {
      const path = await sign()
      const browser = await visit.comeIn(path)
      await browser.send(find(browser.page(), '.you button'))
      expect(words(browser)).to.include('You have left this page')
      await browser.open('/sign')
      expect(browser.status()).to.equal(403)
      await visit.ports.people.put([{ ...governor, leavesOn: '2026-11-22' as never }])
      expect((await fresh(path, { method: 'POST' })).status).to.equal(410)
    })

    it('leads nowhere any more once that person has signed, except back for whoever has just done so', async () => {
      const signed = new Set<string>()
      await serve({ hasSigned: (about) => Promise.resolve(signed.has(JSON.stringify(about))) })
      const path = await sign()
      const browser = await visit.comeIn(path)
      signed.add(JSON.stringify({ person: governor.id, policy: edition.policy, edition: edition.edition }))
      for (const method of ['GET', 'POST']) {
        const { status, text, headers } = await fresh(path, { method })
        expect([status, text.includes('This has been signed'), headers.get('set-cookie')]).to.eql([410, true, null])
      }
      await browser.open(path)
      expect([browser.status(), words(browser).includes(`You are ${governor.name}`)]).to.eql([200, true])
    })
  })

  describe('in practice', () => {
    const practice = { access: { kind: 'practice' } } as const

    it('a link to sign works as well, on this machine alone', async () => {
      await serve({ ...practice, people: [{ ...governor, practice: true }] })
      const path = await visit.link(governor.id, edition)
      const browser = await visit.comeIn(path)
      expect(words(browser)).to.match(/Practice\s+You are Gwen Tudor/)
      expect((await fresh(path, { headers: { 'X-Forwarded-For': '203.0.113.7' } })).status).to.equal(403)
    })

    it('a link to the page leads to who one is already, and no session opens it', async () => {
      await serve(practice)
      const { status, headers } = await fresh(await open(slt.id))
      expect([status, headers.get('location'), headers.get('set-cookie')]).to.eql([303, '/', null])
      expect((await fresh('/')).text).to.include('Who would you like to be?')
    })
  })

  describe('a link by email', () => {
    const ask = (email: string) => fresh('/link', { method: 'POST', body: new URLSearchParams({ email }) })

    it('is sent to somebody the school knows, and lets them in', async () => {
      const browser = browse(visit.web.url)
      await browser.open('/')
      await browser.send(find(browser.page(), 'main form button'), { email: ' A.Haddad@School.Example ' })
      expect(words(browser)).to.include('Look in your email')
      const [letter] = await visit.mailbox.arrived(1)
      expect([letter?.to, letter?.subject]).to.eql([[amir.email], 'Your link to Policy Guide'])
      const path = /http:\/\/127\.0\.0\.1:1(\/enter\/[\w-]{43})\n/.exec(letter?.text ?? '')?.[1] ?? ''
      expect(words(await visit.comeIn(path))).to.include(`You are ${amir.name}`)
    })

    it('has the same answer for an address that nobody has, and sends nothing', async () => {
      const [known, unknown] = [await ask(bea.email), await ask('nobody@school.example')]
      expect([unknown.status, unknown.text]).to.eql([known.status, known.text])
      await visit.mailbox.arrived(1)
      await visit.close()
      running.pop()
      expect(visit.mailbox.letters.map(({ to }) => to)).to.eql([[bea.email]])
    })

    it('is sent only so often to one person, with the same answer', async () => {
      const pages = new Set<string>()
      for (let i = 0; i < limits.sentPerQuarter + 2; i++) pages.add((await ask(bea.email)).text)
      await visit.close()
      running.pop()
      expect([pages.size, visit.mailbox.letters.length]).to.eql([1, limits.sentPerQuarter])
    })

    it('is asked for only so often from one place', async () => {
      for (let i = 0; i < limits.askedPerMinute; i++) expect((await ask(`${i}@school.example`)).status).to.equal(200)
      expect((await ask(bea.email)).status).to.equal(429)
    })

    it('counts each place by itself behind a proxy, as the proxy saw it', async () => {
      await serve({ behindProxy: true })
      const from = (address: string) => ({ 'X-Forwarded-For': `203.0.113.99, ${address}` })
      const body = () => new URLSearchParams({ email: 'nobody@school.example' })
      for (let i = 0; i < limits.askedPerMinute; i++)
        await fresh('/link', { method: 'POST', body: body(), headers: from('198.51.100.1') })
      const [same, other] = await Promise.all(
        ['198.51.100.1', '198.51.100.2'].map((address) =>
          fresh('/link', { method: 'POST', body: body(), headers: from(address) }),
        ),
      )
      expect([same?.status, other?.status]).to.eql([429, 200])
    })

    it('is refused kindly for what is no address', async () => {
      for (const wrong of [
        '',
        'amir',
        'a@b',
        `${'a'.repeat(250)}@school.example`,
        'a@school.example\r\nBcc: x@y.example',
      ]) {
        const { status, text } = await ask(wrong)
        expect([wrong, status, text.includes('That is not an email address')]).to.eql([wrong, 422, true])
      }
      expect(visit.mailbox.letters).to.be.empty
    })

    it('is not sent to somebody who has left', async () => {
      await visit.ports.people.put([{ ...amir, leavesOn: '2026-11-22' as never }])
      await ask(amir.email)
      await visit.close()
      running.pop()
      expect(visit.mailbox.letters).to.be.empty
    })

    it('keeps what was typed, and says in the title what is wrong with it', async () => {
      const { status, text } = await ask('amir@school')
      const page = parse(text)
      const field = find(page, '#email')
      expect(status).to.equal(422)
      expect(find(page, 'title').text).to.match(/^Error: That is not an email address/)
      expect(field.getAttribute('value')).to.equal('amir@school')
      expect([field.getAttribute('aria-invalid'), field.getAttribute('autocomplete')]).to.eql(['true', 'email'])
      expect(find(page, `#${field.getAttribute('aria-describedby') ?? ''}`).text).to.include('not an email address')
      const hostile = parse((await ask('"><script>alert(1)</script>@x')).text)
      expect(hostile.querySelectorAll('main script')).to.be.empty
      expect(find(hostile, '#email').getAttribute('value')).to.include('<script>')
    })

    it('is not offered where no email can be sent', async () => {
      await serve({ mail: 'off' })
      expect((await fresh('/')).text)
        .to.include('Ask the senior leadership team')
        .and.not.include('type="email"')
      expect((await ask(amir.email)).status).to.equal(303)
    })

    it('leaves no address in the log', async () => {
      await ask(amir.email)
      await ask('nobody@school.example')
      await visit.mailbox.arrived(1)
      await visit.close()
      running.pop()
      expect([...visit.logged, ...visit.web.logged].join('\n')).not.to.match(/school\.example/)
    })
  })

  describe('what can be taken away', () => {
    const pdf = new TextEncoder().encode('%PDF-1.7 a receipt')
    const png = new TextEncoder().encode('a picture')
    const asked: string[] = []
    beforeEach(async () => {
      asked.length = 0
      await serve({
        handouts: {
          original: ({ person, policy, edition }) =>
            Promise.resolve(
              person.id === amir.id && policy === 'visitors' && edition === '2026-09'
                ? { name: 'Visitors “2026”.html', bytes: new TextEncoder().encode('<script>1</script>') }
                : undefined,
            ),
          receipt: (entry) => Promise.resolve(entry === 'e1' ? pdf : undefined),
          timeline: ({ person, campaign }) =>
            Promise.resolve(person.id === slt.id && campaign === 'c1' ? png : undefined),
          register(account, policy) {
            asked.push(`${account.id} ${policy ?? ''}`)
            return Promise.resolve(
              account.id === slt.id
                ? { kind: 'file', name: 'register "x".csv', pieces: pieces() }
                : { kind: 'refused', why: 'The register is for SLT.' },
            )
          },
        },
      })
    })
    async function* pieces() {
      yield await Promise.resolve('Name\r\n')
      for (let i = 0; i < 20_000; i++) yield `Somebody ${i}\r\n`
    }

    it('is a receipt, as often as one likes within its time', async () => {
      const path = await visit.link(amir.id, { kind: 'receipt', entry: 'e1' })
      for (let i = 0; i < 3; i++) {
        const { status, headers, text } = await fresh(path)
        expect([status, text]).to.eql([200, '%PDF-1.7 a receipt'])
        expect([headers.get('content-type'), headers.get('cache-control')]).to.eql(['application/pdf', 'no-store'])
        expect(headers.get('content-disposition')).to.equal('attachment; filename="policy-guide-receipt.pdf"')
      }
      visit.setClock('2026-11-23T10:00:00Z')
      expect((await fresh(path)).status).to.equal(410)
    })

    it('is the school’s own file, for whoever it was given to, saved and never shown as a page', async () => {
      const about = { kind: 'original', policy: 'visitors', edition: '2026-09' } as const
      const path = await visit.link(amir.id, about, 30)
      for (let i = 0; i < 2; i++) {
        const { status, headers, text } = await fresh(path)
        expect([status, text]).to.eql([200, '<script>1</script>'])
        expect(headers.get('content-type')).to.match(/^application\/octet-stream/)
        expect(headers.get('content-disposition')).to.equal('attachment; filename="Visitors--2026-.html"')
        expect([headers.get('cache-control'), headers.get('x-content-type-options')]).to.eql(['no-store', 'nosniff'])
      }
      expect((await fresh(path.replace('/original/', '/receipt/'))).status).to.equal(410)
      expect((await fresh(await visit.link(slt.id, about, 30))).status).to.equal(410)
      visit.setClock('2026-11-23T09:31:00Z')
      const late = await fresh(path)
      expect([late.status, late.text.includes('choose “Open the original” there')]).to.eql([410, true])
    })

    it('is the picture of a timeline, as often as it is fetched, by the link of whoever may see it', async () => {
      const about = { kind: 'timeline', policy: 'visitors', campaign: 'c1' } as const
      const path = await visit.link(slt.id, about)
      for (let time = 0; time < 2; time++) {
        const { status, headers, text } = await fresh(`${path}.png`)
        expect([status, text]).to.eql([200, 'a picture'])
        expect([headers.get('content-type'), headers.get('cache-control')]).to.eql(['image/png', 'no-store'])
        expect(headers.get('cross-origin-resource-policy')).to.equal('cross-origin')
      }
      const receipt = await visit.link(slt.id, { kind: 'receipt', entry: 'e1' })
      for (const dead of [await visit.link(amir.id, about), receipt.replace('receipt', 'timeline')])
        expect((await fresh(`${dead}.png`)).status, dead).to.equal(410)
    })

    it('is no receipt where there is none (any more)', async () => {
      const { status, text } = await fresh(await visit.link(amir.id, { kind: 'receipt', entry: 'gone' }))
      expect([status, text.includes(dead)]).to.eql([410, true])
    })

    it('is the register, for whoever the app gives it to', async () => {
      const browser = await comeIn(slt.id)
      const response = await browser.raw('/register.csv?policy=social-media')
      const text = await response.text()
      expect([response.status, text.split('\r\n').length]).to.eql([200, 20_002])
      expect(response.headers.get('content-disposition')).to.equal('attachment; filename="register--x-.csv"')
      expect(asked).to.eql([`${slt.id} social-media`])
    })

    it('is not the register for anybody else', async () => {
      const browser = await comeIn(amir.id)
      const response = await browser.raw('/register.csv')
      expect([response.status, (await response.text()).includes('The register is for SLT.')]).to.eql([403, true])
      expect((await fresh('/register.csv')).status).to.equal(303)
      expect(asked).to.eql([`${amir.id} `])
    })
  })
})
