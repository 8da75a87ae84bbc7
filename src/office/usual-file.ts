// Sections whose usual questions are switched off: lines in a policy's policy.yaml, in the school's home. The office and
// the command line write them alike.
import { parseDocument } from 'yaml'
import { hashesOf } from '../guide/hash.ts'
import type { Edition } from '../policy/types.ts'
import { changePolicyRecord, type RecordChange } from './policy-record.ts'
import type { Saved, Saving } from './save.ts'

export interface UsualChanged extends Omit<RecordChange, 'edit' | 'policy'> {
  readonly edition: Edition
  readonly section: string
  readonly off: boolean
}

export function changeUsual(world: Saving, by: string, { edition, section, off, seen }: UsualChanged): Promise<Saved> {
  const hash = hashesOf(edition).get(section) ?? ''
  const edit = (source: string) => withUsual(source, { section, hash, off })
  return changePolicyRecord(world, by, { policy: edition.policy, seen, edit })
}

interface Line {
  readonly section: string
  readonly hash: string
}

/** Every comment outside of the list stays. */
function withUsual(source: string, { section, hash, off }: Line & { readonly off: boolean }): string {
  const document = parseDocument(source)
  const before = linesIn(document.toJS())
  if (off === before.some((each) => each.hash === hash)) return source
  const others = before.filter((each) => each.hash !== hash)
  const lines = off ? [...others, { section, hash }] : others
  if (lines.length === 0) document.delete('usualOff')
  else document.set('usualOff', document.createNode(lines))
  return document.toString({ lineWidth: 0 })
}

/** The file has been checked by the time it is changed. */
function linesIn(record: unknown): readonly Line[] {
  return (record as { usualOff?: readonly Line[] } | null)?.usualOff ?? []
}
