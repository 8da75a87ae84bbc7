// Word groups as policy owners write them: entries separated by commas, in which <name> stands for another group.
import { nearest } from '../kit/text.ts'
import type { WordGroup } from '../search/types.ts'

/** Reports a problem at a path in the file. */
export type Report = (path: readonly PropertyKey[], what: string, fix: string) => void

/** Every group with the groups it names written out. A group that cannot be expanded is reported and left out. */
export function resolveGroups(texts: Readonly<Record<string, string>>, report: Report): ReadonlyMap<string, WordGroup> {
  const resolved = new Map<string, WordGroup>()
  const resolve = (name: string, outer: readonly string[]): WordGroup => {
    const known = resolved.get(name)
    if (known !== undefined) return known
    const wrong = (what: string, fix: string) => report(['groups', name], what, fix)
    const entries = entriesOf(texts[name] ?? '').flatMap((entry) =>
      writeOut(entry, (inner) => {
        if (!Object.hasOwn(texts, inner))
          wrong(`names the group "${inner}", which does not exist`, didYouMean(inner, texts))
        else if ([...outer, name].includes(inner)) wrong(`leads back to itself by <${inner}>`, 'Take that name out.')
        else return resolve(inner, [...outer, name])
        return []
      }),
    )
    for (const entry of entries) {
      if (!/[\p{L}\p{N}]/u.test(entry)) wrong(`holds "${entry}", which is not a word`, 'Take it out.')
    }
    if (entries.length > mostEntries)
      wrong(`grows to ${entries.length} phrases`, `Keep it under ${mostEntries}: use a pattern.`)
    resolved.set(name, entries)
    return entries
  }
  for (const name of Object.keys(texts)) resolve(name, [])
  return resolved
}

export function didYouMean(name: string, groups: Readonly<Record<string, unknown>>): string {
  const near = nearest(name, Object.keys(groups))
  return near === undefined ? 'Add it under "groups", or name another group.' : `Did you mean "${near}"?`
}

/** A phrase with several <names> multiplies. Above this number the file costs more to load than it gains. */
const mostEntries = 3000

function entriesOf(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry.length > 0)
}

/** "in <own> bag" becomes "in his bag", "in her bag" and so on. */
function writeOut(entry: string, group: (name: string) => WordGroup): readonly string[] {
  const slot = /<([^<>]*)>/.exec(entry)
  if (slot === null) return [entry]
  const before = entry.slice(0, slot.index)
  const after = writeOut(entry.slice(slot.index + slot[0].length), group)
  return group(slot[1]?.trim() ?? '').flatMap((word) => after.map((rest) => before + word + rest))
}
