// The program as a process of its own, on a home with its own database: a second server is refused, and every file it
// writes is for its owner only, even where the account's umask is open.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { holdHome } from '../../adapters/store/serving.ts'
import { built } from '../kit/built.ts'
import { aFolder } from '../kit/databases.ts'
import { serveProgram } from '../kit/serving.ts'

const now = '2026-11-23T09:00:00Z'

interface Ended {
  readonly status: number
  readonly said: string
}

/** A shell with the most open umask runs it. */
function program(...argv: readonly string[]): Promise<Ended> {
  const shell = ['-c', 'umask 000; exec "$0" "$@"', process.execPath, built('main'), ...argv]
  const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn' }
  return new Promise((resolve) => {
    const child = execFile('sh', shell, { env }, (_, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, said: stdout + stderr }),
    )
    // Its standard input stays open: with --yes a command must not wait for an answer.
  })
}

describe('a home with a database of its own', () => {
  it('has one server: a second is refused with what to do, changes nothing, and may start once the first is gone', async () => {
    const home = aFolder()
    const first = serveProgram({ home, now, env: {} })
    try {
      await first.said('Press Ctrl-C')
      const before = statSync(join(home, 'policy-guide.db')).mtimeMs
      const second = await program('start', '--home', home)
      expect(second.status).to.equal(1)
      expect(second.said)
        .to.include(`Another Policy Guide is serving ${home} already, and nothing was changed.`)
        .and.include('--home FOLDER')
      expect(second.said).to.not.include('Practice').and.not.include('Press Ctrl-C')
      expect(statSync(join(home, 'policy-guide.db')).mtimeMs).to.equal(before)
      // Commands may run beside the bot, because they are not servers.
      expect((await program('people', 'list', '--home', home)).status).to.equal(0)
    } finally {
      // SIGKILL stands for a crash: only the operating system releases the home.
      first.child.kill('SIGKILL')
      await first.gone.catch(() => undefined)
    }
    const next = serveProgram({ home, now, env: {} })
    await next.said('Press Ctrl-C')
    next.child.kill('SIGKILL')
    await next.gone.catch(() => undefined)
  })

  it('a lock that is none is told in plain words, with what to do', () => {
    const spoilt: readonly ((file: string) => void)[] = [
      mkdirSync,
      (file) => writeFileSync(file, 'pid 5\n'.repeat(500)),
    ]
    for (const spoil of spoilt) {
      const home = aFolder()
      const file = join(home, 'serving.lock')
      spoil(file)
      expect(() => holdHome(home))
        .to.throw(`${file} cannot be used (`)
        .with.property('message')
        .that.includes('delete it, and start again')
    }
  })

  it('writes nothing that another account of the machine could read', async () => {
    const root = aFolder()
    const home = join(root, 'home')
    const list = join(root, 'list.csv')
    writeFileSync(list, 'Name,Email,Group\nAda Okafor,ada@s.example,teaching\n', { mode: 0o600 })
    const made = join(root, 'made')
    mkdirSync(made, { mode: 0o700 })
    for (const argv of [
      ['people', 'import', list, '--yes'],
      ['register', 'export', join(made, 'register.csv')],
      ['register', 'pack', join(made, 'pack.zip')],
      ['backup'],
      ['backup', '--to', join(made, 'copy.db')],
      ['verify', 'checkpoint', join(made, 'checkpoint.txt')],
      ['calendar', '--to', join(made, 'year.ics')],
    ]) {
      const { status, said } = await program(...argv, '--home', home)
      expect(status, `${argv.join(' ')}: ${said}`).to.equal(0)
    }
    expect(existsSync(join(home, 'backups'))).to.equal(true)
    expect(readdirSync(made).toSorted()).to.deep.equal(['checkpoint.txt', 'copy.db', 'pack.zip', 'register.csv', 'year.ics']) // prettier-ignore
    const open = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (path) => (statSync(join(root, path)).mode & 0o077) !== 0,
    )
    expect(open).to.deep.equal([])
  })
})
