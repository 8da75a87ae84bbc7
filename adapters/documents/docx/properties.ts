// Word's switches and properties, as they are given on runs, paragraphs and styles.
import { defined } from '../../../src/kit/defined.ts'
import { childOf, numberOf } from '../tree.ts'
import type { Element } from '../xml.ts'

/** What a run's properties say; a property that is not given is inherited. */
export interface RunProperties {
  readonly bold?: boolean
  readonly capitals?: boolean
  readonly hidden?: boolean
  readonly underlined?: boolean
  readonly points?: number
  readonly font?: string
}

/** A switch that is present is on, unless it says that it is off. */
export function isOn(element: Element | undefined): boolean | undefined {
  if (element === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(valueOf(element) ?? '1')
}

export function valueOf(element: Element | undefined): string | undefined {
  return element?.attributes['w:val']
}

export function runProperties(rPr: Element | undefined): RunProperties {
  if (rPr === undefined) return {}
  const bold = isOn(childOf(rPr, 'w:b'))
  const capitals = isOn(childOf(rPr, 'w:caps'))
  const hidden = isOn(childOf(rPr, 'w:vanish'))
  const underlined = isOn(childOf(rPr, 'w:u'))
  const halves = numberOf(valueOf(childOf(rPr, 'w:sz')))
  const font = childOf(rPr, 'w:rFonts')?.attributes['w:ascii']
  return defined({
    bold,
    capitals,
    hidden,
    underlined,
    points: halves === undefined || halves <= 0 ? undefined : halves / 2,
    font,
  })
}

/** The list that a paragraph or style belongs to, where it says so; list `0` means none. */
export interface ListProperties {
  readonly list?: string
  readonly level?: number
}

export function listProperties(pPr: Element | undefined): ListProperties | undefined {
  const numPr = childOf(pPr, 'w:numPr')
  if (numPr === undefined) return undefined
  const list = valueOf(childOf(numPr, 'w:numId'))
  const level = numberOf(valueOf(childOf(numPr, 'w:ilvl')))
  return defined({ list, level })
}
