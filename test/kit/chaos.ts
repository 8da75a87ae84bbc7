// A network that fails as networks do, between a test and a server that speaks over TCP: it cuts, stalls, goes silent,
// delays and refuses, at the test's word.
import { connect, createServer, type Server, type Socket } from 'node:net'

export interface Network {
  /** What leads to the server, reached through here instead. */
  readonly through: (url: string) => string
  /** Ends all connections, as a firewall or a server that dies does. */
  cut(): void
  /** Nothing passes any more, either way, and nobody is told: half-open connections, too. `resumes` ends that. */
  stalls(): void
  resumes(): void
  /** The connections of now are half open for ever; new ones lead to that port. */
  leadsTo(port: number): void
  /** New connections are ended at once. */
  refuses(yes: boolean): void
  /** Milliseconds for each piece of what is sent. */
  delays(ms: number): void
  /** Cuts all as soon as something with these words passes to the server: before it arrives there, or when the answer comes. */
  cutsAt(words: string, when: 'before' | 'after'): void
  /** As soon as something with these words passes, either way, nothing passes any more: before it arrives. */
  stopsAt(words: string): Promise<void>
  /** How many connections there have been. */
  count(): number
  close(): Promise<void>
}

export async function openNetwork(port: number): Promise<Network> {
  const pairs = new Set<readonly [Socket, Socket]>()
  const silent = new WeakSet<Socket>()
  let target = port
  let state = { stalled: false, refusing: false, delay: 0 }
  let trap: { readonly words: string; readonly when: 'before' | 'after' } | undefined
  let stop: { readonly words: string; readonly tell: () => void } | undefined
  let muted = false
  let held: (() => void)[] = []
  let count = 0
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy()
    pairs.clear()
  }
  /** What passes now, or is held until the network goes on. */
  const pass = (chunk: Buffer, to: Socket, upwards: boolean) => {
    if (silent.has(to)) return
    if (stop !== undefined && chunk.includes(stop.words)) {
      state = { ...state, stalled: true }
      stop.tell()
      stop = undefined
    }
    const sprung = upwards && trap !== undefined && chunk.includes(trap.words) ? trap : undefined
    if (sprung !== undefined) trap = undefined
    if (sprung?.when === 'before') {
      cut()
      return
    }
    if (sprung !== undefined) muted = true
    // An answer comes: what was asked has been done, and nobody is told.
    if (muted && !upwards) {
      muted = false
      cut()
      return
    }
    const go = () => void to.write(chunk)
    if (state.stalled) held.push(go)
    else if (state.delay > 0) setTimeout(go, state.delay)
    else go()
  }
  const server = createServer((near) => {
    count += 1
    if (state.refusing) return void near.destroy()
    const far = connect(target, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    for (const [socket, other, upwards] of [
      [near, far, true],
      [far, near, false],
    ] as const) {
      socket.on('data', (chunk: Buffer) => pass(chunk, other, upwards))
      socket.on('error', () => undefined)
      socket.on('close', () => {
        // Who is stalled does not hear of an end, either.
        if (state.stalled || silent.has(socket)) return
        pairs.delete(pair)
        other.destroy()
      })
    }
  })
  const here = await listening(server)
  return {
    through: (url) => Object.assign(new URL(url), { host: `127.0.0.1:${here}` }).toString(),
    cut,
    stalls: () => void (state = { ...state, stalled: true }),
    resumes: () => {
      state = { ...state, stalled: false }
      for (const go of held) go()
      held = []
    },
    leadsTo: (other) => {
      target = other
      held = []
      for (const pair of pairs) for (const socket of pair) silent.add(socket)
      state = { ...state, stalled: false }
    },
    refuses: (refusing) => void (state = { ...state, refusing }),
    delays: (delay) => void (state = { ...state, delay }),
    cutsAt: (words, when) => void (trap = { words, when }),
    stopsAt: (words) => new Promise((tell) => void (stop = { words, tell })),
    count: () => count,
    close: async () => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
    })
  })
}
