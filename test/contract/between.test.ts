// Something between the school and a platform answers in its place: a filter's page, a page to sign in to the network,
// a proxy that wants a name. None of it is a refusal of the platform's, so what was to be said is said again.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { createApi as slackApi } from '../../adapters/slack/api.ts'
import { callLimit, createApi as teamsApi } from '../../adapters/teams/api.ts'
import { endpointsFor } from '../../adapters/teams/endpoints.ts'
import type { TeamsIdentity } from '../../adapters/teams/settings.ts'
import { createTokens } from '../../adapters/teams/tokens.ts'

interface Said {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const page = '<!DOCTYPE html><html><title>Blocked</title></html>'
const between: readonly Said[] = [
  { status: 302, headers: { location: 'https://wifi.example/login' } },
  { status: 403, headers: { 'content-type': 'text/html' }, body: page },
  { status: 404, headers: { 'content-type': 'text/html' }, body: `\n${page}` },
  { status: 200, headers: { 'content-type': 'text/html' }, body: page },
  { status: 407, headers: { 'proxy-authenticate': 'Basic' } },
  { status: 408 },
  { status: 511 },
]

const bot: TeamsIdentity = {
  ...{ kind: 'app', appId: '00000000-0000-4000-8000-000000000001', tenant: '00000000-0000-4000-8000-000000000002' },
  credential: { kind: 'password', password: 'secret' },
}

describe('what stands between the school and a platform', () => {
  let server: Server
  let url: string
  let says: Said[]
  let waited: number[]
  let logged: string[]
  beforeEach(async () => {
    ;[says, waited, logged] = [[], [], []]
    server = createServer((request, response) => {
      const { status, headers = {}, body = '' } = says.shift() ?? { status: 500 }
      request.resume().on('end', () => response.writeHead(status, headers).end(body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })
  const around = () => {
    const line = (about: object, what: string) => void logged.push(`${what} ${JSON.stringify(about)}`)
    return {
      log: { info: line, warn: line, error: line },
      // Only a pause between two tries ends; a limit never does.
      wait: (ms: number) =>
        ms === callLimit ? new Promise<void>(() => undefined) : Promise.resolve(void waited.push(ms)),
    }
  }
  const slack = () =>
    slackApi({ token: 'xoxb-1', apiUrl: `${url}api/`, refused: () => undefined, reached: () => undefined, ...around() })
  const teams = (trusted: (trouble: string | undefined) => void = () => undefined) =>
    teamsApi({ tokens: { get: () => Promise.resolve({ kind: 'none' }) }, trusted, ...around() })
  const tokensOf = (loginUrl: string, clock = () => new Date()) =>
    createTokens({
      ...{ identity: bot, endpoints: endpointsFor('botframework.com', { loginUrl }), clock },
      // A limit of time never ends.
      wait: () => new Promise(() => undefined),
    })
  const toTeams = (trusted?: (trouble: string | undefined) => void) =>
    teams(trusted).call({
      method: 'POST',
      serviceUrl: url,
      path: 'conversations/c/activities',
      body: {},
      repeatable: false,
    })

  for (const said of between) {
    const what = `${said.status}${said.body === undefined ? '' : ' with a page'}`
    it(`${what} in place of Slack: tried again, for a call and for an answer to a command`, async () => {
      says = [said, { status: 200, body: '{"ok":true,"ts":"1.2"}' }]
      expect(await slack().call('chat.postMessage', { channel: 'D1', text: 'x' })).to.include({ kind: 'done' })
      says = [said, { status: 200, body: 'ok' }]
      expect(await slack().respond(`${url}commands/1`, { text: 'x' })).to.include({ kind: 'done' })
      expect(waited).to.deep.equal([500, 500])
      expect(logged[0]).to.include(`HTTP ${said.status}, not from Slack`)
    })

    it(`${what} in place of Teams: tried again, and says nothing about the person`, async () => {
      says = [said, { status: 201, body: '{"id":"1"}' }]
      const troubles: (string | undefined)[] = []
      expect(await toTeams((trouble) => troubles.push(trouble))).to.deep.equal({ kind: 'done', id: '1' })
      expect(waited.filter((ms) => ms === 500)).to.have.length(1)
      expect(troubles[0]).to.include(`HTTP ${said.status}, not from Teams`)
    })
  }

  it('a refusal of the platform’s own is still one', async () => {
    says = [{ status: 200, body: '{"ok":false,"error":"not_in_channel"}' }]
    expect(await slack().call('chat.postMessage', {})).to.deep.equal({ kind: 'refused', error: 'not_in_channel' })
    says = [{ status: 404, body: '{"ok":false,"error":"expired_url"}' }]
    expect(await slack().respond(`${url}commands/1`, {})).to.deep.equal({ kind: 'refused', error: 'http_404' })
    says = [{ status: 403, body: '{"error":{"code":"BotNotInConversationRoster"}}' }]
    expect(await toTeams()).to.include({ kind: 'refused', why: 'not-installed' })
    expect(waited).to.deep.equal([])
  })

  for (const [status, error] of [
    [503, 'temporarily_unavailable'],
    [500, 'server_error'],
    [429, 'too_many_requests'],
    [401, 'invalid_client'],
  ] as const)
    it(`Entra says ${status} ${error}: ${status === 401 ? 'a refusal' : 'nothing about the bot, so it is asked again'}`, async () => {
      says = [
        { status, body: JSON.stringify({ error, error_description: 'AADSTS90033: A transient error has occurred.' }) },
      ]
      const tokens = tokensOf(url)
      expect(await tokens.get()).to.deep.equal(
        status === 401
          ? { kind: 'refused', error: 'invalid_client, AADSTS90033' }
          : { kind: 'silent', why: `HTTP ${status}` },
      )
    })

  it('Entra is down when a token is half its life old: the token goes on, and is renewed when Entra is back', async () => {
    const begun = Date.now()
    let minutes = 0
    const tokens = tokensOf(url, () => new Date(begun + minutes * 60_000))
    const granted = (value: string) => ({
      status: 200,
      body: JSON.stringify({ access_token: value, expires_in: 3_600 }),
    })
    const valueAt = async (now: number) => {
      minutes = now
      const token = await tokens.get()
      return token.kind === 'token' ? token.value : token.kind
    }
    /** Until it has been asked, and has answered. */
    const asked = async () => {
      while (says.length > 0) await new Promise(setImmediate)
      await fetch(url)
    }
    says = [granted('first')]
    expect([await valueAt(0), await valueAt(29)]).to.deep.equal(['first', 'first'])
    says = [{ status: 503 }]
    expect(await valueAt(31)).to.equal('first')
    await asked()
    expect(await valueAt(31.5)).to.equal('first')
    says = [granted('second')]
    expect(await valueAt(33)).to.equal('first')
    await asked()
    while ((await valueAt(33.1)) === 'first') await new Promise(setImmediate)
    says = [{ status: 503 }]
    expect([await valueAt(56), await valueAt(90)]).to.deep.equal(['second', 'silent'])
  })

  it('an answer that is no HTTP is called by its name in the log', async () => {
    const broken = createServer((request) => request.socket.end('garbage\r\n\r\n'))
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(broken.address() as AddressInfo).port}/`
    await slack()
      .call('auth.test', {}, { patience: 'short' })
      .catch(() => undefined)
    broken.close()
    expect(logged[0]).to.include('"why":').and.not.include('undefined')
  })

  it('what never reached Slack is sent again without a look; what broke on its way is not', async () => {
    const { port } = server.address() as AddressInfo
    const taken = () => Promise.resolve({ kind: 'cannot-tell', what: 'missing_scope' } as const)
    const say = (wait: () => Promise<void>) =>
      slackApi({
        ...{ token: 'xoxb-1', apiUrl: `${url}api/`, refused: () => undefined, reached: () => undefined },
        ...{ ...around(), wait },
      }).call('chat.postMessage', { channel: 'D1' }, { taken })
    says = [{ status: 200, body: '{"ok":true}' }]
    await new Promise((resolve) => server.close(resolve))
    const opens = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    expect(await say(opens)).to.include({ kind: 'done' })
    server.prependOnceListener('request', ({ socket }) => void socket.destroy())
    expect(await say(() => Promise.resolve())).to.deep.equal({ kind: 'refused', error: 'perhaps_taken' })
  })

  for (const pause of ['9000000000', '86400', 'Infinity'])
    it(`Slack asks for a pause of ${pause} seconds: asked again after ten minutes, and the log says so`, async () => {
      says = [
        { status: 429, headers: { 'retry-after': pause } },
        { status: 200, body: '{"ok":true}' },
      ]
      expect(await slack().call('chat.postMessage', { channel: 'D1' })).to.include({ kind: 'done' })
      expect(waited).to.deep.equal([600_000])
      expect(logged.join()).to.include('slack asks for a pause').and.include('600000')
    })

  it('Teams asks for an absurd pause: left to whoever sends, for a day at most', async () => {
    says = [{ status: 429, headers: { 'retry-after': '1e30' } }]
    expect(await toTeams()).to.include({ kind: 'failed', retryAfter: 86_400 })
  })
})
