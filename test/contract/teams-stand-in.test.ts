// The Teams stand-in against a real CloudAdapter: it checks what Teams checks, and fails as Teams fails.
import { TeamsInfo, type Activity, type TeamsPagedMembersResult, type TurnContext } from 'botbuilder'
import { expect } from 'chai'
import { forgeries } from '../kit/teams/issuer.ts'
import { askForToken, teamsWithBot, type Running } from '../kit/teams/running.ts'
import type { Fields } from '../kit/json.ts'

const quiet = console.error
let bot: Running
let hear: (context: TurnContext) => Promise<unknown>
let heard: Activity[]

async function up(options: Parameters<typeof teamsWithBot>[1] = {}): Promise<void> {
  heard = []
  hear = (context) => context.sendActivity(`You said ${context.activity.text}`)
  bot = await teamsWithBot(async (context) => {
    heard.push(context.activity)
    if (context.activity.type === 'message') await hear(context)
  }, options)
}

describe('teams stand-in: the connector, with a real CloudAdapter', () => {
  beforeEach(() => up())
  afterEach(() => bot.stop())
  // The SDK prints every token that it refuses.
  before(() => (console.error = () => undefined))
  after(() => (console.error = quiet))

  it('a good token passes, and the answer stands in the conversation', async () => {
    const ada = await installed('Ada Byron')
    await ada.says('hello')
    await bot.teams.settled()
    expect(ada.newest()?.text).to.equal('You said hello')
    expect(heard.at(-1)?.from).to.include({ id: ada.id, aadObjectId: ada.aadId })
    expect(bot.teams.callsOf('send').map(({ status }) => status)).to.deep.equal([201])
  })

  for (const forgery of forgeries.filter((each) => each !== 'endorses-nothing')) {
    it(`a bot can tell a forged token: ${forgery}`, async () => {
      const ada = await installed('Ada Byron')
      const before = heard.length
      const delivery = await bot.teams.sends({ type: 'message', text: 'hello' }, { forge: forgery, from: ada })
      expect(heard).to.have.lengthOf(before)
      expect(delivery.status).to.be.oneOf([401, 403, 500])
    })
  }

  it('a key that is endorsed for no channel is one that the SDK takes for any', async () => {
    const ada = await installed('Ada Byron')
    const how = { forge: 'endorses-nothing', from: ada } as const
    expect((await bot.teams.sends({ type: 'message', text: 'hello' }, how)).status).to.equal(200)
  })

  it('the connector takes no call without the bot’s own token', async () => {
    const ada = await installed('Ada Byron')
    await ada.says('hello')
    const path = `${bot.teams.serviceUrl}v3/conversations/${String(heard.at(-1)?.conversation.id)}/activities`
    const post = (authorization: string | undefined) =>
      fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        body: JSON.stringify({ type: 'message', text: 'x' }),
      }).then(({ status }) => status)
    expect(await post(undefined)).to.equal(401)
    expect(await post('Bearer not.a.token')).to.equal(401)
    expect(await post(`Bearer ${await askForToken(bot.teams)}`)).to.equal(201)
    expect(await askForToken(bot.teams, 'a wrong secret').catch(String)).to.include('401 invalid_client')
  })

  it('a card above 28 KB is refused, and nothing of it is shown', async () => {
    const ada = await installed('Ada Byron')
    hear = (context) => context.sendActivity(cardOf('x'.repeat(29 * 1024)))
    await ada.says('hello')
    expect(bot.failed).to.have.lengthOf(1)
    expect(bot.failed[0]).to.include({ statusCode: 413, code: 'MessageSizeTooBig' })
    expect(ada.sees()).to.have.lengthOf(1)
  })

  it('a card with what Teams does not know stands there, and nobody can look at it', async () => {
    const ada = await installed('Ada Byron')
    hear = (context) => context.sendActivity(cardOf('x', { body: [{ type: 'Chart.Pie' }] }))
    await ada.says('hello')
    expect(() => ada.sees()).to.throw('Chart.Pie')
  })

  it('sends, changes and takes back its own messages, and nobody else’s', async () => {
    const ada = await installed('Ada Byron')
    hear = async (context) => {
      const sent = await context.sendActivity('one')
      await context.updateActivity({ id: sent?.id ?? '', type: 'message', text: 'two' })
      const gone = await context.sendActivity('three')
      await context.deleteActivity(gone?.id ?? '')
    }
    const asked = await ada.says('hello')
    expect(bot.teams.messagesIn(ada).map(({ text, edited }) => [text, edited])).to.deep.equal([
      ['hello', false],
      ['two', true],
    ])
    hear = (context) => context.deleteActivity(asked.id)
    await ada.says('take mine back')
    expect(bot.failed.at(-1)).to.include({ statusCode: 403, code: 'NotEnoughPermissions' })
  })

  it('answers in the thread of a channel, and hears there only what mentions it', async () => {
    const ada = bot.teams.user('Ada Byron')
    const room = bot.teams.channel('Year 9', { members: [ada] })
    await ada.says('nobody asked', { in: room })
    const asked = await ada.mentions('photos?', { in: room })
    expect(heard.filter(({ type }) => type === 'message').map(({ text }) => text)).to.deep.equal([
      '<at>Policy Guide</at> photos?',
    ])
    expect(heard.at(-1)?.conversation.id).to.equal(`${room.id};messageid=${asked.id}`)
    expect(bot.teams.messagesIn(room).at(-1)).to.include({ byBot: true, root: asked.id })
  })

  it('gives members, one by one, by either id, and by pages', async () => {
    await bot.stop()
    await up({ memberPage: 2 })
    const all = ['Ada Byron', 'Ben Cook', 'Cora Dean', 'Dan Ely', 'Eve Fox'].map((name) => bot.teams.user(name))
    const room = bot.teams.channel('Year 9', { members: all })
    const [ada] = all
    const found: unknown[] = []
    const pages: number[] = []
    hear = async (context) => {
      for (const id of [ada?.id, ada?.aadId]) found.push((await TeamsInfo.getMember(context, id ?? '')).email)
      found.push(
        await TeamsInfo.getMember(context, 'nobody').catch((error: unknown) => (error as Fields)['statusCode']),
      )
      for (let token: string | undefined = ''; token !== undefined;) {
        const page: TeamsPagedMembersResult = await TeamsInfo.getPagedMembers(context, 100, token)
        pages.push(page.members.length)
        token = page.continuationToken || undefined
      }
    }
    await ada?.mentions('who is here?', { in: room })
    expect(bot.failed).to.deep.equal([])
    expect(found).to.deep.equal(['ada.byron@school.example', 'ada.byron@school.example', 404])
    expect(pages).to.deep.equal([2, 2, 1])
  })

  it('redelivers the same activity', async () => {
    const ada = await installed('Ada Byron')
    await ada.says('hello')
    const first = bot.teams.deliveries.at(-1)
    if (first === undefined) throw new Error('nothing was delivered')
    await bot.teams.redelivers(first)
    expect(heard.slice(-2).map(({ id }) => id)).to.deep.equal([first.activity['id'], first.activity['id']])
  })
})

