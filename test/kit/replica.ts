// One of several servers on one PostgreSQL, as a process that can be killed: the real store, app and Slack adapter. For
// each instant on a line of standard input it ticks, and reports `ticked`; on `sign`, everybody signs at once, and it
// reports how many signatures it recorded.
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { connectSlack } from '../../adapters/slack/connect.ts'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openStore } from '../../adapters/store/store.ts'
import { createApp, type App } from '../../src/app.ts'
import { parts, press } from './evidence.ts'
import { hilltop } from './hilltop.ts'
import { noAuthority, noMail, noOriginals, noRuleWords, noMeter } from './ports.ts'
import { meetingOver } from './slackbot.ts'

const [databaseUrl = '', apiUrl = '', botToken = '', start = ''] = process.argv.slice(2)
let now = new Date(start)
const clock = () => now
// Hundreds press at once, and wait for one another: how long that takes depends on the machine.
const patient = { connecting: 300_000, statement: 300_000, lock: 300_000, reshaping: 300_000 }
const kept = openStore(await openPostgres(databaseUrl, patient), { ...parts, newId: randomUUID })
const quiet = () => undefined
const log = {
  info: quiet,
  warn: quiet,
  error: (about: Readonly<Record<string, unknown>>, what: string) => console.error(what, about),
}
const connection = await connectSlack({
  settings: { botToken, apiUrl, sltGroups: [], mode: { kind: 'http', signingSecret: 'secret' } },
  hear: (event) => app.hear(event),
  take: (event) => app.take(event),
  meeting: meetingOver(kept.directory),
  memberships: kept.memberships,
  clock,
  log,
})
const app: App = createApp(
  {
    ...kept,
    chat: connection.chat,
    originals: noOriginals,
    ruleWords: noRuleWords,
    mail: noMail,
    authority: noAuthority,
    meter: noMeter,
    clock,
    newId: randomUUID,
    newToken: randomUUID,
    publicUrl: undefined,
    log,
  },
  hilltop,
)
// The list of staff is read in the background at the start.
await connection.idle()
say('ready')
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'sign') {
    say(`signed ${await signAll()}`)
    continue
  }
  now = new Date(line)
  await app.tick(now)
  say('ticked')
}
await connection.close()
await kept.close()

async function signAll(): Promise<number> {
  const everybody = await kept.people.list({ practice: false, most: 1_000 })
  const pressed = everybody.map(({ id }) => press(kept.journal, { person: id, id: randomUUID() }))
  return (await Promise.all(pressed)).filter((outcome) => outcome === 'signed').length
}

function say(what: string): void {
  process.stdout.write(`${what}\n`)
}
