// Settings that change while the bot runs: read anew when a file has changed, and kept as they were while one is broken.
import { expect } from 'chai'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadLibrary } from '../../../src/command/knowledge.ts'
import { keepLibrary } from '../../../src/command/live-library.ts'
import { openLog } from '../../../src/command/log.ts'
import { day } from '../../kit/evidence.ts'

const school = readFileSync('knowledge/school.yaml', 'utf8')
const snow = day('2026-11-24')

describe('the school’s files, while the bot runs', () => {
  const home = mkdtempSync(join(tmpdir(), 'policy-guide-'))
  after(() => rmSync(home, { recursive: true, force: true }))

  it('count at the next look after they changed, and a broken one changes nothing until it is mended', () => {
    const save = (settings: string) => writeFileSync(join(home, 'school.yaml'), `${school}\n${settings}`)
    const lines: string[] = []
    const log = openLog('info', { write: (line) => void lines.push(line) })
    const brokenAt = new Date('2026-11-24T06:15:00Z')
    const folders = { root: '.', home, clock: () => brokenAt }
    const live = keepLibrary(loadLibrary(folders), folders, log)
    let learned = 0
    live.whenNew(() => (learned += 1))
    const isClosed = () => live.now().school.calendar.closed.has(snow)

    live.look()
    expect([isClosed(), learned], 'nothing has changed').to.deep.equal([false, 0])
    save(`calendar:\n  closed: [${snow}]\n`)
    expect(isClosed(), 'before the next look').to.equal(false)
    live.look()
    expect([isClosed(), learned]).to.deep.equal([true, 1])
    live.look()
    expect(learned, 'nothing has changed since').to.equal(1)

    save('calendar:\n  closed: [the day of the snow]\n')
    live.look()
    expect([isClosed(), learned, live.brokenSince()]).to.deep.equal([true, 1, brokenAt])
    expect(lines.join()).to.include('what was read before goes on: run npm run inspect')
    save('')
    live.look()
    expect([isClosed(), learned, live.brokenSince()]).to.deep.equal([false, 2, undefined])
  })
})
