// The Home page of a school leader with one policy and with thirty: nothing important is cut off.
import { expect } from 'chai'
import { showHome } from '../../adapters/slack/view.ts'
import { limits } from '../../adapters/slack/limits.ts'
import { createApp } from '../../src/app.ts'
import type { Account } from '../../src/chat/people.ts'
import type { Library } from '../../src/turn/library.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts } from '../kit/ports.ts'

const boss: Account = { platform: 'slack', id: 'U9' }

async function homeOf(library: Library) {
  const test = await memoryPorts()
  await test.ports.directory.keep(boss, { name: 'Joanne Clarke', email: 'jo@school.example', roles: ['staff', 'slt'] })
  const replies = await createApp(test.ports, library).hear({
    kind: 'opened',
    id: 'e1',
    account: boss,
    place: { platform: 'slack', id: 'D9', kind: 'private' },
    surface: 'home',
  })
  await test.close()
  return showHome(replies.map(({ card }) => card))
}

/** A library with `count` copies of the project's policy under different names. */
function withPolicies(count: number): Library {
  const library = theLibrary()
  const [policy] = library.policies
  if (policy === undefined) throw new Error('the project has no policy')
  const more = Array.from({ length: count - 1 }, (_, n) => {
    const id = `policy-${n}`
    const title = `${n} Policy`
    return { ...policy, id, title, editions: policy.editions.map((edition) => ({ ...edition, policy: id, title })) }
  })
  return { ...library, policies: [policy, ...more] }
}

describe('slack: the Home page of a senior leader', () => {
  for (const count of [1, 2, 30]) {
    it(`with ${count} ${count === 1 ? 'policy' : 'policies'}: their part stands before the policies, and all of it is there`, async () => {
      const { blocks } = await homeOf(withPolicies(count))
      const words = JSON.stringify(blocks)
      expect(blocks.length).to.be.below(limits.viewBlocks / 2)
      const leads = words.indexOf('For the senior leadership team')
      const policies = words.indexOf(count > 4 ? `The school’s ${count} policies` : 'Its review was due')
      expect(leads).to.be.greaterThan(0)
      expect(policies).to.be.greaterThan(leads)
      expect(words).to.match(count > 4 ? /Choose one of \d+ policies/ : /Choose one of \d+ sections/)
      expect(words).to.include('register').and.include('Show the digest').and.not.include('more than fits')
    })
  }
})
