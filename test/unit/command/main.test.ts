// The program as a person starts it: exit statuses, help, and a clean stop.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { examples } from '../../../src/command/examples.ts'
import { built } from '../../kit/built.ts'
import { eventually } from '../../kit/eventually.ts'
import { freePort } from '../../kit/postgres.ts'

describe('the program', () => {
  let home: string
  before(() => (home = mkdtempSync(join(tmpdir(), 'policy-guide-main-'))))
  after(() => rmSync(home, { recursive: true, force: true }))

  const begin = (argv: readonly string[], env: Record<string, string> = {}) =>
    spawn('node', [built('main'), ...argv], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...env },
    })
  const finish = async (child: ReturnType<typeof begin>) => {
    let out = ''
    let err = ''
    child.stdout.on('data', (data) => (out += String(data)))
    child.stderr.on('data', (data) => (err += String(data)))
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
    return { status, out, err }
  }

  it('lists its commands', async () => {
    const { status, out } = await finish(begin(['help']))
    expect(status).to.equal(0)
    expect(out).to.include('inspect').and.include('ask')
  })

  it('every command says what it does, with an example, and does nothing', async () => {
    const { out } = await finish(begin(['help']))
    const names = [...out.matchAll(/^ {2}([a-z]+) /gm)].flatMap(([, name]) => name ?? [])
    expect(names).to.have.members(Object.keys(examples))
    const { status, out: told } = await finish(begin(['check', '--help', '--home', home]))
    expect(status).to.equal(0)
    expect(told).to.include('For example:').and.include('npm run check -- --json')
    for (const [name, given] of Object.entries(examples))
      expect(
        given.every((each) => each.startsWith(name === 'start' ? 'npm start' : `npm run ${name}`)),
        name,
      ).to.equal(true)
  })

  it('guesses a mistyped command', async () => {
    const { status, err } = await finish(begin(['inspct']))
    expect(status).to.equal(2)
    expect(err).to.include('Did you mean inspect?')
  })

  it('names a setting that is wrong, and not its value', async () => {
    const { status, err } = await finish(begin(['start', '--home', home], { PORT: 'secret' }))
    expect(status).to.equal(2)
    expect(err).to.include('PORT').and.not.include('secret')
  })

  it('refuses to start on unsound knowledge, with file, line and fix', async () => {
    const broken = join(home, 'broken')
    mkdirSync(broken)
    writeFileSync(join(broken, 'school.yaml'), 'name: Hilltop\nzone: Europe/Lundon\n')
    const { status, err } = await finish(begin(['start', '--home', broken], { PORT: '0' }))
    expect(status).to.equal(1)
    expect(err).to.match(/school\.yaml:2 .*zone.*time zone/)
  })

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`serves the page and stops cleanly on ${signal}`, async () => {
      const child = begin(['start', '--home', home], { PORT: '0' })
      const ended = finish(child)
      const url = await new Promise<string>((resolve, reject) => {
        child.once('exit', () => reject(new Error('it ended before it served')))
        child.stdout.on('data', (data) => {
          const found = /http:\/\/[\d.:]+/.exec(String(data))
          if (found !== null) resolve(found[0])
        })
      })
      expect((await fetch(url)).status).to.equal(200)
      child.kill(signal)
      expect(await ended).to.include({ status: 0 })
    })
  }

  it('serves, and stops cleanly, where nothing takes its output', async function () {
    if (!existsSync('/dev/full')) this.skip()
    const port = await freePort()
    const child = spawn('node', [built('main'), 'start', '--home', home], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'trace', PORT: String(port) },
      stdio: ['ignore', openSync('/dev/full', 'w'), 'ignore'],
    })
    const ended = once(child, 'exit')
    const serves = () =>
      fetch(`http://127.0.0.1:${port}/`).then(
        ({ status }) => status,
        () => undefined,
      )
    expect(await Promise.race([eventually(serves), ended])).to.equal(200)
    child.kill('SIGTERM')
    expect(await ended).to.deep.equal([0, null])
  })

  it('a command whose output cannot be written says so, and fails', async function () {
    if (!existsSync('/dev/full')) this.skip()
    const child = spawn('node', [built('main'), 'help'], { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] })
    let err = ''
    child.stderr?.on('data', (data) => (err += String(data)))
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    expect([code, err]).to.deep.equal([
      1,
      'What was to be said could not be written (ENOSPC: no space left on device, write). Make room for it, or say it elsewhere.\n',
    ])
  })

  it('stops when npm is stopped, which passes no signal on', async () => {
    const npm = spawn('npm', ['start', '--silent'], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, POLICY_GUIDE_HOME: home, PORT: '0', LOG_LEVEL: 'silent' },
    })
    let out = ''
    const stopped = new Promise<void>((resolve) => npm.stdout.once('close', resolve))
    const served = new Promise<void>((resolve) =>
      npm.stdout.on('data', (data) => {
        out += String(data)
        if (out.includes('Ctrl-C')) resolve()
      }),
    )
    await served
    npm.kill('SIGTERM')
    await stopped
    expect(out).to.include('Stopped. Everything that was kept is safe.')
  })
})
