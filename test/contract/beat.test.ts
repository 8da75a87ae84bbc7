// The clock's beat: on the nights when the clocks change, in a process whose own time zone changes them; and when somebody
// sets the clock.
import { execFile } from 'node:child_process'
import { mock } from 'node:test'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { startBeat } from '../../adapters/cron/beat.ts'

const run = promisify(execFile)

describe('the beat', () => {
  const nights: readonly [string, string, string][] = [
    ['when the clocks go back', '2026-10-24T22:00:00Z', '2026-10-25T04:00:00Z'],
    ['when the clocks go forward', '2027-03-27T22:00:00Z', '2027-03-28T04:00:00Z'],
    ['on any other night', '2026-11-23T22:00:00Z', '2026-11-24T04:00:00Z'],
  ]
  for (const [when, from, to] of nights)
    it(`comes in every minute of the night ${when}`, async () => {
      const { stdout } = await run(process.execPath, ['--import', 'tsx', 'test/kit/nights.ts', from, to], {
        env: { ...process.env, TZ: 'Europe/London', NODE_NO_WARNINGS: '1' },
      })
      expect(JSON.parse(stdout)).to.deep.include({ missed: [] })
    })
})

describe('the beat of a clock that is set', () => {
  for (const [what, jump] of [
    ['back by a day', -86_400_000],
    ['forward by four hundred days', 400 * 86_400_000],
  ] as const)
    it(`${what}: goes on in the next minute, and makes up for nothing`, async () => {
      mock.timers.enable({ apis: ['setTimeout'] })
      try {
        let at = Date.parse('2026-11-23T09:00:20Z')
        const told: string[] = []
        const quiet = () => undefined
        const beat = startBeat({
          tick: (now) => Promise.resolve(void told.push(now.toISOString().slice(0, 16))),
          clock: () => new Date(at),
          log: { info: quiet, warn: quiet, error: quiet },
        })
        const pass = async (seconds: number) => {
          for (let second = 0; second < seconds; second++) {
            at += 1_000
            mock.timers.tick(1_000)
            await new Promise((resolve) => setImmediate(resolve))
          }
        }
        await pass(70)
        expect(told).to.deep.equal(['2026-11-23T09:01'])
        at += jump
        await pass(120)
        const minutes = told.slice(1).map((each) => Date.parse(`${each}Z`))
        expect(minutes).to.have.length(2)
        expect((minutes[1] ?? 0) - (minutes[0] ?? 0)).to.equal(60_000)
        await beat.stop()
        await pass(120)
        expect(told).to.have.length(3)
      } finally {
        mock.timers.reset()
      }
    })
})
