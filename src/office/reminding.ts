// Everybody who has not signed is reminded at once, of a campaign or of all documents of a bundle: how many and when is shown
// before, and nothing is sent by looking.
import { sayNudgeTime } from '../campaign/nudge-all-cards.ts'
import { readNudge, type NudgeWish } from '../campaign/read-nudge.ts'
import { planNudgeAll } from '../campaign/send-nudge-all.ts'
import { compact } from '../kit/defined.ts'
import type { OfficeAnswer } from '../ports/office.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { mattersIn } from './matters.ts'
import { form, heading, links, list, look, notePart, page, textPart, wrong } from './parts.ts'
import type { Insider, World } from './world.ts'

export interface Reminded {
  readonly title: string
  /** The page of the campaign or bundle. */
  readonly home: string
  /** The open ones. */
  readonly campaigns: readonly Campaign[]
}

export async function openReminding(world: World, about: Reminded): Promise<OfficeAnswer> {
  return remindingPage(
    about,
    (await wishesFor(world, about.campaigns)).map(({ wish }) => wish),
  )
}

export async function remindAll(world: World, about: Reminded, { by }: Insider): Promise<OfficeAnswer> {
  const wished = await wishesFor(world, about.campaigns)
  let planned = 0
  for (const { campaign, wish } of wished)
    if (wish.kind === 'wish' && (await planNudgeAll(world.ports, wish, { by, campaign: campaign.id }))) planned += 1
  if (planned > 0) return { kind: 'go', to: `${about.home}?done=reminded` }
  return remindingPage(
    about,
    wished.map(({ wish }) => wish),
    'They are being reminded on that day already, or nobody is left to remind. Nothing more is sent.',
  )
}

async function wishesFor(
  world: World,
  campaigns: readonly Campaign[],
): Promise<readonly { readonly campaign: Campaign; readonly wish: NudgeWish }[]> {
  const matters = mattersIn(world)
  const reading = { ports: world.ports, library: world.library(), now: world.ports.clock() }
  const wished: { campaign: Campaign; wish: NudgeWish }[] = []
  for (const campaign of campaigns) {
    const matter = matters.find(({ policy }) => policy.id === campaign.policy)
    if (matter !== undefined)
      wished.push({ campaign, wish: await readNudge(reading, { matter, practice: false, campaign }) })
  }
  return wished
}

function remindingPage({ title, home }: Reminded, wishes: readonly NudgeWish[], problem?: string): OfficeAnswer {
  const lines = wishes.map((wish) =>
    wish.kind === 'wish'
      ? `${wish.about.title}: ${wish.count === 1 ? '1 person has' : `${wish.count} people have`} not signed.`
      : `${wish.about.title}: ${wish.paused ? 'the reminders are paused, so nobody is reminded of it.' : 'nobody who is asked has still to sign.'}`,
  )
  const first = wishes.find((wish) => wish.kind === 'wish')
  return page(`Remind everybody: ${title}`, [
    problem === undefined ? undefined : wrong(problem),
    lines.length === 0 ? textPart('It has nothing to sign any more.') : list(lines),
    ...(first === undefined
      ? [look('There is nobody to remind now.')]
      : compact([
          heading('What it will do'),
          textPart(
            `Each hears privately ${sayNudgeTime(first.when)}, and once a day at most: whoever owes several documents is sent one message.`,
          ),
          notePart(
            'Left alone: who is away, is excused, has raised a concern, or has had a reminder on that day already. What was sent cannot be taken back.',
          ),
          form(`${home}/remind`, [], { label: 'Remind them', value: 'remind', main: true }),
        ])),
    links({ to: home, label: 'Back' }),
  ])
}
