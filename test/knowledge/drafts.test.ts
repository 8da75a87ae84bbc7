// How many of the details that a careful reader sees in a draft are found, and how often nothing is found where there
// is nothing.
import { expect } from 'chai'
import { detect } from '../../src/check/detect.ts'
import type { FindingKind } from '../../src/guide/scenario.ts'
import { harmless, telling } from './drafts.ts'

const known = { names: [], schoolNames: [] }

describe('reading drafts', () => {
  it('sees what matters in at least 85 of 100, and calls it by its kind', async () => {
    const missed: string[] = []
    for (const [kind, draft] of telling) if (!sees(await detect(draft, known), [kind].flat())) missed.push(draft)
    expect(1 - missed.length / telling.length, missed.join('\n')).to.be.at.least(0.85)
  })

  it('sees nothing in at least 90 of 100 that are harmless', async () => {
    const noisy: string[] = []
    for (const draft of harmless) {
      const found = await detect(draft, known)
      if (found.length > 0) noisy.push(`${draft} (${found.join()})`)
    }
    expect(1 - noisy.length / harmless.length, noisy.join('\n')).to.be.at.least(0.9)
  })
})

/** Readers may disagree on whether a name is a pupil's, so either kind of name counts. */
function sees(found: readonly FindingKind[], wanted: readonly FindingKind[]): boolean {
  const names: readonly FindingKind[] = ['name', 'pupil-name']
  return wanted.every((kind) => found.some((each) => each === kind || (names.includes(kind) && names.includes(each))))
}
