// An overview of all policies, one line each, with a button for each that opens one of them.
import { compact } from '../kit/defined.ts'
import type { Action } from './actions.ts'
import { buttons, note, plain, text, type Button, type Card } from './cards.ts'
import { markPractice } from './practice.ts'

/** At most this many get a button; the rest can be asked for by name. */
export const mostButtons = 10

export interface Overview {
  readonly title: string
  readonly summary: string
  /** What to type, with a policy’s name, for a policy without a button. */
  readonly write: string
  /** The policies that matter most come first. */
  readonly policies: readonly {
    readonly title: string
    /** The policy's state in one sentence. */
    readonly line: string
    readonly opens: Action
  }[]
}

export function showOverview({ title, summary, write, policies }: Overview, practice: boolean): Card {
  const [shown, rest] = [policies.slice(0, mostButtons), policies.slice(mostButtons)]
  return markPractice(
    {
      title,
      tone: 'plain',
      summary,
      blocks: compact([
        { kind: 'list', ordered: false, items: shown.map(({ line }) => plain(line)) },
        text('Choose a policy:'),
        buttons(
          ...shown.map((policy): Button => ({
            label: policy.title,
            action: policy.opens,
            spoken: `${title}: ${policy.title}`,
          })),
        ),
        rest.length !== 0 &&
          text(
            `There are ${rest.length} more. Write the name of one with it, such as “${write} ${rest[0]?.title ?? ''}”.`,
          ),
        note('Only you see this.'),
      ]),
    },
    practice,
  )
}
