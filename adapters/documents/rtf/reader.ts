// Reads RTF sign by sign: keeps what is in force, sends text where it belongs, begins and ends notes, heads and boxes.
import type { Budget } from '../budget.ts'
import type { Layout } from '../lay.ts'
import { numeral } from '../numerals.ts'
import { refusals, Unreadable } from '../refuse.ts'
import { tellRunning } from '../running.ts'
import { seen, symbolOf } from '../symbols.ts'
import { destinationOf, type Opening } from './destinations.ts'
import { type FontSeen, fontSeen, type Head, newHead } from './head.ts'
import { decode, isWide } from './letters.ts'
import type { Machine } from './machine.ts'
import { atStart, changed, type State } from './state.ts'
import { type RowShape, endStory, newRow, newStory, type Story } from './story.ts'
import type { Token } from './tokens.ts'
import { obey } from './words.ts'
import { writeText } from './write.ts'

const deepest = 400

interface Row<T> {
  plain: T
  nested: T
}

interface Group {
  readonly state: State
  /** Where a story of its own began with this group: the one around it, and what becomes of it. */
  readonly around?: { story: Story; opening: Opening }
}

export interface Reader {
  take(token: Token): void
  /** The body's pieces, once all signs are taken. */
  finish(): Head
}

export function createReader(bytes: Uint8Array, layout: Layout, budget: Budget): Reader {
  const groups: Group[] = []
  const notes = { foot: 0, end: 0 }
  const told = new Set<string>()
  let pending: number[] = []
  let pendingFont: FontSeen | undefined
  let toSkip = 0
  let mayIgnore = false
  const rows: Row<RowShape> = { plain: newRow(), nested: newRow() }
  const machine: Machine = {
    head: newHead(),
    layout,
    state: atStart,
    story: newStory(),
    row: () => (machine.state.isNestedRow ? rows.nested : rows.plain),
    newRow() {
      if (machine.state.isNestedRow) rows.nested = newRow()
      else rows.plain = newRow()
    },
    put(text) {
      flush()
      writeText(text, machine)
    },
  }

  function flush(): void {
    if (pending.length === 0) return
    const bytesNow = pending
    const font = pendingFont ?? { page: machine.head.usualPage, symbol: '' }
    pending = []
    const text =
      font.symbol === ''
        ? decode(bytesNow, font.page)
        : bytesNow.map((byte) => (byte === 0x20 ? ' ' : symbolOf(font.symbol, byte))).join('')
    writeText(text, machine)
  }

  function takeBytes(from: Uint8Array): void {
    const dropped = Math.min(toSkip, from.length)
    toSkip -= dropped
    if (dropped === from.length || machine.state.to === 'skip' || machine.state.to === 'between') return
    const font = fontSeen(machine.head, machine.state.font)
    if (pendingFont !== undefined && (pendingFont.page !== font.page || pendingFont.symbol !== font.symbol)) flush()
    pendingFont = font
    for (let at = dropped; at < from.length; at++) pending.push(from[at] ?? 0)
    // The second byte of a wide letter may still come.
    if (!isWide(font.page) || (pending.at(-1) ?? 0) < 0x80) flush()
  }

  function takeWord(word: string, value: number | undefined): void {
    const ignorable = mayIgnore
    mayIgnore = false
    if (word === 'u') {
      flush()
      const font = fontSeen(machine.head, machine.state.font).symbol
      if (value !== undefined) writeText(seen(String.fromCharCode(value & 0xffff), font), machine)
      toSkip = machine.state.standIns
      return
    }
    flush()
    toSkip = 0
    const opening = destinationOf(word, machine.state, ignorable)
    if (opening !== undefined) begin(opening)
    else if (!obey(word, value, machine)) machine.state = changed(machine.state, word, value) ?? machine.state
  }

  function begin(opening: Opening): void {
    if (opening.loses !== undefined) layout.lose(opening.loses)
    const group = groups.at(-1)
    machine.state = { ...machine.state, ...opening.state }
    if (opening.story === undefined || group === undefined || group.around !== undefined) return
    groups[groups.length - 1] = { ...group, around: { story: machine.story, opening } }
    machine.story = newStory()
  }

  function open(): void {
    flush()
    toSkip = 0
    if (groups.length >= deepest) throw new Unreadable(refusals.tooDeep)
    groups.push({ state: machine.state })
  }

  function close(): void {
    flush()
    toSkip = 0
    mayIgnore = false
    const group = groups.pop()
    if (group === undefined) return
    if (group.around !== undefined) end(group.around)
    machine.state = group.state
  }

  function end({ story: around, opening }: NonNullable<Group['around']>): void {
    const own = machine.story
    const pieces = endStory(own, machine.state, machine.head)
    machine.story = around
    if (opening.story === 'head' || opening.story === 'foot') tellRunning(pieces, { kind: opening.story, told, layout })
    else if (opening.story === 'note')
      around.after.push({ kind: 'note', number: own.isNumbered ? numberNote(own.isEndnote) : '', pieces })
    else for (const piece of pieces) around.after.push(piece.kind === 'paragraph' ? { ...piece, isBoxed: true } : piece)
  }

  function numberNote(isEndnote: boolean): string {
    return isEndnote ? numeral(++notes.end, 'roman') : numeral(++notes.foot, 'decimal')
  }

  return {
    take(token) {
      budget.spend(1)
      switch (token.kind) {
        case 'open':
          open()
          break
        case 'close':
          close()
          break
        case 'word':
          takeWord(token.word, token.value)
          break
        case 'symbol':
          mayIgnore = token.symbol === '*'
          takeSymbol(token.symbol, machine)
          break
        case 'byte':
          takeBytes(Uint8Array.of(token.byte))
          break
        case 'text':
          takeBytes(bytes.subarray(token.from, token.to))
          break
      }
    },
    finish() {
      flush()
      // Its last groups are missing, and whatever stood in them.
      if (groups.length > 0) throw new Unreadable(refusals.damaged)
      for (const piece of endStory(machine.story, atStart, machine.head)) layout.add(piece)
      return machine.head
    },
  }
}

function takeSymbol(symbol: string, machine: Machine): void {
  switch (symbol) {
    case '~':
      machine.put('\u00a0')
      break
    case '_':
      machine.put('-')
      break
    case '\n':
    case '\r':
      obey('par', undefined, machine)
      break
    case '{':
    case '}':
    case '\\':
      machine.put(symbol)
      break
    default:
  }
}
