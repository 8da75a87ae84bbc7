// Word's styles, each with everything that it inherits from those it is based on.
import { defined } from '../../../src/kit/defined.ts'
import { outlineByName } from '../naming.ts'
import { childOf, childrenOf, numberOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import { isOn, listProperties, type RunProperties, runProperties, valueOf } from './properties.ts'

export interface Style {
  readonly id: string
  /** Its own name and those of the styles it is based on, in lower case, the nearest first. */
  readonly names: readonly string[]
  /** Their ids as well, which lists refer to. */
  readonly ids: readonly string[]
  readonly run: RunProperties
  /** 0 for the outermost heading, 9 for text. */
  readonly outline?: number
  readonly list?: string
  readonly level?: number
  /** The style that set the list. */
  readonly listFrom?: string
  readonly centred?: boolean
  readonly breaks?: boolean
}

export interface Styles {
  paragraph(id: string | undefined): Style
  /** What a run's own style adds to its paragraph's. */
  character(id: string | undefined): RunProperties
  readonly usual: RunProperties
  /** The list that a list style stands for. */
  listOf(id: string): string | undefined
}

const nothing: Style = { id: '', names: [], ids: [], run: {} }

export function readStyles(root: Element | undefined): Styles {
  const written = new Map<string, Element>()
  let usualParagraph: string | undefined
  for (const element of childrenOf(root, 'w:style')) {
    const { attributes } = element
    const id = attributes['w:styleId'] ?? ''
    written.set(id, element)
    if (attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(attributes['w:default'] ?? ''))
      usualParagraph ??= id
  }
  const resolved = new Map<string, Style>()

  function styleOf(id: string | undefined, inheritors = 0): Style {
    const element = id === undefined ? undefined : written.get(id)
    if (id === undefined || element === undefined) return nothing
    const known = resolved.get(id)
    if (known !== undefined) return known
    // Styles that are based on each other in a circle are based on nothing.
    const base = inheritors > 60 ? nothing : styleOf(valueOf(childOf(element, 'w:basedOn')), inheritors + 1)
    const style = withOwn(base, id, element)
    resolved.set(id, style)
    return style
  }

  return {
    paragraph: (id) => styleOf(id !== undefined && written.has(id) ? id : usualParagraph),
    character: (id) => styleOf(id).run,
    usual: runProperties(childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')),
    listOf: (id) => styleOf(id).list,
  }
}

function withOwn(base: Style, id: string, element: Element): Style {
  const pPr = childOf(element, 'w:pPr')
  const name = (valueOf(childOf(element, 'w:name')) ?? id).toLowerCase()
  const own = listProperties(pPr)
  const outline = numberOf(valueOf(childOf(pPr, 'w:outlineLvl'))) ?? outlineByName(name)
  const centred = valueOf(childOf(pPr, 'w:jc'))
  const breaks = isOn(childOf(pPr, 'w:pageBreakBefore'))
  return {
    ...base,
    id,
    names: [name, ...base.names],
    ids: [id, ...base.ids],
    run: { ...base.run, ...runProperties(childOf(element, 'w:rPr')) },
    ...defined({ outline, list: own?.list, listFrom: own?.list === undefined ? undefined : id, level: own?.level }),
    ...defined({
      listFrom: own?.level === undefined ? undefined : id,
      centred: centred === undefined ? undefined : centred === 'center',
      breaks,
    }),
  }
}
