// Small talk, answered as a person would, and what the bot says of itself.
import { buttons, text, type Button, type Card, type Rich } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { sayPolicies } from '../chat/wording.ts'

/** What the small-talk cards offer: things to press, in order. */
export interface Offers {
  readonly policies: readonly { readonly id: string; readonly title: string }[]
  readonly scenario: string | undefined
}

/** What is still to be read and signed: where the person stands with it, in a sentence. Without a policy, several. */
export interface Unsigned {
  readonly policy: string | undefined
  readonly line: string
}

export function greeting(person: Person | undefined, offers: Offers & { readonly unsigned?: Unsigned }): Card {
  const { unsigned } = offers
  const name = person === undefined ? '' : ` ${person.name.split(' ')[0] ?? ''}`
  return {
    title: `Hello${name}`,
    tone: 'plain',
    summary: `Hello${name}. Ask me about ${titles(offers)}, or ask “can I post this?”`,
    blocks: [
      text(
        `I am Policy Guide. Ask me anything about ${titles(offers)} in your own words, and I will show you the section that answers it.`,
      ),
      text('If you are not sure about a post, ask “can I post this?” and we will go through it together.'),
      ...(unsigned === undefined
        ? []
        : [
            text(unsigned.line),
            buttons({ label: 'Start reading', action: { do: 'start-reading', policy: unsigned.policy } }),
          ]),
      buttons(...offered(offers)),
    ],
  }
}

export function helpCard(offers: Offers & { readonly leads?: boolean }): Card {
  return {
    title: 'What I can do',
    tone: 'plain',
    summary: `Ask a question about ${titles(offers)}; ask “can I post this?”; or say “sections” to read.`,
    blocks: [
      text(`I know ${titles(offers)}. You can:`),
      {
        kind: 'list',
        ordered: false,
        items: [
          [
            { text: 'Ask a question', style: 'strong' },
            { text: ' in your own words, such as “can I be friends with parents on Facebook?”' },
          ],
          [
            { text: 'Ask “can I post this?”', style: 'strong' },
            { text: ' and answer a few questions. You can paste a draft; I do not keep it.' },
          ],
          [
            { text: 'Say “sections”', style: 'strong' },
            { text: ` to read ${offers.policies.length > 1 ? 'a' : 'the'} policy section by section.` },
          ],
          [
            { text: 'Say “read and sign”', style: 'strong' },
            { text: ' to go through a policy and sign its declaration.' },
          ],
          [{ text: 'Say “my receipt”', style: 'strong' }, { text: ' to see what you signed.' }],
          [{ text: 'Say “status”', style: 'strong' }, { text: ' to see who you are here and where you stand.' }],
          ...(offers.leads === true ? forLeaders : []),
        ],
      },
      text(
        'I quote what the policies say, and tell you when they do not say. I am a program, so for a decision ask a person.',
      ),
      buttons(...offered(offers)),
    ],
  }
}

/** What the school's leaders can say besides. */
const forLeaders: readonly Rich[] = [
  [
    { text: 'Say “register” or “campaigns”', style: 'strong' },
    { text: ' to see who has signed, and to ask, remind or excuse people.' },
  ],
  [{ text: 'Say “digest”', style: 'strong' }, { text: ' to see how things stand this week.' }],
  [
    { text: 'Say “review”', style: 'strong' },
    { text: ' to see when the policies are to be reviewed, and what to look at.' },
  ],
]

export function thanksCard(): Card {
  return {
    title: 'You are welcome',
    tone: 'plain',
    summary: 'You are welcome. Ask again whenever you like.',
    blocks: [text('Ask again whenever you like.')],
  }
}

export function nothingSaidCard(offers: Offers): Card {
  return {
    title: 'I did not catch a question',
    tone: 'plain',
    summary: 'That message held no words that I can read. Please type a question.',
    blocks: [
      text('That message held no words that I can read. Please type a question, or choose one of these.'),
      buttons(...offered(offers)),
    ],
  }
}

function titles({ policies }: Offers): string {
  return `the school’s ${sayPolicies(policies.map(({ title }) => title))}`
}

function offered({ policies, scenario }: Offers): Button[] {
  const [first, ...others] = policies
  return [
    ...(scenario === undefined
      ? []
      : [{ label: 'Can I post this?', action: { do: 'check', scenario }, main: true } as const]),
    ...(first === undefined
      ? []
      : others.length > 0
        ? [{ label: 'Show the policies', action: { do: 'sections' } } as const]
        : [{ label: 'Show the sections', action: { do: 'sections', policy: first.id } } as const]),
    { label: 'What can you do?', action: { do: 'help' } },
  ]
}
