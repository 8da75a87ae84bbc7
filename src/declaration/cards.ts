// The whole declaration with its form: each statement to confirm, and the name to type.
import { compact, defined } from '../kit/defined.ts'
import { declarationActions } from './actions.ts'
import { buttons, note, plain, text, unstyled, type Block, type Button, type Card, type Field } from '../chat/cards.ts'
import { sayCitation } from '../policy/cite.ts'
import { pagesOf } from '../reading/cards.ts'
import { findSection } from '../policy/force.ts'
import { outsideBlocks, wordingNote } from '../reading/lines.ts'
import type { Edition } from '../policy/types.ts'
import { personButton } from '../referral/actions.ts'
import { speakButtons } from './outcome-cards.ts'
import { markPractice } from '../chat/practice.ts'
import type { Declaration } from '../standing/types.ts'

/** What somebody has filled in so far, and what is wrong with it. */
export interface Draft {
  readonly confirmed: readonly number[]
  readonly name: string
  readonly slip: Slip
}

export type Slip =
  | { readonly kind: 'none' }
  | { readonly kind: 'missing'; readonly missing: readonly number[]; readonly name: boolean }
  | { readonly kind: 'name-unlike' | 'name-of-another'; readonly known: string }

export const emptyDraft: Draft = { confirmed: [], name: '', slip: { kind: 'none' } }

export interface SigningFrame {
  readonly edition: Edition
  readonly declaration: Declaration
  readonly practice: boolean
  /** They have not read the whole policy here; they may have read it elsewhere. */
  readonly unread: boolean
}

export function showDeclaration({ edition, declaration, practice, unread }: SigningFrame, draft: Draft): Card {
  const { section: ref } = declaration
  const cites = { policy: edition.policy, edition: edition.id }
  const { title, lines } = openingOf(edition, draft.slip)
  const asked = draft.slip.kind === 'name-unlike'
  return markPractice(
    {
      title,
      tone: 'plain',
      summary: lines.join(' '),
      blocks: compact([
        ...lines.map((line) => text(line)),
        ...outsideBlocks(edition),
        unread &&
          text('You have not read the whole policy with me yet. If you have not read it at all, do that first.'),
        ...besideStatements(wordsOf(edition, declaration), declaration),
        note(ref === undefined ? standard : sayCitation(edition, ref)),
        ...wordingNote(edition),
        {
          kind: 'form',
          form: {
            fields: [
              ...declaration.statements.map((_, at) => statementField(declaration, at, draft)),
              nameField(draft),
            ],
            submit: {
              label: asked ? 'Yes, sign with this name' : 'Sign',
              action: declarationActions('sign', {
                ...cites,
                wording: declaration.hash,
                ...defined({ named: asked ? true : undefined }),
              }),
              main: true,
            },
          },
        },
        text('Not ready to sign? Nothing you choose here counts as a signature.'),
        buttons(
          ...speakButtons(edition),
          personButton({ what: 'question', ...cites, ...defined({ section: ref }) }),
          { label: 'Decline', action: declarationActions('before-signing', { ...cites, what: 'decline' }) },
          ...readButtons(edition, unread),
        ),
      ]),
    },
    practice,
  )
}

/** What is outside is read by its link, above. */
function readButtons({ policy, id: edition, outside }: Edition, unread: boolean): Button[] {
  if (outside !== undefined) return []
  const again = declarationActions('turn-page', { policy, edition, step: 0 })
  return [
    unread
      ? { label: 'Read the policy', action: declarationActions('start-reading', { policy }) }
      : { label: 'Read the policy again', action: again },
  ]
}

const standard = 'The school’s standard statement, for what has no declaration of its own.'

function wordsOf(edition: Edition, { section: ref, wording }: Declaration): Block[] {
  const section = ref === undefined ? undefined : findSection(edition, ref)
  if (section !== undefined) return pagesOf(section).flat()
  const paragraphs = wording.split(/\s*\n\s*/)
  return paragraphs.map((paragraph) => ({ kind: 'quote', text: plain(paragraph), source: '' }))
}

/**
 * The declaration without the statements that stand word for word beside their boxes, so that nothing is shown twice.
 */
function besideStatements(blocks: readonly Block[], { statements }: Declaration): Block[] {
  const beside = new Set(statements.filter((words) => words.length <= longestLabel).map(bare))
  const rest = blocks.flatMap((block): Block[] => {
    if (block.kind === 'quote') return beside.has(bare(unstyled(block.text))) ? [] : [block]
    if (block.kind !== 'list') return [block]
    const items = block.items.filter((item) => !beside.has(bare(unstyled(item))))
    return items.length === 0 ? [] : [{ ...block, items }]
  })
  return rest.length === 0 ? [] : [{ kind: 'heading', text: 'The declaration' }, ...rest]
}

function bare(words: string): string {
  return words
    .trim()
    .replace(/[;,.]$/, '')
    .toLowerCase()
}

function openingOf(edition: Edition, slip: Slip): { title: string; lines: string[] } {
  switch (slip.kind) {
    case 'none':
      return {
        title:
          edition.outside === undefined
            ? `${edition.title}: sign the declaration`
            : `${edition.title}: read it, and confirm`,
        lines: [
          edition.outside === undefined
            ? 'Read the declaration, tick each statement that you stand by, type your name, and press Sign.'
            : 'Open the document and read it. Then come back, tick each statement that you stand by, type your name, and press Sign.',
        ],
      }
    case 'missing':
      return {
        title: 'Not signed yet',
        lines: [`${sayMissing(slip)} Nothing is signed yet. What you filled in is still here.`],
      }
    case 'name-of-another':
      return {
        title: 'That is somebody else’s name',
        lines: [
          `The name that you typed is somebody else’s here, and nobody signs for another. The school knows you as ${slip.known}: sign with your own name. If your name is wrong there, please ask the school office to put it right. Nothing is signed yet.`,
        ],
      }
    case 'name-unlike':
      return {
        title: 'Is that your name?',
        lines: [
          `The school knows you as ${slip.known}, and you typed another name. If it is your name all the same, press “Yes, sign with this name”. You can also change it. Nothing is signed yet.`,
        ],
      }
  }
}

function sayMissing({ missing, name }: Extract<Slip, { kind: 'missing' }>): string {
  const ticks = missing.length === 1 ? 'One statement is not ticked.' : `${missing.length} statements are not ticked.`
  return compact([missing.length !== 0 && ticks, name && 'Your name is missing.']).join(' ')
}

/** A statement stands in full beside its box, unless a long declaration is one single statement. */
function statementField({ statements }: Declaration, at: number, { confirmed, slip }: Draft): Field {
  const words = statements[at] ?? ''
  const missing = slip.kind === 'missing' && slip.missing.includes(at)
  return {
    kind: 'check',
    id: statementId(at),
    label: words.length <= longestLabel ? words : 'The declaration above, in full',
    tick: 'I confirm this',
    required: true,
    ticked: confirmed.includes(at),
    ...defined({ error: missing ? 'Tick this if you stand by it. If not, choose another button below.' : undefined }),
  }
}

const longestLabel = 1_500

export function statementId(at: number): string {
  return `s${at}`
}

function nameField({ name, slip }: Draft): Field {
  return {
    kind: 'line',
    id: 'name',
    own: 'name',
    label: 'Your name, typed in full',
    hint: 'It stands for your signature.',
    required: true,
    max: 120,
    ...defined({
      value: name === '' ? undefined : name,
      error: slip.kind === 'missing' && slip.name ? 'Type your name.' : undefined,
    }),
  }
}
