// RTF's words that act immediately: ends of paragraphs, cells and rows, special characters, facts of the head.
import type { Machine } from './machine.ts'
import { depthOf } from './state.ts'
import { endCell, endParagraph, endRow, takeTypedLabel } from './story.ts'

const letters: Readonly<Record<string, string>> = {
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
}

/** Whether the word was one of these. */
export function obey(word: string, value: number | undefined, machine: Machine): boolean {
  const letter = Object.hasOwn(letters, word) ? letters[word] : undefined
  if (letter !== undefined) {
    machine.put(letter)
    return true
  }
  switch (machine.state.to) {
    case 'fonts':
    case 'styles':
      return noteInHead(word, value, machine)
    case 'created':
    case 'modified':
      return noteDay(word, value ?? 0, machine)
    case 'body':
      return structure(word, machine) || noteRow(word, machine) || documentWide(word, value, machine)
    default:
      return false
  }
}

function structure(word: string, machine: Machine): boolean {
  const { story, state, head } = machine
  switch (word) {
    case 'par':
    case 'sect':
      if (word === 'par' || story.line.text() !== '') endMark(machine)
      return true
    case 'page':
      if (story.line.text() !== '') endMark(machine)
      story.breaks = true
      return true
    case 'tab':
      if (state.hidden || state.deleted || !takeTypedLabel(story, state)) machine.put('\t')
      return true
    case 'cell':
      endCell(story, state, head, 1)
      return true
    case 'nestcell':
      endCell(story, state, head, Math.max(depthOf(state), 2))
      return true
    case 'row':
      endRow(story, 1, machine.row())
      return true
    case 'nestrow':
      endRow(story, Math.max(story.tables.length, 2), machine.row())
      return true
    case 'chftn':
      story.isNumbered = true
      return true
    case 'ftnalt':
      story.isEndnote = true
      return true
    default:
      return false
  }
}

function documentWide(word: string, value: number | undefined, { head }: Machine): boolean {
  switch (word) {
    case 'mac':
      head.usualPage = 10000
      return true
    case 'pc':
      head.usualPage = 437
      return true
    case 'pca':
      head.usualPage = 850
      return true
    case 'ansicpg':
      head.usualPage = value ?? head.usualPage
      return true
    case 'deff':
      head.usualFont = value ?? 0
      return true
    default:
      return false
  }
}

/** A paragraph of hidden words whose mark is also hidden does not exist. */
function endMark({ story, state, head }: Machine): void {
  const isGone = state.hidden && story.line.text() === '' && story.after.length === 0
  if (isGone) story.label = ''
  else endParagraph(story, state, head)
}

function noteRow(word: string, machine: Machine): boolean {
  const row = machine.row()
  switch (word) {
    case 'trowd':
      machine.newRow()
      return true
    case 'trhdr':
      row.isHeader = true
      return true
    case 'clvmrg':
      row.next = 'above'
      return true
    case 'clmrg':
      row.next = 'left'
      return true
    case 'cellx':
      if (row.merges.length < 200) row.merges.push(row.next)
      row.next = undefined
      return true
    default:
      return false
  }
}

function noteInHead(word: string, value: number | undefined, { head, state }: Machine): boolean {
  const style = head.styles.get(state.style)
  switch (word) {
    case 'fcharset':
      fontIn(head, state.font).charset = value
      return true
    case 'outlinelevel':
      if (state.to === 'styles') styleIn(head, state.style).outline = value
      return true
    case 'sbasedon':
      if (style !== undefined || state.to === 'styles') styleIn(head, state.style).base = value
      return true
    default:
      return false
  }
}

function fontIn({ fonts }: Machine['head'], number: number | undefined) {
  const font = fonts.get(number ?? 0) ?? { name: '', charset: undefined }
  fonts.set(number ?? 0, font)
  return font
}

export function styleIn({ styles }: Machine['head'], number: number) {
  const style = styles.get(number) ?? { name: '', outline: undefined, base: undefined }
  styles.set(number, style)
  return style
}

export function nameFont(head: Machine['head'], number: number | undefined, text: string): void {
  const font = fontIn(head, number)
  if (!font.name.endsWith(';')) font.name += text
}

function noteDay(word: string, value: number, { head, state }: Machine): boolean {
  if (state.to !== 'created' && state.to !== 'modified') return false
  const day = head.days[state.to]
  if (word === 'yr') day.year = value
  if (word === 'mo') day.month = value
  if (word === 'dy') day.day = value
  return true
}
