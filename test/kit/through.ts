// A program behind a proxy, set up as the bot is. Given a proxy, the hosts to reach directly and an address, it prints
// what each of the bot's ways to send a request received.
import https from 'node:https'
import { useProxy } from '../../adapters/proxy.ts'
import { openSocket } from '../../adapters/slack/socket.ts'
import { send } from '../../adapters/wire.ts'

const [url = '', except = '', address = ''] = process.argv.slice(2)
useProxy({ url, except })

const ways: Readonly<Record<string, () => Promise<string>>> = {
  wire: async () => (await send(address, { method: 'GET', headers: {} }).answer).body,
  fetch: async () => (await fetch(address)).text(),
  https: () =>
    new Promise((resolve, reject) => {
      https
        .get(address, (response) => {
          let body = ''
          response.on('data', (chunk) => (body += String(chunk))).on('end', () => resolve(body))
        })
        .on('error', reject)
    }),
  'socket mode': () =>
    new Promise((resolve, reject) => {
      const quiet = () => undefined
      const socket = openSocket({
        appToken: 'xapp-test',
        apiUrl: new URL('/api/', address).href,
        clock: () => new Date(),
        log: { info: quiet, warn: ({ why }) => reject(new Error(String(why))), error: quiet },
        wait: () => new Promise(quiet),
      })
      socket.start().then(() => {
        if (socket.state().kind === 'connected') resolve('the world')
      }, reject)
    }),
}
const got: Record<string, string> = {}
for (const [name, ask] of Object.entries(ways)) got[name] = await ask().catch((error: unknown) => String(error))
process.stdout.write(`${JSON.stringify(got)}\n`)
process.exit()
