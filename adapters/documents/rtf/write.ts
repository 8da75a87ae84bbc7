// Sends RTF's text to where it belongs: the line, a label, a field's code, the head.
import type { Machine } from './machine.ts'
import type { State } from './state.ts'
import type { Story } from './story.ts'
import { nameFont, styleIn } from './words.ts'

export function writeText(text: string, machine: Machine): void {
  const { state, story, head } = machine
  switch (state.to) {
    case 'body':
      writeBody(text, machine)
      break
    case 'label':
      if (!state.deleted && !state.hidden && story.label.length < 200) story.label += text
      break
    case 'code':
      if (state.field !== undefined && state.field.code.length < 1_000) state.field.code += text
      break
    case 'fonts':
      nameFont(head, state.font, text)
      break
    case 'styles':
      nameStyle(machine, text)
      break
    case 'title':
    case 'author':
      if (head.about[state.to].length < 1_000) head.about[state.to] += text
      break
    default:
  }
}

function nameStyle({ head, state }: Machine, text: string): void {
  const style = styleIn(head, state.style)
  if (!style.name.includes(';')) style.name += text
  const end = style.name.indexOf(';')
  if (end >= 0) style.name = style.name.slice(0, end)
}

function writeBody(text: string, machine: Machine): void {
  const { state, story } = machine
  const kind = passageOf(state)
  const isNew = kind !== story.passage && text.trim() !== ''
  if (isNew && kind !== undefined) machine.layout.lose(kind)
  if (isNew) story.passage = kind
  if (state.deleted || state.hidden) return
  if (state.isContents) story.contents.push(text)
  else writeLine(text, state, story)
}

function passageOf({ deleted, hidden, inserted }: State): Story['passage'] {
  if (deleted) return 'deleted'
  if (hidden) return 'hidden'
  return inserted ? 'inserted' : undefined
}

function writeLine(text: string, state: State, story: Story): void {
  if (story.start.length < 12) story.start += text
  const { bold, points, capitals, underlined } = state
  story.line.add(text, { bold, points, capitals, underlined })
}
