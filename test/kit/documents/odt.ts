// Makes OpenDocument files for tests from a few lines of their XML.
import { escaped, isXml, type Parts, zipOf } from './zip.ts'

const languages = [
  ...['office', 'text', 'style', 'table', 'meta', 'manifest'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

export interface OdtParts {
  readonly body: string
  /** XML of the named styles, and of the automatic styles of this file. */
  readonly styles?: string
  readonly automatic?: string
  readonly masters?: string
  readonly meta?: string
  readonly manifest?: string
}

export function odt(parts: OdtParts): Uint8Array {
  return zipOf(odtParts(parts))
}

export function odtParts({ body, styles = '', automatic = '', masters = '', meta, manifest }: OdtParts): Parts {
  return {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      `<office:document-content ${languages}><office:automatic-styles>${automatic}</office:automatic-styles>` +
      `<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml':
      `<office:document-styles ${languages}><office:styles>${styles}</office:styles>` +
      `<office:master-styles>${masters}</office:master-styles></office:document-styles>`,
    ...(meta === undefined
      ? {}
      : { 'meta.xml': `<office:document-meta ${languages}><office:meta>${meta}</office:meta></office:document-meta>` }),
    ...(manifest === undefined
      ? {}
      : { 'META-INF/manifest.xml': `<manifest:manifest ${languages}>${manifest}</manifest:manifest>` }),
  }
}

/** A paragraph; `content` that begins with a tag is XML, anything else is text. */
export function p(content: string, style = 'Standard'): string {
  return `<text:p text:style-name="${style}">${inside(content)}</text:p>`
}

export function h(level: number, content: string, more = ''): string {
  return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}" ${more}>${inside(content)}</text:h>`
}

function inside(content: string): string {
  return isXml(content) ? content : escaped(content)
}

export function list(items: readonly string[], more = ''): string {
  return `<text:list ${more}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`
}

export function tbl(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => `<table:table-cell>${isXml(content) ? content : p(content)}</table:table-cell>`
  const row = (cells: readonly string[]) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`
  return `<table:table>${rows.map(row).join('')}</table:table>`
}

/** One list level: its format (`1`, `a`, `i` or a bullet), the text before and after the number, and further XML. */
export type LevelParts = readonly [format: string, prefix: string, suffix: string, more?: string]

export function listStyle(name: string, levels: readonly LevelParts[]): string {
  return `<text:list-style style:name="${name}">${levels.map(level).join('')}</text:list-style>`
}

export function outlineStyle(levels: readonly LevelParts[]): string {
  const inside = levels.map(level).join('').replaceAll('list-level-style-number', 'outline-level-style')
  return `<text:outline-style style:name="Outline">${inside}</text:outline-style>`
}

function level([format, prefix, suffix, more = '']: LevelParts, at: number): string {
  if (format === '•') return `<text:list-level-style-bullet text:level="${at + 1}" text:bullet-char="•"/>`
  return (
    `<text:list-level-style-number text:level="${at + 1}" style:num-format="${format}" ` +
    `style:num-prefix="${prefix}" style:num-suffix="${suffix}" ${more}/>`
  )
}
