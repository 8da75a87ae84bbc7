// Drawings in Word: the words in their boxes are read once; pictures and charts are counted.
import { elementsOf } from '../tree.ts'
import type { Element } from '../xml.ts'

import type { WordInk } from './ink.ts'
import type { Inline } from './word.ts'
import { insideOf } from './unwrap.ts'

export function readDrawing(drawing: Element, ink: WordInk, inline: Inline): void {
  const { layout } = inline.word
  if (ink.hidden || isHidden(drawing)) {
    layout.lose('hidden')
    return
  }
  const found = { boxes: new Array<Element>(), pictures: 0, objects: 0, art: new Array<string>() }
  look(drawing, found)
  if (found.objects > 0) layout.lose('object', found.objects)
  // An object's picture belongs to the object.
  else if (found.pictures > 0) layout.lose('picture', found.pictures)
  for (const text of found.art)
    inline.written.after.push({ kind: 'paragraph', text, isBoxed: true, isDrawn: true, drawn: { ...ink, letters: 0 } })
  for (const box of found.boxes)
    for (const piece of inline.pieces(elementsOf(box)))
      inline.written.after.push(piece.kind === 'paragraph' ? { ...piece, isBoxed: true } : piece)
}

interface Found {
  readonly boxes: Element[]
  readonly art: string[]
  pictures: number
  objects: number
}

function look(element: Element, found: Found): void {
  for (const child of insideOf(element) ?? elementsOf(element)) {
    switch (child.name) {
      case 'w:txbxContent':
        found.boxes.push(child)
        continue
      case 'pic:pic':
      case 'v:imagedata':
        found.pictures++
        break
      case 'c:chart':
      case 'dgm:relIds':
      case 'o:OLEObject':
        found.objects++
        break
      case 'v:textpath':
        if ((child.attributes.string ?? '').trim() !== '') found.art.push((child.attributes.string ?? '').trim())
        break
      default:
    }
    look(child, found)
  }
}

function isHidden(drawing: Element): boolean {
  return elementsOf(drawing)
    .flatMap(elementsOf)
    .some(({ name, attributes }) => name === 'wp:docPr' && /^(1|true)$/.test(attributes.hidden ?? ''))
}
