// A policy's policy.yaml in the school's home, as the office and the command line change single lines of it.
import { hashIn, saveAll, textThatApplies, type Saved, type Saving } from './save.ts'

export interface RecordChange {
  readonly policy: string
  /** The hash of what the editor saw in the home; undefined where they saw no file there. */
  readonly seen: string | undefined
  /** Returns the new text of the file. */
  readonly edit: (source: string) => string
}

/** Saved with an entry in the journal that says who did it; nothing is written where nothing changes. */
export function changePolicyRecord(world: Saving, by: string, { policy, seen, edit }: RecordChange): Promise<Saved> {
  return saveAll(world, { by }, [
    { path: recordPath(policy), source: edit(textThatApplies(world, recordPath(policy)) ?? ''), seen },
  ])
}

/** The hash of the home's own policy.yaml, by which it is noticed that somebody else has written to it. */
export function seenRecord({ home }: Pick<Saving, 'home'>, policy: string): string | undefined {
  return hashIn(home, recordPath(policy))
}

function recordPath(policy: string): string {
  return `policies/${policy}/policy.yaml`
}
