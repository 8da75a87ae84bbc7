// One invented document in three formats, and what reading it must give: its headings, printed numbers, lists, tables,
// notes and words.
import * as word from './docx.ts'
import * as open from './odt.ts'
import * as rich from './rtf.ts'

export type Part =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly note?: string | undefined }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly { level: number; text: string }[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/**
 * The lines that a reader should give, in the form of `said`. The numbers are computed here, without the readers' code.
 */
export function expected(parts: readonly Part[]): string[] {
  const chapters = chapterNumbers(parts)
  let notes = 0
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'heading':
        return [`h${part.level} ${chapters.get(part) ?? ''} ${part.text}`]
      case 'paragraph':
        return [`p ${part.text}`, ...(part.note === undefined ? [] : [`note ${++notes} ${part.note}`])]
      case 'list': {
        const labels = labelsOf(part)
        return part.items.map(
          ({ level, text }, at) => `${level} ${part.ordered ? '' : '- '}${labels[at] ?? ''} ${text}`,
        )
      }
      case 'table':
        return part.rows.map((cells) => `row ${cells.join(' | ').trim()}`)
    }
  })
}

/** Every word of the document, in order. */
export function wordsIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'heading':
        return words(part.text)
      case 'paragraph':
        return [...words(part.text), ...words(part.note ?? '')]
      case 'list':
        return part.items.flatMap(({ text }) => words(text))
      case 'table':
        return part.rows.flat().flatMap(words)
    }
  })
}

export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function chapterNumbers(parts: readonly Part[]): Map<Part, string> {
  const path: number[] = []
  const numbers = new Map<Part, string>()
  for (const part of parts) {
    if (part.kind !== 'heading') continue
    path.length = Math.min(path.length, part.level)
    while (path.length < part.level) path.push(0)
    path[part.level - 1] = (path[part.level - 1] ?? 0) + 1
    numbers.set(part, path.join('.'))
  }
  return numbers
}

function labelsOf({ ordered, items }: Extract<Part, { kind: 'list' }>): string[] {
  return items.map(({ level }, at) => {
    if (!ordered) return '•'
    let count = 1
    for (let before = at - 1; before >= 0; before--) {
      const other = items[before]?.level ?? 0
      if (other < level) break
      if (other === level) count++
    }
    return [`${count}.`, `(${'abcdefghijklmnopqrstuvwxyz'.charAt(count - 1)})`, `${roman[count] ?? ''}.`][level] ?? ''
  })
}

const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

export function asDocx(parts: readonly Part[]): Uint8Array {
  const lists: string[] = []
  const notes: string[] = []
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'heading':
        return word.p(part.text, { style: `H${part.level}` })
      case 'paragraph': {
        if (part.note === undefined) return word.p(word.t(part.text))
        notes.push(`<w:footnote w:id="${notes.length + 1}">${word.p(word.t(part.note))}</w:footnote>`)
        return word.p(`${word.t(part.text)}<w:r><w:footnoteReference w:id="${notes.length}"/></w:r>`)
      }
      case 'list': {
        const id = 10 + lists.length
        const starts = [0, 1, 2].map(
          (level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
        )
        lists.push(word.num(id, part.ordered ? 1 : 2, part.ordered ? starts.join('') : ''))
        return part.items.map(({ level, text }) => word.p(word.t(text), { list: [id, level] })).join('')
      }
      case 'table':
        return word.tbl(part.rows.map((cells) => cells.map((cell) => word.p(word.t(cell)))))
    }
  })
  const styles = [1, 2, 3].map((level) =>
    word.style(`H${level}`, `heading ${level}`, {
      more: `<w:pPr><w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr>`,
    }),
  )
  const link = (level: number) => `<w:pStyle w:val="H${level}"/>`
  const numbering =
    word.abstract(0, [
      ['decimal', '%1', link(1)],
      ['decimal', '%1.%2', link(2)],
      ['decimal', '%1.%2.%3', link(3)],
    ]) +
    word.abstract(1, [
      ['decimal', '%1.'],
      ['lowerLetter', '(%2)'],
      ['lowerRoman', '%3.'],
    ]) +
    word.abstract(2, [
      ['bullet', '•'],
      ['bullet', '•'],
      ['bullet', '•'],
    ]) +
    word.num(1, 0) +
    lists.join('')
  return word.docx({ body: body.join(''), styles: styles.join(''), numbering, footnotes: notes.join('') })
}

export function asOdt(parts: readonly Part[]): Uint8Array {
  let notes = 0
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'heading':
        return open.h(part.level, part.text)
      case 'paragraph': {
        if (part.note === undefined) return open.p(part.text)
        const note = `<text:note><text:note-citation>${++notes}</text:note-citation><text:note-body>${open.p(part.note)}</text:note-body></text:note>`
        return open.p(`<text:span>${escapedXml(part.text)}</text:span>${note}`)
      }
      case 'list':
        return open.list(nested(part.items, 0), `text:style-name="${part.ordered ? 'L' : 'B'}"`)
      case 'table':
        return open.tbl(part.rows)
    }
  })
  const bullet: open.LevelParts = ['•', '', '']
  const styles =
    open.outlineStyle([
      ['1', '', ''],
      ['1', '', '', 'text:display-levels="2"'],
      ['1', '', '', 'text:display-levels="3"'],
    ]) +
    open.listStyle('L', [
      ['1', '', '.'],
      ['a', '(', ')'],
      ['i', '', '.'],
    ]) +
    open.listStyle('B', [bullet, bullet, bullet])
  return open.odt({ body: body.join(''), styles })
}

function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Items of one level, each with the lower levels nested in it. */
function nested(items: readonly { level: number; text: string }[], level: number): string[] {
  const starts = items.flatMap((item, at) => (item.level === level ? [at] : []))
  return starts.map((start, index) => {
    const inside = items.slice(start + 1, starts[index + 1] ?? items.length)
    return open.p(items[start]?.text ?? '') + (inside.length === 0 ? '' : open.list(nested(inside, level + 1)))
  })
}

export function asRtf(parts: readonly Part[]): Uint8Array {
  const chapters = chapterNumbers(parts)
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'heading':
        return rich.p(part.text, { words: `\\s${part.level}`, label: chapters.get(part) ?? '' })
      case 'paragraph': {
        const note = part.note === undefined ? '' : `{\\footnote\\pard\\chftn ${rich.escaped(part.note)}\\par}`
        return `\\pard\\plain ${rich.escaped(part.text)}${note}\\par\n`
      }
      case 'list': {
        const labels = labelsOf(part)
        return part.items
          .map(({ level, text }, at) => rich.p(text, { words: `\\ls1\\ilvl${level}`, label: labels[at] ?? '' }))
          .join('')
      }
      case 'table':
        return rich.tbl(part.rows) + '\\pard\\plain\n'
    }
  })
  return rich.rtf(body.join(''))
}
