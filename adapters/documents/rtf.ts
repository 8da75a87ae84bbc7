// Rich Text Format (.rtf) → a Document.
import { defined } from '../../src/kit/defined.ts'
import type { DocumentAbout, ReadDocument } from '../../src/ports/document.ts'
import { createBudget } from './budget.ts'
import { createLayout, settle } from './lay.ts'
import { isOle2, refuseOle2 } from './ole.ts'
import { plain } from './plain.ts'
import { orRefusal, refusals, Unreadable } from './refuse.ts'
import { type Head, writtenDay } from './rtf/head.ts'
import { readAll } from './rtf/reader.ts'

export function readRtf(bytes: Uint8Array, budget = createBudget()): ReadDocument {
  return orRefusal(() => {
    if (bytes.length === 0) return refusals.empty
    if (isOle2(bytes)) return refuseOle2(bytes)
    if (!beginsAsRtf(bytes)) throw new Unreadable(refusals.notThis('a Rich Text file'))
    const layout = createLayout()
    const head = readAll(bytes, layout, budget)
    return settle(layout.finish('rtf', aboutOf(head)))
  })
}

function beginsAsRtf(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 16)).replace(/^\u00ef\u00bb\u00bf/, '')
  return start.trimStart().startsWith('{\\rtf')
}

function aboutOf(head: Head): DocumentAbout {
  const title = plain(head.about.title)
  const author = plain(head.about.author)
  const created = writtenDay(head, 'created')
  const modified = writtenDay(head, 'modified')
  return defined({
    title: title === '' ? undefined : title,
    author: author === '' ? undefined : author,
    created,
    modified,
  })
}
