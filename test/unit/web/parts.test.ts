// The small parts of the web page: transcript, once, pace, guard and cookie.
import { expect } from 'chai'
import { cookieIn, setCookie } from '../../../adapters/web/cookies.ts'
import { isFromThisPage } from '../../../adapters/web/guard.ts'
import { once, onceEach } from '../../../adapters/web/once.ts'
import { createPace } from '../../../adapters/web/pace.ts'
import { personaIn, personas, rememberAs } from '../../../adapters/web/people.ts'
import { createTranscript, type Shown } from '../../../adapters/web/transcript.ts'
import { isLoopbackHost } from '../../../src/kit/here.ts'

const words = (text: string): Shown => ({ kind: 'said', text })

describe('web: transcript', () => {
  it('keeps reading order, replaces in place, and forgets the oldest', () => {
    const transcript = createTranscript('run', 3)
    for (const id of ['a', 'b', 'c']) transcript.put(id, words(id))
    transcript.put('a', words('new a'))
    expect(transcript.all().map(({ id }) => id)).to.eql(['a', 'b', 'c'])
    transcript.put('d', words('d'))
    expect(transcript.all().map(({ id }) => id)).to.eql(['b', 'c', 'd'])
    expect(transcript.find('a')).to.be.undefined
  })

  it('gives what came after a cursor, and everything to a page from another run', () => {
    const transcript = createTranscript('run', 10)
    const first = transcript.put('a', words('a'))
    const second = transcript.put('b', words('b'))
    transcript.put('a', words('new a'))
    const since = (cursor: string | undefined) => transcript.since(cursor).map(({ id }) => id)
    expect(since(transcript.cursor(first))).to.eql(['a', 'b'])
    expect(since(transcript.cursor(second))).to.eql(['a'])
    for (const foreign of ['old.2', 'run.x', 'run', '', undefined])
      expect(since(foreign), String(foreign)).to.eql(['a', 'b'])
  })

  it('tells of changes until it is told to stop', () => {
    const transcript = createTranscript('run', 10)
    const told: string[] = []
    const stop = transcript.watch(({ id }) => told.push(id))
    transcript.put('a', words('a'))
    stop()
    transcript.put('b', words('b'))
    expect(told).to.eql(['a'])
  })
})

describe('web: once', () => {
  it('does a thing for the first who asks, and again only if it failed', async () => {
    let tries = 0
    const act = once(() => (++tries === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve()))
    const [first, second] = await Promise.allSettled([act(), act()])
    expect([first.status, second.status, tries]).to.eql(['rejected', 'rejected', 1])
    await act()
    await act()
    expect(tries).to.equal(2)
  })

  it('remembers the latest keys', async () => {
    const each = onceEach<number>(2)
    let calls = 0
    const ask = (key: string) => each(key, () => Promise.resolve(++calls))
    expect([await ask('a'), await ask('a'), await ask('b'), await ask('c'), await ask('a')]).to.eql([1, 1, 2, 3, 4])
  })
})

describe('web: pace', () => {
  it('lets so many pass in a minute, for each person by themselves', () => {
    let now = 0
    const pace = createPace({ most: 2 }, () => new Date(now))
    expect([pace.may('a'), pace.may('a'), pace.may('a'), pace.may('b')]).to.eql([true, true, false, true])
    now = 60_000
    expect(pace.may('a')).to.be.true
  })

  it('does not lock anybody out when the clock is set back', () => {
    let now = 1_000_000
    const pace = createPace({ most: 1 }, () => new Date(now))
    expect([pace.may('a'), pace.may('a')]).to.eql([true, false])
    now = 0
    expect(pace.may('a')).to.be.true
  })
})

describe('web: pace, looked at', () => {
  it('tells whether it is full without counting, and forgets whoever was longest unheard of', () => {
    const pace = createPace({ most: 1, known: 2 }, () => new Date(0))
    expect([pace.full('a'), pace.full('a'), pace.may('a'), pace.full('a')]).to.eql([false, false, true, true])
    for (const other of ['b', 'a', 'c']) pace.may(other)
    expect([pace.full('a'), pace.full('b'), pace.full('c')]).to.eql([true, false, true])
  })
})

describe('web: cookies', () => {
  it('are read by their whole name, and written so that no script can read them', () => {
    expect(cookieIn('xa=1; a=b=c; a=2', 'a')).to.equal('b=c')
    expect([cookieIn('xa=1', 'a'), cookieIn('a', 'a'), cookieIn(undefined, 'a')]).to.eql([
      undefined,
      undefined,
      undefined,
    ])
    expect(setCookie('a', 'b', { path: '/sign', sameSite: 'Lax', secure: true, seconds: 60 })).to.equal(
      'a=b; HttpOnly; Secure; SameSite=Lax; Path=/sign; Max-Age=60',
    )
  })
})

describe('web: who may talk to the page', () => {
  const hosts = { '127.0.0.1:3978': true, localhost: true, 'LOCALHOST:80': true, '[::1]:3978': true, '127.8.9.1': true }
  const foreign = [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.5:3978',
    '0.0.0.0',
    '',
    undefined,
  ]
  it('knows names that always mean this machine', () => {
    for (const host of Object.keys(hosts)) expect(isLoopbackHost(host), host).to.be.true
    for (const host of foreign) expect(isLoopbackHost(host), host).to.be.false
  })

  const host = '127.0.0.1:3978'
  for (const [what, origins, expected] of [
    ['the page itself', { host, origin: 'http://127.0.0.1:3978', site: 'same-origin' }, true],
    ['an older browser', { host, origin: 'http://127.0.0.1:3978', site: undefined }, true],
    ['no browser', { host, origin: undefined, site: undefined }, true],
    ['another port of this machine', { host, origin: 'http://127.0.0.1:8080', site: 'same-site' }, false],
    ['another website', { host, origin: 'https://evil.example', site: 'cross-site' }, false],
    ['a website that hides its origin', { host, origin: 'null', site: undefined }, false],
    ['a website that only says that it is one', { host, origin: undefined, site: 'cross-site' }, false],
  ] as const) {
    it(`${expected ? 'hears' : 'does not hear'} ${what}`, () => expect(isFromThisPage(origins)).to.equal(expected))
  }
})

describe('web: who may talk to a page that others can reach', () => {
  const proxied = { host: '127.0.0.1:3978', origin: 'https://policies.school.example', site: 'same-origin' }
  it('knows the page by the address that browsers see, whatever a proxy makes of it', () => {
    expect(isFromThisPage(proxied, 'https://policies.school.example')).to.be.true
    expect(isFromThisPage(proxied, 'https://other.school.example')).to.be.false
    expect(isFromThisPage({ ...proxied, site: 'cross-site' }, 'https://policies.school.example')).to.be.false
  })
})

describe('web: the people to be', () => {
  it('finds in a cookie who somebody is, among other cookies', () => {
    for (const persona of personas) {
      const cookie = rememberAs(persona).split(';')[0] ?? ''
      expect(personaIn(`a=b; ${cookie}; c=d`)).to.equal(persona)
    }
    for (const none of [
      undefined,
      '',
      'policy-guide-person=',
      'policy-guide-person=admin',
      'x-policy-guide-person=slt',
    ]) {
      expect(personaIn(none), String(none)).to.be.undefined
    }
  })
  it('has one of each kind, and only the senior leader sees what is for senior leaders', () => {
    expect(personas.map(({ id }) => id)).to.eql(['starter', 'teacher', 'governor', 'slt'])
    expect(personas.filter(({ roles }) => roles.includes('slt')).map(({ id }) => id)).to.eql(['slt'])
  })
})
