// OpenDocument text (.odt), as LibreOffice writes it → a Document.
import { defined } from '../../src/kit/defined.ts'
import type { DocumentAbout, ReadDocument } from '../../src/ports/document.ts'
import { type Budget, createBudget } from './budget.ts'
import { createLayout, type Layout, settle } from './lay.ts'
import { type Odt, readBlock } from './odt/blocks.ts'
import { createLists } from './odt/lists.ts'
import { readRunning } from './odt/running.ts'
import { createStyles } from './odt/styles.ts'
import { dayOf, plain } from './plain.ts'
import { orRefusal, refusals, Unreadable } from './refuse.ts'
import { childOf, childrenOf, textOf } from './tree.ts'
import { type Element, readTree, readXml } from './xml.ts'
import { type Archive, openArchive } from './zip.ts'

export function readOdt(bytes: Uint8Array, budget = createBudget()): ReadDocument {
  return orRefusal(() => {
    const archive = openArchive(bytes)
    refuseLocked(archive, budget)
    const content = archive.part('content.xml')
    if (content === undefined) throw new Unreadable(refusals.notThis('an OpenDocument text'))
    const layout = createLayout()
    const common = readCommon(archive, budget)
    readContent(content, common, { budget, layout })
    readRunning(common.masters, {
      styles: createStyles([...common.named, ...common.automatic]),
      lists: createLists([...common.named, ...common.automatic]),
      layout,
      budget,
    })
    return settle(layout.finish('odt', aboutOf(archive, budget)))
  })
}

/** The list of parts says which of them are encrypted. */
function refuseLocked(archive: Archive, budget: Budget): void {
  const list = archive.part('META-INF/manifest.xml')
  if (list === undefined) return
  const entries = childrenOf(readTree(list, budget), 'manifest:file-entry')
  if (entries.some((entry) => childOf(entry, 'manifest:encryption-data') !== undefined))
    throw new Unreadable(refusals.password)
}

interface Common {
  readonly named: Element[]
  readonly automatic: Element[]
  readonly masters: Element[]
}

function readCommon(archive: Archive, budget: Budget): Common {
  const common: Common = { named: [], automatic: [], masters: [] }
  const part = archive.part('styles.xml')
  if (part === undefined) return common
  readXml(part, {
    budget,
    open: ['office:document-styles', 'office:styles', 'office:automatic-styles', 'office:master-styles'],
    visit(element, parent) {
      if (parent === 'office:styles') common.named.push(element)
      if (parent === 'office:automatic-styles') common.automatic.push(element)
      if (parent === 'office:master-styles') common.masters.push(element)
    },
  })
  return common
}

function readContent(content: Uint8Array, { named }: Common, on: { budget: Budget; layout: Layout }): void {
  const automatic: Element[] = []
  let odt: Odt | undefined
  readXml(content, {
    budget: on.budget,
    open: ['office:document-content', 'office:automatic-styles', 'office:body', 'office:text'],
    visit(element, parent) {
      if (parent === 'office:automatic-styles') automatic.push(element)
      if (parent !== 'office:text') return
      // Styles come before the text.
      const styles = [...named, ...automatic]
      odt ??= { styles: createStyles(styles), lists: createLists(styles), ...on }
      for (const piece of readBlock(element, odt)) on.layout.add(piece)
    },
  })
  if (odt === undefined) throw new Unreadable(refusals.notThis('an OpenDocument text'))
}

function aboutOf(archive: Archive, budget: Budget): DocumentAbout {
  const part = archive.part('meta.xml')
  const meta = part === undefined ? undefined : childOf(readTree(part, budget), 'office:meta')
  const say = (name: string) => plain(textOf(childOf(meta, name)))
  const author = say('meta:initial-creator') || say('dc:creator')
  const created = dayOf(say('meta:creation-date'))
  const modified = dayOf(say('dc:date'))
  return defined({
    title: say('dc:title') === '' ? undefined : say('dc:title'),
    author: author === '' ? undefined : author,
    created,
    modified,
  })
}
