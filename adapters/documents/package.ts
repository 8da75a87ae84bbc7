// Finds an Office file's parts by their relationships, because it is only a custom that the text is in
// word/document.xml.
import type { Budget } from './budget.ts'
import { childrenOf } from './tree.ts'
import { type Element, readTree } from './xml.ts'
import type { Archive } from './zip.ts'

export interface Relation {
  readonly id: string
  /** The last word of its address: `styles`, `header`. Microsoft's two sets of addresses differ only before it. */
  readonly type: string
  /** A part's name inside the archive. */
  readonly target: string
}

export interface Package {
  readonly archive: Archive
  readonly budget: Budget
  /** The main part: the text, or the workbook. */
  readonly main: string | undefined
  relationsOf(part: string): readonly Relation[]
  tree(part: string | undefined): Element | undefined
}

export function openPackage(archive: Archive, budget: Budget): Package {
  function tree(part: string | undefined): Element | undefined {
    const bytes = part === undefined ? undefined : archive.part(part)
    return bytes === undefined ? undefined : readTree(bytes, budget)
  }
  function relationsOf(part: string): Relation[] {
    const slash = part.lastIndexOf('/') + 1
    const folder = part.slice(0, slash)
    return childrenOf(tree(`${folder}_rels/${part.slice(slash)}.rels`), 'rel:Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => ({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').replace(/^.*\//, ''),
        target: resolve(folder, attributes.Target ?? ''),
      }))
  }
  return {
    archive,
    budget,
    main: relationsOf('').find(({ type }) => type === 'officeDocument')?.target,
    relationsOf,
    tree,
  }
}

function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
