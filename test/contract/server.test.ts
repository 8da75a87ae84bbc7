// The web server that all platforms share: its own pages, its limits, how it starts and how it stops.
import { connect } from 'node:net'
import { expect } from 'chai'
import type { Express } from 'express'
import { limits, startServer, type RunningServer } from '../../adapters/server.ts'
import { formBody } from '../../adapters/web/form-body.ts'

describe('the web server', () => {
  const logged: string[] = []
  const line = (about: Readonly<Record<string, unknown>>, what: string) =>
    void logged.push(`${what} ${JSON.stringify(about)}`)
  const log = { info: line, warn: line, error: line }
  let server: RunningServer | undefined

  const start = async (
    mount: (app: Express) => void = () => {},
    more: Partial<Parameters<typeof startServer>[0]> = {},
  ) => {
    server = await startServer({ host: '127.0.0.1', port: 0, log, mount, ...more })
    return server.url
  }
  afterEach(async () => {
    await server?.close()
    server = undefined
    logged.length = 0
  })

  it('is alive as long as it answers, whatever may be wrong with what it needs', async () => {
    const url = await start(undefined, { ready: () => Promise.resolve([ill]) })
    const response = await fetch(`${url}/healthz`)
    expect([response.status, await response.json()]).to.eql([200, { ok: true }])
  })

  it('is not well where only a new start would mend it', async () => {
    const response = await fetch(`${await start(undefined, { isStuck: () => true })}/healthz`)
    expect([response.status, await response.json()]).to.eql([503, { ok: false }])
  })

  const well = { part: 'store', ok: true, what: 'answers' }
  const ill = { part: 'slack', ok: false, what: 'not connected since noon' }

  it('says whether it is ready, or which part is not', async () => {
    const url = await start(undefined, { ready: () => Promise.resolve([well]) })
    const response = await fetch(`${url}/readyz`)
    expect([response.status, await response.json()]).to.eql([200, { ok: true, parts: [well] }])
    await server?.close()
    const worse = await fetch(`${await start(undefined, { ready: () => Promise.resolve([well, ill]) })}/readyz`)
    expect([worse.status, await worse.json()]).to.eql([503, { ok: false, parts: [well, ill] }])
    expect(worse.headers.get('cache-control')).to.equal('no-store')
  })

  it('tells what is wrong with a part to this machine only, and to others which', async () => {
    const url = await start(undefined, { ready: () => Promise.resolve([well, ill]) })
    for (const relayed of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Real-IP', 'Via']) {
      const response = await fetch(`${url}/readyz`, { headers: { [relayed]: '203.0.113.9' } })
      const parts = [
        { part: 'store', ok: true },
        { part: 'slack', ok: false },
      ]
      expect([response.status, await response.json()], relayed).to.eql([503, { ok: false, parts }])
    }
  })

  it('keeps connections for longer than any usual proxy in front does', async () => {
    const response = await fetch(`${await start()}/healthz`)
    const seconds = Number(/timeout=(\d+)/.exec(response.headers.get('keep-alive') ?? '')?.[1])
    const proxies = { nginx: 60, 'AWS balancer': 60, Caddy: 120, 'Azure gateway': 240, 'Google balancer': 600 }
    for (const [proxy, theirs] of Object.entries(proxies)) expect(seconds, proxy).to.be.greaterThan(theirs)
    expect(limits.headersTimeout).to.be.greaterThan(limits.keepAliveTimeout)
  })

  it('tells the status of each response, to be counted', async () => {
    const statuses: number[] = []
    const url = await start(undefined, { responded: (status) => void statuses.push(status) })
    await (await fetch(`${url}/healthz`)).text()
    await (await fetch(`${url}/nowhere`)).text()
    await server?.close()
    expect(statuses).to.eql([200, 404])
  })

  it('answers an unknown address in kind words, as a page or as text', async () => {
    const url = await start()
    const page = await fetch(`${url}/nowhere`, { headers: { Accept: 'text/html' } })
    expect([page.status, (await page.text()).includes('<h1>There is no page here</h1>')]).to.eql([404, true])
    const text = await fetch(`${url}/nowhere`, { headers: { Accept: 'application/json' } })
    expect([text.status, await text.text()]).to.eql([
      404,
      'The address may have been mistyped, or the page may have moved.',
    ])
  })

  it('logs no token that stands in an address, since whoever has it may come in', async () => {
    const url = await start((app) => {
      app.get('/enter/:token', () => {
        throw new TypeError('broken')
      })
    })
    const token = 'aB3_-'.repeat(9).slice(0, 43)
    await fetch(`${url}/enter/${token}`)
    expect(logged.join()).to.include('"/enter/…"').and.not.include(token)
  })

  it('believes a proxy about addresses and encryption only where there is one', async () => {
    const seen: unknown[] = []
    const look = (app: Express) => {
      app.get('/look', (request, response) => {
        seen.push(request.ip)
        response.end()
      })
    }
    const headers = { 'X-Forwarded-For': '203.0.113.99, 198.51.100.7' }
    const alone = await fetch(`${await start(look)}/look`, { headers })
    await server?.close()
    const proxied = await fetch(`${await start(look, { behindProxy: true })}/look`, { headers })
    expect(seen).to.eql(['127.0.0.1', '198.51.100.7'])
    expect([alone, proxied].map((each) => each.headers.get('strict-transport-security'))).to.eql([
      null,
      'max-age=15552000',
    ])
  })

  it('does not show or log what a failure says, since it may quote what somebody typed', async () => {
    const url = await start((app) => {
      app.get('/broken', () => {
        throw new TypeError('secret-word')
      })
    })
    const response = await fetch(`${url}/broken`, { headers: { Accept: 'text/html' } })
    const text = await response.text()
    expect([response.status, text.includes('Sorry, something went wrong')]).to.eql([500, true])
    expect(text + logged.join()).not.to.include('secret-word')
    expect(logged.join()).to.include('TypeError').and.include('server.test.ts').and.include('/broken')
  })

  it('refuses a body that is too long, and one that can’t be read', async () => {
    const url = await start((app) => {
      app.post('/form', formBody(100), (_request, response) => void response.send('read'))
    })
    const post = (body: string | URLSearchParams, headers = {}) =>
      fetch(`${url}/form`, { method: 'POST', body, headers })
    const long = await post(new URLSearchParams({ text: 'x'.repeat(200) }))
    expect([long.status, await long.text()]).to.eql([
      413,
      'It is longer than I can read. Nothing was sent. Please shorten it.',
    ])
    const odd = await post('a=b', { 'Content-Type': 'application/x-www-form-urlencoded; charset=klingon' })
    expect([odd.status, (await odd.text()).includes('did not arrive whole')]).to.eql([415, true])
    expect(logged).to.be.empty
  })

  it('says what to do when its port is taken', async () => {
    const url = await start()
    const port = Number(new URL(url).port)
    const failed = await startServer({ host: '127.0.0.1', port, log, mount: () => {} }).catch((error: unknown) => error)
    expect(String(failed))
      .to.include(`Port ${port} on 127.0.0.1 is in use`)
      .and.include(`PORT=${port + 1} npm start`)
  })

  it('says what to do about an address that this machine does not have', async () => {
    const failed = await startServer({ host: '203.0.113.7', port: 0, log, mount: () => {} }).catch(
      (error: unknown) => error,
    )
    expect(String(failed)).to.include('no address 203.0.113.7').and.include('HOST=127.0.0.1')
  })

  it('stops with spare connections still open, as browsers keep them', async () => {
    const url = await start()
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    await new Promise((resolve) => socket.once('connect', resolve))
    const ended = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => {})
    await server?.close()
    await ended
  })
})
