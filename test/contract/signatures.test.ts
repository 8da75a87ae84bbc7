// The keys by which another host signs, over a day: renewed in good time, and those of this morning go on where they
// cannot be.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'
import { createVerify, type Verify } from '../../adapters/signatures.ts'

const hour = 60 * 60_000

describe('the keys by which another host signs', () => {
  const now = Date.now.bind(Date)
  let house: Server
  let jwks: { readonly keys: readonly JWK[] } | undefined
  let held: Promise<void>
  let asked: number
  let later: number
  let verify: Verify
  let first: JWK
  let second: JWK
  let privateKey: CryptoKey
  before(async () => {
    const pair = await generateKeyPair('RS256')
    privateKey = pair.privateKey
    const key = { ...(await exportJWK(pair.publicKey)), alg: 'RS256', use: 'sig' }
    house = createServer((_, response) => {
      asked += 1
      void held.then(() => {
        if (jwks === undefined) response.writeHead(503).end()
        else response.end(JSON.stringify(jwks))
      })
    })
    await new Promise<void>((resolve) => house.listen(0, '127.0.0.1', resolve))
    first = { ...key, kid: 'first' }
    second = { ...key, kid: 'second' }
  })
  beforeEach(() => {
    ;[asked, later, jwks, held] = [0, 0, { keys: [first] }, Promise.resolve()]
    Date.now = () => now() + later
    verify = createVerify(() => Promise.resolve(`http://127.0.0.1:${(house.address() as AddressInfo).port}/`))
  })
  afterEach(() => (Date.now = now))
  after(() => {
    house.closeAllConnections()
    house.close()
  })
  const signed = async (kid: string) => {
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey)
    return (await verify(token, {})).kind
  }
  const until = async (holds: () => boolean | Promise<boolean>) => {
    while (!(await holds())) await new Promise(setImmediate)
  }

  it('are asked for once, by however many at once', async () => {
    const all = await Promise.all([signed('first'), signed('first'), signed('other')])
    expect([...all, asked]).to.deep.equal(['valid', 'valid', 'flawed', 1])
  })

  it('are renewed after half a day, and nobody waits for it', async () => {
    await signed('first')
    jwks = { keys: [second] }
    let goOn = () => {}
    held = new Promise((resolve) => (goOn = resolve))
    later = 13 * hour
    expect(await signed('first')).to.equal('valid')
    await until(() => asked === 2)
    goOn()
    await until(async () => (await signed('first')) === 'flawed')
    expect(await signed('second')).to.equal('valid')
  })

  it('go on for a day where they cannot be had, and no longer', async () => {
    await signed('first')
    jwks = undefined
    later = 23 * hour
    expect(await signed('first')).to.equal('valid')
    await until(() => asked === 2)
    expect(await signed('first')).to.equal('valid')
    later = 25 * hour
    expect(await signed('first')).to.equal('silent')
    jwks = { keys: [first] }
    expect(await signed('first')).to.equal('valid')
  })

  it('are asked for again when a new one signs, but not for every stranger', async () => {
    await signed('first')
    jwks = { keys: [first, second] }
    expect([await signed('second'), asked]).to.deep.equal(['flawed', 1])
    later = hour
    expect([await signed('second'), asked]).to.deep.equal(['valid', 2])
  })
})
