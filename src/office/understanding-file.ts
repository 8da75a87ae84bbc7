// Whether a policy's questions are asked before signing: a line in its policy.yaml, in the school's home. The office and
// the command line write it alike.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isScalar, parseDocument } from 'yaml'
import { hashIn, saveAll, textIn, type Saved, type Saving } from './save.ts'

export interface AskingChanged {
  readonly policy: string
  readonly asks: boolean
  /** The hash of what the editor saw in the home; undefined where they saw no file there. */
  readonly seen: string | undefined
}

/** Saved with an entry in the journal that says who did it; nothing is written where it stands so already. */
export function changeAsking(world: Saving, by: string, { policy, asks, seen }: AskingChanged): Promise<Saved> {
  const path = recordPath(policy)
  const source = withAsking(recordText(world, policy), asks)
  return saveAll(world, { by }, [{ path, source, seen }])
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

/** Every comment stays. */
export function withAsking(source: string, asks: boolean): string {
  const document = parseDocument(source)
  const there = document.get('understanding', true)
  if (isScalar(there)) there.value = asks
  else if (asks) document.set('understanding', true)
  else return source
  return document.toString({ lineWidth: 0 })
}
