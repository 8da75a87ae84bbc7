// A program behind a proxy, as the bot is set up: told a proxy, the hosts to reach directly and an address, it says what each
// way of asking got.
import https from 'node:https'
import { useProxy } from '../../adapters/proxy.ts'
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
}
const got: Record<string, string> = {}
for (const [name, ask] of Object.entries(ways)) got[name] = await ask().catch((error: unknown) => String(error))
process.stdout.write(`${JSON.stringify(got)}\n`)
process.exit()
