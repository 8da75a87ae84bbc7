// A table in Slack: one for each message where it fits, and a list where Slack cannot show a table.
import { expect } from 'chai'
import type { Block } from '../../src/chat/cards.ts'
import { here, privately, type Reply } from '../../src/chat/replies.ts'
import { plainCard, slackbot, type Slackbot } from '../kit/slackbot.ts'
import { listOf } from '../kit/json.ts'

type Table = Extract<Block, { kind: 'table' }>

const people: Table = {
  kind: 'table',
  head: ['Name', 'Group', 'Standing'],
  rows: [
    ['Łukasz Nowak', 'teaching staff', 'signed on 3 September 2026'],
    ['Siobhán O’Brien', 'governors', 'asked, not begun, due 18 December 2026'],
  ],
}

describe('slack: a table', () => {
  let bot: Slackbot
  const opened = async (...replies: readonly Reply[]) => {
    bot = await slackbot({ hear: () => replies })
    return bot.slack.user('Priya Nair')
  }
  afterEach(() => bot.stop())

  const typesSent = (method = 'chat.postMessage') =>
    bot.slack.callsOf(method).map(({ args }) => listOf(args['blocks']).map((block) => block['type']))

  it('stands in a direct message, with its head, and each name once', async () => {
    const priya = await opened(here(plainCard('Register', people)))
    await priya.says('register', { in: 'dm' })
    await bot.slack.settled()
    const read = priya.newest()?.text ?? ''
    expect(read).to.contain('Name | Group | Standing')
    expect(read).to.contain('Łukasz Nowak | teaching staff | signed on 3 September 2026')
    expect(read.split('Łukasz Nowak')).to.have.lengthOf(2)
    expect(bot.slack.warnings).to.deep.equal([])
  })

  it('is for one person alone, too', async () => {
    const priya = await opened(privately(plainCard('Register', people)))
    bot.slack.channel('#slt', { members: [priya] })
    await priya.mentions('register', { in: '#slt' })
    await priya.command('/policy', 'register', { in: '#slt' })
    await bot.slack.settled()
    const shown = priya.sees().filter(({ kind }) => kind === 'ephemeral')
    expect(shown.map(({ text }) => text.includes('Łukasz Nowak | teaching'))).to.deep.equal([true, true])
  })

  it('is a list where Slack refuses it, with nothing lost', async () => {
    const priya = await opened(here(plainCard('Register', people)))
    bot.slack.faults.refuses('chat.postMessage', 'invalid_blocks', { times: 1 })
    await priya.says('register', { in: 'dm' })
    await bot.slack.settled()
    expect(typesSent().map((types) => types.includes('table'))).to.deep.equal([true, false])
    expect(priya.newest()?.text).to.contain('Łukasz Nowak: teaching staff, signed on 3 September 2026')
    expect(priya.newest()?.text).to.contain('Siobhán O’Brien: governors, asked')
  })

  it('is the only one of a message: a second one is a list', async () => {
    const other: Table = { ...people, rows: [['Bea Starter', 'teaching staff', 'reading']] }
    const priya = await opened(here(plainCard('Two', people, other)))
    await priya.says('register', { in: 'dm' })
    await bot.slack.settled()
    expect(
      typesSent()
        .flat()
        .filter((type) => type === 'table'),
    ).to.have.lengthOf(1)
    expect(priya.newest()?.text).to.contain('Bea Starter: teaching staff, reading')
  })

  for (const [what, rows] of [
    ['a hundred rows and a head', Array.from({ length: 100 }, (_, at) => [`P${at}`, 'governors', 'signed'] as const)],
    ['more text than a table takes', [['Łukasz', 'x'.repeat(5_000), 'signed'] as const]],
    ['a cell that says nothing', [['Łukasz', ' ', 'signed'] as const]],
  ] as const)
    it(`with ${what} it is a list`, async () => {
      const priya = await opened(here(plainCard('Register', { ...people, rows })))
      await priya.says('register', { in: 'dm' })
      await bot.slack.settled()
      expect(typesSent().flat()).not.to.include('table')
      expect(
        priya
          .sees()
          .map(({ text }) => text)
          .join('\n'),
      ).to.contain('signed')
      expect(bot.slack.callsOf('chat.postMessage').every(({ answer }) => answer['ok'] === true)).to.equal(true)
    })

  it('is a list on Home and in a modal, where Slack has none', async () => {
    const priya = await opened({ to: 'surface', card: plainCard('Register', people) })
    await priya.opensHome()
    await bot.slack.settled()
    expect(typesSent('views.publish').flat()).not.to.include('table')
    expect(priya.home()?.text).to.contain('Łukasz Nowak: teaching staff')
  })
})
