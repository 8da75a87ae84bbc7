// RTF's bytes on their way to becoming text: collected until their code page is certain.
import { seen, symbolOf } from '../symbols.ts'
import { type FontSeen, fontSeen } from './head.ts'
import { decode, isWide } from './letters.ts'
import type { Machine } from './machine.ts'
import { writeText } from './write.ts'

export interface Inflow {
  take(bytes: Uint8Array): void
  /** A Unicode character; the replacement characters after it are left out. */
  takeUnicode(value: number | undefined): void
  /** Called before anything changes: what was collected belongs to the state so far. */
  flush(): void
  /** The end of a group ends the replacement characters. */
  stopSkipping(): void
}

export function createInflow(machine: Machine): Inflow {
  let gathered: number[] = []
  let font: FontSeen = { page: 1252, symbol: '' }
  let toSkip = 0

  function flush(): void {
    if (gathered.length === 0) return
    const bytes = gathered
    gathered = []
    writeText(font.symbol === '' ? decode(bytes, font.page) : symbolsOf(bytes, font.symbol), machine)
  }
  return {
    flush,
    take(bytes) {
      const skipped = Math.min(toSkip, bytes.length)
      toSkip -= skipped
      const { to } = machine.state
      if (skipped === bytes.length || to === 'skip' || to === 'between') return
      font = fontSeen(machine.head, machine.state.font)
      for (const byte of bytes.subarray(skipped)) gathered.push(byte)
      // The second byte of a wide character may still come.
      if (!isWide(font.page) || (gathered.at(-1) ?? 0) < 0x80) flush()
    },
    takeUnicode(value) {
      flush()
      const { symbol } = fontSeen(machine.head, machine.state.font)
      if (value !== undefined) writeText(seen(String.fromCharCode(value & 0xffff), symbol), machine)
      toSkip = machine.state.standIns
    },
    stopSkipping() {
      toSkip = 0
    },
  }
}

function symbolsOf(bytes: readonly number[], font: string): string {
  return bytes.map((byte) => (byte === 0x20 ? ' ' : symbolOf(font, byte))).join('')
}
