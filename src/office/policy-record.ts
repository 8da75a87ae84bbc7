// A policy's policy.yaml in the school's home, as the office and the command line change single lines of it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashIn, saveAll, textIn, type Saved, type Saving } from './save.ts'

export interface RecordChange {
  readonly policy: string
  /** The hash of what the editor saw in the home; undefined where they saw no file there. */
  readonly seen: string | undefined
  /** Returns the new text of the file. */
  readonly edit: (source: string) => string
}

/** Saved with an entry in the journal that says who did it; nothing is written where nothing changes. */
export function changePolicyRecord(world: Saving, by: string, { policy, seen, edit }: RecordChange): Promise<Saved> {
  return saveAll(world, { by }, [{ path: recordPath(policy), source: edit(recordText(world, policy)), seen }])
}

/** The hash of the home's own policy.yaml, by which it is noticed that somebody else has written to it. */
export function seenRecord({ home }: Pick<Saving, 'home'>, policy: string): string | undefined {
  return hashIn(home, recordPath(policy))
}

function recordPath(policy: string): string {
  return `policies/${policy}/policy.yaml`
}

/** The one that applies: the home's own, or the one that comes with the program. */
function recordText({ home, root }: Pick<Saving, 'home' | 'root'>, policy: string): string {
  const own = textIn(home, recordPath(policy))
  const shipped = join(root, 'knowledge', recordPath(policy))
  return own ?? (existsSync(shipped) ? readFileSync(shipped, 'utf8') : '')
}
