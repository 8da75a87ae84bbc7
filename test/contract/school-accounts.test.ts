// Signing in to the web page with a school account: the real protocol over a socket, with a tenant that refuses what
// Entra refuses, and forged answers that Entra would never send.
import { expect } from 'chai'
import { createSignIn } from '../../adapters/entra/sign-in.ts'
import { tenancyOf } from '../../adapters/entra/tenancy.ts'
import { amir, bea, serveAccounts, slt, users, type AccountsOptions, type WithAccounts } from '../kit/accounts.ts'
import type { Forging, TenantUser } from '../kit/entra.ts'
import { day } from '../kit/evidence.ts'
import { openJar, type Jar } from '../kit/jar.ts'

const publicUrl = 'https://policies.school.example'
const session = '__Host-policy-guide-session'
const elsewhere = '99999999-9999-4999-8999-999999999999'

describe('web: signing in with a school account', () => {
  let all: WithAccounts
  let jar: Jar
  const serve = async (options: AccountsOptions = {}) => {
    all = await serveAccounts(options)
    jar = openJar(all.visit.web.url)
  }
  beforeEach(() => serve())
  afterEach(() => all.close())

  const begin = async (by = jar) => new URL((await by.ask('/school')).headers.get('location') ?? '')
  /** Visits Microsoft’s page; returns the path on this site to which it sends the browser, if any. */
  const atMicrosoft = async (asked: URL) => {
    const answer = await fetch(asked, { redirect: 'manual' })
    const to = answer.headers.get('location')
    if (to === null) return undefined
    expect(to.startsWith(`${publicUrl}/school/back?`)).to.equal(true)
    return to.slice(publicUrl.length)
  }
  const comeBack = async (path: string | undefined, by = jar) => {
    const answer = await by.ask(path ?? '/nowhere')
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
  }
  const signIn = async (user: TenantUser | undefined) => {
    all.entra.atTheBrowser(user)
    return comeBack(await atMicrosoft(await begin()))
  }
  const logged = () => all.visit.logged.join('\n')
  const expectOutside = () => expect([jar.holds(session), jar.holds('policy-guide-school')]).to.eql([false, false])

  it('is offered on the page’s door, and lets somebody in as who they are in the tenant', async () => {
    expect(await (await jar.ask('/')).text()).to.include('Sign in with your school account')
    const { status, to } = await signIn(users.amir)
    expect([status, to, jar.holds(session), jar.holds('policy-guide-school')]).to.eql([303, '/', true, false])
    expect(await (await jar.ask('/')).text()).to.include(`You are <strong dir="auto">${amir.name}</strong>`)
  })

  it('asks for who somebody is and for nothing else, with state, nonce and a challenge that change', async () => {
    const [one, two] = [await begin(), await begin(openJar(all.visit.web.url))]
    const fields = (url: URL) => Object.fromEntries(url.searchParams)
    expect(fields(one)).to.include({
      scope: 'openid profile',
      response_type: 'code',
      client_id: all.entra.clientId,
      redirect_uri: `${publicUrl}/school/back`,
      code_challenge_method: 'S256',
    })
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(one.searchParams.get(name)).to.not.equal(two.searchParams.get(name))
  })

  it('keeps what has to be remembered in the browser alone, for ten minutes, where only the way back has it', async () => {
    await begin()
    expect(jar.set()[0]).to.match(
      /^policy-guide-school=[\w.-]{100,}; HttpOnly; Secure; SameSite=Lax; Path=\/school\/back; Max-Age=600$/,
    )
  })

  it('is not offered and not there where it is not set up', async () => {
    await all.close()
    await serve({ without: 'page' })
    expect(await (await jar.ask('/')).text()).not.to.include('school account')
    expect((await jar.ask('/school')).status).to.equal(404)
  })

  describe('lets nobody in', () => {
    const forged: readonly [what: string, how: (all: WithAccounts) => Forging, why: RegExp][] = [
      ['by a token of another tenant', () => ({ claims: { tid: elsewhere } }), /another tenant/],
      [
        'by a token that another tenant issued',
        ({ entra }) => ({ claims: { iss: `${entra.authorityUrl}/${elsewhere}/v2.0` } }),
        /OAUTH_/,
      ],
      ['by a token for another app', () => ({ claims: { aud: elsewhere } }), /OAUTH_/],
      ['by a token of another sign-in', () => ({ claims: { nonce: 'another' } }), /OAUTH_/],
      ['by a token that has expired', () => ({ from: -2 * 3600 }), /OAUTH_/],
      ['by a token that a stranger signed', () => ({ by: 'stranger' }), /OAUTH_/],
      ['by a token that nobody signed', () => ({ by: 'none' }), /OAUTH_/],
      ['by a token that was signed with the public key', () => ({ by: 'hs256' }), /OAUTH_/],
      ['by a token without an object', () => ({ without: ['oid'] }), /without tid or oid/],
    ]
    for (const [what, how, why] of forged) {
      it(what, async () => {
        all.entra.forges(how(all))
        const { status, text } = await signIn(users.amir)
        expect([status, text.includes('That did not let you in')]).to.eql([403, true])
        expectOutside()
        expect(logged()).to.match(why)
      })
    }

    it('by a code that was used', async () => {
      all.entra.atTheBrowser(users.amir)
      const back = await atMicrosoft(await begin())
      // The thief knows the whole return address, but has only the state of their own sign-in.
      const thief = openJar(all.visit.web.url)
      await begin(thief)
      expect((await comeBack(back)).status).to.equal(303)
      expect((await comeBack(back, thief)).status).to.equal(403)
      expect(thief.holds(session)).to.equal(false)
      // The browser that began has used up its sign-in.
      expect((await comeBack(back)).text).to.include('Please begin once more')
      expect(all.entra.refusals).to.eql([])
    })

    it('by a code that was used, or is old, or was given for another verifier: Microsoft refuses it', async () => {
      all.entra.atTheBrowser(users.amir)
      const settings = {
        tenancy: tenancyOf(all.entra.tenant, all.entra.authorityUrl),
        clientId: all.entra.clientId,
        clientSecret: all.entra.clientSecret,
        redirectUri: `${publicUrl}/school/back`,
      }
      const signingIn = createSignIn(settings)
      const begun = async () => {
        const one = await signingIn.begin()
        if (one.kind !== 'go') throw new Error(one.kind)
        const back = await atMicrosoft(new URL(one.to))
        return { query: back?.slice('/school/back'.length) ?? '', kept: one.kept }
      }
      const used = await begun()
      expect((await signingIn.finish(used)).kind).to.equal('account')
      expect(await signingIn.finish(used)).to.eql({ kind: 'refused', why: 'invalid_grant, AADSTS54005' })
      all.entra.agesCode()
      expect(await signingIn.finish(await begun())).to.eql({ kind: 'refused', why: 'invalid_grant, AADSTS70008' })
      const { query, kept } = await begun()
      const [state, nonce] = kept.split('.')
      const other = [state, nonce, 'x'.repeat(43)].join('.')
      expect(await signingIn.finish({ query, kept: other })).to.eql({
        kind: 'refused',
        why: 'invalid_grant, AADSTS501481',
      })
      for (const broken of ['', 'a.b', '..'])
        expect((await signingIn.finish({ query, kept: broken })).kind, broken).to.equal('refused')
    })

    it('whose browser did not begin, or began something else', async () => {
      all.entra.atTheBrowser(users.amir)
      const back = await atMicrosoft(await begin())
      // An attacker sends a link with their own code, and somebody else's browser opens it.
      const victim = openJar(all.visit.web.url)
      expect((await comeBack(back, victim)).text).to.include('Please begin once more')
      await begin(victim)
      expect((await comeBack(back, victim)).status).to.equal(403)
      expect(victim.holds(session)).to.equal(false)
      expect(logged()).to.match(/OAUTH_INVALID_RESPONSE/)
    })

    it('by an address with errors or nothing in it', async () => {
      for (const query of [
        '',
        '?code=',
        '?state=x',
        '?error=server_error&error_description=AADSTS90033',
        '?code=a&code=b',
      ]) {
        await begin()
        const { status } = await comeBack(`/school/back${query}`)
        expect([query, status]).to.eql([query, 403])
        expectOutside()
      }
    })

    it('who is of another tenant, whom Microsoft itself turns away', async () => {
      expect((await signIn({ ...users.pupil, foreign: true })).status).to.equal(404)
      expect(all.entra.refusals).to.eql(['AADSTS50020'])
    })

    it('who has the head’s address in their profile and another object: they see what the bot would say', async () => {
      const { status, text } = await signIn(users.pupil)
      expect([status, text.includes('you are not on the school’s list')]).to.eql([403, true])
      expectOutside()
      expect((await all.visit.ports.people.accountsOf(slt.id)).map(({ id }) => id)).to.eql([users.slt.oid])
    })

    it('who has left', async () => {
      await all.visit.ports.people.put([{ ...amir, leavesOn: day('2026-11-20') }])
      expect((await signIn(users.amir)).status).to.equal(403)
      expectOutside()
    })
  })

  it('lets a guest in whom the school lists and the bot has met', async () => {
    const idp = `https://sts.windows.net/${elsewhere}/`
    expect((await signIn({ ...users.amir, idp })).status).to.equal(303)
    expect((await signIn({ ...users.pupil, idp })).status).to.equal(403)
  })

  describe('an account that the bot has not met', () => {
    const beas = {
      oid: '44444444-dddd-4ddd-8ddd-444444444444',
      name: 'Bea Lindqvist',
      email: 'B.Lindqvist@school.example',
    }
    const byLink = async (person: string) => {
      const answer = await jar.ask(await all.visit.link(person, { kind: 'open' }), {
        method: 'POST',
        headers: { Origin: publicUrl },
      })
      expect([answer.status, jar.holds(session)]).to.eql([303, true])
    }
    const accountsOf = async (person: string) =>
      (await all.visit.ports.people.accountsOf(person)).map(({ platform, id }) => `${platform}:${id}`)

    it('opens nothing by its address alone, and is told how it becomes known', async () => {
      const { status, text } = await signIn(beas)
      expect([status, text.includes('your account only has to be made known once')]).to.eql([403, true])
      expect(await accountsOf(bea.id)).to.eql([])
    })

    it('becomes known where somebody is in by a link, and then opens the page by itself', async () => {
      await byLink(bea.id)
      expect(await (await jar.ask('/home')).text()).to.include('href="/school"')
      expect(await signIn(beas)).to.include({ status: 303, to: '/' })
      expect(await accountsOf(bea.id)).to.eql([`teams:${beas.oid}`])
      jar = openJar(all.visit.web.url)
      expect(await signIn(beas)).to.include({ status: 303, to: '/' })
      expect(await (await jar.ask('/')).text()).to.include(`You are <strong dir="auto">${bea.name}</strong>`)
    })

    it('of somebody else gets no way into a page that was left open', async () => {
      await byLink(slt.id)
      expect((await signIn(beas)).status).to.equal(403)
      expect([await accountsOf(slt.id), await accountsOf(bea.id)]).to.eql([[`teams:${users.slt.oid}`], []])
    })

    it('does not take the place of one that is known already', async () => {
      await byLink(bea.id)
      // Amir’s own account has a profile with Bea’s address: it stays Amir’s.
      expect(await signIn({ ...users.amir, email: bea.email })).to.include({ status: 303 })
      expect([await accountsOf(bea.id), await accountsOf(amir.id)]).to.eql([[], [`teams:${users.amir.oid}`]])
      expect(await (await jar.ask('/')).text()).to.include(`You are <strong dir="auto">${amir.name}</strong>`)
    })
  })

  it('says kindly that somebody stopped', async () => {
    const { status, text } = await signIn(undefined)
    expect([status, text.includes('You stopped on Microsoft’s page')]).to.eql([403, true])
    expectOutside()
  })

  it('says kindly that Microsoft cannot be reached, before and after', async () => {
    all.entra.atTheBrowser(users.amir)
    const back = await atMicrosoft(await begin())
    all.entra.breaks()
    expect(await comeBack(back)).to.include({ status: 503 })
    expectOutside()
    await all.close()
    await serve()
    all.entra.breaks()
    const answer = await jar.ask('/school')
    expect([answer.status, await answer.text()].join()).to.match(/^503,.*Microsoft can’t be reached just now/s)
  })

  it('says in the log why the secret is refused, and never the secret or the code', async () => {
    await all.close()
    await serve({ clientSecret: 'yesterday’s secret' })
    const { status, text } = await signIn(users.amir)
    expect([status, text.includes('That did not let you in')]).to.eql([403, true])
    expect(logged()).to.include('invalid_client, AADSTS7000215').and.not.include('yesterday')
  })

  it('does not let the two ways stand in for each other', async () => {
    all.entra.atTheBrowser(users.amir)
    await comeBack(await atMicrosoft(await begin()))
    // The page's session does not count in the frame.
    expect((await jar.ask('/tab/home')).status).to.equal(303)
  })
})
