// The school's own file of an edition is opened from a card by people who may see it, on every platform.
import { expect } from 'chai'
import type { Edition } from '../../src/policy/types.ts'
import type { Library } from '../../src/turn/library.ts'
import { story } from '../kit/stages.ts'
import type { StageOptions } from '../kit/story.ts'
import { meadowLane } from '../kit/three-policies.ts'

const words = 'Every visitor comes to the main office first.'
const sha256 = 'a'.repeat(64)

/**
 * Visitors has a file with nothing beside its text, First Aid a file with comments in the margin, and Attendance no
 * file.
 */
function withFiles(library: Library): Library {
  const sources: Readonly<Record<string, Edition['source']>> = {
    visitors: { file: 'Visitors Policy 2026.docx', sha256, unseen: [] },
    'first-aid': { file: 'First Aid.docx', sha256, unseen: ['comment'] },
  }
  return {
    ...library,
    policies: library.policies.map((policy) => {
      const source = sources[policy.id]
      return source === undefined
        ? policy
        : { ...policy, editions: policy.editions.map((edition) => ({ ...edition, source })) }
    }),
  }
}

function school({ publicUrl, kept = true }: { publicUrl?: string; kept?: boolean } = {}): StageOptions {
  const read = (edition: Pick<Edition, 'source'>) =>
    Promise.resolve(kept ? { name: edition.source?.file ?? '', bytes: new TextEncoder().encode(words) } : undefined)
  return { library: withFiles(meadowLane()), around: (ports) => ({ ...ports, publicUrl, originals: { read } }) }
}

const page = 'https://policies.school.example'

describe('the original', () => {
  story(
    'is opened from the policy’s card, as a file or by a private link',
    async ({ starter, stage }) => {
      await starter.says('sections of the visitors policy')
      const { last } = await starter.presses('Open the original')
      expect(last.text).to.include('“Visitors Policy 2026.docx” is the school’s own file of the Visitors Policy')
      if (stage.platform === 'slack') expect(last.text).to.include('Visitors Policy 2026.docx: in the next message.')
      else expect(last.text).to.include('works for 30 minutes')
    },
    school({ publicUrl: page }),
  )

  story(
    'is opened from “About this answer”, too, and by its words',
    async ({ starter }) => {
      await starter.says('who gives out the lanyards?')
      expect((await starter.presses('About this answer')).last.buttons).to.include('Open the original')
      const { last } = await starter.says('open the original of the visitors policy')
      expect(last.title).to.equal('The original')
    },
    school({ publicUrl: page }),
  )

  story(
    'with notes in its margin is for those who keep the policy',
    async ({ starter, slt }) => {
      await starter.says('sections of the first aid policy')
      const { last } = await starter.presses('Open the original')
      expect(last.title).to.equal('The original is not open to everybody')
      expect(last.text).to.include('notes in the margin').and.include('the policy owner')
      await slt.says('sections of the first aid policy')
      expect((await slt.presses('Open the original')).last.title).to.equal('The original')
    },
    school({ publicUrl: page }),
  )

  story(
    'that is no longer kept, or never was, is said to be so',
    async ({ starter }) => {
      await starter.says('sections of the visitors policy')
      expect((await starter.presses('Open the original')).last.text).to.include('is no longer kept here')
      const none = await starter.says('sections of the attendance policy')
      expect(none.last.buttons).not.to.include('Open the original')
      const asked = await starter.says('open the original of the attendance policy')
      expect(asked.last.text).to.include('no file of the school’s behind the Attendance Policy')
    },
    school({ publicUrl: page, kept: false }),
  )

  story.except(
    'web',
    'the page hands it over by itself',
    'without a page to link to is a file on Slack, and elsewhere says where it is to be had',
    async ({ starter, stage }) => {
      await starter.says('sections of the visitors policy')
      const { last } = await starter.presses('Open the original')
      if (stage.platform === 'slack') expect(last.text).to.include('in the next message')
      else expect(last.text).to.include('Please ask the policy owner or the senior leadership team')
    },
    school(),
  )
})
