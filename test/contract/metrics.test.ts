// /metrics as Prometheus reads it: what is counted, who may read it, and that it identifies no person.
import { expect } from 'chai'
import { openMetrics, type Metrics } from '../../adapters/metrics/metrics.ts'
import { mountMetrics } from '../../adapters/metrics/routes.ts'
import { startServer, type RunningServer } from '../../adapters/server.ts'
import { createApp } from '../../src/app.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { countedChat, countedLog, countedMail } from '../../src/command/measure.ts'
import type { Notices } from '../../src/ports/notices.ts'
import type { Log } from '../../src/ports/ports.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts, noMail, type TestPorts } from '../kit/ports.ts'

const token = 'a-token-of-32-characters-or-more'
const nothing = () => undefined
const quiet: Log = { info: nothing, warn: nothing, error: nothing }
const none = { planned: 0, claimed: 0, sent: 0, failed: 0, 'given-up': 0, unknown: 0 }

describe('/metrics', () => {
  let memory: TestPorts
  let server: RunningServer | undefined
  let metrics: Metrics
  const begin = async (
    options: { counts?: Notices['counts']; token?: string | undefined; behindProxy?: boolean } = {},
  ) => {
    metrics = openMetrics({
      version: '1.2.3',
      notices: { counts: options.counts ?? memory.ports.notices.counts },
      clock: memory.ports.clock,
      // A one-second wait that ends at once.
      wait: () => new Promise((resolve) => setImmediate(resolve)),
    })
    server = await startServer({
      host: '127.0.0.1',
      port: 0,
      log: quiet,
      behindProxy: options.behindProxy ?? false,
      responded: metrics.responded,
      mount: (app) => mountMetrics(app, { scrape: metrics.scrape, token: options.token }),
    })
    return `${server.url}/metrics`
  }
  const read = async (url: string) => (await fetch(url)).text()
  beforeEach(async () => {
    memory = await memoryPorts()
  })
  afterEach(async () => {
    await server?.close()
    await memory.close()
  })

  it('counts what the bot does, and none of it says who or what', async () => {
    const url = await begin()
    const { ports } = memory
    const app = createApp({ ...ports, meter: metrics }, theLibrary())
    const events = ['who has to follow the social media policy?', 'what is the wingspan of Wilhelmina Quince?', 'hello']
    for (const [at, text] of events.entries()) await app.hear(said(text, `secret-event-${at}`))
    await app.hear(said('hello', 'secret-event-2'))
    await app.tick(ports.clock())
    const page = await read(url)
    expect(page).to.include('policy_guide_events_total{platform="slack",kind="said"} 4')
    expect(page).to.include('policy_guide_questions_total{outcome="answered"} 1')
    expect(page).to.include('policy_guide_questions_total{outcome="urgent"} 0')
    expect(page).to.include('policy_guide_tick_duration_seconds_count 1')
    expect(page).to.include(`policy_guide_tick_last_timestamp_seconds ${ports.clock().getTime() / 1_000}`)
    expect(page).to.include('policy_guide_build_info{version="1.2.3"')
    expect(page).to.match(/^process_cpu_seconds_total \d/m)
    expect(page).not.to.match(/wilhelmina|quince|secret|USECRET/i)
  })

  it('counts rulings, posts, platform errors and responses', async () => {
    const url = await begin()
    metrics.ruled('no')
    const chat = countedChat(memory.ports.chat, { meter: metrics, log: quiet })
    await chat.post({ platform: 'teams', id: 'T1', kind: 'private' }, card)
    await countedMail(noMail, metrics).send({ to: 'a@b.example', subject: '', text: '' })
    const slack = countedLog(quiet, metrics, 'slack')
    slack.warn({}, 'slack did not answer')
    slack.error({}, 'slack refused an answer')
    slack.info({}, 'connected')
    countedLog(quiet, metrics, 'app').error({}, 'could not answer')
    await read(`${server?.url ?? ''}/nowhere`)
    const page = await read(url)
    for (const line of [
      'policy_guide_checks_total{ruling="no"} 1',
      'policy_guide_posts_total{way="teams",became="sent"} 1',
      'policy_guide_posts_total{way="email",became="refused"} 1',
      'policy_guide_platform_errors_total{platform="slack",level="warn"} 1',
      'policy_guide_platform_errors_total{platform="slack",level="error"} 1',
      'policy_guide_platform_errors_total{platform="teams",level="error"} 0',
      'policy_guide_app_errors_total{level="error"} 1',
      'policy_guide_http_responses_total{code="4xx"} 1',
    ])
      expect(page).to.include(line)
  })

  it('goes on counting from one look to the next', async () => {
    const url = await begin()
    for (const seconds of [0.2, 0.4, 3]) metrics.ticked(seconds, memory.ports.clock())
    metrics.asked('unsure')
    await read(url)
    metrics.asked('unsure')
    metrics.ticked(0.3, memory.ports.clock())
    const page = await read(url)
    expect(page).to.include('policy_guide_questions_total{outcome="unsure"} 2')
    expect(page).to.include('policy_guide_tick_duration_seconds_bucket{le="0.5"} 3')
    expect(page).to.include('policy_guide_tick_duration_seconds_bucket{le="5"} 4')
    expect(page).to.match(/policy_guide_tick_duration_seconds_sum 3\.9(0{5}|$)/m)
  })

  it('shows notices by state, counted at most every few seconds', async () => {
    let asked = 0
    const url = await begin({ counts: () => Promise.resolve({ ...none, sent: ++asked }) })
    for (let look = 0; look < 3; look++) expect(await read(url)).to.include('policy_guide_notices{state="sent"} 1')
    memory.setClock('2026-11-23T09:00:16Z')
    expect(await read(url)).to.include('policy_guide_notices{state="sent"} 2')
  })

  it('answers while the database hangs or fails, and says so', async () => {
    let asked = 0
    const url = await begin({ counts: () => (asked++, new Promise(() => {})) })
    for (let look = 0; look < 3; look++) {
      const page = await read(url)
      expect(page).to.include('policy_guide_store_up 0').and.not.include('policy_guide_notices{')
    }
    expect(asked, 'one that hangs is not joined by others').to.equal(1)
    await server?.close()
    const broken = await begin({ counts: () => Promise.reject(new Error('the disk is full')) })
    expect(await read(broken)).to.include('policy_guide_store_up 0')
  })

  it('makes no more series than its own words can, whatever it is told', async () => {
    const url = await begin()
    for (let each = 0; each < 2_000; each++) metrics.ruled(`ruling-${each}`)
    const page = await read(url)
    expect(page.split('\n').filter((line) => line.startsWith('policy_guide_checks_total{')).length).to.be.below(301)
  })

  const statusOf = async (url: string, headers: Record<string, string>) => {
    const response = await fetch(url, { headers })
    await response.text()
    return response.status
  }

  for (const behindProxy of [false, true]) {
    it(`is there for this machine alone${behindProxy ? ', also behind a proxy on it' : ''}`, async () => {
      const url = await begin({ behindProxy })
      expect(await statusOf(url, {})).to.equal(200)
      for (const header of [
        'X-Forwarded-For',
        'X-Forwarded-Proto',
        'X-Forwarded-Host',
        'Forwarded',
        'X-Real-IP',
        'Via',
      ])
        expect(await statusOf(url, { [header]: '127.0.0.1' }), header).to.equal(404)
      expect(await statusOf(url, { Authorization: 'Bearer undefined', Via: 'x' })).to.equal(404)
    })
  }

  it('is there from elsewhere with the token, and with nothing that is only like it', async () => {
    const url = await begin({ token })
    const from = (authorization: string) => statusOf(url, { Via: '1.1 proxy', Authorization: authorization })
    expect(await from(`Bearer ${token}`)).to.equal(200)
    expect(await from(`bearer ${token}`)).to.equal(200)
    for (const wrong of [
      '',
      'Bearer',
      'Bearer ',
      `Basic ${token}`,
      token,
      `Bearer ${token}x`,
      `Bearer ${token.slice(1)}`,
    ])
      expect(await from(wrong), wrong).to.equal(404)
  })

  it('looks to everybody else like any page that is not there', async () => {
    const url = await begin({ token })
    const headers = { Via: '1.1 proxy' }
    const [page, other] = await Promise.all([fetch(url, { headers }), fetch(`${url}-not`, { headers })])
    expect(await page.text()).to.equal(await other.text())
    expect([page.status, page.headers.get('content-type')]).to.eql([404, other.headers.get('content-type')])
  })
})

const card = { title: 'A card', tone: 'plain', summary: 'A card.', blocks: [] } as const

function said(text: string, id: string): ChatEvent {
  return {
    kind: 'said',
    id,
    account: { platform: 'slack', id: 'USECRET' },
    place: { platform: 'slack', id: 'DSECRET', kind: 'private' },
    text,
  }
}
