// What stands on cards that people get from the whole app: each thing once, and what comes first is first.
import { expect } from 'chai'
import { showMessages } from '../../adapters/slack/show.ts'
import { showCard } from '../../adapters/teams/show.ts'
import { unstyled, type Button, type Card } from '../../src/chat/cards.ts'
import { playedCards } from '../kit/draw/played.ts'

describe('cards from the whole app', () => {
  let cards: Readonly<Record<string, Card>>
  before(async () => (cards = await playedCards()))
  const card = (name: string) => {
    const found = cards[name]
    if (found === undefined) throw new Error(`no card is called ${name}`)
    return found
  }
  const buttonsOn = (name: string): readonly Button[] =>
    card(name).blocks.flatMap((block) => {
      if (block.kind === 'buttons') return block.buttons
      return block.kind === 'form' ? [block.form.submit] : []
    })
  const mainOn = (name: string) => buttonsOn(name).flatMap(({ main, label }) => (main === true ? [label] : []))

  it('the register shows each name once, and a menu to open one', () => {
    const slack = JSON.stringify(showMessages(card('register of a school')))
    expect(slack).to.include('"type":"table"').and.include('Choose one of 3 people')
    expect(slack).to.not.match(/"type":"button"[^}]*"text":"Priya Nair"/)
    const teams = JSON.stringify(showCard(card('register of a school')))
    expect(teams).to.include('Choose one of 3 people').and.not.include('"title":"Open Priya Nair"')
    expect(teams).to.not.match(/"type":"Action\.Execute","title":"Priya Nair"/)
  })

  it('help begins with a question, and does not offer itself', () => {
    const [list] = card('help').blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []))
    expect(unstyled(list?.[0] ?? [])).to.match(/^Ask a question/)
    expect(buttonsOn('help').map(({ label }) => label)).to.not.include('What can you do?')
  })

  for (const [name, main] of [
    ['hello', ['Start reading']],
    ['home, asked to sign', ['Read and sign']],
    ['home of SLT', ['Read and sign']],
  ] as const)
    it(`${name}: what is still to be signed stands out, and nothing else`, () =>
      expect(mainOn(name)).to.deep.equal(main))

  it('whom to ask begins with a capital letter', () => {
    const [who] = card('whom to ask').blocks.flatMap((block) => (block.kind === 'text' ? [unstyled(block.text)] : []))
    expect(who).to.equal('Anybody in the Senior Leadership Team')
  })

  it('an open campaign names its edition as people say it', () => {
    const shown = JSON.stringify(card('it is open'))
    expect(shown).to.include('edition October 2015').and.not.include('edition 2015-10')
  })
})
