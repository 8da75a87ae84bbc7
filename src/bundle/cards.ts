// The cards of bundles for SLT: the bundles of the school, how far everybody is, and what a round will do before it
// begins.
import { showAskClosing } from '../campaign/change-cards.ts'
import { showBeforeOpening } from '../campaign/preview-cards.ts'
import type { ActionOf } from '../chat/actions.ts'
import { buttons, note, plain, strong, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { fillFields, line, type Sent } from '../chat/forms.ts'
import { opening } from '../chat/opening.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import { sayDay } from '../kit/days.ts'
import { capital } from '../kit/text.ts'
import { sayAudience } from '../standing/audience.ts'
import type { Bundle } from '../standing/bundles.ts'
import { openParts, type Round } from '../standing/rounds.ts'
import { campaignActions } from '../campaign/actions.ts'
import { bundleActions } from './actions.ts'
import type { BundleParts } from './parts.ts'
import { sayRoundPreview, type RoundPreview } from './preview.ts'
import type { RoundStand } from './read-round-count.ts'
import { sayDocuments, sayRoundDays, sayRoundState, sayRoundProgress } from './words.ts'

export interface BundleLine {
  readonly bundle: Bundle
  /** The newest round of this world. */
  readonly round: Round | undefined
}

export function showBundles(bundles: readonly BundleLine[], practice: boolean): Card {
  const told = bundles.map(({ bundle: { title }, round }) => {
    const state = round === undefined ? 'nobody was asked yet' : sayRoundState(round)
    return `${title}: ${state}.`
  })
  const summary =
    bundles.length === 0
      ? 'The school has no bundle of documents yet.'
      : `${bundles.length === 1 ? '1 bundle' : `${bundles.length} bundles`} of documents that people are asked for together.`
  return markPractice(
    {
      title: 'Bundles',
      tone: 'plain',
      summary,
      blocks: compact([
        text(summary),
        bundles.length === 0 && text('Say “new bundle” to make one in the office, such as a September pack.'),
        told.length > 0 && { kind: 'list', ordered: false, items: told.map(plain) },
        buttons(
          ...bundles.map(({ bundle: { id, title } }): Button => ({
            label: title,
            action: bundleActions('bundle', { bundle: id }),
            spoken: `Bundle: ${title}`,
          })),
        ),
        note('Only you see this.'),
      ]),
    },
    practice,
  )
}

export interface BundleView {
  readonly bundle: Bundle
  readonly parts: BundleParts
  /** Those of this world, newest first. */
  readonly rounds: readonly Round[]
  /** How far everybody is with the open round. */
  readonly count: RoundStand | undefined
  readonly titleOf: (policy: string) => string
  readonly practice: boolean
  /** What was just done, shown first. */
  readonly done?: string | undefined
}

export function showBundle(view: BundleView, sent: Sent): Card {
  const { bundle, rounds, practice, done } = view
  const open = rounds.find((round) => openParts(round).length > 0)
  const [last] = rounds
  const state = open === undefined ? 'Nobody is asked for it now.' : `${capital(sayRoundState(open))}.`
  return markPractice(
    {
      title: `Bundle: ${bundle.title}`,
      tone: 'plain',
      summary: compact([done, state]).join(' '),
      blocks: compact([
        done !== undefined && text(strong(done)),
        text(state),
        ...(open === undefined ? [] : showRunning(open, view)),
        { kind: 'heading', text: 'Who reads what' },
        { kind: 'list', ordered: false, items: sayDuties(view).map(plain) },
        ...(open === undefined ? [{ kind: 'heading', text: 'Ask for it' } as const, openForm(bundle, sent)] : []),
        open === undefined && last !== undefined && showReopen(last),
        buttons({ label: 'All bundles', action: bundleActions('bundles') }),
      ]),
    },
    practice,
  )
}

function showRunning(round: Round, { count, titleOf }: BundleView): Block[] {
  const turn = (
    label: string,
    what: 'close-round' | 'pause-round' | 'resume-round' | 'prepare-round' | 'round-timeline',
  ): Button => ({
    label,
    action: bundleActions(what, { round: round.id }),
    spoken: `${label}: ${round.title}`,
  })
  const paused = openParts(round).some(({ pausedOn }) => pausedOn !== undefined)
  return compact([
    ...(count === undefined ? [] : showCount(round, count, titleOf)),
    buttons(
      paused ? turn('Let it go on', 'resume-round') : turn('Pause the reminders', 'pause-round'),
      turn('Change it', 'prepare-round'),
      turn('Timeline', 'round-timeline'),
      ...handing(round),
      turn('Close it', 'close-round'),
      { label: 'Ask again regularly', action: opening('recurring'), spoken: `Ask again regularly: ${round.title}` },
    ),
  ])
}

/** All its campaigns at once; each can also be handed to somebody of its own. */
function handing(round: Round): Button[] {
  const [first, ...others] = openParts(round)
  if (first === undefined) return []
  const about = { policy: first.policy, campaign: first.id, whole: true }
  const back: Button = {
    label: 'Take it back',
    action: campaignActions('take-back', about),
    spoken: `Take it back: ${round.title}`,
  }
  const on: Button = {
    label: 'Hand it to somebody',
    action: campaignActions('prepare-hand', about),
    spoken: `Hand it to somebody: ${round.title}`,
  }
  return [first, ...others].some(({ handed }) => handed !== undefined) ? [on, back] : [on]
}

function showCount({ parts }: Round, count: RoundStand, titleOf: (policy: string) => string): Block[] {
  const { signed, owe } = count.everybody
  const bars = parts.flatMap(({ policy }) => {
    const asked = count.documents.get(policy)
    if (asked === undefined) return []
    const spoken = `${titleOf(policy)}: ${sayRoundProgress(asked)}`
    return [{ label: titleOf(policy), count: asked.signed, total: asked.signed + asked.owe, spoken }]
  })
  const all = { label: 'All of it', count: signed, total: signed + owe, spoken: sayRoundProgress(count.everybody) }
  return [
    text(strong(`${sayRoundProgress(count.everybody)}, all of their documents.`)),
    { kind: 'bars', label: 'Signed so far', bars: [all, ...bars] },
  ]
}

function sayDuties({ parts: { parts, missing } }: BundleView): readonly string[] {
  return [
    ...parts.map(({ matter, audience }) => `${matter.edition.title}: ${sayAudience(audience)}.`),
    ...missing.map((id) => `${id}: nobody, because there is no such policy here with something to sign.`),
  ]
}

const earlierOptions = [
  { id: 'count', label: 'They count' },
  { id: 'anew', label: 'Ask everybody again: they stay in the history and do not count' },
]

function openForm({ id }: Bundle, sent: Sent): Block {
  return {
    kind: 'form',
    form: {
      fields: fillFields(
        [
          line('due', 'By which day', 'Such as 18/12/2026.', true),
          line('remind', 'When to remind', 'Such as 14, 7, 1, 0, then every 7. Empty: as the school reminds.', false),
          { kind: 'choice', id: 'earlier', label: 'Earlier signatures', required: false, options: earlierOptions },
        ],
        sent,
      ),
      submit: { label: 'Show what it will do', action: bundleActions('open-bundle', { bundle: id }), main: true },
    },
  }
}

function showReopen(round: Round): Block {
  return buttons({
    label: 'Open the last one again',
    action: bundleActions('reopen-round', { round: round.id }),
    spoken: `Open the last one again: ${round.title}, by ${sayRoundDays(round)}`,
  })
}

interface PreviewShown {
  readonly bundle: Bundle
  readonly parts: BundleParts
  readonly preview: RoundPreview
  readonly confirms: Omit<ActionOf<typeof bundleActions, 'confirm-bundle'>, 'do'>
}

export function showBundlePreview({ bundle, parts, preview, confirms }: PreviewShown, practice: boolean): Card {
  const count = sayDocuments(parts.parts.length)
  return showBeforeOpening(
    {
      line: `The ${bundle.title} asks for ${count} by ${sayDay(preview.all.due)}, in one message to each.`,
      doubts: preview.doubts,
      items: compact([
        confirms.anew === true && 'It asks everybody again: earlier signatures do not count, and stay in the history.',
        ...sayRoundPreview(preview),
      ]),
      confirm: bundleActions('confirm-bundle', confirms),
      change: bundleActions('bundle', { bundle: bundle.id }),
    },
    practice,
  )
}

export function showAskCloseRound(round: Round, count: RoundStand, practice: boolean): Card {
  const { owe } = count.everybody
  const still =
    owe === 0
      ? 'Everybody has signed all of it.'
      : `${owe === 1 ? '1 person owes' : `${owe} people owe`} something of it.`
  const ask = `Close the ${round.title}, due ${sayRoundDays(round)}? ${still}`
  return showAskClosing(
    {
      title: `Close the ${round.title}?`,
      ask,
      close: bundleActions('confirm-close-round', { round: round.id }),
      leave: bundleActions('bundle', { bundle: round.bundle }),
    },
    practice,
  )
}
