// Word's .docx → a Document.
import { defined } from '../../src/kit/defined.ts'
import type { DocumentAbout, ReadDocument } from '../../src/ports/document.ts'
import { createBudget } from './budget.ts'
import { flush, readBlock } from './docx/blocks.ts'
import { readNotes } from './docx/notes.ts'
import { readNumbering } from './docx/numbering.ts'
import { openPackage, type Package } from './package.ts'
import { readRunning } from './docx/running.ts'
import { readStyles } from './docx/styles.ts'
import { newStory, type Word } from './docx/word.ts'
import { createLayout, settle } from './lay.ts'
import { dayOf, plain } from './plain.ts'
import { orRefusal, refusals, Unreadable } from './refuse.ts'
import { childOf, textOf } from './tree.ts'
import { readXml } from './xml.ts'
import { openArchive } from './zip.ts'

export function readDocx(bytes: Uint8Array, budget = createBudget()): ReadDocument {
  return orRefusal(() => {
    const file = openPackage(openArchive(bytes), budget)
    const main = file.main ?? 'word/document.xml'
    const text = file.archive.part(main)
    if (text === undefined) throw new Unreadable(refusals.notThis('a Word document'))
    const relations = file.relationsOf(main)
    const word = prepare(file, (type) => relations.find((each) => each.type === type)?.target)
    const story = newStory()
    let elements = 0
    readXml(text, {
      budget,
      open: ['w:document', 'w:body'],
      visit(element, parent) {
        elements++
        if (parent === 'w:body') for (const piece of readBlock(element, word, story)) word.layout.add(piece)
      },
    })
    for (const piece of flush(word, story)) word.layout.add(piece)
    if (elements === 0) throw new Unreadable(refusals.notThis('a Word document'))
    readRunning(word, new Map(relations.map(({ id, target }) => [id, target])))
    return settle(word.layout.finish('docx', aboutOf(file)))
  })
}

function prepare(file: Package, partOf: (type: string) => string | undefined): Word {
  const tree = (type: string) => file.tree(partOf(type))
  const styles = readStyles(tree('styles'))
  return {
    package: file,
    styles,
    numbering: readNumbering(tree('numbering'), styles),
    notes: readNotes({ footnote: tree('footnotes'), endnote: tree('endnotes'), settings: tree('settings') }),
    layout: createLayout(),
    sections: [],
  }
}

function aboutOf(file: Package): DocumentAbout {
  const core = file.tree(file.relationsOf('').find(({ type }) => type === 'core-properties')?.target)
  const say = (name: string) => plain(textOf(childOf(core, name)))
  const created = dayOf(say('dcterms:created'))
  const modified = dayOf(say('dcterms:modified'))
  return defined({
    title: say('dc:title') === '' ? undefined : say('dc:title'),
    author: say('dc:creator') === '' ? undefined : say('dc:creator'),
    created,
    modified,
  })
}
