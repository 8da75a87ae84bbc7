// Cards as people get them from the whole app, in a school that has just begun.
import { createApp } from '../../../src/app.ts'
import { pack } from '../../../src/chat/actions.ts'
import type { Button, Card } from '../../../src/chat/cards.ts'
import type { Account, Role } from '../../../src/chat/people.ts'
import { theLibrary } from '../library.ts'
import { memoryPorts } from '../ports.ts'

/** The cards by what was done to get them. */
export async function playedCards(): Promise<Readonly<Record<string, Card>>> {
  const school = await openSchool()
  const slt = await school.person('Joanne Clarke', ['staff', 'slt'])
  const starter = await school.person('Priya Nair', ['staff'])
  const teacher = await school.person('Daniel Hughes', ['staff'])
  const cards = {
    'home, nobody is asked': await starter.opensHome(),
    help: await starter.says('help'),
    'which of two': await starter.says('link'),
    'whom to ask': await starter.says('who can I ask?'),
    'a check begins': await starter.says('can I post this?'),
    'a draft is seen': await starter.presses('Look at my draft', { draft: 'Well done Tom Smith, year 9' }),
    'something urgent': await teacher.says('a pupil has sent me a nude photo'),
    campaigns: await slt.says('campaigns'),
    'before it begins': await slt.presses('Open the campaign', { audience: 'everybody', due: '2026-12-18' }),
    'it is open': await slt.presses('Open it'),
    'home of SLT': await slt.opensHome(),
    'register of a school': await slt.says('register'),
    'one person': await slt.presses('Priya Nair'),
    digest: await slt.says('digest'),
    review: await slt.says('review'),
    'home, asked to sign': await starter.opensHome(),
    hello: await starter.says('hello'),
    'first section': await starter.presses('Start reading'),
    'declaration of a policy': await starter.says('sign'),
  }
  await school.close()
  return cards
}

async function openSchool() {
  const { ports, close } = await memoryPorts()
  const app = createApp(ports, theLibrary())
  let events = 0
  return {
    close,
    async person(name: string, roles: readonly Role[]) {
      const account: Account = { platform: 'slack', id: name }
      await ports.directory.keep(account, { name, email: `${name.replace(' ', '.')}@school.example`, roles })
      const at = { account, place: { platform: 'slack', id: name, kind: 'private' } } as const
      let last: Card
      const showing = async (replies: ReturnType<typeof app.hear>) => {
        const [first] = await replies
        if (first === undefined) throw new Error(`${name} was shown nothing`)
        return (last = first.card)
      }
      const id = () => `e${(events += 1)}`
      return {
        opensHome: () => showing(app.hear({ kind: 'opened', id: id(), ...at, surface: 'home' })),
        says: (text: string) => showing(app.hear({ kind: 'said', id: id(), ...at, text })),
        presses: (label: string, fields: Readonly<Record<string, string>> = {}) => {
          const button = buttonsOf(last).find((each) => each.label === label)
          if (button === undefined) throw new Error(`${last.title} has no button “${label}”`)
          return showing(app.hear({ kind: 'pressed', id: id(), ...at, packed: pack(button.action), fields }))
        },
      }
    },
  }
}

function buttonsOf({ blocks }: Card): readonly Button[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons
    return block.kind === 'form' ? [block.form.submit] : []
  })
}
