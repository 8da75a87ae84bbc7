// In Slack, where the web page cannot be reached, a signer gets the receipt as a file, and anybody can verify it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { verifyReceipt } from '../../src/command/verify-receipt.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts } from '../kit/ports.ts'
import { handOf } from '../kit/slack/stage.ts'
import { modes, slackbot } from '../kit/slackbot.ts'

for (const mode of modes) {
  describe(`a receipt on slack over ${mode}`, () => {
    for (const publicUrl of [undefined, 'https://policies.school.example'] as const) {
      it(
        publicUrl === undefined ? 'is handed over as a file, which verifies' : 'is a link where there is a page',
        async () => {
          const memory = await memoryPorts()
          const { clock, log, directory, journal } = memory.ports
          const bot = await slackbot({
            mode,
            clock,
            log,
            directory,
            hear: (event) => app.hear(event),
            slack: { clock, signingClock: clock },
          })
          const { slack, connection } = bot
          const library = theLibrary()
          const app: App = createApp({ ...memory.ports, publicUrl, chat: connection.chat }, library)
          const priya = slack.user('Priya Nair')
          await priya.opensMessages()
          await slack.settled()
          const hand = handOf(slack, priya)
          const { last } = await hand.says('sign')
          const statements = last.text.split('\n').filter((line) => /^I have read|^I understand that/.test(line))
          const ticks = Object.fromEntries(statements.map((line) => [line, 'yes']))
          await hand.fills({ ...ticks, 'Your name, typed in full': 'Priya Nair' }, 'Sign')
          await hand.says('my receipt')

          const given = slack.files()
          const link = `${publicUrl ?? 'https://'}/receipt/`
          const seen = priya
            .sees()
            .map(({ blocks }) => JSON.stringify(blocks))
            .join('\n')
          if (publicUrl !== undefined) {
            expect(given).to.deep.equal([])
            expect(seen).to.contain(link)
          } else {
            expect(seen).not.to.contain('Any senior leader').and.not.to.contain(link)
            // One after signing, and one on request.
            const dm = slack.messagesIn('dm', priya)[0]?.channel
            expect(given.map(({ sharedIn }) => sharedIn)).to.deep.equal([[dm], [dm]])
            expect(given[0]?.content?.equals(given[1]?.content ?? Buffer.alloc(0))).to.equal(true)
            const folder = mkdtempSync(join(tmpdir(), 'policy-guide-'))
            const file = join(folder, given[0]?.name ?? '')
            writeFileSync(file, given[0]?.content ?? '')
            const verdict = await verifyReceipt(journal, { file, school: library.school.name })
            expect(verdict).to.include({ kind: 'genuine', sameFile: true })
            rmSync(folder, { recursive: true })
          }
          await bot.stop()
          await memory.close()
        },
      )
    }
  })
}
