// The words that pass between a mail client and its server, one by one. The library that sends email says only that
// something failed; whoever looks for the cause needs to know at which step.
import type { Duplex } from 'node:stream'

export interface Dialogue {
  /** The server's next answer: its number, and its lines, which may quote an address and are shown to nobody. */
  hear(): Promise<Heard>
  say(line: string): Promise<Heard>
  end(): void
}

export interface Heard {
  readonly number: number
  readonly lines: readonly string[]
}

/** Milliseconds for each answer. */
const limit = 10_000

/** Over a connection that is open. Each promise rejects where the other side ends it, or says nothing for too long. */
export function openDialogue(socket: Duplex): Dialogue {
  let held = ''
  let lines: string[] = []
  const answers: Heard[] = []
  let broken: Error | undefined
  let wake: () => void = () => undefined
  const breaks = (why: string) => {
    broken ??= new Error(why)
    wake()
  }
  socket.on('data', (piece: Buffer) => {
    held += piece.toString()
    const [rest = '', ...whole] = held.split('\n').toReversed()
    held = rest
    for (const line of whole.toReversed().map((each) => each.trimEnd())) {
      lines.push(line)
      // Each but the last of an answer's lines has a hyphen behind the number.
      if (/^\d{3}-/.test(line)) continue
      answers.push({ number: Number(/^\d{3}/.exec(line)?.[0] ?? 0), lines })
      lines = []
    }
    // A server that is none may never end a line.
    if (held.length > 10_000) breaks('it says what no mail server says')
    wake()
  })
  socket.on('error', (error) => breaks('code' in error ? String(error.code) : error.message))
  socket.on('close', () => breaks('it ended the connection'))

  const hear = async (): Promise<Heard> => {
    const late = setTimeout(() => breaks('it did not answer in time'), limit)
    try {
      for (;;) {
        const answer = answers.shift()
        if (answer !== undefined) return answer
        if (broken !== undefined) throw broken
        await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      clearTimeout(late)
    }
  }
  return {
    hear,
    say(line) {
      socket.write(`${line}\r\n`)
      return hear()
    },
    end: () => void socket.destroy(),
  }
}
