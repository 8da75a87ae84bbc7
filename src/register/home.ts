// The register's part of the home page: how many have signed, and the button that opens it.
import { buttons, plain, strong, text, type Block } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import type { Person } from '../chat/people.ts'
import { may } from '../people/may.ts'
import { mostNamed } from '../chat/wording.ts'
import { compact } from '../kit/defined.ts'
import { countingOf, totalsFor } from '../turn/counting.ts'
import { mattersOf } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'
import { registerActions } from './actions.ts'
import { showCounts } from './cards.ts'
import { countEach, sayCounted } from './overview-talk.ts'

/** At the top of the page, for on a telephone what follows is further down than the first screen. */
export function nearBlocks({ desk }: Turn, person: Person | undefined): Block[] {
  if (!may(person, 'see-register', desk.shelf.today)) return []
  return [buttons({ label: 'Open the register', action: opening('register') })]
}

export function homeBlocks(turn: Turn, person: Person): Promise<Block[]> {
  return mattersOf(turn).length > mostNamed ? countedBlocks(turn, person) : registerBlocks(turn, person)
}

async function countedBlocks(turn: Turn, person: Person): Promise<Block[]> {
  const counted = await countEach(turn, person)
  return [
    text(strong('Signed')),
    { kind: 'list', ordered: false, items: counted.map((each) => plain(sayCounted(each))) },
    buttons({ label: 'Campaigns', action: opening('campaigns') }),
  ]
}

async function registerBlocks(turn: Turn, person: Person): Promise<Block[]> {
  const matters = mattersOf(turn)
  const registers = await Promise.all(
    matters.map(async (matter): Promise<Block[]> => {
      const { policy, edition } = matter
      const counting = await countingOf(turn, matter, person)
      const totals = await totalsFor(turn, { matter, counting, practice: person.practice })
      return [
        text(strong(`Signed, ${edition.title}`)),
        ...showCounts(totals),
        buttons(
          ...compact([
            // With one policy the button at the top of the page is the same.
            matters.length > 1 &&
              ({ label: 'Open the register', action: registerActions('register', { policy: policy.id }) } as const),
            { label: 'Campaigns', action: opening('campaigns', { policy: policy.id }) } as const,
          ]),
        ),
      ]
    }),
  )
  return registers.flat()
}
