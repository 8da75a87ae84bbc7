// What both stand-ins have in common: a process that stands still for a while loses nothing.
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect } from 'chai'
import { createFlight, settle } from '../../kit/flight.ts'
import { startSlack } from '../../kit/slack/slack.ts'
import { startTeams } from '../../kit/teams/teams.ts'

describe('stand-ins', () => {
  for (const [name, start] of [
    ['Slack', async () => startSlack().then(({ apiUrl, close }) => ({ url: apiUrl, close }))],
    ['Teams', async () => startTeams().then(({ serviceUrl, close }) => ({ url: serviceUrl, close }))],
  ] as const)
    it(`the stand-in for ${name} sets no end to an idle connection`, async () => {
      const { url, close } = await start()
      const { hostname, port } = new URL(url)
      const socket = connect(Number(port), hostname)
      try {
        socket.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n')
        const [head] = (await once(socket, 'data')) as [Buffer]
        expect(head.toString())
          .to.match(/^connection: keep-alive/im)
          .and.not.match(/^keep-alive: timeout/im)
      } finally {
        socket.destroy()
        await close()
      }
    })
})

describe('settling', () => {
  it('asks the app again, as often as before, where something began meanwhile', async () => {
    const flight = createFlight()
    let looks = 0
    const idle = () => {
      looks += 1
      if (looks !== 20) return Promise.resolve()
      const done = flight.begin()
      setImmediate(() => setImmediate(done))
      return Promise.resolve()
    }
    await settle(flight, idle, () => '')
    expect(looks).to.equal(20 + 25)
  })

  it('fails as the app does', async () => {
    const idle = () => Promise.reject(new Error('the app broke'))
    expect(await settle(createFlight(), idle, () => '').catch(String)).to.equal('Error: the app broke')
  })
})
