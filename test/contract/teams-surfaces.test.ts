// Where an answer in Teams appears: in its place, instead of a card, for one person alone, in a dialog, or in a search.
import { expect } from 'chai'
import { buttons, text, type Card } from '../../src/chat/cards.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { here, instead, privately, type Reply } from '../../src/chat/replies.ts'
import { plainCard } from '../kit/slackbot.ts'
import { talker } from '../kit/talker.ts'
import { teamsbot, type Teamsbot } from '../kit/teams/teamsbot.ts'

describe('teams: a personal chat', () => {
  it('answers in it, for notifications and old clients too, and Teams finds nothing careless', async () => {
    const { bot, ada } = await open(talker().hear)
    await ada.installs()
    await ada.says('every tone')
    await bot.teams.settled()
    expect(ada.newest()).to.include({ own: false, summary: 'In short: stop.' })
    expect(ada.newest()?.links).to.deep.equal([])
    expect(bot.teams.warnings).to.deep.equal([])
    await bot.stop()
  })

  it('a press turns the card, also for whoever opens Teams anew, and on a client without Action.Execute', async () => {
    for (const client of ['current', 'old'] as const) {
      const { bot, ada } = await open(talker().hear)
      ada.uses(client)
      await ada.installs()
      await ada.presses('Start a check')
      await bot.teams.settled()
      const { id } = ada.newest() ?? {}
      await ada.presses('Yes')
      await bot.teams.settled()
      await ada.reloads()
      const turned = ada.sees().find((one) => one.id === id)
      expect(turned?.text, client).to.contain('The second question')
      await bot.stop()
    }
  })

  it('the same activity once more is heard with the same id', async () => {
    const { bot, ada } = await open()
    await ada.installs()
    await ada.says('hello')
    const [delivery] = bot.teams.deliveries.slice(-1)
    if (delivery !== undefined) await bot.teams.redelivers(delivery)
    await bot.teams.settled()
    const [first, second] = bot.heard.slice(-2)
    expect(first?.id).to.equal(second?.id)
    await bot.stop()
  })

  it('edits and what the bot says itself are left alone', async () => {
    const { bot, ada } = await open()
    await ada.installs()
    const said = await ada.says('hello')
    const before = bot.heard.length
    await ada.edits(said, 'hello again')
    await ada.deletes(said)
    await bot.teams.settled()
    expect(bot.heard.length).to.equal(before)
    await bot.stop()
  })

  it('an invoke that nobody knows gets 501, and is logged by its name', async () => {
    const { bot, ada } = await open()
    const delivery = await bot.teams.sends({ type: 'invoke', name: 'fileConsent/invoke', value: {} }, { from: ada })
    expect(delivery.status).to.equal(501)
    expect(bot.logged.join('\n')).to.contain('fileConsent/invoke')
    await bot.stop()
  })
})

describe('teams: a channel', () => {
  it('answers under the message that mentions it, with the mention left out', async () => {
    const { bot, ada } = await open()
    const staff = bot.teams.channel('General', { members: [ada] })
    const asked = await ada.mentions('may I tag parents?', { in: staff })
    await bot.teams.settled()
    const said = bot.heard.find((event) => event.kind === 'said')
    expect(said).to.include({ text: 'may I tag parents?' })
    expect(said?.place).to.deep.equal({ platform: 'teams', id: staff.id, kind: 'shared', thread: asked.id })
    expect(bot.teams.messagesIn(staff).at(-1)).to.include({ root: asked.id, byBot: true })
    await bot.stop()
  })

  it('what is for one person goes to the personal chat, and the channel is told only that', async () => {
    const { bot, ada } = await open(privatelyOf)
    await ada.installs()
    const staff = bot.teams.channel('General', { members: [ada] })
    await ada.mentions('status', { in: staff })
    await bot.teams.settled()
    expect(JSON.stringify(bot.teams.messagesIn(staff))).not.to.contain('For your eyes')
    expect(bot.teams.messagesIn(staff).at(-1)?.text).to.contain('in our own chat')
    expect(bot.teams.messagesIn(ada).at(-1)).to.include({ byBot: true, summary: 'For your eyes.' })
    await bot.stop()
  })

  it('without a personal chat their own client alone is shown it', async () => {
    const { bot, ada } = await open(privatelyOf)
    const ben = bot.teams.user('Ben Cook')
    const group = bot.teams.group('Lunch', { members: [ada, ben] })
    await ada.mentions('status', { in: group })
    await bot.teams.settled()
    expect(JSON.stringify(bot.teams.messagesIn(group))).not.to.contain('For your eyes')
    expect(ada.newest()).to.include({ own: true })
    expect(ada.newest()?.text).to.contain('For your eyes')
    expect(ben.newest()?.text).to.contain('for one person').and.not.to.contain('For your eyes')
    // Pressing a button in it changes nothing for the others.
    await ada.presses('Turn')
    await bot.teams.settled()
    expect(ada.newest()?.text).to.contain('Turned')
    expect(ben.newest()?.text).not.to.contain('Turned')
    await bot.stop()
  })

  it('a private answer to a press goes to the personal chat, and only whoever pressed is told so', async () => {
    const { bot, ada } = await open((event) =>
      event.kind === 'pressed' ? [privately(plainCard('For your eyes'))] : [here(turning('Open to all'))],
    )
    await ada.installs()
    const staff = bot.teams.channel('General', { members: [ada] })
    await ada.mentions('hello', { in: staff })
    await bot.teams.settled()
    await ada.presses('Turn')
    await bot.teams.settled()
    expect(JSON.stringify(bot.teams.messagesIn(staff))).not.to.contain('For your eyes')
    expect(bot.teams.messagesIn(ada).at(-1)?.summary).to.equal('For your eyes.')
    expect(ada.notices().at(-1)).to.contain('our own chat')
    await bot.stop()
  })

  it('a card that is for all turns for all', async () => {
    const { bot, ada } = await open((event) =>
      event.kind === 'pressed' ? [instead(plainCard('Turned'))] : [here(turning('Open to all'))],
    )
    const ben = bot.teams.user('Ben Cook')
    const staff = bot.teams.channel('General', { members: [ada, ben] })
    await ada.mentions('hello', { in: staff })
    await bot.teams.settled()
    await ada.presses('Turn')
    await bot.teams.settled()
    for (const one of [ada, ben]) expect(one.newest()?.text).to.contain('Turned')
    await bot.stop()
  })
})

