// A faulty network between a test and a TCP server: on demand it cuts, stalls, goes silent, delays and refuses.
import { connect, createServer, type Server, type Socket } from 'node:net'

export interface Network {
  /** Returns the address of the server, changed to go through this network. */
  readonly through: (url: string) => string
  /** Ends all connections, as a firewall or a dying server does. */
  cut(): void
  /**
   * Stops all traffic in both directions without telling either end, as with half-open connections. `resumes` ends
   * this.
   */
  stalls(): void
  resumes(): void
  /** Leaves the present connections half open for ever; new ones go to that port. */
  leadsTo(port: number): void
  /** While true, new connections are ended at once. */
  refuses(yes: boolean): void
  /** Delays each chunk by that many milliseconds. */
  delays(ms: number): void
  /**
   * Cuts all connections when a chunk with these words goes to the server: before it arrives, or when its answer comes.
   * `tell` is called at that moment.
   */
  cutsAt(words: string, when: 'before' | 'after', tell?: () => void): void
  /** Takes back the last `cutsAt`, if it has not happened. */
  cutsNoMore(): void
  /** Stalls when a chunk with these words passes in either direction; the chunk itself does not arrive. */
  stopsAt(words: string): Promise<void>
  /** The number of connections so far. */
  count(): number
  close(): Promise<void>
}

export async function openNetwork(port: number): Promise<Network> {
  const pairs = new Set<readonly [Socket, Socket]>()
  const silent = new WeakSet<Socket>()
  let target = port
  let state = { stalled: false, refusing: false, delay: 0 }
  let trap: { readonly words: string; readonly when: 'before' | 'after'; readonly tell?: () => void } | undefined
  let stop: { readonly words: string; readonly tell: () => void } | undefined
  let muted: { readonly tell?: () => void } | undefined
  let held: (() => void)[] = []
  let count = 0
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy()
    pairs.clear()
  }
  /** Passes a chunk on, or holds it until the network resumes. */
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
      sprung.tell?.()
      return
    }
    if (sprung !== undefined) muted = sprung
    // The answer shows that the server has done its work; the cut keeps it from the client.
    if (muted !== undefined && !upwards) {
      const { tell } = muted
      muted = undefined
      cut()
      tell?.()
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
        // A stalled peer does not hear of a closed connection either.
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
    cutsAt: (words, when, tell) => void (trap = { words, when, ...(tell && { tell }) }),
    cutsNoMore: () => void ([trap, muted] = [undefined, undefined]),
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
