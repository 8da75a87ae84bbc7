// What stands inside a paragraph of Word: runs, fields, notes, boxes, changes.
import { symbolOf, isSymbolFont, seen } from '../symbols.ts'
import { childOf, elementsOf, textOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import { readDrawing } from './drawing.ts'
import { type WordInk, inkOf } from './ink.ts'
import { insideOf, isContentsControl } from './unwrap.ts'
import { type Field, type Inline, isInContents, type Story } from './word.ts'

export function readInline(elements: readonly Element[], inline: Inline): void {
  for (const element of elements) {
    inline.word.package.budget.spend(1)
    const inside = insideOf(element)
    if (inside === undefined) readOne(element, inline)
    else {
      if (element.name === 'w:ins' || element.name === 'w:moveTo') inline.word.layout.lose('inserted')
      if (isContentsControl(element)) withField(contentsField(), inline, inside)
      else readInline(inside, inline)
    }
  }
}

export function contentsField(): Field {
  return { code: '', isResult: true, isContents: true, isControl: true }
}

function withField(field: Field, inline: Inline, elements: readonly Element[]): void {
  const { fields } = inline.story
  const before = fields.length
  fields.push(field)
  readInline(elements, inline)
  fields.length = Math.min(fields.length, before)
}

function readOne(element: Element, inline: Inline): void {
  switch (element.name) {
    case 'w:r':
      readRun(element, inline)
      break
    case 'w:fldSimple': {
      const code = element.attributes['w:instr'] ?? ''
      withField({ code, isResult: true, isContents: makesContents(code) }, inline, elementsOf(element))
      break
    }
    case 'w:del':
    case 'w:moveFrom':
      inline.word.layout.lose('deleted')
      break
    case 'm:oMath':
    case 'm:oMathPara':
      write(mathOf(element), inkOf(undefined, inline.style, inline.word.styles), inline)
      break
    case 'w:altChunk':
    case 'w:subDoc':
      inline.word.layout.lose('unread')
      break
    default:
  }
}

function mathOf(element: Element): string {
  if (element.name === 'm:t' || element.name === 'w:t') return textOf(element)
  return elementsOf(element).map(mathOf).join('')
}

function readRun(run: Element, inline: Inline): void {
  const ink = inkOf(childOf(run, 'w:rPr'), inline.style, inline.word.styles)
  for (const element of elementsOf(run)) readPart(element, ink, inline)
}

function readPart(element: Element, ink: WordInk, inline: Inline): void {
  inline.word.package.budget.spend(1)
  const { layout } = inline.word
  switch (element.name) {
    case 'w:t':
      write(isSymbolFont(ink.font) ? seen(textOf(element), ink.font) : textOf(element), ink, inline)
      break
    case 'w:tab':
    case 'w:ptab':
      write('\t', ink, inline)
      break
    case 'w:cr':
      write('\n', ink, inline)
      break
    case 'w:br':
      if (element.attributes['w:type'] === 'page') breakPage(inline)
      write('\n', ink, inline)
      break
    case 'w:noBreakHyphen':
      write('-', ink, inline)
      break
    case 'w:sym':
      write(symbolIn(element), ink, inline)
      break
    case 'w:instrText':
    case 'w:fldChar':
      readField(element, inline.story)
      break
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      readNote(element, ink, inline)
      break
    case 'w:commentReference':
      layout.lose('comment')
      break
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(element, ink, inline)
      break
    case 'w:ruby':
      // The text above it says how it is pronounced.
      readInline(elementsOf(childOf(element, 'w:rubyBase')), inline)
      break
    case 'mc:AlternateContent':
      for (const inside of insideOf(element) ?? []) readPart(inside, ink, inline)
      break
    default:
  }
}

/** What comes after the words of a paragraph is placed before the next one. */
function breakPage({ written, story }: Inline): void {
  if (written.line.text() === '') written.breaks = true
  else story.breaks = true
}

function symbolIn({ attributes }: Element): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  return Number.isNaN(code) ? '' : symbolOf(attributes['w:font'] ?? '', code)
}

function readField(element: Element, { fields }: Story): void {
  const field = fields.at(-1)
  if (element.name === 'w:instrText') {
    if (field !== undefined && !field.isResult && field.code.length < 1_000) {
      field.code += textOf(element)
      field.isContents = makesContents(field.code)
    }
    return
  }
  switch (element.attributes['w:fldCharType']) {
    case 'begin':
      fields.push({ code: '', isResult: false, isContents: false })
      break
    case 'separate':
      if (field !== undefined) field.isResult = true
      break
    case 'end':
      fields.pop()
      break
    default:
  }
}

function makesContents(code: string): boolean {
  return /^\s*(TOC|TOA|INDEX)\b/i.test(code)
}

export function write(text: string, ink: WordInk, { word, story, written }: Inline): void {
  if (story.fields.some(({ isResult }) => !isResult)) return
  if (ink.hidden) {
    if (!written.hasHidden && text.trim() !== '') {
      written.hasHidden = true
      word.layout.lose('hidden')
    }
    return
  }
  if (isInContents(story)) written.contents.push(text)
  else written.line.add(text, ink)
}

function readNote(element: Element, ink: WordInk, inline: Inline): void {
  if (ink.hidden) return
  const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
  const note = inline.word.notes.refer(kind, element)
  if (note !== undefined)
    inline.written.after.push({ kind: 'note', number: note.number, pieces: inline.pieces(note.elements) })
}