describe('teams: dialogs and the message extension', () => {
  it('a long form opens in a dialog, and the answer turns the dialog', async () => {
    const { bot, ada } = await open(longForm)
    await ada.installs()
    await ada.says('check')
    await bot.teams.settled()
    await ada.presses('Write in a larger window')
    expect(ada.dialog()?.inputs.map(({ label }) => label)).to.deep.equal(['Your draft'])
    await ada.fills({ 'Your draft': 'Well done, all!' }, 'Look at it')
    expect(ada.dialog()?.text).to.contain('15 characters')
    await bot.stop()
  })

  it('what was typed before is in the larger window, too', async () => {
    const { bot, ada } = await open(longForm)
    await ada.installs()
    await ada.says('check')
    await bot.teams.settled()
    await ada.fills({ 'Your draft': 'Well done, a' }, 'Write in a larger window')
    expect(ada.dialog()?.inputs.map(({ value }) => value)).to.deep.equal(['Well done, a'])
    await bot.stop()
  })

  it('the same form works as a card', async () => {
    const { bot, ada } = await open(longForm)
    await ada.installs()
    ada.uses('no-dialogs')
    await ada.says('check')
    await bot.teams.settled()
    await ada.fills({ 'Your draft': 'Well done, all!' }, 'Look at it')
    await bot.teams.settled()
    expect(ada.newest()?.text).to.contain('15 characters')
    await bot.stop()
  })

  it('search offers cards with plain previews, and one goes into the message', async () => {
    const { bot, ada } = await open((event) =>
      event.kind === 'searched'
        ? ['6.d Reputation', '7 <b>Bullying</b>'].map((title) => ({ to: 'surface', card: plainCard(title) }))
        : [],
    )
    const offers = await ada.searches('reputation')
    expect(bot.heard.at(-1)).to.include({ kind: 'searched', query: 'reputation' })
    expect(offers.map(({ title }) => title)).to.deep.equal(['6.d Reputation', '7 ‹b›Bullying‹/b›'])
    expect((await ada.inserts(offers[0])).cards).to.have.length(1)
    expect(bot.teams.warnings).to.deep.equal([])
    await bot.stop()
  })

  it('a search and a command without the id of a command, as the local playground sends them, are heard', async () => {
    const { bot, ada } = await open((event) => (event.kind === 'searched' ? [here(plainCard('6.d Reputation'))] : []))
    for (const command of ['', ' ']) {
      expect((await ada.searches('reputation', { command })).map(({ title }) => title)).to.deep.equal([
        '6.d Reputation',
      ])
    }
    const before = bot.heard.length
    expect(await ada.searches('reputation', { command: 'other' }), 'another app’s command').to.deep.equal([])
    expect([bot.heard.length, bot.teams.deliveries.at(-1)?.status]).to.deep.equal([before, 501])
    await bot.stop()
  })

  it('a search that finds nothing says so', async () => {
    const { bot, ada } = await open(() => [])
    expect(await ada.searches('xyzzy')).to.deep.equal([])
    expect(ada.notices().at(-1)).to.contain('Try other words')
    await bot.stop()
  })

  it('“check” on a message begins with its words, and goes on in the dialog', async () => {
    const { bot, ada } = await open(talker().hear)
    const ben = bot.teams.user('Ben Cook')
    const group = bot.teams.group('Lunch', { members: [ada, ben] })
    const message = await ben.says('Look at <Mia> & Tom!', { in: group })
    await ada.acts('check', { from: 'message', message })
    expect(bot.heard.at(-1)).to.deep.include({ kind: 'began-check', draft: 'Look at <Mia> & Tom!' })
    expect(ada.dialog()?.text).to.contain('Paste your draft')
    await ada.fills({ 'Your draft': 'abc' }, 'Look at my draft')
    expect(ada.dialog()?.text).to.contain('Draft seen')
    await bot.stop()
  })
})

async function open(hear?: (event: ChatEvent) => Promise<readonly Reply[]> | readonly Reply[]): Promise<{
  bot: Teamsbot
  ada: ReturnType<Teamsbot['teams']['user']>
}> {
  const bot = await teamsbot(hear === undefined ? {} : { hear })
  return { bot, ada: bot.teams.user('Ada Teacher') }
}

function turning(title: string): Card {
  return plainCard(title, text(title), buttons({ label: 'Turn', action: { do: 'help' } }))
}

function privatelyOf(event: ChatEvent): readonly Reply[] {
  if (event.kind === 'pressed') return [instead(plainCard('Turned'))]
  return event.kind === 'said' ? [privately(turning('For your eyes'))] : []
}

function longForm(event: ChatEvent): readonly Reply[] {
  if (event.kind === 'joined') return []
  if (event.kind === 'pressed') return [instead(plainCard(`${event.fields['draft']?.length ?? 0} characters`))]
  const field = { kind: 'lines', id: 'draft', label: 'Your draft', required: true, max: 5_000 } as const
  const submit = { label: 'Look at it', action: { do: 'draft', scenario: 's' } } as const
  return [here(plainCard('A form', { kind: 'form', form: { fields: [field], submit } }))]
}
