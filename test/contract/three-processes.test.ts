// Three servers on one PostgreSQL, each a process of its own, killed at random while they remind: counted where the
// messages arrive, everybody hears each thing exactly once.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect } from 'chai'
import { build } from 'esbuild'
import fc from 'fast-check'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { verify } from '../../src/proof/verify.ts'
import { aPerson, parts } from '../kit/evidence.ts'
import { askEverybody } from '../kit/hilltop.ts'
import { freshPostgres } from '../kit/postgres.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack } from '../kit/slack/types.ts'
import { installed } from '../kit/slackbot.ts'

/** `begin` is before anybody may be written to; from `working` on, everybody’s minute has come. */
const begin = '2026-11-23T07:59:30Z'
const working = '2026-11-23T08:59:30Z'
const afterLost = '2026-11-23T09:25:00Z'
const soonAfter = '2026-11-23T09:30:00Z'
const rounds = 2
/** Enough that three dying servers, each sending eight messages at once, leave some for the next round. */
const people = 100
const mostBetween = 7
/** Bundled once, because servers are started again and again; it is in node_modules so that its imports resolve. */
const program = `node_modules/.cache/replica-${process.pid}.mjs`

describe('three servers on one PostgreSQL, killed at random', () => {
  let slack: Slack
  let store: OpenStore
  let url: string
  const running = new Set<Server>()
  before(async () => {
    await build({
      entryPoints: ['test/kit/replica.ts'],
      outfile: program,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    })
    url = await freshPostgres()
    slack = await startSlack({ clock: () => new Date(working), settings: installed() })
    for (let n = 0; n < people; n++) slack.user(`Person ${n}`)
    store = openStore(await openPostgres(url), parts)
  })
  after(async () => {
    for (const server of running) server.kill()
    await slack.close()
    await store.close()
    rmSync(program, { force: true })
  })

  const start = async () => {
    const server = startServer([url, slack.apiUrl, slack.tokens.bot, working])
    running.add(server)
    await server.hears('ready')
    await server.ticks(begin)
    return server
  }
  const three = (first?: Server) => Promise.all([first ?? start(), start(), start()])
  const delivered = () => slack.callsOf('chat.postMessage').map(({ args }) => keyIn(args['metadata']))

  it('send each reminder once, whatever became of them, and take 200 signatures pressed on all of them at once', async () => {
    // The first server to start adds everybody to the directory.
    let fresh: Server | undefined = await start()
    await askEverybody(store.journal, new Date(begin))
    const everybody = await store.people.list({ practice: false, most: people + 1 })
    expect(everybody).to.have.lengthOf(people)
    const expected = everybody.map(({ id }) => `reminder:social-media@2015-10.1:${id}:asked`)

    const dying = fc.tuple(
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      fc.array(fc.integer({ min: 1, max: mostBetween }), { minLength: 3, maxLength: 3 }),
    )
    for (const [order, after] of fc.sample(dying, rounds)) {
      const servers = await three(fresh)
      fresh = undefined
      for (const server of servers) server.tick(working)
      for (const [n, which] of order.entries()) {
        const enough = delivered().length + (after[n] ?? 1)
        // The message has arrived, but the server that sent it has no response yet.
        await slack.until(() => (delivered().length >= enough ? (servers[which]?.kill(), true) : undefined))
      }
      for (const server of servers) await server.gone
      await slack.settled()
    }
    const lost = (await store.notices.counts()).claimed
    expect(lost, 'the killed had something in hand').to.be.greaterThan(0)

    const servers = await three()
    for (const at of [working, afterLost, soonAfter]) await Promise.all(servers.map((server) => server.ticks(at)))
    await slack.settled()

    const keys = delivered()
    expect(new Set(keys).size, 'none twice').to.equal(keys.length)
    expect(keys).to.have.members(expected)
    const { claimed, failed, unknown } = await store.notices.counts()
    expect({ claimed, failed, unknown }, 'all are settled').to.deep.equal({ claimed: 0, failed: 0, unknown: 0 })

    await store.people.put(Array.from({ length: 200 - people }, (_, n) => aPerson(`other-${n}`)))
    const signed = await Promise.all(servers.map((server) => server.signs()))
    expect(signed.reduce((sum, each) => sum + each)).to.equal(200)
    expect(await verify(store, parts)).to.deep.include({ kind: 'holds', signatures: 200 })
    for (const server of servers) await server.end()
  })
})

function keyIn(metadata: unknown): string {
  const { event_payload: payload } = metadata as { event_payload: { key: string } }
  return payload.key
}

interface Server {
  tick(at: string): void
  /** Resolves when everything due at that time is done. */
  ticks(at: string): Promise<void>
  /** Everybody presses Sign on this server; resolves with how many it reports as signed. */
  signs(): Promise<number>
  /** Resolves when the server's next line is `what`; rejects on another line or its end. */
  hears(what: string): Promise<void>
  kill(): void
  end(): Promise<void>
  readonly gone: Promise<unknown>
}

function startServer(args: readonly string[]): Server {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const gone = once(child, 'exit')
  // A killed process reads no more, so writing to it may fail.
  child.stdin.on('error', () => undefined)
  const tick = (at: string) => void child.stdin.write(`${at}\n`)
  const next = async (what: RegExp) => {
    const line = await lines.next()
    const said = line.done === true ? undefined : what.exec(line.value)
    if (said === undefined || said === null) throw new Error(`a server said ${String(line.value)}, not ${String(what)}`)
    return said
  }
  const hears = async (what: string) => {
    await next(new RegExp(`^${what}$`))
  }
  return {
    tick,
    hears,
    gone,
    async ticks(at) {
      tick(at)
      await hears('ticked')
    },
    async signs() {
      child.stdin.write('sign\n')
      return Number((await next(/^signed (\d+)$/))[1])
    },
    kill: () => void child.kill('SIGKILL'),
    async end() {
      child.stdin.end()
      await gone
    },
  }
}
