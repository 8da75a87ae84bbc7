// When Teams is slow, busy, broken or refuses: a message arrives once, or the sender knows why it did not.
import { expect } from 'chai'
import { here } from '../../src/chat/replies.ts'
import type { Place } from '../../src/chat/people.ts'
import { plainCard } from '../kit/slackbot.ts'
import { teamsbot, type Teamsbot, type TeamsbotOptions } from '../kit/teams/teamsbot.ts'

describe('teams: what nobody asked for just now', () => {
  it('reaches a person by their account, a chat by its id, and a channel', async () => {
    const { bot, ada, alone } = await open()
    const staff = bot.teams.channel('General', { members: [ada] })
    await ada.mentions('hello', { in: staff })
    await bot.teams.settled()
    const channel: Place = { platform: 'teams', id: staff.id, kind: 'shared' }
    expect(await bot.connection.chat.post(channel, plainCard('For all'))).to.include({ kind: 'sent' })
    const posted = await bot.connection.chat.post(alone, plainCard('For one'))
    expect(bot.teams.messagesIn(ada).at(-1)).to.include({ summary: 'For one.' })
    expect(posted).to.deep.equal({ kind: 'sent', message: bot.teams.messagesIn(ada).at(-1)?.id })
    expect(bot.teams.messagesIn(staff).at(-1)).to.include({ summary: 'For all.' })
    await bot.stop()
  })

  it('begins the personal chat of somebody known from a team', async () => {
    const bot = await teamsbot()
    const [ada, ben] = [bot.teams.user('Ada Teacher'), bot.teams.user('Ben Cook')]
    const staff = bot.teams.channel('General', { members: [ada, ben] })
    await ada.mentions('hello', { in: staff })
    await bot.teams.settled()
    const place: Place = { platform: 'teams', id: ben.aadId, kind: 'private' }
    expect(await bot.connection.chat.post(place, plainCard('A reminder'))).to.include({ kind: 'sent' })
    expect(bot.teams.messagesIn(ben).at(-1)).to.include({ summary: 'A reminder.' })
    await bot.stop()
  })

  it('somebody nobody has met: not installed', async () => {
    const { bot } = await open()
    const place: Place = { platform: 'teams', id: 'nobody', kind: 'private' }
    expect(await bot.connection.chat.post(place, plainCard('x'))).to.include({ kind: 'refused', why: 'not-installed' })
    await bot.stop()
  })

  it('removed, blocked, left: each is told apart', async () => {
    const { bot, ada, alone } = await open()
    ada.blocks('MessageWritesBlocked')
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'refused', why: 'blocked' })
    ada.blocks('ConversationBlockedByUser')
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'refused', why: 'blocked' })
    ada.unblocks()
    bot.teams.faults.fails('send', { status: 403 })
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'refused', why: 'not-installed' })
    await ada.leaves()
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'refused', why: 'left' })
    await bot.stop()
  })

  it('an address is forgotten when the bot is removed', async () => {
    const { bot, ada, alone } = await open()
    expect(bot.kept.size).to.equal(2)
    await ada.uninstalls()
    await bot.teams.settled()
    expect([...bot.kept]).to.deep.equal([])
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'refused', why: 'not-installed' })
    await bot.stop()
  })

  it('waits as long as Teams asks for, and sends once', async () => {
    const { bot, ada, alone } = await open()
    const before = bot.teams.messagesIn(ada).length
    bot.teams.faults.rateLimits('send', { retryAfter: 7 })
    const posting = bot.connection.chat.post(alone, plainCard('x'))
    await bot.waits.reached(7_000)
    bot.waits.end(7_000)
    expect(await posting).to.include({ kind: 'sent' })
    expect(bot.teams.messagesIn(ada).length).to.equal(before + 1)
    await bot.stop()
  })

  it('after a 429 what nobody waits for keeps a pace, and answers go past it', async () => {
    const { bot, ada, alone } = await open()
    bot.teams.faults.rateLimits('send', { retryAfter: 7 })
    const first = bot.connection.chat.post(alone, plainCard('one'))
    await bot.waits.reached(7_000)
    bot.waits.end(7_000)
    expect(await first).to.include({ kind: 'sent' })
    const [second, third] = ['two', 'three'].map((title) => bot.connection.chat.post(alone, plainCard(title)))
    expect(await second).to.include({ kind: 'sent' })
    await ada.says('quick')
    await bot.teams.settled()
    const there = bot.teams.messagesIn(ada).map(({ summary }) => summary)
    expect(there).to.include('two.').and.to.not.include('three.')
    const pace = bot.waits.pending().filter((ms) => ms > 0 && ms < 1_000)
    for (const ms of pace) bot.waits.end(ms)
    expect(await third).to.include({ kind: 'sent' })
    await bot.stop()
  })

  it('a pause that is too long is left to whoever sends', async () => {
    const { bot, alone } = await open()
    bot.teams.faults.rateLimits('send', { retryAfter: 900 })
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'failed', retryAfter: 900 })
    await bot.stop()
  })

  it('broken for a moment: tried again; broken for long: said so', async () => {
    const { bot, alone } = await open()
    bot.teams.faults.fails('send', { status: 503 })
    const posting = bot.connection.chat.post(alone, plainCard('x'))
    await bot.waits.reached(500)
    bot.waits.end(500)
    expect(await posting).to.include({ kind: 'sent' })
    bot.teams.faults.fails('send', { status: 503, times: 4 })
    const hopeless = bot.connection.chat.post(alone, plainCard('y'))
    for (const ms of [500, 2_000, 5_000]) {
      await bot.waits.reached(ms)
      bot.waits.end(ms)
    }
    expect(await hopeless).to.include({ kind: 'failed', what: 'HTTP 503 ServiceError' })
    await bot.stop()
  })

  it('a connection that is lost after Teams took it, or hangs: perhaps it arrived, and it is not sent twice', async () => {
    const { bot, ada, alone } = await open()
    const before = bot.teams.messagesIn(ada).length
    bot.teams.faults.drops('send', { afterwards: true })
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'unknown' })
    expect(bot.teams.messagesIn(ada).length).to.equal(before + 1)
    const held = bot.teams.faults.holds('send')
    const posting = bot.connection.chat.post(alone, plainCard('y'))
    await held.arrived
    bot.waits.end(15_000)
    expect(await posting).to.include({ kind: 'unknown' })
    held.release()
    await bot.stop()
  })
})

