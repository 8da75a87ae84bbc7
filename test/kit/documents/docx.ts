// Makes Word files for tests from a few lines of WordprocessingML.
import { escaped, isXml, type Parts, zipOf } from './zip.ts'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const languages = [
  `xmlns:w="${w}"`,
  `xmlns:r="${r}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

export interface DocxParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly settings?: string
  /** Keyed by relationship id. */
  readonly headers?: Parts
  readonly footers?: Parts
  readonly core?: string
}

export function docx(parts: DocxParts): Uint8Array {
  return zipOf(docxParts(parts))
}

export function docxParts({ body, headers = {}, footers = {}, core, ...rest }: DocxParts): Parts {
  const named = Object.entries(rest).map(([type, text]) => [`word/${type}.xml`, type, text, `rId-${type}`] as const)
  const running = [
    ...Object.entries(headers).map(([id, text]) => [`word/${id}.xml`, 'header', text, id] as const),
    ...Object.entries(footers).map(([id, text]) => [`word/${id}.xml`, 'footer', text, id] as const),
  ]
  const roots: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' }
  const relations = [...named, ...running].map(
    ([name, type, , id]) => `<Relationship Id="${id}" Type="${r}/${type}" Target="${name.slice(5)}"/>`,
  )
  return {
    '_rels/.rels': relationships([
      `<Relationship Id="a" Type="${r}/officeDocument" Target="word/document.xml"/>`,
      `<Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ]),
    'word/_rels/document.xml.rels': relationships(relations),
    'word/document.xml': `<w:document ${languages}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      [...named, ...running].map(([name, type, text]) => {
        const root = roots[type] ?? type
        return [name, `<w:${root} ${languages}>${text}</w:${root}>`]
      }),
    ),
    ...(core === undefined
      ? {}
      : {
          'docProps/core.xml': `<cp xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp>`,
        }),
  }
}

function relationships(all: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

export interface ParagraphParts {
  readonly style?: string
  /** The list's id and the level. */
  readonly list?: readonly [number, number]
  /** XML of further properties. */
  readonly more?: string
}

export function t(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

/** A paragraph; `content` that begins with a tag is XML, anything else is text. */
export function p(content: string, { style, list, more = '' }: ParagraphParts = {}): string {
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>`,
    more,
  ].join('')
  const inside = isXml(content) || content === '' ? content : t(content)
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`
}

export function tbl(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => `<w:tc>${isXml(content) ? content : p(content)}</w:tc>`
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A paragraph style; `more` is further XML. */
export function style(id: string, name: string, { base, more = '' }: { base?: string; more?: string } = {}): string {
  const basedOn = base === undefined ? '' : `<w:basedOn w:val="${base}"/>`
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn}${more}</w:style>`
}

/** One level of numbering: its format, its pattern, and further XML. */
export type LevelParts = readonly [format: string, pattern: string, more?: string]

export function abstract(id: number, levels: readonly LevelParts[], more = ''): string {
  return `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map(level).join('')}</w:abstractNum>`
}

export function level([format, pattern, more = '']: LevelParts, at: number): string {
  const start = more.includes('<w:start ') ? '' : '<w:start w:val="1"/>'
  return `<w:lvl w:ilvl="${at}">${start}<w:numFmt w:val="${format}"/><w:lvlText w:val="${escaped(pattern)}"/>${more}</w:lvl>`
}

export function num(id: number, abstractId: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
}

/** A field over runs or paragraphs: `begin` goes up to its result, `end` comes after it. */
export const field = {
  begin: (code: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${escaped(code)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`,
  end: '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
} as const
