// The whole program on a faulty disk: it cannot sync, writes only half of the data, is full, or is read-only. Help and
// answers go on, signing says kindly why it cannot, the program recovers, and after a kill everything promised is
// there.
import { once } from 'node:events'
import { join } from 'node:path'
import { expect } from 'chai'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import { verify } from '../../src/proof/verify.ts'
import { aFolder } from '../kit/databases.ts'
import { eventually } from '../kit/eventually.ts'
import { deedsIn, parts } from '../kit/evidence.ts'
import { faultyDisk, fullDisk, type FaultyDisk, type Opened } from '../kit/faulty-disk.ts'
import { serveProgram, socketMode } from '../kit/serving.ts'
import { installed } from '../kit/slackbot.ts'
import { acceptSummary, signingWalk } from '../kit/slack/signing-walk.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack, User } from '../kit/slack/types.ts'

const question = 'who has to follow the social media policy?'
const urgent = 'a parent threatened to stab me on facebook'
const notNow = 'Please try again in a few minutes'

const disks: readonly (readonly [string, (folder: string) => Opened])[] = [
  ['that cannot keep what was written', (folder) => faultyDisk(folder, 'sync')],
  ['that takes half of what is written', (folder) => faultyDisk(folder, 'half')],
  ['that has become read-only', (folder) => faultyDisk(folder, 'read-only')],
  ['that is full', fullDisk],
]

for (const [name, open] of disks)
  describe(`the whole program on a disk ${name}`, () => {
    let slack: Slack
    const { answered, submits, signs } = signingWalk(() => slack.ids.botUser)
    let disk: FaultyDisk | undefined
    const closing: (() => Promise<void> | void)[] = []
    before(async function () {
      const opened = open(aFolder())
      if ('missing' in opened) {
        // Printed where somebody who reads the test results sees it.
        process.stderr.write(`    left out: this machine lacks ${opened.missing}\n`)
        this.skip()
      }
      disk = opened
      slack = await startSlack({ mode: 'socket', settings: installed(), ackWithin: 60_000 })
      closing.push(opened.close, slack.close)
    })
    after(async () => {
      for (const close of closing.toReversed()) await close()
    })

    it('goes on, says kindly what has to wait, mends itself, and has kept what it promised', async () => {
      if (disk === undefined) throw new Error('there is no disk')
      acceptSummary(disk.home)
      const env = { ...socketMode(slack), ...disk.env }
      const now = new Date().toISOString()
      const running = serveProgram({ home: disk.home, now, env })
      closing.push(() => void running.child.kill('SIGKILL'))
      await running.said('Press Ctrl-C')
      const url = await running.url
      const [ada, bea, cy] = ['Ada Teacher', 'Bea Teacher', 'Cy Teacher'].map((each) => slack.user(each))
      if (ada === undefined || bea === undefined || cy === undefined) throw new Error('nobody is there')
      for (const each of [ada, bea, cy]) await answered(each, question)
      await signs(ada)
      const form = await answered(bea, 'sign')

      disk.begins()
      await eventually(async () => ((await fetch(`${url}/readyz`)).status === 503 ? true : undefined))
      expect((await fetch(`${url}/healthz`)).status).to.equal(200)
      expect(await answered(cy, urgent)).to.match(/999|police/i)
      expect(await answered(cy, question)).to.include('Scope')
      expect(await answered(cy, 'can I post this?')).not.to.match(/sorry|went wrong/i)
      expect(await submits(bea, form)).to.include(notNow)
      // What manifest/README.md gives as worth an alarm.
      expect(await (await fetch(`${url}/metrics`)).text()).to.match(
        /policy_guide_arrivals_total\{how="unnoted"\} [1-9]/,
      )
      expect(running.lines.join('\n')).to.include('acknowledged and not written down')

      disk.ends()
      await eventually(async () => ((await fetch(`${url}/readyz`)).status === 200 ? true : undefined))
      // The refused signature may have been kept after all, so Bea signs only if she is asked again; nobody was told
      // that she had signed.
      await answered(bea, 'sign')
      await signsIfAsked(bea)
      await signs(cy)
      running.child.kill('SIGKILL')
      await once(running.child, 'exit')

      const store = openStore(await openSqlite(join(disk.home, 'policy-guide.db')), parts)
      const signed = await deedsIn(store.journal)
      expect(await verify(store, parts)).to.include({ kind: 'holds', signatures: 3 })
      expect(new Set(signed.map(({ fact }) => JSON.stringify(fact))).size, 'each signed once').to.equal(3)
      await store.close()
      expect(running.lines.join()).not.to.include('Teacher')
    })

    async function signsIfAsked(user: User): Promise<void> {
      const form = user.newest()?.text ?? ''
      if (form.includes('typed in full')) expect(await submits(user, form)).to.match(/thank you|signed/i)
      else expect(form).to.match(/signed/i)
    }
  })
