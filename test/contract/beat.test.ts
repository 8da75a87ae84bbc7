// The clock's beat on the nights when the clocks change, in a process whose own time zone changes them.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'chai'

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
