// The web page around the real app and library: the stage on which the stories are played.
import { expect } from 'chai'
import { cardOf } from '../kit/talker.ts'
import type { Hand, World } from '../kit/story.ts'
import { webStage } from '../kit/web.ts'

describe('web: with the app behind it', () => {
  let world: World
  let starter: Hand
  beforeEach(async () => {
    world = await webStage.open()
    starter = await world.as('starter')
  })
  afterEach(() => world.close())

  it('greets by name, answers with a source, and leads to the whole section', async () => {
    expect((await starter.screen()).last.title).to.include('Priya')
    const answer = await starter.says('Can I be friends with pupils on Facebook?')
    expect(answer.last.text).to.match(/edition October 2015/)
    const before = answer.cards.length
    const section = await starter.presses('Read the whole section')
    expect(section.cards.length).to.equal(before + 1)
    expect(section.last.buttons).to.include('All sections')
  })

  it('shows what it saw of a draft on that one card, and logs nothing of it', async () => {
    await starter.presses('Can I post this?')
    const [form] = (await starter.screen()).cards.slice(-1)
    const label = form?.text.split('\n').find((line) => line.startsWith('Paste your draft')) ?? ''
    const screen = await starter.fills({ [label]: 'Call Zebedee on 07700 900123' }, 'Look at my draft')
    expect(screen.last.text).to.include('phone number')
    expect(screen.last.text).to.include('07700 900123')
    const others = screen.cards.slice(0, -1).map(({ text }) => text)
    expect([...others, ...world.logged].join('\n'))
      .not.to.include('Zebedee')
      .and.not.include('900123')
  })

  it('shows what is pushed, to the one it is for', async () => {
    await world.push('starter', cardOf('caution'))
    expect((await starter.screen()).last.title).to.equal('A card that is caution')
    expect((await (await world.as('slt')).screen()).cards.length).to.equal(1)
  })

  it('tells who presses what is not there, and what is', async () => {
    const failed = await starter.presses('Fly').catch((error: unknown) => error)
    expect(String(failed)).to.include('There is no button “Fly”').and.include('Can I post this?')
  })
})
