// A program that is stuck ends, so that its supervisor restarts it; a program that is well is left alone.
import { execFile } from 'node:child_process'
import { expect } from 'chai'
import { built } from '../kit/built.ts'

interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly said: readonly string[]
  readonly wrote: string
}

function run(how: 'blocked' | 'silent' | 'well'): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [built('stuck'), how], (_, stdout, stderr) =>
      resolve({
        code: child.exitCode,
        signal: child.signalCode,
        said: stdout.trim().split('\n'),
        wrote: stderr,
      }),
    )
  })
}

describe('the watchdog', () => {
  it('ends a program that never comes back from a loop, and says why', async () => {
    const { signal, said, wrote } = await run('blocked')
    expect([signal, said]).to.deep.equal(['SIGKILL', ['watched']])
    expect(JSON.parse(wrote)).to.deep.include({ level: 60 })
    expect(wrote).to.include('stuck')
  })

  it('ends a program whose clock gives no sign of life, which says of itself that it is stuck before', async () => {
    const { signal, said } = await run('silent')
    expect([signal, said]).to.deep.equal(['SIGKILL', ['watched', 'stuck']])
  })

  it('leaves alone one that is well, and keeps nobody from ending', async () => {
    const { code, signal, said, wrote } = await run('well')
    expect([code, signal, said, wrote]).to.deep.equal([0, null, ['watched', 'well'], ''])
  })
})