describe('teams: whose failure it is', () => {
  it('switched off for the whole school: nothing about the person, the health page says so, and it mends', async () => {
    const { bot, alone } = await open()
    bot.teams.faults.fails('send', { status: 403, code: 'BotDisabledByAdmin' })
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'failed', whose: 'tenant' })
    expect(bot.connection.health()).to.include({ ok: false })
    expect(bot.connection.health().what).to.include('BotDisabledByAdmin').and.include('administrator')
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'sent' })
    expect(bot.connection.health()).to.include({ ok: true })
    await bot.stop()
  })
})

describe('teams: answers in bad weather', () => {
  for (const status of [400, 413])
    it(`a card that Teams refuses with ${status} comes in plain words, to whoever asked and unasked`, async () => {
      const { bot, ada, alone } = await open()
      bot.teams.faults.fails('send', { status })
      await ada.says('may I?')
      await bot.teams.settled()
      expect(ada.newest()?.text).to.match(/^An answer\n\n.*kept me from showing this as it should look/s)
      bot.teams.faults.fails('send', { status })
      expect(await bot.connection.chat.post(alone, plainCard('For one'))).to.include({ kind: 'sent' })
      expect(ada.newest()?.text).to.match(/^For one\n/)
      expect(bot.logged.join()).to.include('bare words stand in its place').and.include('For one')
      await bot.stop()
    })

  it('what the bot’s token is refused for is no refusal of what is sent: it is kept for later', async () => {
    const { bot, alone } = await open()
    bot.teams.faults.fails('send', { status: 401, times: 2 })
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'failed' })
    expect(bot.connection.health().what).to.include('does not take the bot’s token')
    expect(await bot.connection.chat.post(alone, plainCard('x'))).to.include({ kind: 'sent' })
    expect(bot.connection.health()).to.include({ ok: true })
    await bot.stop()
  })

  it('an answer waits for a connector that is broken for minutes, and comes once', async () => {
    const { bot, ada } = await open()
    const answers = () => bot.teams.messagesIn(ada).filter(({ summary }) => summary === 'An answer.')
    const before = answers().length
    bot.teams.faults.fails('send', { status: 502, times: 5 })
    const saying = ada.says('may I?')
    await bot.waits.reached(500)
    // The wait for a sign of life is pending too, and does not matter here.
    bot.waits.end(300)
    bot.waits.end(500)
    for (const ms of [1_000, 2_000, 4_000, 8_000]) {
      await bot.waits.reached(ms)
      bot.waits.end(ms)
    }
    await saying
    await bot.teams.settled()
    expect(answers()).to.have.length(before + 1)
    await bot.stop()
  })

  it('an app that breaks still says one calm sentence, and the operator gets the reason', async () => {
    const { bot, ada } = await open({
      hear: (event) => (event.kind === 'said' ? Promise.reject(new Error('the disk is full')) : []),
    })
    await ada.says('a secret question')
    await bot.teams.settled()
    expect(ada.newest()?.text).to.contain('something went wrong')
    expect(bot.logged.join('\n')).to.contain('the disk is full').and.not.to.contain('a secret question')
    await bot.stop()
  })

  it('shows a sign of life when an answer takes a moment', async () => {
    let answer: () => void = () => undefined
    const slow = new Promise<void>((resolve) => (answer = resolve))
    const { bot, ada } = await open({
      hear: async (event) => {
        if (event.kind === 'said') await slow
        return [here(plainCard('At last'))]
      },
    })
    const saying = ada.says('hello')
    await bot.waits.reached(300)
    bot.waits.end(300)
    await bot.teams.until(() => bot.teams.callsOf('send').find(({ body }) => body['type'] === 'typing'))
    answer()
    await saying
    await bot.teams.settled()
    expect(ada.newest()?.summary).to.equal('At last.')
    await bot.stop()
  })

  it('the answer does not wait for a sign of life that is stuck', async () => {
    let answer: () => void = () => undefined
    const slow = new Promise<void>((resolve) => (answer = resolve))
    const { bot, ada } = await open({
      hear: async (event) => {
        if (event.kind === 'said') await slow
        return [here(plainCard('At last'))]
      },
    })
    const held = bot.teams.faults.holds('send')
    const saying = ada.says('hello')
    await bot.waits.reached(300)
    bot.waits.end(300)
    await held.arrived
    answer()
    await saying
    await bot.teams.until(() => (ada.newest()?.summary === 'At last.' ? true : undefined))
    held.release()
    await bot.teams.settled()
    expect(bot.teams.callsOf('send').filter(({ body }) => body['type'] === 'typing')).to.have.length(1)
    await bot.stop()
  })

  it('shows a sign of life while somebody is still being looked up', async () => {
    const { bot, ada } = await open()
    const ben = bot.teams.user('Ben Cook')
    const staff = bot.teams.channel('General', { members: [ada, ben] })
    const held = bot.teams.faults.holds('pagedmembers')
    const saying = ben.mentions('hello', { in: staff })
    await held.arrived
    await bot.waits.reached(300)
    bot.waits.end(300)
    await bot.teams.until(() => bot.teams.callsOf('send').find(({ body }) => body['type'] === 'typing'))
    held.release()
    await saying
    await bot.teams.settled()
    expect(bot.teams.messagesIn(staff).at(-1)).to.include({ summary: 'An answer.' })
    await bot.stop()
  })

  it('an answer to a press that takes too long comes by itself', async () => {
    let answer: () => void = () => undefined
    const slow = new Promise<void>((resolve) => (answer = resolve))
    const { bot, ada } = await open({
      hear: async (event) => {
        if (event.kind === 'pressed') await slow
        return event.kind === 'pressed' ? [{ to: 'card', card: plainCard('At last') }] : [here(pressable)]
      },
    })
    const pressing = ada.presses('Turn')
    await bot.waits.reached(8_000)
    bot.waits.end(8_000)
    await pressing
    expect(ada.notices().at(-1)).to.contain('comes by itself')
    answer()
    await bot.teams.settled()
    expect(ada.newest()?.text).to.contain('At last')
    await bot.stop()
  })

  it('fifty people at once: each gets their own answer, in their order', async () => {
    const { bot } = await open({ hear: (event) => (event.kind === 'said' ? [here(plainCard(event.text))] : []) })
    const people = Array.from({ length: 50 }, (_, n) => bot.teams.user(`Person ${n}`))
    await Promise.all(people.map((one) => one.installs()))
    await Promise.all(people.flatMap((one) => [one.says(`${one.name} first`), one.says(`${one.name} second`)]))
    await bot.teams.settled()
    for (const one of people) {
      const own = bot.teams.messagesIn(one).filter(({ byBot }) => byBot)
      expect(own.map(({ summary }) => summary)).to.deep.equal([`${one.name} first.`, `${one.name} second.`])
    }
    await bot.stop()
  })
})

