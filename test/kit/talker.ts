// A small substitute for the app in tests of a platform: cards of every tone and block, replaced, pushed and private.
import { z } from 'zod'
import { buttons, note, plain, strong, text, type Card, type Tone } from '../../src/chat/cards.ts'
import { unpack } from '../../src/chat/actions.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { here, instead, privately, type Reply } from '../../src/chat/replies.ts'
import { staleCard } from '../../src/chat/wording.ts'

export interface Talker {
  readonly heard: ChatEvent[]
  readonly hear: (event: ChatEvent) => Promise<readonly Reply[]>
}

export function talker(): Talker {
  const heard: ChatEvent[] = []
  return { heard, hear: (event) => Promise.resolve((heard.push(event), answer(event))) }
}

function answer(event: ChatEvent): readonly Reply[] {
  switch (event.kind) {
    case 'opened':
      return event.surface === 'home' ? [{ to: 'surface', card: homeCard }] : [here(welcome)]
    case 'began-check':
      return [here(draftCard)]
    case 'joined':
      return [privately(welcome)]
    case 'wondered':
      return []
    case 'searched':
      return tones.map((tone) => ({ to: 'surface', card: cardOf(tone) }))
    case 'said':
      if (event.text === 'every tone') return tones.map((tone) => here(cardOf(tone)))
      if (event.text.includes('threat')) return [here(cardOf('urgent'))]
      return [here(event.text.trim() === '' ? emptyCard : echoCard(event.text))]
    case 'pressed':
      return press(event.packed, event.fields)
  }
}

const Way = z.looseObject({ do: z.string(), question: z.string().optional(), choice: z.string().optional() })

function press(packed: string, fields: Readonly<Record<string, string>>): readonly Reply[] {
  const action = Way.safeParse(unpack(packed)).data
  switch (action?.do) {
    case 'check':
    case 'revisit':
      return [here(questionCard('first'))]
    case 'answer':
      return [
        instead(action.question === 'first' ? questionCard('second', { first: action.choice ?? '' }) : verdictCard),
      ]
    case 'draft':
      return [instead(draftSeen(fields.draft ?? ''))]
    case 'help':
    case 'open':
      return [privately(cardOf('plain'))]
    case 'rate':
      return [instead(thanksCard)]
    default:
      return [privately(staleCard())]
  }
}

export const tones: readonly Tone[] = [
  'plain',
  'answered',
  'unsure',
  'not-covered',
  'urgent',
  'go-ahead',
  'caution',
  'stop',
]

export function cardOf(tone: Tone): Card {
  return {
    title: `A card that is ${tone}`,
    tone,
    summary: `In short: ${tone}.`,
    blocks: [
      { kind: 'heading', text: 'Why' },
      text('Because of ', strong('this'), ' and <em>that</em>.'),
      {
        kind: 'quote',
        text: [{ text: 'Rules about ' }, { text: 'parents', style: 'mark' }],
        source: 'A Policy, 2015, §1',
      },
      { kind: 'list', ordered: true, items: [plain('First.'), plain('Second.')] },
      { kind: 'list', ordered: false, items: [plain('Neither first nor second.')] },
      { kind: 'divider' },
      buttons(
        { label: 'Help me', action: { do: 'help' }, main: true },
        {
          label: 'This helped',
          action: { do: 'rate', question: 'q1', helpful: true },
          spoken: 'This helped: the answer about parents',
        },
      ),
      note('A quiet line.'),
    ],
  }
}

export const welcome: Card = {
  title: 'Hello',
  tone: 'plain',
  summary: 'Hello. Ask me something.',
  blocks: [
    text('Ask me something.'),
    buttons({ label: 'Start a check', action: { do: 'check', scenario: 's' }, main: true }),
  ],
}

const homeCard: Card = { ...welcome, title: 'Your home page' }
const emptyCard: Card = {
  title: 'I did not catch a question',
  tone: 'plain',
  summary: 'Nothing there.',
  blocks: [text('Please type a question.')],
}
const thanksCard: Card = { title: 'Thank you', tone: 'plain', summary: 'Thank you.', blocks: [text('That helps.')] }
const verdictCard: Card = { ...cardOf('go-ahead'), title: 'You can post this' }

const draftCard: Card = {
  title: 'Paste your draft',
  tone: 'plain',
  summary: 'Paste your draft; it is not kept.',
  blocks: [
    {
      kind: 'form',
      form: {
        fields: [
          { kind: 'lines', id: 'draft', label: 'Your draft', hint: 'It is not kept.', required: true, max: 200 },
          { kind: 'line', id: 'where', label: 'Where', required: false, max: 40 },
        ],
        submit: { label: 'Look at my draft', action: { do: 'draft', scenario: 's' } },
      },
    },
  ],
}

function draftSeen(draft: string): Card {
  return {
    title: 'Draft seen',
    tone: 'caution',
    summary: 'Seen.',
    blocks: [text(`It has ${draft.length} characters.`)],
  }
}

function echoCard(said: string): Card {
  return {
    title: 'You said',
    tone: 'answered',
    summary: 'You said something.',
    blocks: [text(`${said.length} characters: ${said.slice(0, 60)}`)],
  }
}

function questionCard(question: string, answers: Readonly<Record<string, string>> = {}): Card {
  const way = { scenario: 's', answers, found: [], question }
  return {
    title: `The ${question} question`,
    tone: 'plain',
    summary: `The ${question} question.`,
    blocks: [
      text('Is a pupil named?'),
      buttons(
        { label: 'Yes', action: { do: 'answer', ...way, choice: 'yes' } },
        { label: 'No', action: { do: 'answer', ...way, choice: 'no' } },
      ),
    ],
  }
}
