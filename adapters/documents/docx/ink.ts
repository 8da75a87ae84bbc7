// How a run finally looks: its own properties override its style's, its paragraph's and the document's.
import type { Ink } from '../line.ts'
import { childOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import { type RunProperties, runProperties, valueOf } from './properties.ts'
import type { Style, Styles } from './styles.ts'

export interface WordInk extends Ink {
  readonly hidden: boolean
  readonly font: string
}

// Word's default where nothing is given.
const usualPoints = 10

export function inkOf(rPr: Element | undefined, style: Style, styles: Styles): WordInk {
  const own = runProperties(rPr)
  const character = styles.character(valueOf(childOf(rPr, 'w:rStyle')))
  const { usual } = styles
  const latest = <K extends keyof RunProperties>(key: K): RunProperties[K] =>
    own[key] ?? character[key] ?? style.run[key] ?? usual[key]
  // A switch in a character style reverses the paragraph style's switch: bold in bold is not bold.
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