describe('teams stand-in: writing to people unasked', () => {
  beforeEach(() => up())
  afterEach(() => bot.stop())

  it('begins a conversation with whoever has the bot, by either id', async () => {
    const ada = await installed('Ada Byron')
    for (const id of [ada.id, ada.aadId]) expect(await tryPost(id)).to.equal('sent')
    expect(bot.teams.messagesIn(ada)).to.have.lengthOf(2)
  })

  it('and with those who share a team with it', async () => {
    const ben = bot.teams.user('Ben Cook')
    bot.teams.channel('Year 9', { members: [ben] })
    expect(await tryPost(ben.id)).to.equal('sent')
  })

  it('refuses where it is not installed, was taken out, blocked, or nobody is left', async () => {
    const ada = await installed('Ada Byron')
    expect(await tryPost(bot.teams.user('Ben Cook').id)).to.equal('403 ForbiddenOperationException')
    ada.blocks()
    expect(await tryPost(ada.id))
      .to.include('403')
      .and.include('MessageWritesBlocked')
    ada.blocks('ConversationBlockedByUser')
    expect(await tryPost(ada.id)).to.equal('403 ConversationBlockedByUser')
    ada.unblocks()
    expect(await tryPost(ada.id)).to.equal('sent')
    await ada.uninstalls()
    expect(await tryPost(ada.id)).to.equal('403 ForbiddenOperationException')
    expect(await trySend(ada.id)).to.equal('403 BotNotInConversationRoster')
    await ada.leaves()
    expect(await tryPost(ada.id)).to.equal('404 ConversationNotFound')
    expect(await tryPost('29:nobody')).to.equal('400 BadSyntax')
    expect(await trySend('a:nowhere')).to.equal('404 ConversationNotFound')
  })

  it('begins a thread in a channel', async () => {
    const room = bot.teams.channel('Year 9')
    const api = await connector()
    const activity = { type: 'message', text: 'A new edition' }
    const made = await api('v3/conversations', { isGroup: true, channelData: { channel: { id: room.id } }, activity })
    const [message] = bot.teams.messagesIn(room)
    expect(made).to.deep.include({
      status: 201,
      body: { id: `${room.id};messageid=${String(message?.id)}`, activityId: message?.id },
    })
  })

  it('fails on demand: as told, so many times, and then no more', async () => {
    const ada = await installed('Ada Byron')
    bot.teams.faults.fails('create', { status: 412 })
    bot.teams.faults.rateLimits('create', { retryAfter: 7 })
    bot.teams.faults.drops('create')
    const api = await connector()
    const ask = () => api('v3/conversations', { members: [{ id: ada.id }], tenantId: bot.teams.tenant })
    expect(await ask()).to.deep.include({ status: 412 })
    expect(await ask()).to.deep.include({ status: 429, retryAfter: '7' })
    expect(await ask().catch(() => 'lost')).to.equal('lost')
    expect(await ask()).to.deep.include({ status: 201 })
    expect(bot.teams.callsOf('create').map(({ status }) => status)).to.deep.equal([412, 429, 0, 201])
  })

  it('hangs on demand, until it is let go', async () => {
    const ada = await installed('Ada Byron')
    const api = await connector()
    const { arrived, release } = bot.teams.faults.holds('create')
    const asked = api('v3/conversations', { members: [{ id: ada.id }], tenantId: bot.teams.tenant })
    await arrived
    expect(bot.teams.callsOf('create')).to.deep.equal([])
    release()
    expect(await asked).to.deep.include({ status: 201 })
  })

  /** Opens a conversation through the SDK itself. */
  async function tryPost(id: string): Promise<string> {
    const parameters = { isGroup: false, members: [{ id }], tenantId: bot.teams.tenant, bot: bot.teams.bot }
    const { serviceUrl, appId, endpoints } = bot.teams
    return outcome(
      bot.adapter.createConversationAsync(
        appId,
        'msteams',
        serviceUrl,
        endpoints.oauthScope,
        parameters as never,
        async (context) => {
          await context.sendActivity('A reminder')
        },
      ),
    )
  }

  async function trySend(person: string): Promise<string> {
    const room = person.startsWith('29:')
      ? bot.teams.deliveries.find(({ activity }) => (activity['from'] as Fields)['id'] === person)?.activity[
          'conversation'
        ]
      : { id: person }
    const reference = { channelId: 'msteams', serviceUrl: bot.teams.serviceUrl, conversation: room, bot: bot.teams.bot }
    return outcome(
      bot.adapter.continueConversationAsync(bot.teams.appId, reference as never, async (context) => {
        await context.sendActivity('A reminder')
      }),
    )
  }

  async function outcome(doing: Promise<unknown>): Promise<string> {
    try {
      await doing
      return 'sent'
    } catch (error) {
      const { statusCode, code, details } = error as { statusCode?: number; code?: string; details?: unknown }
      return `${String(statusCode)} ${code === 'ServiceError' ? JSON.stringify(details) : String(code)}`
    }
  }

  async function connector() {
    const token = await askForToken(bot.teams)
    return async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      const response = await fetch(bot.teams.serviceUrl + path, { method: 'POST', headers, body: JSON.stringify(body) })
      return {
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        body: (await response.json()) as unknown,
      }
    }
  }
})

async function installed(name: string) {
  const person = bot.teams.user(name)
  await person.installs()
  return person
}

function cardOf(text: string, more: Fields = {}): Partial<Activity> {
  const content = {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: text,
    body: [{ type: 'TextBlock', text: 'x' }],
    ...more,
  }
  return {
    type: 'message',
    summary: 'x',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  }
}
