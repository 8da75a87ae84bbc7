// For people who want to read or sign without naming a policy: finds what waits for them.
import { declarationActions } from './actions.ts'
import { buttons, plain, text, type Button, type Card } from '../chat/cards.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { askedOf, type Owing } from './owing.ts'
import { unsignedBy } from './read-owing.ts'
import { mattersOf } from '../turn/matter.ts'
import { markPractice } from '../chat/practice.ts'
import { tellStanding } from '../standing/words.ts'

export type Meant =
  { readonly kind: 'one'; readonly policy: string } | { readonly kind: 'several'; readonly reply: Reply }

/** `how`: section by section, or the declaration at once. */
export async function whichToSign(turn: Turn, how: 'read' | 'sign'): Promise<Meant> {
  const limit = turn.event.limitedTo
  const [first, ...others] = mattersOf(turn)
  const one = (policy = first?.policy.id ?? ''): Meant => ({ kind: 'one', policy })
  if (limit !== undefined || others.length === 0) return one(limit?.policy)
  const person = await personOf(turn)
  const unsigned = await unsignedBy(turn, person)
  const asked = askedOf(unsigned)
  const waiting = asked.length > 0 ? asked : unsigned
  // Somebody who cannot sign anything is told why, for the first policy.
  if (waiting.length <= 1) return one(waiting[0]?.matter.policy.id)
  const { zone } = turn.library.school
  return {
    kind: 'several',
    reply: privately(showWaiting(waiting, { how, zone, practice: person?.practice === true })),
  }
}

interface Showing {
  readonly how: 'read' | 'sign'
  /** The school's. */
  readonly zone: string
  readonly practice: boolean
}

function showWaiting(waiting: readonly Owing[], { how, zone, practice }: Showing): Card {
  const open = ({ edition }: Owing['matter']): Button => ({
    label: edition.title,
    action:
      how === 'read'
        ? declarationActions('start-reading', { policy: edition.policy })
        : declarationActions('declaration', { policy: edition.policy, edition: edition.id }),
    spoken: how === 'read' ? `Read and sign the ${edition.title}` : `Sign the declaration of the ${edition.title}`,
  })
  return markPractice(
    {
      title: 'Which policy?',
      tone: 'plain',
      summary: `There are ${waiting.length} policies for you to sign. Choose one to begin with.`,
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: waiting.map(({ matter, standing }) =>
            plain(tellStanding(standing, { title: matter.edition.title, zone })),
          ),
        },
        text('Choose one to begin with. I keep your place in each.'),
        buttons(...waiting.map(({ matter }) => open(matter))),
      ],
    },
    practice,
  )
}
