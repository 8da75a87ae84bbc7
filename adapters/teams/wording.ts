// The few sentences that Teams itself makes necessary.
import { text, type Card } from '../../src/chat/cards.ts'

export const wording = {
  /** In a channel or group chat, after the answer went to the personal chat. */
  answeredAlone: 'I have answered you in our own chat, where only you can read it.',
  answeredBelow: 'I have answered below.',
  slow: 'This takes a moment. The answer comes by itself.',
  trouble: 'Sorry, something went wrong on my side. Please try again in a moment.',
  again: 'I have already answered that.',
  noSections: 'I found no section for that. Try other words.',
} as const

/** What everybody else sees where only one person is to see something. */
export const forOneCard: Card = {
  title: 'This answer is for one person',
  tone: 'plain',
  summary: 'This answer is for the person who asked. Only they can read it.',
  blocks: [
    text('Only the person who asked can read it.'),
    text('If that is you and you see nothing else, add Policy Guide in Teams under Apps, and ask me in our own chat.'),
  ],
}

/** For a private view that is asked for after it is gone. */
export const goneCard: Card = {
  title: 'That was some time ago',
  tone: 'plain',
  summary: 'I do not keep private answers for long. Please ask again.',
  blocks: [text('I do not keep private answers for long. Please ask again.')],
}
