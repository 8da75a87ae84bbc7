// A bot over Socket Mode in its own process, without anything that catches its unhandled errors. Given Slack's address
// and two tokens, it reports that it listens, and answers everything until its standard input ends.
import { connectSlack } from '../../adapters/slack/connect.ts'
import { here } from '../../src/chat/replies.ts'
import { memoryMemberships } from './memberships.ts'
import { meetingOver, memoryDirectory, plainCard } from './slackbot.ts'
import { takenBy } from './taking.ts'

const [apiUrl = '', botToken = '', appToken = ''] = process.argv.slice(2)
const quiet = () => undefined
const connection = await connectSlack({
  settings: { botToken, apiUrl, sltGroups: [], mode: { kind: 'socket', appToken } },
  hear: () => Promise.resolve([here(plainCard('An answer'))]),
  take: takenBy(() => Promise.resolve([here(plainCard('An answer'))])),
  meeting: meetingOver(memoryDirectory().directory),
  memberships: memoryMemberships().memberships,
  clock: () => new Date(),
  log: { info: quiet, warn: quiet, error: quiet },
})
process.stdout.write('listening\n')
process.stdin.resume().on('end', () => {
  void connection.close().then(() => process.exit())
})
