// What a workbook's sheets share: their list, their texts, their number formats.
import { openPackage, type Package } from '../package.ts'
import type { Budget } from '../budget.ts'
import { childOf, childrenOf, elementsOf, numberOf, textOf } from '../tree.ts'
import { type Element, readXml } from '../xml.ts'
import type { Archive } from '../zip.ts'
import { builtInFormat } from './formats.ts'

export interface Book {
  readonly package: Package
  /** The sheets that are not hidden, in order. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly texts: readonly string[]
  readonly from1904: boolean
  /** The number format of a cell's style. */
  formatOf(style: string | undefined): string
}

export function openBook(archive: Archive, budget: Budget): Book | undefined {
  const file = openPackage(archive, budget)
  const { main } = file
  const root = file.tree(main)
  if (main === undefined || root?.name !== 'x:workbook') return undefined
  const relations = file.relationsOf(main)
  const partOf = (type: string) => relations.find((each) => each.type === type)?.target
  const sheets = childrenOf(childOf(root, 'x:sheets'), 'x:sheet').flatMap(({ attributes }) => {
    const relation = relations.find(({ id }) => id === attributes['r:id'])
    // Charts have sheets of their own.
    if (relation?.type !== 'worksheet' || (attributes.state ?? 'visible') !== 'visible') return []
    return [{ name: attributes.name ?? '', part: relation.target }]
  })
  return {
    package: file,
    sheets,
    texts: readTexts(file, partOf('sharedStrings')),
    from1904: /^(1|true)$/.test(childOf(root, 'x:workbookPr')?.attributes.date1904 ?? ''),
    formatOf: readFormats(file.tree(partOf('styles'))),
  }
}

function readTexts({ archive, budget }: Package, part: string | undefined): string[] {
  const texts: string[] = []
  const bytes = part === undefined ? undefined : archive.part(part)
  if (bytes !== undefined)
    readXml(bytes, { budget, open: ['x:sst'], visit: (element) => void texts.push(richText(element)) })
  return texts
}

/** Text in one piece or in several with different looks; its pronunciation (`rPh`) is left out. */
export function richText(element: Element | undefined): string {
  return elementsOf(element)
    .map((child) => {
      if (child.name === 'x:t') return unescaped(textOf(child))
      return child.name === 'x:r' ? richText(child) : ''
    })
    .join('')
}

/** Excel writes characters that XML does not allow as `_x000D_`. */
function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

function readFormats(root: Element | undefined): Book['formatOf'] {
  const own = new Map(
    childrenOf(childOf(root, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [
      numberOf(attributes.numFmtId) ?? -1,
      (attributes.formatCode ?? '').slice(0, 500),
    ]),
  )
  const formats = childrenOf(childOf(root, 'x:cellXfs'), 'x:xf').map(({ attributes }) => {
    const id = numberOf(attributes.numFmtId) ?? 0
    return own.get(id) ?? builtInFormat(id)
  })
  return (style) => formats[numberOf(style) ?? 0] ?? 'General'
}
