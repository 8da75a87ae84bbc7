// OpenDocument's running headers and footers are in its master pages; each different one is recorded once.
import { tellRunning } from '../running.ts'
import { elementsOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import { type Odt, readBlocks } from './blocks.ts'

export function readRunning(masters: readonly Element[], odt: Odt): void {
  const told = new Set<string>()
  for (const master of masters.filter(({ name }) => name === 'style:master-page')) {
    for (const part of elementsOf(master)) {
      if (!/^style:(header|footer)/.test(part.name) || part.attributes['style:display'] === 'false') continue
      const kind = part.name.startsWith('style:header') ? 'head' : 'foot'
      tellRunning(readBlocks(partsOf(part), odt), { kind, told, layout: odt.layout })
    }
  }
}

/** Some programs divide them into three regions. */
function partsOf(part: Element): Element[] {
  return elementsOf(part).flatMap((child) => (child.name.startsWith('style:region-') ? elementsOf(child) : [child]))
}
