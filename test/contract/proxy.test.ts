// A real CONNECT proxy on loopback, in front of a real HTTPS server whose certificate authority only
// NODE_EXTRA_CA_CERTS names.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer as createHttp, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { WebSocketServer } from 'ws'
import { isExcepted, tryHops } from '../../adapters/proxy.ts'
import { built } from '../kit/built.ts'
import { certificate } from '../kit/certificate.ts'
import { aFolder } from '../kit/databases.ts'

const run = promisify(execFile)

describe('a proxy between the school and the world', () => {
  const asked: string[] = []
  /** What it answers instead of letting anybody through. */
  let refuses = ''
  let reached = 0
  const world = createHttps(certificate, ({ url }, response) => {
    if (url !== '/api/apps.connections.open') return void response.end('the world')
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ ok: true, url: `wss://localhost:${portOf(world)}/link` }))
  })
  world.on('connection', () => (reached += 1))
  const sockets = new WebSocketServer({ server: world })
  sockets.on('connection', (socket) => socket.send(JSON.stringify({ type: 'hello', num_connections: 1 })))
  const proxy = createHttp((_, response) => void response.writeHead(405).end())
  proxy.on('connect', (request, near, head) => {
    asked.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`.trim())
    if (refuses !== '') return void near.end(`HTTP/1.1 ${refuses}\r\n\r\n`)
    const far = connect(portOf(world), '127.0.0.1', () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n')
      far.write(head)
      far.pipe(near).pipe(far)
    })
    for (const socket of [near, far]) socket.on('error', () => undefined)
  })
  const authority = join(aFolder(), 'authority.pem')
  before(async () => {
    writeFileSync(authority, certificate.cert)
    for (const server of [world, proxy]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  beforeEach(() => {
    asked.length = 0
    reached = 0
    refuses = ''
  })
  after(() => {
    for (const server of [world, proxy]) {
      server.close()
      server.closeAllConnections()
    }
  })

  const through = async (except: string, trusted = true): Promise<unknown> => {
    const url = `http://ada:s%20t@127.0.0.1:${portOf(proxy)}`
    const address = `https://localhost:${portOf(world)}/`
    const env = { ...process.env, ...(trusted ? { NODE_EXTRA_CA_CERTS: authority } : {}) }
    const { stdout } = await run(process.execPath, [built('through'), url, except, address], {
      env,
    })
    return JSON.parse(stdout)
  }
  const everywhere = { wire: 'the world', fetch: 'the world', https: 'the world', 'socket mode': 'the world' }

  it('is gone through by every way of asking, with its name and password', async () => {
    expect(await through('')).to.deep.equal(everywhere)
    const login = `Basic ${Buffer.from('ada:s t').toString('base64')}`
    expect(asked.length, 'nothing reaches the world by another way').to.equal(reached)
    expect([...new Set(asked)]).to.deep.equal([`localhost:${portOf(world)} ${login}`])
  })

  it('is not asked for hosts that NO_PROXY names', async () => {
    expect(await through('example.org,localhost')).to.deep.equal(everywhere)
    expect(asked).to.deep.equal([])
  })

  it('leads to nobody whom no authority vouches for', async () => {
    for (const outcome of Object.values((await through('', false)) as object)) expect(outcome).not.to.equal('the world')
  })

  it('is tried hop by hop, and the one that fails is named', async () => {
    const target = { host: 'localhost', port: portOf(world) }
    const settings = { url: `http://127.0.0.1:${portOf(proxy)}`, except: undefined }
    const hops = async (given = settings) => (await tryHops(given, target)).map(({ hop, ok }) => `${hop} ${ok}`)
    expect(await hops(), 'nobody here trusts that authority').to.deep.equal(['through true', 'trust false'])
    refuses = '403 Forbidden'
    expect(await hops()).to.deep.equal(['through false'])
    refuses = '407 Proxy Authentication Required'
    expect(await hops(), 'name and password stand with its address').to.deep.equal(['proxy false'])
    expect(await hops({ ...settings, url: 'http://127.0.0.1:1' })).to.deep.equal(['proxy false'])
  })

  const excepted: readonly [string, string | undefined, boolean][] = [
    ['slack.com', undefined, false],
    ['slack.com', 'example.org, slack.com', true],
    ['files.slack.com', '.slack.com', true],
    ['files.slack.com', '*.slack.com', true],
    ['notslack.com', 'slack.com', false],
    ['10.0.0.1', '10.0.0.1:8080', true],
    ['anything', '*', true],
  ]
  for (const [host, except, expected] of excepted)
    it(`NO_PROXY=${except ?? ''}: ${host} is reached ${expected ? 'directly' : 'through the proxy'}`, () =>
      expect(isExcepted(host, except)).to.equal(expected))
})

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
