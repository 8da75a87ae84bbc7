// The keys that sign what Teams sends come from another host, over a network that fails: whoever is genuine is refused
// only as long as it does.
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { teamsbot, type Teamsbot } from '../kit/teams/teamsbot.ts'

type Serve = (response: ServerResponse, keys: string) => void

const whole: Serve = (response, keys) => void response.end(keys)
const faults: readonly (readonly [string, Serve])[] = [
  ['cut in the middle', (response, keys) => response.write(keys.slice(0, 100), () => response.destroy())],
  ['a page to sign in to the network', (response) => void response.end('<html>Welcome</html>')],
  ['something else', (response) => void response.end('{"error":"no"}')],
  ['refused', (response) => void response.writeHead(500).end()],
]

describe('teams: the keys', () => {
  let house: Server
  let bot: Teamsbot
  let serves: Serve[]
  let served: number
  beforeEach(async () => {
    ;[serves, served] = [[], 0]
    let real = ''
    house = createServer((request, response) => {
      const base = `http://${request.headers.host ?? ''}`
      if (request.url === '/metadata') return void response.end(JSON.stringify({ jwks_uri: `${base}/keys` }))
      served += 1
      const serve = serves.shift() ?? whole
      void fetch(real).then(async (keys) => serve(response, await keys.text()))
    })
    await new Promise<void>((resolve) => house.listen(0, '127.0.0.1', resolve))
    bot = await teamsbot({
      variables: { openIdMetadataUrl: `http://127.0.0.1:${(house.address() as AddressInfo).port}/metadata` },
      before: ({ endpoints }) => (real = endpoints.openIdMetadataUrl.replace('openidconfiguration', 'keys')),
    })
  })
  afterEach(async () => {
    await bot.stop()
    house.closeAllConnections()
    house.close()
  })
  const says = async (forge?: 'unknown-key') =>
    (
      await bot.teams.sends(
        { type: 'message', text: 'hello' },
        { from: bot.teams.user('Ada Teacher'), ...(forge && { forge }) },
      )
    ).status

  for (const [what, fault] of faults)
    it(`${what}: whoever is genuine is let in as soon as they can be had again`, async () => {
      serves = [fault, fault, fault]
      expect(await says()).to.be.oneOf([401, 503])
      serves = []
      expect(await says()).to.equal(200)
    })

  it('still on their way: whoever comes meanwhile waits for them', async () => {
    let goOn = () => {}
    const begun = new Promise<void>((resolve) => {
      serves = [
        (response, keys) => {
          response.write(keys.slice(0, 100), () => resolve())
          goOn = () => void response.end(keys.slice(100))
        },
      ]
    })
    const first = says()
    await begun
    // The half is there when another request over the loopback has come back.
    await fetch(bot.url)
    const second = says()
    await fetch(bot.url)
    goOn()
    expect([await first, await second]).to.deep.equal([200, 200])
  })

  it('are not asked for again for every stranger', async () => {
    expect(await says()).to.equal(200)
    const before = served
    for (let n = 0; n < 5; n++) expect(await says('unknown-key')).to.equal(401)
    expect(served - before).to.be.at.most(1)
  })
})
