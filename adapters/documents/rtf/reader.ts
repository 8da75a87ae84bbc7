// Reads RTF token by token: keeps the current state and sends everything to where it belongs.
import type { Budget } from '../budget.ts'
import type { Layout } from '../lay.ts'
import { refusals, Unreadable } from '../refuse.ts'
import { destinationOf } from './destinations.ts'
import { createGroups, type Groups } from './groups.ts'
import { type Head, newHead } from './head.ts'
import { createInflow, type Inflow } from './inflow.ts'
import type { Machine } from './machine.ts'
import { atStart, changed } from './state.ts'
import { endStory, newRow, newStory } from './story.ts'
import { tokensOf } from './tokens.ts'
import { obey } from './words.ts'
import { writeText } from './write.ts'

/** Reads the whole text; returns what the head says. */
export function readAll(bytes: Uint8Array, layout: Layout, budget: Budget): Head {
  const machine = newMachine(layout)
  const inflow = createInflow(machine)
  const groups = createGroups(machine)
  // `\*` before a word: a reader who does not know it should leave its group out.
  let mayIgnore = false
  for (const token of tokensOf(bytes)) {
    budget.spend(1)
    switch (token.kind) {
      case 'byte':
        inflow.take(Uint8Array.of(token.byte))
        continue
      case 'text':
        inflow.take(bytes.subarray(token.from, token.to))
        continue
      default:
        inflow.flush()
    }
    if (token.kind === 'word') takeWord(token, mayIgnore, { machine, inflow, groups })
    else inflow.stopSkipping()
    if (token.kind === 'open') groups.open()
    if (token.kind === 'close') groups.close()
    if (token.kind === 'symbol') takeSymbol(token.symbol, machine)
    mayIgnore = token.kind === 'symbol' && token.symbol === '*'
  }
  inflow.flush()
  // Its last groups are missing, and whatever was in them.
  if (groups.depth() > 0) throw new Unreadable(refusals.damaged)
  for (const piece of endStory(machine.story, atStart, machine.head)) layout.add(piece)
  return machine.head
}

function newMachine(layout: Layout): Machine {
  let outer = newRow()
  let nested = newRow()
  const machine: Machine = {
    head: newHead(),
    layout,
    state: atStart,
    story: newStory(),
    row: () => (machine.state.isNestedRow ? nested : outer),
    newRow() {
      if (machine.state.isNestedRow) nested = newRow()
      else outer = newRow()
    },
    put: (text) => {
      writeText(text, machine)
    },
  }
  return machine
}

interface Parts {
  readonly machine: Machine
  readonly inflow: Inflow
  readonly groups: Groups
}

function takeWord(token: { word: string; value: number | undefined }, mayIgnore: boolean, parts: Parts): void {
  const { word, value } = token
  const { machine, inflow, groups } = parts
  if (word === 'u') {
    inflow.takeUnicode(value)
    return
  }
  inflow.stopSkipping()
  const opening = destinationOf(word, machine.state, mayIgnore)
  if (opening !== undefined) groups.begin(opening)
  else if (!obey(word, value, machine)) machine.state = changed(machine.state, word, value) ?? machine.state
}

function takeSymbol(symbol: string, machine: Machine): void {
  switch (symbol) {
    case '~':
      machine.put(' ')
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
