// The documents of a bundle with the people in its duties; people who are named by address are looked up.
import { findAudience } from '../campaign/read-audience.ts'
import type { Audience } from '../journal/types.ts'
import type { Ports } from '../ports/ports.ts'
import type { Bundle } from '../standing/bundles.ts'
import type { Matter } from '../turn/matter.ts'
import { bundleParts, type BundleParts } from './parts.ts'

export type ReadParts =
  { readonly kind: 'parts'; readonly parts: BundleParts } | { readonly kind: 'problem'; readonly what: string }

export async function readParts(
  { people }: { readonly people: Pick<Ports['people'], 'byEmail'> },
  bundle: Bundle,
  matters: readonly Matter[],
): Promise<ReadParts> {
  const audiences: Audience[] = []
  for (const { who } of bundle.duties) {
    const found = await findAudience(people, who)
    if (found.kind === 'problem') return found
    audiences.push(found.audience)
  }
  return { kind: 'parts', parts: bundleParts(bundle, audiences, matters) }
}
