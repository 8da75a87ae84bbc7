// The web page over real HTTP, as used by a browser without JavaScript and by the page's own script.
import { request as ask } from 'node:http'
import { expect } from 'chai'
import { limits } from '../../adapters/web/limits.ts'
import { staleCard } from '../../src/chat/wording.ts'
import { browse, type Browse } from '../kit/browse.ts'
import { readStream } from '../kit/events.ts'
import { servePractice, type Practice, type PracticeOptions } from '../kit/practice.ts'
import { cardOf, talker, type Talker } from '../kit/talker.ts'
import { find, handOf, readScreen } from '../kit/web.ts'

describe('web: the page over HTTP', () => {
  let web: Practice
  let bot: Talker
  const running: Practice[] = []

  const serve = async (options: Partial<PracticeOptions> = {}) => {
    const served = await servePractice({ hear: bot.hear, ...options })
    running.push(served)
    return served
  }
  const be = async (name: string): Promise<Browse> => {
    const browser = browse(web.url)
    await browser.open('/')
    await browser.send(find(browser.page(), `button[value=${name}]`))
    return browser
  }
  /** Posts as the page's own script does. */
  const script = (browser: Browse, path: string, body: Record<string, string>, origin = web.url) =>
    browser.raw(path, {
      method: 'POST',
      body: new URLSearchParams({ as: 'starter', ...body }),
      headers: { 'X-Policy-Guide': 'script', Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
    })
  const words = (browser: Browse) => browser.page().structuredText

  beforeEach(async () => {
    bot = talker()
    web = await serve()
  })
  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.close()))
  })

  describe('choosing who to be', () => {
    it('offers four people and says that this is practice', async () => {
      const browser = browse(web.url)
      await browser.open('/')
      expect(words(browser)).to.include('This is practice, on this computer only')
      const offered = browser.page().querySelectorAll('button[name=person] .role')
      expect(offered.map((each) => each.text)).to.eql([
        ', new starter',
        ', teacher',
        ', governor',
        ', deputy head (SLT)',
      ])
    })

    it('greets the one who is chosen, once, and keeps them in the directory', async () => {
      const browser = await be('teacher')
      expect(words(browser)).to.include('You are Daniel Hughes, teacher')
      await browser.open('/')
      expect(readScreen(browser.page()).cards.map(({ title }) => title)).to.eql(['Hello'])
      expect(bot.heard.map(({ kind }) => kind)).to.eql(['opened'])
      expect(web.kept).to.eql([
        {
          account: { platform: 'web', id: 'teacher' },
          seen: { name: 'Daniel Hughes', email: 'teacher@practice.invalid', roles: ['staff'], practice: true },
        },
      ])
    })

    it('sets a cookie that no script and no other website can use', async () => {
      const body = new URLSearchParams({ person: 'slt' })
      const response = await browse(web.url).raw('/be', { method: 'POST', body })
      expect([response.status, response.headers.get('location')]).to.eql([303, '/'])
      expect(response.headers.get('set-cookie')).to.equal('policy-guide-person=slt; HttpOnly; SameSite=Strict; Path=/')
    })

    it('asks again when somebody is chosen who does not exist', async () => {
      const response = await browse(web.url).raw('/be', {
        method: 'POST',
        body: new URLSearchParams({ person: 'admin' }),
      })
      expect([response.headers.get('location'), response.headers.get('set-cookie')]).to.eql(['/choose', null])
    })

    it('lets several browsers be different people at once, each with their own conversation', async () => {
      const [priya, daniel] = [await be('starter'), await be('teacher')]
      await handOf(priya).says('one')
      await handOf(daniel).says('two')
      expect((await handOf(priya).screen()).cards.map(({ text }) => text).join())
        .to.include('one')
        .and.not.include('two')
    })
  })

  describe('without JavaScript', () => {
    it('answers what is said, and shows it again after a reload', async () => {
      const priya = handOf(await be('starter'))
      const screen = await priya.says('May I?')
      expect(screen.last).to.eql({ title: 'You said', text: 'Answer\nYou said\n6 characters: May I?', buttons: [] })
      expect((await priya.screen()).cards.length).to.equal(2)
    })

    it('replaces a card where it stands, and adds what does not replace', async () => {
      const priya = handOf(await be('starter'))
      await priya.presses('Start a check')
      await priya.says('something else')
      const replaced = await priya.presses('Yes')
      expect(replaced.cards.map(({ title }) => title)).to.eql(['Hello', 'The second question', 'You said'])
      expect(replaced.last.title).to.equal('The second question')
    })

    it('goes to the answer', async () => {
      const browser = await be('starter')
      const body = new URLSearchParams({ as: 'starter', text: 'hello' })
      const response = await browser.raw('/say', { method: 'POST', body })
      const anchor = response.headers.get('location')?.replace('/#', '')
      await browser.open('/')
      expect([response.status, find(browser.page(), `h2[id="${anchor ?? ''}"]`).text]).to.eql([303, 'You said'])
    })

    it('says what is too long and puts it back into the box', async () => {
      const browser = await be('starter')
      const text = '\n<b>' + 'é'.repeat(limits.textLength)
      await browser.send(find(browser.page(), '#ask button'), { text })
      expect(browser.status()).to.equal(413)
      expect(words(browser)).to.include('That is 10,004 characters, and I can read 10,000 at a time.')
      expect(find(browser.page(), '#text').innerText).to.equal('\n\n&lt;b&gt;' + 'é'.repeat(limits.textLength))
      expect(bot.heard.some(({ kind }) => kind === 'said')).to.be.false
    })

    it('takes the longest message there may be, in letters that are long on the way', async () => {
      const priya = handOf(await be('starter'))
      const screen = await priya.says('語'.repeat(limits.textLength))
      expect(screen.last.text).to.include('10000 characters')
    })

    it('answers a second click on the same form once', async () => {
      const browser = await be('starter')
      const button = find(browser.page(), '#ask button')
      await Promise.all([browser.send(button, { text: 'twice' }), browser.send(button, { text: 'twice' })])
      await browser.send(button, { text: 'something else, after going back' })
      const screen = await handOf(browser).screen()
      const said = screen.cards.slice(1).map(({ text }) => text.split(': ').at(-1))
      expect(said).to.eql(['twice', 'something else, after going back'])
    })

    it('shows that a draft was checked and keeps none of it', async () => {
      const priya = await be('starter')
      await handOf(priya).presses('Can I post this?')
      const screen = await handOf(priya).fills({ 'Your draft': 'Well done Jamie' }, 'Look at my draft')
      expect(screen.last.text).to.include('It has 15 characters.')
      expect(screen.cards.map(({ title }) => title)).to.eql(['Hello', 'Draft seen'])
      expect(words(priya)).to.include('Draft checked. Its text is not kept.')
      await handOf(priya).says('check: Well done Jamie')
      expect(words(priya).split('Draft checked. Its text is not kept.').length).to.equal(3)
      expect(
        priya
          .page()
          .querySelectorAll('article[data-from=you]')
          .map((each) => each.text)
          .join(),
      ).not.to.include('Jamie')
    })

    it('keeps nothing of a message that was urgent', async () => {
      const priya = await be('starter')
      await handOf(priya).says('a threat against Jamie')
      expect(words(priya)).to.include('Message read. Its words are not kept.').and.not.include('Jamie')
    })

    it('shows the home page, and answers in the conversation what is pressed there', async () => {
      const priya = await be('starter')
      await priya.open('/home')
      expect(find(priya.page(), 'article h2').text).to.equal('Your home page')
      const screen = await handOf(priya).presses('Start a check')
      expect(screen.last.title).to.equal('The first question')
    })
  })

  describe('what people type', () => {
    for (const [what, text] of [
      ['markup', '<script>alert(1)</script>&amp;"\''],
      ['emoji and right-to-left', '👩🏽‍🏫 مرحبا \u202Eabc'],
      ['control characters', 'a\u0000b\u0007c\u001b[31m'],
      ['a single very long word', 'x'.repeat(9_000)],
      ['nothing', ''],
      ['blanks', ' \n\t '],
    ] as const) {
      it(`may be ${what}`, async () => {
        const browser = await be('starter')
        await handOf(browser).says(text)
        expect(browser.status()).to.equal(200)
        const echo = browser.page().querySelectorAll('article[data-from=you] p').at(-1)
        expect(echo?.textContent).to.equal(text.replace(/[\u0000-\u0008\u001b]/g, '\uFFFD'))
        expect(browser.page().querySelectorAll('main script')).to.be.empty
        const last = bot.heard.at(-1)
        expect(last?.kind === 'said' && last.text).to.equal(text)
      })
    }

    it('is never in the log', async () => {
      const browser = await be('starter')
      await handOf(browser).says('secret-word')
      await script(browser, '/say', { text: 'secret-word'.repeat(2_000) })
      await script(browser, '/say', { as: 'slt', text: 'secret-word' })
      expect(web.logged.join('\n')).not.to.include('secret-word')
    })
  })

  describe('for the page’s own script', () => {
    it('gives only what is new, and says where the answer begins', async () => {
      const browser = await be('starter')
      const after = find(browser.page(), 'article').getAttribute('data-cursor') ?? ''
      const response = await script(browser, `/say?after=${after}`, { text: 'hello' })
      const page = (await browser.open('/')).querySelectorAll('article')
      const fragment = await response.text()
      expect(fragment).to.include('hello').and.not.include('Ask me something')
      expect(`m-${response.headers.get('x-answer') ?? ''}`).to.equal(page.at(-1)?.id)
    })

    it('gives a delivery that arrives again the same answer, and asks the app once', async () => {
      const browser = await be('starter')
      const post = () => script(browser, '/say', { text: 'hello', delivery: 'd-1' })
      const [first, second] = await Promise.all([post(), post()])
      expect(first.headers.get('x-answer')).to.equal(second.headers.get('x-answer'))
      expect(bot.heard.filter(({ kind }) => kind === 'said').length).to.equal(1)
    })

    it('refuses in one kind sentence', async () => {
      const browser = await be('starter')
      const long = await script(browser, '/say', { text: 'x'.repeat(10_001) })
      const other = await script(browser, '/say', { as: 'teacher', text: 'hello' })
      const nobody = await script(browse(web.url), '/say', { text: 'hello' })
      const much = await script(browser, '/say', { text: 'x'.repeat(limits.bodyBytes) })
      expect([long.status, other.status, nobody.status, much.status]).to.eql([413, 409, 409, 413])
      expect(await other.text()).to.equal(
        'In this browser you are now Priya Nair. Nothing was sent. Reload the page to go on.',
      )
      expect(await nobody.text()).to.include('Reload the page to go on')
      expect(await much.text()).to.equal('It is longer than I can read. Nothing was sent. Please shorten it.')
      expect(bot.heard.length).to.equal(1)
    })

    it('hands a forged, stale or missing action to the app, which answers politely', async () => {
      const browser = await be('starter')
      for (const packed of ['', '1{"do":"fly"}', '0{}', '1' + '['.repeat(5_000), 'x'.repeat(20_000)]) {
        const response = await script(browser, '/press', { packed, message: '"><script>' })
        expect([response.status, (await response.text()).includes(staleCard().title)]).to.eql([200, true])
      }
    })

    it('slows down whoever posts more than a person can', async () => {
      web = await serve({ clock: () => new Date(0) })
      const browser = await be('starter')
      for (let i = 0; i < limits.postsPerMinute; i++) await (await script(browser, '/say', { text: String(i) })).text()
      const refused = await script(browser, '/say', { text: 'one more' })
      expect([refused.status, await refused.text()]).to.eql([
        429,
        'That was a lot at once. Nothing was sent. Please wait a minute, then try again.',
      ])
      expect((await (await be('teacher')).raw('/')).status).to.equal(200)
    })
  })

  describe('pushed messages', () => {
    it('reach every open page of the person, and nobody else’s', async () => {
      const [priya, again, daniel] = [await be('starter'), await be('starter'), await be('teacher')]
      const streams = await Promise.all([priya, again, daniel].map((each) => readStream(each, '/events?after=')))
      await web.push('starter', cardOf('caution'))
      await web.push('teacher', cardOf('urgent'))
      const titles = await Promise.all(
        streams.map(async (stream) => (await stream.until('A card that is')).at(-1)?.title),
      )
      expect(titles).to.eql(['A card that is caution', 'A card that is caution', 'A card that is urgent'])
      await Promise.all(streams.map((stream) => stream.close()))
    })

    it('are caught up on by a page that was away', async () => {
      const browser = await be('starter')
      const stream = await readStream(browser, '/events?after=')
      await web.push('starter', cardOf('caution'))
      const seen = (await stream.until('caution')).at(-1)?.id ?? ''
      await stream.close()
      await web.push('starter', cardOf('stop'))
      const back = await readStream(browser, '/events', { 'Last-Event-ID': seen })
      expect((await back.until('stop')).map(({ title }) => title)).to.eql(['A card that is stop'])
      await back.close()
    })

    it('wait for a person who has not come yet', async () => {
      await web.push('governor', cardOf('caution'))
      expect(readScreen((await be('governor')).page()).cards.map(({ title }) => title)).to.eql([
        'A card that is caution',
        'Hello',
      ])
    })

    it('are refused for a place that is none', async () => {
      expect(await web.push('nobody', cardOf('plain'))).to.eql({
        kind: 'refused',
        why: 'other',
        what: 'The web page has no such place.',
      })
    })

    it('are not sent to whoever has not chosen, or to too many pages', async () => {
      expect((await browse(web.url).raw('/events')).status).to.equal(503)
      const browser = await be('starter')
      const streams = await Promise.all(
        Array.from({ length: limits.tabsEach }, () => readStream(browser, '/events?after=')),
      )
      expect((await browser.raw('/events')).status, 'their share').to.equal(503)
      expect(web.health()).to.eql({ ok: true, what: `Practice page on, ${limits.tabsEach} open in browsers.` })
      const other = await be('teacher')
      const theirs = await readStream(other, '/events?after=')
      await theirs.close()
      await Promise.all(streams.map((stream) => stream.close()))
      while (!web.health().what.includes(', 0 open')) await new Promise((resolve) => setImmediate(resolve))
      const again = await readStream(browser, '/events?after=')
      await again.close()
    })
  })

  describe('a restart', () => {
    it('lets a page that is still open go on with its buttons, each answer in its card’s place', async () => {
      const browser = await be('starter')
      await handOf(browser).presses('Start a check')
      const before = browser.page()
      await web.close()
      web = await serve({ port: web.port })
      const card = before.querySelectorAll('article').at(-1)
      const button = card?.querySelectorAll('button').at(0)
      if (!button) throw new Error('no button')
      await browser.send(button)
      const screen = readScreen(browser.page())
      expect(screen.cards.map(({ title }) => title)).to.eql(['The second question'])
      expect(browser.page().querySelector('article')?.id).to.equal(card?.id)
      expect(web.kept.map(({ account }) => account.id)).to.eql(['starter'])
    })

    it('ends open streams at once and finishes what is in hand', async () => {
      let go = () => {}
      const held = new Promise<void>((resolve) => (go = resolve))
      let arrived = () => {}
      const asked = new Promise<void>((resolve) => (arrived = resolve))
      const hear: Talker['hear'] = async (event) => {
        if (event.kind === 'said') {
          arrived()
          await held
        }
        return bot.hear(event)
      }
      web = await serve({ hear })
      const browser = await be('starter')
      const stream = await readStream(browser, '/events?after=')
      const inHand = script(browser, '/say', { text: 'slow' })
      await asked
      const closed = web.close()
      go()
      expect((await inHand).status).to.equal(200)
      await Promise.all([closed, stream.ended])
      expect(await browser.raw('/').catch(() => 'gone')).to.equal('gone')
    })
  })

  describe('who may come in', () => {
    it('refuses a name that some website has pointed at this machine', async () => {
      for (const path of ['/', '/home', '/choose', '/events']) {
        const response = await request(web.port, path, { host: 'evil.example' })
        expect([path, response.status, response.text.includes('only on the computer that it runs on')]).to.eql([
          path,
          403,
          true,
        ])
      }
    })

    it('refuses what came through a proxy or a tunnel, which would let anybody in', async () => {
      for (const header of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP']) {
        expect([header, (await fetch(web.url, { headers: { [header]: '203.0.113.7' } })).status]).to.eql([header, 403])
      }
    })

    it('refuses posts and streams from another website, and changes nothing', async () => {
      const browser = await be('starter')
      for (const headers of [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site' },
      ]) {
        for (const path of ['/say', '/press', '/check', '/be']) {
          const body = new URLSearchParams({ as: 'starter', text: 'hello', person: 'slt' })
          const response = await browser.raw(path, { method: 'POST', body, headers })
          expect([path, response.status]).to.eql([path, 403])
        }
        expect((await browser.raw('/events', { headers })).status).to.equal(403)
      }
      const told = await script(browser, '/say', { text: 'hello' }, 'https://evil.example')
      expect(await told.text()).to.equal('That came from another website, so it was not followed. Nothing was changed.')
      expect(bot.heard.map(({ kind }) => kind)).to.eql(['opened'])
    })

    it('is off, and says why, where others can reach the server and it knows no address for links', async () => {
      web = await serve({ access: { kind: 'off' } })
      const browser = browse(web.url)
      for (const path of ['/', '/home', '/choose', '/events', '/say', '/press', '/check', '/be', '/sign', '/enter/x']) {
        await browser.open(path)
        expect([path, browser.status(), words(browser).includes('The web page is switched off here')]).to.eql([
          path,
          403,
          true,
        ])
      }
      expect(await web.push('starter', cardOf('plain'))).to.include({ kind: 'refused' })
      expect(web.health().what).to.include('off')
      expect(bot.heard).to.be.empty
    })

    it('sends headers that let no page frame it, no script stand in it, and nobody cache it', async () => {
      const { headers } = await (await be('starter')).raw('/')
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy)
        .to.include("default-src 'none'")
        .and.include("script-src 'self'")
        .and.include("frame-ancestors 'none'")
        .and.not.include('unsafe')
      expect([headers.get('cache-control'), headers.get('referrer-policy'), headers.get('x-powered-by')]).to.eql([
        'no-store',
        'same-origin',
        null,
      ])
    })

    it('has no script and no style in its markup', async () => {
      const browser = await be('starter')
      await handOf(browser).says('every tone')
      expect(browser.page().querySelectorAll('[style], style, script:not([src])')).to.be.empty
      expect(browser.page().toString()).not.to.match(/\son\w+=/)
    })
  })
})

/** `fetch` does not let a test choose the Host header. */
function request(
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    ask({ host: '127.0.0.1', port, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
      .on('error', reject)
      .end()
  })
}
