// No button's label is longer than a phone shows; longer choices are shown as rows that wrap. Checked for the gallery
// and for every choice of every scenario.
import { expect } from 'chai'
import { showCard } from '../../adapters/teams/show.ts'
import { limits } from '../../adapters/teams/limits.ts'
import { showMessages } from '../../adapters/slack/show.ts'
import { buttons, mostLabel, type Card } from '../../src/chat/cards.ts'
import { edges, gallery } from '../kit/gallery.ts'
import { asSent, isFields, isList, listOf, textOf, fieldsOf, type Fields, type Json } from '../kit/json.ts'
import { theLibrary } from '../kit/library.ts'

const choices: Readonly<Record<string, Card>> = Object.fromEntries(
  theLibrary().scenarios.flatMap((scenario) =>
    scenario.questions.map((question): [string, Card] => [
      `${scenario.id}, ${question.id}`,
      {
        title: question.text,
        tone: 'plain',
        summary: question.text,
        blocks: [
          buttons(
            ...question.choices.map(({ id, text }) => ({
              label: text,
              action: {
                do: 'answer',
                scenario: scenario.id,
                answers: {},
                found: [],
                question: question.id,
                choice: id,
              },
            })),
          ),
        ],
      },
    ]),
  ),
)

/** Labels of the elements that are drawn as one-line buttons. */
function labelsIn(json: Json | undefined, type: RegExp, label: (one: Fields) => string): string[] {
  if (isList(json)) return json.flatMap((one) => labelsIn(one, type, label))
  if (!isFields(json)) return []
  const own = type.test(textOf(json['type']) ?? '') ? [label(json)] : []
  // The words of a container that can be pressed are shown as text and wrap, so its `selectAction` is skipped.
  return [
    ...own,
    ...Object.entries(json).flatMap(([key, one]) => (key === 'selectAction' ? [] : labelsIn(one, type, label))),
  ]
}

describe('labels of buttons', () => {
  for (const [name, card] of Object.entries({ ...gallery, ...edges, ...choices })) {
    it(`${name}: none is longer than a phone shows, and none is lost`, () => {
      const slack = showMessages(card).flatMap((message) => listOf(asSent(message)['blocks']))
      const teams = asSent(showCard(card))
      const onSlack = labelsIn(slack, /^button$/, (one) => textOf(fieldsOf(one['text'])['text']) ?? '')
      const onTeams = labelsIn(teams, /^Action\.(?:Execute|Submit|OpenUrl)$/, (one) => textOf(one['title']) ?? '')
      expect(onSlack.filter((label) => label.length > mostLabel)).to.deep.equal([])
      expect(onTeams.filter((label) => label.length > limits.buttonShown)).to.deep.equal([])
      if (!(name in choices)) return
      for (const block of card.blocks)
        for (const { label } of block.kind === 'buttons' ? block.buttons : [])
          for (const shown of [JSON.stringify(slack), JSON.stringify(teams)])
            expect(shown).to.include(label.slice(0, 20))
    })
  }

  it('in Slack, what is said of one has the word that is seen on it, and what its row says', () => {
    const messages = Object.values({ ...gallery, ...edges, ...choices }).flatMap((card) => showMessages(card))
    const named = messages
      .flatMap((message) => buttonsIn(asSent(message)))
      .filter((one) => one['accessibility_label'] !== undefined)
    const unlike = named.filter((one) => !spokenOf(one).includes(seenOn(one)))
    expect(unlike.map((one) => `${seenOn(one)}: ${spokenOf(one)}`)).to.deep.equal([])
    const rows = named.filter((one) => seenOn(one) === 'Choose').map(spokenOf)
    expect(rows).to.include('Choose: I stay with them')
    expect(rows.filter((spoken) => !/^Choose: \S/.test(spoken))).to.deep.equal([])
  })
})

function buttonsIn(json: Json | undefined): Fields[] {
  if (isList(json)) return json.flatMap(buttonsIn)
  if (!isFields(json)) return []
  return [...(json['type'] === 'button' ? [json] : []), ...Object.values(json).flatMap(buttonsIn)]
}

function seenOn(one: Fields): string {
  return textOf(fieldsOf(one['text'])['text']) ?? ''
}

function spokenOf(one: Fields): string {
  return textOf(one['accessibility_label']) ?? ''
}
