// The container file, the compose file and the systemd unit, checked against the program: no container engine is needed
// to notice that they ask for something that does not exist.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'chai'
import { parse } from 'yaml'
import { eventually } from '../kit/eventually.ts'

interface Package {
  readonly engines: { readonly node: string }
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}
const { engines, scripts, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Package

/** One instruction of the container file, with its words as written. */
interface Step {
  readonly name: string
  readonly rest: string
  readonly words: readonly string[]
}

const stages: Step[][] = []
for (const line of readFileSync('Dockerfile', 'utf8').split('\n')) {
  const [, name, rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? []
  if (name === undefined) continue
  if (name === 'FROM') stages.push([])
  stages.at(-1)?.push({ name, rest, words: rest.split(/ +/) })
}
const steps = stages.flat()
const served = stages.at(-1) ?? []
const named = (name: string, among: readonly Step[] = steps) => among.filter((step) => step.name === name)
const listOf = ({ rest }: Step) => JSON.parse(rest.replace(/^.*?CMD /, '')) as string[]

/** What is copied from the project: the sources and their destination. */
const copies = (among: readonly Step[]) =>
  named('COPY', among)
    .filter(({ rest }) => !rest.startsWith('--from'))
    .map(({ words }) => ({ sources: words.slice(0, -1), to: words.at(-1) ?? '' }))

describe('the container file', () => {
  it('copies only what git keeps, and nothing that is held back', () => {
    const heldBack = readFileSync('.dockerignore', 'utf8').split('\n')
    for (const source of copies(steps).flatMap(({ sources }) => sources)) {
      expect(execFileSync('git', ['ls-files', '--', source], { encoding: 'utf8' }), source).to.not.equal('')
      expect(heldBack, source).to.not.include(source.split('/')[0])
    }
    expect(heldBack).to.include.members(['.env', 'data', '.git', 'node_modules'])
  })

  it('begins with a Node that the program accepts', () => {
    const least = /^>=(\d+)\./.exec(engines.node)?.[1]
    for (const { rest } of named('FROM')) expect(/^node:(\d+)-bookworm-slim/.exec(rest)?.[1], rest).to.equal(least)
  })

  it('runs commands that exist, and needs nothing at work that is for development only', () => {
    const run = named('RUN').flatMap(({ rest }) =>
      [...rest.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
    )
    expect(run).to.include('build')
    for (const name of run) expect(scripts, name).to.have.property(name)
    expect(named('RUN').some(({ rest }) => rest.includes('npm ci --omit=dev'))).to.equal(true)
    const outside = [...(scripts['build'] ?? '').matchAll(/--external:(\S+)/g)].map(([, name = '']) => name)
    expect(outside).to.include('pino')
    for (const name of ['esbuild', ...outside]) expect(dependencies, name).to.have.property(name)
    const [entry] = named('ENTRYPOINT', served)
    expect(entry && listOf(entry)).to.eql((scripts['start'] ?? '').split(' ').slice(0, -1))
  })

  it('serves as nobody in particular, from a home that outlives it', () => {
    expect(named('USER', served).at(-1)?.rest).to.equal('node')
    const home = /POLICY_GUIDE_HOME=(\S+)/.exec(named('ENV', served)[0]?.rest ?? '')?.[1]
    expect(named('VOLUME', served)[0]?.rest).to.equal(home)
  })

  describe('with the files that are copied, and no others', () => {
    let folder: string
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'policy-guide-image-'))
      for (const { sources, to } of copies(served))
        for (const source of sources) {
          const place = join(folder, to.endsWith('/') ? join(to, basename(source)) : to)
          mkdirSync(dirname(place), { recursive: true })
          cpSync(source, place, { recursive: true })
        }
      symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
      execFileSync('npm', ['run', '-s', 'build', '--', `--outdir=${join(folder, 'dist')}`], { stdio: 'pipe' })
    })
    after(() => rmSync(folder, { recursive: true, force: true }))

    it('the bot starts, its page has its style, and its health is seen', async () => {
      const [, ...words] = listOf(named('ENTRYPOINT', served)[0] ?? { name: '', rest: '[]', words: [] })
      const child = spawn(process.execPath, [...words, 'start'], {
        cwd: folder,
        env: { PATH: process.env.PATH, PORT: '0', POLICY_GUIDE_HOME: join(folder, 'data') },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      try {
        let url = ''
        for await (const line of createInterface({ input: child.stdout })) {
          url = /http:\S+/.exec(line)?.[0] ?? ''
          if (url !== '') break
        }
        for (const path of ['/', '/page.css', '/page.js', '/icon.svg'])
          expect((await fetch(url + path)).status, path).to.equal(200)
        // On a busy machine it is served before its first write has been tried.
        await eventually(async () => ((await fetch(`${url}/readyz`)).status === 200 ? true : undefined))
        expect(checkHealth(new URL(url).port)).to.equal(0)
      } finally {
        child.kill('SIGTERM')
        if (child.exitCode === null) await once(child, 'exit')
      }
      expect(child.exitCode).to.equal(0)
    })

    it('says of a server that is ill, or not there, that it is not healthy', async () => {
      const ill = createServer((_request, response) => response.writeHead(503).end()).listen(0, '127.0.0.1')
      await once(ill, 'listening')
      const { port } = ill.address() as AddressInfo
      // Another process asks, so this one must stay free to answer it.
      const child = spawn(process.execPath, healthCheck(), { env: { PORT: String(port) } })
      await once(child, 'exit')
      expect(child.exitCode).to.equal(1)
      ill.close()
      await once(ill, 'close')
      expect(checkHealth(String(port))).to.equal(1)
    })
  })
})

function healthCheck(): string[] {
  const [check] = named('HEALTHCHECK', served)
  return check === undefined ? [] : listOf(check).slice(1)
}

function checkHealth(port: string): number | null {
  return spawnSync(process.execPath, healthCheck(), { env: { PORT: port } }).status
}

interface Service {
  readonly build?: string
  readonly image?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly depends_on?: unknown
  readonly healthcheck?: unknown
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
}

describe('the compose file', () => {
  const text = readFileSync('compose.yaml', 'utf8')
  const { services, volumes } = parse(text) as {
    services: Record<string, Service>
    volumes: Record<string, unknown>
  }
  const guides = Object.values(services).filter(({ build }) => build === '.')

  it('runs two of the same on one database that is there before them', () => {
    expect(guides).to.have.length(2)
    expect(guides[0]).to.eql(guides[1])
    expect(guides[0]?.depends_on).to.eql({ database: { condition: 'service_healthy' } })
    expect(services['database']?.healthcheck).to.be.an('object')
    expect(services['database']?.volumes?.[0]).to.match(/^database:/)
    for (const name of Object.keys(services).filter((each) => each.startsWith('guide')))
      expect(text).to.include(`${name}:3978`)
  })

  it('opens nothing but the proxy to the world, and holds no secret', () => {
    expect(Object.entries(services).flatMap(([name, { ports }]) => (ports === undefined ? [] : [name]))).to.eql([
      'proxy',
    ])
    for (const { environment } of Object.values(services))
      for (const [name, value] of Object.entries(environment ?? {}))
        if (/PASSWORD|TOKEN|SECRET|URL/.test(name)) expect(value, name).to.match(/\$\{\w+:\?/)
  })

  it('sets only what the program reads, and uses only volumes that it names', () => {
    const config = readFileSync('src/config.ts', 'utf8')
    for (const name of Object.keys(guides[0]?.environment ?? {})) expect(config).to.match(new RegExp(`\\b${name}:`))
    const used = Object.values(services).flatMap((service) => service.volumes ?? [])
    for (const volume of used) expect(volumes).to.have.property(volume.split(':')[0] ?? '')
  })
})

describe('the systemd unit', () => {
  const file = 'manifest/policy-guide.service'
  const unit = readFileSync(file, 'utf8')

  it('starts what `npm start` starts', () => {
    expect(/^ExecStart=\/usr\/bin\/(.*)$/m.exec(unit)?.[1]).to.equal(scripts['start'])
    const home = /POLICY_GUIDE_HOME=\/var\/lib\/(\S+)/.exec(unit)?.[1]
    expect(/^StateDirectory=(.*)$/m.exec(unit)?.[1]).to.equal(home)
  })

  it('is one that systemd takes', function () {
    if (spawnSync('systemd-analyze', ['--version']).error !== undefined) this.skip()
    const folder = mkdtempSync(join(tmpdir(), 'policy-guide-unit-'))
    const copy = join(folder, basename(file))
    // Node may be elsewhere on this machine.
    writeFileSync(copy, unit.replace('/usr/bin/node', process.execPath))
    const { stdout, stderr, status } = spawnSync('systemd-analyze', ['verify', copy], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect([status, stdout + stderr]).to.eql([0, ''])
  })
})
