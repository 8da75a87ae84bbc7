// The tab in Teams over HTTP, with a tenant that signs tokens as Entra does: who is let in, by which token, and into
// which site's frame.
import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { amir, serveAccounts, slt, users, type AccountsOptions, type WithAccounts } from '../kit/accounts.ts'
import type { Forging } from '../kit/entra.ts'
import { day } from '../kit/evidence.ts'
import { openJar, type Jar } from '../kit/jar.ts'
import { find } from '../kit/web.ts'

const publicUrl = 'https://policies.school.example'
const ownHeaders = { Origin: publicUrl, 'Sec-Fetch-Site': 'same-origin' }

describe('teams: the tab', () => {
  let all: WithAccounts
  let jar: Jar
  const serve = async (options: AccountsOptions = {}) => {
    all = await serveAccounts(options)
    jar = openJar(all.visit.web.url)
  }
  beforeEach(() => serve())
  afterEach(() => all.close())

  const now = () => all.visit.ports.clock()
  const enter = (token: string, headers: Record<string, string> = ownHeaders, by = jar) =>
    by.ask('/tab/enter', { method: 'POST', body: new URLSearchParams({ token }), headers })
  const comeIn = async (user: (typeof users)['amir' | 'slt']) => {
    expect((await enter(await all.entra.tabToken(user, now()))).status).to.equal(204)
  }
  const page = async (path: string) => parse(await (await jar.ask(path)).text())
  const guardOf = async () => find(await page('/tab/chat'), 'input[name=guard]').getAttribute('value') ?? ''
  const logged = () => all.visit.logged.join('\n')

  it('opens a page with what concerns somebody, by what Teams says of them alone', async () => {
    await comeIn(users.amir)
    const home = (await page('/tab/home')).structuredText
    expect(home).to.include(`You are ${amir.name}.`).and.include('Read and sign')
    expect(home).not.to.include('For the senior leadership team')
  })

  it('shows SLT its part', async () => {
    await comeIn(users.slt)
    const home = await page('/tab/home')
    expect(home.structuredText).to.include(`You are ${slt.name}.`).and.include('For the senior leadership team')
  })

  it('finds people whose token is of version 1, for the app’s own address', async () => {
    const iss = `https://sts.windows.net/${all.entra.tenant}/`
    const token = await all.entra.tabToken(users.amir, now(), { claims: { iss, aud: all.entra.appUri, ver: '1.0' } })
    expect((await enter(token)).status).to.equal(204)
  })

  it('gives the frame a cookie of its own, which no script reads and no other site’s frame has', async () => {
    await comeIn(users.amir)
    expect(jar.set()[0]).to.match(
      /^__Secure-policy-guide-tab=[\w-]{43}; HttpOnly; Secure; SameSite=None; Path=\/tab; Max-Age=43200; Partitioned$/,
    )
    // That session does not count on the page outside the frame.
    expect(await (await jar.ask('/')).text()).to.include('Policy Guide needs to know who you are')
  })

  it('lets a second window of the same person go on with the session of the first', async () => {
    await comeIn(users.amir)
    const guard = await guardOf()
    await comeIn(users.amir)
    expect([jar.set(), await guardOf()]).to.eql([[], guard])
    await comeIn(users.slt)
    expect(await guardOf()).not.to.equal(guard)
  })

  const forged: readonly [what: string, how: (all: WithAccounts) => Forging, why: string][] = [
    ['of another tenant', () => ({ claims: { tid: '99999999-9999-4999-8999-999999999999' } }), 'another tenant'],
    [
      'that another tenant issued',
      ({ entra }) => ({ claims: { iss: `${entra.authorityUrl}/99999999-9999-4999-8999-999999999999/v2.0` } }),
      'the wrong iss',
    ],
    ['for another app', () => ({ claims: { aud: '99999999-9999-4999-8999-999999999999' } }), 'the wrong aud'],
    ['that has expired', () => ({ from: -2 * 3600 }), 'expired'],
    ['whose time has not come', () => ({ from: 3600 }), 'the wrong nbf'],
    ['without an end', () => ({ without: ['exp'] }), 'the wrong exp'],
    ['that a stranger signed', () => ({ by: 'stranger' }), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['that nobody signed', () => ({ by: 'none' }), 'ERR_JOSE_ALG_NOT_ALLOWED'],
    ['signed with the public key as a secret', () => ({ by: 'hs256' }), 'ERR_JOSE_ALG_NOT_ALLOWED'],
    ['without an object', () => ({ without: ['oid'] }), 'a token without tid or oid'],
    ['without a tenant', () => ({ without: ['tid'] }), 'a token without tid or oid'],
    ['of a program, which speaks for nobody', () => ({ without: ['scp'] }), 'a token for something else'],
    ['from signing in to the web page', () => ({ claims: { scp: 'openid profile' } }), 'a token for something else'],
  ]
  for (const [what, how, why] of forged) {
    it(`lets nobody in by a token ${what}, and logs why without the token`, async () => {
      const token = await all.entra.tabToken(users.amir, now(), how(all))
      expect((await enter(token)).status).to.equal(403)
      expect([jar.set(), (await jar.ask('/tab/home')).status]).to.eql([[], 303])
      expect(logged()).to.include(`"why":"${why}"`)
      expect(logged()).not.to.include(token.slice(0, 60))
    })
  }

  it('lets nobody in by a good token again when its time is over', async () => {
    const token = await all.entra.tabToken(users.amir, now())
    expect((await enter(token)).status).to.equal(204)
    all.visit.setClock('2026-11-23T10:03:00Z')
    expect((await enter(token, ownHeaders, openJar(all.visit.web.url))).status).to.equal(403)
  })

  for (const token of ['', 'garbage', 'a.b.c', 'x'.repeat(30_000)]) {
    it(`refuses what is no token (${token.slice(0, 10)}, ${token.length} characters)`, async () => {
      expect((await enter(token)).status).to.equal(403)
    })
  }

  it('shows somebody with the head’s address and another object what the bot would say, and nothing of the head', async () => {
    const answer = await enter(await all.entra.tabToken(users.pupil, now()))
    const text = await answer.text()
    expect([answer.status, answer.headers.get('x-says'), jar.set()]).to.eql([403, 'outside', []])
    expect(text).to.include('I am here for the staff of').and.include('you are not on the school’s list')
    expect(text).to.include(`users=28:${all.entra.appId}`)
    expect(parse(text).querySelectorAll('button, form, input')).to.be.empty
    expect(await all.visit.ports.directory.find({ platform: 'teams', id: users.pupil.oid })).to.equal(undefined)
    expect((await all.visit.ports.people.accountsOf(slt.id)).map(({ id }) => id)).to.eql([users.slt.oid])
  })

  it('lets a guest in whom the school lists and the bot has met, and no other', async () => {
    const idp = 'https://sts.windows.net/99999999-9999-4999-8999-999999999999/'
    expect((await enter(await all.entra.tabToken({ ...users.amir, idp }, now()))).status).to.equal(204)
    const unknown = { ...users.pupil, idp }
    expect((await enter(await all.entra.tabToken(unknown, now()))).status).to.equal(403)
  })

  it('with the rule “everybody” takes members of the tenant for who they are, and guests for nobody', async () => {
    await all.close()
    await serve({ rules: { slack: { kind: 'everybody' }, teams: { kind: 'everybody' } } })
    const idp = 'https://sts.windows.net/99999999-9999-4999-8999-999999999999/'
    expect((await enter(await all.entra.tabToken({ ...users.pupil, idp }, now()))).status).to.equal(403)
    expect((await enter(await all.entra.tabToken(users.pupil, now()))).status).to.equal(204)
    // The account becomes a person of its own, although its profile gives the head's address.
    const found = await all.visit.ports.directory.find({ platform: 'teams', id: users.pupil.oid })
    expect([found?.id === slt.id, found?.email]).to.eql([false, undefined])
    expect((await page('/tab/home')).structuredText).not.to.include('For the senior leadership team')
  })

  it('lets nobody in who has left', async () => {
    await all.visit.ports.people.put([{ ...amir, leavesOn: day('2026-11-20') }])
    expect((await enter(await all.entra.tabToken(users.amir, now()))).status).to.equal(403)
  })

  it('says that the list is missing where there is none, as the bot does', async () => {
    await all.close()
    await serve({ people: [] })
    const answer = await enter(await all.entra.tabToken(users.pupil, now()))
    expect([answer.status, await answer.text()].join()).to.match(
      /^403,.*list of people is not here yet.*You can ask in the chat/s,
    )
  })

  it('says that it could not look, where the tenant’s keys cannot be had, and can later', async () => {
    await all.close()
    await serve()
    all.entra.breaks()
    expect((await enter(await all.entra.tabToken(users.amir, now()))).status).to.equal(503)
    expect(logged()).to.include('"why":"HTTP 503"')
  })

  it('asks for the keys once, and not again for every stranger', async () => {
    for (let tries = 0; tries < 5; tries++) await enter(await all.entra.tabToken(users.amir, now(), { by: 'stranger' }))
    expect(all.entra.hits.filter((hit) => hit.endsWith('/keys'))).to.have.length(1)
  })

  it('waits with an address from which many wrong tokens came', async () => {
    for (let tries = 0; tries < 30; tries++) await enter('garbage')
    expect((await enter(await all.entra.tabToken(users.amir, now()))).status).to.equal(429)
  })

  describe('frames', () => {
    const may = (answer: Response) => {
      const ancestors = /frame-ancestors ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
      return { ancestors, old: answer.headers.get('x-frame-options') }
    }

    it('of Microsoft’s hosts alone may show the tab; everything else may be framed by nobody', async () => {
      const tab = [
        'https://teams.microsoft.com',
        'https://*.teams.microsoft.com',
        'https://*.cloud.microsoft',
        'https://*.microsoft365.com',
        'https://*.office.com',
        'https://outlook.office.com',
        'https://outlook.office365.com',
      ].join(' ')
      await comeIn(users.slt)
      for (const path of ['/tab', '/tab/home', '/tab/chat', '/tab/office', '/tab/nothing'])
        expect([path, may(await jar.ask(path))]).to.eql([path, { ancestors: tab, old: null }])
      for (const path of [
        '/',
        '/home',
        '/accessibility',
        '/sign',
        '/office',
        '/verify',
        '/tables',
        '/enter/x',
        '/tab.js',
      ])
        expect([path, may(await jar.ask(path))]).to.eql([path, { ancestors: "'none'", old: 'DENY' }])
    })

    it('keep all else that the server forbids', async () => {
      const policy = (await jar.ask('/tab')).headers.get('content-security-policy') ?? ''
      for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "form-action 'self'"])
        expect(policy).to.include(rule)
      expect(
        parse(await (await jar.ask('/tab')).text())
          .querySelectorAll('script')
          .map((each) => each.getAttribute('src')),
      ).to.eql(['/tab.js', '/teams-js-2.58.0.js'])
      const script = await jar.ask('/teams-js-2.58.0.js')
      expect([script.status, script.headers.get('cache-control')]).to.eql([200, 'public, max-age=31536000, immutable'])
      expect(await script.text()).to.include('authentication.getAuthToken')
    })

    it('are not opened where no tab is set up', async () => {
      await all.close()
      await serve({ without: 'tab' })
      for (const path of ['/tab', '/tab/home', '/tab.js']) {
        const answer = await jar.ask(path)
        expect([path, answer.status, may(answer)]).to.eql([path, 404, { ancestors: "'none'", old: 'DENY' }])
      }
    })
  })

  describe('other sites', () => {
    const foreign: readonly [string, Record<string, string>][] = [
      ['another site’s form', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
      ['another tab in Teams', { Origin: 'https://other-app.example', 'Sec-Fetch-Site': 'cross-site' }],
      ['Teams itself', { Origin: 'https://teams.microsoft.com', 'Sec-Fetch-Site': 'cross-site' }],
      ['a sandbox without an origin', { Origin: 'null' }],
      ['a neighbour', { Origin: 'https://www.school.example', 'Sec-Fetch-Site': 'same-site' }],
    ]
    for (const [who, headers] of foreign) {
      it(`do nothing here by what the browser sends along: ${who}`, async () => {
        await comeIn(users.amir)
        const guard = await guardOf()
        const before = (await page('/tab/chat')).querySelectorAll('article').length
        for (const path of ['/tab/say', '/tab/press', '/tab/check', '/tab/enter']) {
          const body = new URLSearchParams({ as: amir.id, guard, text: 'May I?', packed: 'x', token: 'x' })
          const answer = await jar.ask(path, { method: 'POST', body, headers })
          expect([path, answer.status]).to.eql([path, 403])
        }
        expect((await jar.ask('/tab/events', { headers })).status).to.equal(403)
        expect((await page('/tab/chat')).querySelectorAll('article')).to.have.length(before)
      })
    }

    it('cannot make a form, since they do not know what stands in ours', async () => {
      await comeIn(users.amir)
      const body = new URLSearchParams({ as: amir.id, guard: 'x'.repeat(43), text: 'May I?' })
      expect((await jar.ask('/tab/say', { method: 'POST', body, headers: ownHeaders })).status).to.equal(403)
    })
  })

  describe('pages', () => {
    it('stay below /tab: whatever leads elsewhere opens beside the frame', async () => {
      await comeIn(users.slt)
      for (const path of ['/tab/home', '/tab/chat', '/tab/office']) {
        const shown = await page(path)
        for (const form of shown.querySelectorAll('form'))
          expect(form.getAttribute('action'), path).to.match(/^\/tab\//)
        for (const link of shown.querySelectorAll('a:not(.skip)')) {
          const inside = link.getAttribute('href')?.startsWith('/tab') === true
          expect([link.text, inside || link.getAttribute('target') === '_blank']).to.eql([link.text, true])
        }
      }
    })

    it('of the office open in the browser, by a link of their own that works once', async () => {
      await comeIn(users.slt)
      const link = find(await page('/tab/office?to=people'), 'main a.door').getAttribute('href') ?? ''
      expect(link).to.match(/^https:\/\/policies\.school\.example\/enter\/[\w-]{43}\?to=people$/)
      const { pathname, search } = new URL(link)
      const browser = openJar(all.visit.web.url)
      const entered = await browser.ask(`${pathname}${search}`, { method: 'POST', headers: { Origin: publicUrl } })
      expect([entered.status, entered.headers.get('location')]).to.eql([303, '/office/people'])
      expect((await browser.ask('/')).status).to.equal(200)
    })

    it('hold the register’s spreadsheet for those who may have it', async () => {
      await comeIn(users.slt)
      expect((await jar.ask('/tab/register.csv')).status).to.be.oneOf([200, 403])
      await comeIn(users.amir)
      expect((await jar.ask('/tab/register.csv')).status).to.equal(403)
      expect((await openJar(all.visit.web.url).ask('/tab/register.csv')).status).to.equal(303)
    })

    it('say so where the browser keeps no cookie in a frame, and do not go round in a circle', async () => {
      const answer = await openJar(all.visit.web.url).ask('/tab/home?in=1')
      expect([answer.status, await answer.text()].join()).to.match(/^403,.*keeps pages in Teams apart/s)
    })
  })
})
