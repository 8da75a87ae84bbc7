// How a run looks in the end: its own properties over its style's over its paragraph's over the document's.
import type { Ink } from '../line.ts'
import { childOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import { type RunProperties, runProperties, valueOf } from './properties.ts'
import type { Style, Styles } from './styles.ts'

export interface WordInk extends Ink {
  readonly hidden: boolean
  readonly font: string
}

// What Word takes where nothing is said.
const usualPoints = 10

export function inkOf(rPr: Element | undefined, style: Style, styles: Styles): WordInk {
  const own = runProperties(rPr)
  const character = styles.character(valueOf(childOf(rPr, 'w:rStyle')))
  const { usual } = styles
  const latest = <K extends keyof RunProperties>(key: K): RunProperties[K] =>
    own[key] ?? character[key] ?? style.run[key] ?? usual[key]
  // A switch in the style of letters turns the paragraph style's switch round: bold in bold is not bold.
  const toggled = (key: 'bold' | 'capitals' | 'hidden') =>
    own[key] ?? (style.run[key] ?? usual[key] ?? false) !== (character[key] ?? false)
  return {
    bold: toggled('bold'),
    capitals: toggled('capitals'),
    hidden: toggled('hidden'),
    underlined: latest('underlined') ?? false,
    points: latest('points') ?? usualPoints,
    font: latest('font') ?? '',
  }
}
