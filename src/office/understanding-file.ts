// Whether a policy's questions are asked before signing: a line in its policy.yaml, in the school's home. The office and
// the command line write it alike.
import { isScalar, parseDocument } from 'yaml'
import { changePolicyRecord, type RecordChange } from './policy-record.ts'
import type { Saved, Saving } from './save.ts'

export interface AskingChanged extends Omit<RecordChange, 'edit'> {
  readonly asks: boolean
}

export function changeAsking(world: Saving, by: string, { asks, ...record }: AskingChanged): Promise<Saved> {
  return changePolicyRecord(world, by, { ...record, edit: (source) => withAsking(source, asks) })
}

/** Every comment stays. */
export function withAsking(source: string, asks: boolean): string {
  const document = parseDocument(source)
  const there = document.get('understanding', true)
  if (isScalar(there)) there.value = asks
  else if (asks) document.set('understanding', true)
  else return source
  return document.toString({ lineWidth: 0 })
}
