// The clock's beat: on the nights when the clocks change, in a process whose own time zone changes them; and when somebody
// sets the clock.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { watchClock } from '../../adapters/cron/beat.ts'
import { built } from '../kit/built.ts'

const run = promisify(execFile)

describe('the beat', () => {
  const nights: readonly [string, string, string][] = [
    ['when the clocks go back', '2026-10-24T22:00:00Z', '2026-10-25T04:00:00Z'],
    ['when the clocks go forward', '2027-03-27T22:00:00Z', '2027-03-28T04:00:00Z'],
    ['on any other night', '2026-11-23T22:00:00Z', '2026-11-24T04:00:00Z'],
  ]
  for (const [when, from, to] of nights)
    it(`comes in every minute of the night ${when}`, async () => {
      const { stdout } = await run(process.execPath, [built('nights'), from, to], {
        env: { ...process.env, TZ: 'Europe/London', NODE_NO_WARNINGS: '1' },
      })
      expect(JSON.parse(stdout)).to.deep.include({ missed: [] })
    })
})

describe('the beat of a clock that is set', () => {
  for (const [what, jump] of [
    ['back by a day', -86_400_000],
    ['back by some seconds', -20_000],
    ['forward by an hour', 3_600_000],
    ['forward by four hundred days', 400 * 86_400_000],
  ] as const)
    it(`${what}: goes on in the next minute, and makes up for nothing`, async () => {
      const { stdout } = await run(process.execPath, [built('clock-set'), String(jump)])
      const told = JSON.parse(stdout) as { before: string[]; after: number[]; stopped: number[] }
      expect(told.before).to.deep.equal(['2026-11-23T09:01'])
      const [first = 0, second = 0, ...others] = told.after
      expect(first).to.be.within(1, 60)
      expect(second - first).to.equal(60)
      expect(others).to.deep.equal([])
      expect(told.stopped).to.deep.equal([])
    })

  it('is noticed at the next look, once', () => {
    let at = 0
    let times = 0
    const look = watchClock(
      () => at,
      () => (times += 1),
    )
    const after = (milliseconds: number) => {
      at += milliseconds
      look()
      return times
    }
    expect([1_000, 12_000, 0, -1, 1_000, -86_400_000, 1_000, 30_000, 1_000].map(after)).to.deep.equal([
      0, 0, 0, 1, 1, 2, 2, 3, 3,
    ])
  })
})
