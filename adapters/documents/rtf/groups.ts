// RTF's groups: the state returns to what it was when one closes, and notes, headers and boxes end with theirs.
import { numeral } from '../numerals.ts'
import { refusals, Unreadable } from '../refuse.ts'
import { tellRunning } from '../running.ts'
import type { Opening } from './destinations.ts'
import type { Machine } from './machine.ts'
import type { State } from './state.ts'
import { endStory, newStory, type Story } from './story.ts'

const deepest = 400

interface Group {
  readonly state: State
  /** Where a separate text started with this group: the one around it, and what to do with it. */
  around?: { readonly story: Story; readonly opening: Opening }
}

export interface Groups {
  open(): void
  close(): void
  /** The open group becomes what its first word says. */
  begin(opening: Opening): void
  depth(): number
}

export function createGroups(machine: Machine): Groups {
  const groups: Group[] = []
  const end = ender(machine)
  return {
    depth: () => groups.length,
    open() {
      if (groups.length >= deepest) throw new Unreadable(refusals.tooDeep)
      groups.push({ state: machine.state })
    },
    close() {
      const group = groups.pop()
      if (group?.around !== undefined) end(group.around)
      machine.state = group?.state ?? machine.state
    },
    begin(opening) {
      if (opening.loses !== undefined) machine.layout.lose(opening.loses)
      machine.state = { ...machine.state, ...opening.state }
      const group = groups.at(-1)
      if (opening.story === undefined || group === undefined || group.around !== undefined) return
      group.around = { story: machine.story, opening }
      machine.story = newStory()
    },
  }
}

function ender(machine: Machine): (around: NonNullable<Group['around']>) => void {
  const notes = { foot: 0, end: 0 }
  const told = new Set<string>()
  return ({ story: around, opening }) => {
    const own = machine.story
    const pieces = endStory(own, machine.state, machine.head)
    machine.story = around
    switch (opening.story) {
      case 'head':
      case 'foot':
        tellRunning(pieces, { kind: opening.story, told, layout: machine.layout })
        break
      case 'note': {
        const number = own.isEndnote ? numeral(++notes.end, 'roman') : numeral(++notes.foot, 'decimal')
        around.after.push({ kind: 'note', number: own.isNumbered ? number : '', pieces })
        break
      }
      default:
        for (const piece of pieces) around.after.push(piece.kind === 'paragraph' ? { ...piece, isBoxed: true } : piece)
    }
  }
}
