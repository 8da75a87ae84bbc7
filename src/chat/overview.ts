// How all policies stand at a glance, a line each, and a button for each that opens one of them.
import type { Action } from './actions.ts'
import { buttons, note, plain, text, type Button, type Card } from './cards.ts'
import { markPractice } from './practice.ts'

export interface Overview {
  readonly title: string
  readonly summary: string
  readonly policies: readonly {
    readonly title: string
    /** How it stands, in a sentence. */
    readonly line: string
    readonly opens: Action
  }[]
}

export function showOverview({ title, summary, policies }: Overview, practice: boolean): Card {
  return markPractice(
    {
      title,
      tone: 'plain',
      summary,
      blocks: [
        { kind: 'list', ordered: false, items: policies.map(({ line }) => plain(line)) },
        text('Choose a policy:'),
        buttons(
          ...policies.map((policy): Button => ({
            label: policy.title,
            action: policy.opens,
            spoken: `${title}: ${policy.title}`,
          })),
        ),
        note('Only you see this.'),
      ],
    },
    practice,
  )
}