describe('teams: people', () => {
  it('are read from all pages of a roster, guests left out, once', async () => {
    const bot = await teamsbot({ teams: { memberPage: 2 } })
    const people = ['Ada', 'Ben', 'Cyd', 'Dee', 'Eve'].map((name) => bot.teams.user(`${name} Staff`))
    const guest = bot.teams.user('Guy Guest', { tenant: 'c2c2c2c2-0000-4000-8000-000000000000' })
    const staff = bot.teams.channel('General', { members: [...people, guest] })
    for (const one of people) await one.mentions('hello', { in: staff })
    await bot.teams.settled()
    expect([...bot.people.keys()]).to.have.members(people.map(({ aadId }) => aadId))
    expect(bot.people.get(people[0]?.aadId ?? '')).to.include({ name: 'Ada Staff', email: people[0]?.email })
    expect(bot.teams.callsOf('pagedmembers').length).to.be.at.most(4)
    await bot.stop()
  })

  for (const own of ['shared', 'private'] as const)
    it(`of a ${own} channel are read from its own roster`, async () => {
      const bot = await teamsbot()
      const [ada, ben, cyd] = ['Ada Staff', 'Ben Staff', 'Cyd Staff'].map((name) => bot.teams.user(name))
      if (ada === undefined || ben === undefined || cyd === undefined) throw new Error('nobody there')
      bot.teams.channel('General', { members: [ada] })
      const trips = bot.teams.channel('Trips', { members: [ben, cyd], own })
      await ben.mentions('hello', { in: trips })
      await bot.teams.settled()
      expect([...bot.people.keys()]).to.have.members([ben.aadId, cyd.aadId])
      expect(bot.heard.at(-1)).not.to.include({ outsider: true })
      await bot.stop()
    })

  it('who come one by one are read together, and whoever of them speaks meanwhile is looked up alone', async () => {
    const bot = await teamsbot()
    const ada = bot.teams.user('Ada Staff')
    const staff = bot.teams.channel('General', { members: [ada] })
    const reads = () => bot.teams.callsOf('pagedmembers').length
    await ada.mentions('hello', { in: staff })
    await bot.teams.settled()
    expect(reads()).to.equal(1)
    const joiners = Array.from({ length: 30 }, (_, n) => bot.teams.user(`Joiner ${n}`))
    for (const one of joiners) await one.joins(staff, ada)
    await joiners[3]?.mentions('hello', { in: staff })
    await bot.teams.settled()
    expect(reads(), 'nothing is read so soon').to.equal(1)
    expect(bot.teams.callsOf('member').length, 'only who has spoken').to.equal(1)
    expect([...bot.people.keys()]).to.have.members([ada.aadId, joiners[3]?.aadId])
    const held = bot.teams.faults.holds('pagedmembers')
    bot.waits.end(60_000)
    await held.arrived
    held.release()
    await joiners[4]?.mentions('hello', { in: staff })
    await bot.teams.settled()
    expect(reads(), 'all of them at once').to.equal(2)
    expect([...bot.people.keys()]).to.have.members([ada, ...joiners].map(({ aadId }) => aadId))
    await bot.stop()
  })

  it('a roster that cannot be had holds up nobody', async () => {
    const bot = await teamsbot()
    const ada = bot.teams.user('Ada Teacher')
    bot.teams.faults.fails('pagedmembers', { status: 403, times: 10 })
    await ada.installs()
    await ada.says('hello')
    await bot.teams.settled()
    expect(ada.newest()?.summary).to.equal('An answer.')
    await bot.stop()
  })
})

const pressable = plainCard('A card', { kind: 'buttons', buttons: [{ label: 'Turn', action: { do: 'help' } }] })

async function open(options: TeamsbotOptions = {}): Promise<{
  bot: Teamsbot
  ada: ReturnType<Teamsbot['teams']['user']>
  alone: Place
}> {
  const bot = await teamsbot(options)
  const ada = bot.teams.user('Ada Teacher')
  await ada.installs()
  await bot.teams.settled()
  return { bot, ada, alone: { platform: 'teams', id: ada.aadId, kind: 'private' } }
}
