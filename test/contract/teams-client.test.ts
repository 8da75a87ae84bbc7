// The people of the Teams stand-in: what they do reaches a bot as Teams would send it, and they see what Teams would
// show.
import type { Activity, TurnContext } from 'botbuilder'
import { expect } from 'chai'
import type { Fields } from '../kit/json.ts'
import { teamsWithBot, type Running } from '../kit/teams/running.ts'
import type { User } from '../kit/teams/user.ts'

const adaptive = 'application/vnd.microsoft.card.adaptive'
const isCard = (title: string, more: Fields = {}): Fields => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: title,
  body: [{ type: 'TextBlock', text: title }],
  ...more,
})
const submit = (title: string, data: Fields = { a: title }): Fields => ({ type: 'Action.Submit', title, data })
const execute = (title: string): Fields => ({
  type: 'Action.Execute',
  title,
  verb: 'act',
  data: { a: title },
  fallback: submit(title),
})
const sent = (content: Fields): Partial<Activity> => ({
  type: 'message',
  summary: 'x',
  attachments: [{ contentType: adaptive, content }],
})

let bot: Running
let ada: User
let heard: Activity[]
let hear: (context: TurnContext) => Promise<unknown>
/** What the bot answers an invoke with. */
let answers: (activity: Activity) => { readonly status: number; readonly body?: object }

describe('teams stand-in: people', () => {
  beforeEach(async () => {
    heard = []
    answers = () => ({ status: 501 })
    hear = (context) => context.sendActivity(sent(isCard('A card', { actions: [execute('Go')] })))
    bot = await teamsWithBot(async (context) => {
      const { activity } = context
      heard.push(activity)
      if (activity.type === 'message') await hear(context)
      if (activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: answers(activity) })
    })
    ada = bot.teams.user('Ada Byron')
    await ada.installs()
  })
  afterEach(() => bot.stop())

  const shown = (person: User) => person.sees().map(({ text }) => text)
  const last = () => heard.at(-1)
  const cardAnswer = (card: Fields) => ({ status: 200, body: { statusCode: 200, type: adaptive, value: card } })

  describe('a person in a conversation', () => {
    it('is told apart by conversation: personal, group chat, channel', async () => {
      const group = bot.teams.group('Trip', { members: [ada] })
      const channel = bot.teams.channel('Year 9', { members: [ada] })
      await ada.says('one')
      await ada.mentions('two', { in: group })
      const root = await ada.mentions('three', { in: channel })
      await ada.mentions('four', { in: channel, under: root })
      const said = heard.filter(({ type }) => type === 'message')
      expect(said.map(({ conversation }) => conversation.conversationType)).to.deep.equal([
        'personal',
        'groupChat',
        'channel',
        'channel',
      ])
      expect(said.slice(2).map(({ conversation }) => conversation.id)).to.deep.equal(
        Array(2).fill(`${channel.id};messageid=${root.id}`),
      )
      expect(said[1]?.entities?.[0]).to.deep.include({ type: 'mention', text: '<at>Policy Guide</at>' })
      expect(
        said.every(({ channelData }) => (channelData as { tenant: { id: string } }).tenant.id === bot.teams.tenant),
      ).to.equal(true)
    })

    it('adds and removes the bot, and changes and takes back what they wrote', async () => {
      const channel = bot.teams.channel('Year 9', { members: [ada], withBot: false })
      await bot.teams.adds(channel, ada)
      await ada.uninstalls()
      await ada.installs()
      const message = await ada.says('one')
      await ada.edits(message, 'two')
      await ada.deletes(message)
      const told = heard.map(({ type, action, membersAdded, text }) =>
        [type, action, membersAdded?.[0]?.id, text].filter((part) => typeof part === 'string').join(' '),
      )
      expect(told.slice(2).sort()).to.deep.equal(
        [
          'installationUpdate add',
          `conversationUpdate ${bot.teams.bot.id}`,
          'installationUpdate remove',
          'installationUpdate add',
          `conversationUpdate ${bot.teams.bot.id}`,
          'message one',
          'messageUpdate two',
          'messageDelete ',
        ].sort(),
      )
    })

    it('reaches nobody while the bot is not there', async () => {
      const ben = bot.teams.user('Ben Cook')
      const told = await ben.says('hello').then(() => 'sent', String)
      expect(told).to.include('has not installed the bot')
    })
  })

  describe('a press on a card', () => {
    it('is an invoke, and its answer replaces the card for who pressed', async () => {
      const ben = bot.teams.user('Ben Cook')
      const group = bot.teams.group('Trip', { members: [ada, ben] })
      answers = () => cardAnswer(isCard('Answered'))
      await ada.mentions('hello', { in: group })
      await ada.presses('Go')
      expect(last()).to.deep.include({ type: 'invoke', name: 'adaptiveCard/action' })
      expect(last()?.value).to.deep.equal({
        action: { type: 'Action.Execute', title: 'Go', verb: 'act', data: { a: 'Go' } },
        trigger: 'manual',
      })
      expect(last()?.replyToId).to.equal(bot.teams.messagesIn(group).at(-1)?.id)
      expect([shown(ada).at(-1), shown(ben).at(-1)]).to.deep.equal(['Answered', 'A card'])
      expect(ada.newest()?.own).to.equal(true)
    })

    it('is gone after a restart, unless the message itself was changed', async () => {
      answers = () => cardAnswer(isCard('Answered', { actions: [execute('Go')] }))
      await ada.says('hello')
      await ada.presses('Go')
      await ada.reloads()
      expect(shown(ada).at(-1)).to.equal('A card')
    })

    it('is replaced by what the message itself is changed to afterwards', async () => {
      answers = () => cardAnswer(isCard('Answered'))
      await ada.says('hello')
      await ada.presses('Go')
      const id = bot.teams.messagesIn(ada).at(-1)?.id ?? ''
      hear = (context) => context.updateActivity({ ...sent(isCard('Changed')), id })
      await ada.says('change it')
      expect(shown(ada)).to.deep.equal(['hello', 'Changed', 'change it'])
    })

    it('a change of the message replaces what everybody sees', async () => {
      hear = async (context) => {
        const first = await context.sendActivity(sent(isCard('First', { actions: [execute('Go')] })))
        await context.updateActivity({ ...sent(isCard('Second')), id: first?.id ?? '' })
      }
      await ada.says('hello')
      expect(shown(ada).at(-1)).to.equal('Second')
    })

    const told: readonly (readonly [string, ReturnType<typeof answers>, RegExp])[] = [
      [
        'a message',
        { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted.' } },
        /^Noted\.$/,
      ],
      [
        'an error',
        {
          status: 200,
          body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'Too old.' } },
        },
        /^Too old\.$/,
      ],
      [
        'nothing known',
        { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.adaptive.card', value: {} } },
        /went wrong/,
      ],
      ['a refusal', { status: 501 }, /Unable to reach app/],
      ['a card too big', cardAnswer(isCard('x'.repeat(29 * 1024))), /went wrong/],
    ]
    for (const [what, said, notice] of told) {
      it(`answered with ${what}, leaves the card and says so in a line`, async () => {
        answers = () => said
        await ada.says('hello')
        await ada.presses('Go')
        expect(ada.notices().at(-1)).to.match(notice)
        expect(shown(ada).at(-1)).to.equal('A card')
      })
    }

    it('is a message with a value where the client is old', async () => {
      ada.uses('old')
      await ada.says('hello')
      await ada.presses('Go')
      expect(last()).to.deep.include({ type: 'message', value: { a: 'Go' } })
      expect(last()?.text).to.equal(undefined)
    })

    it('fails when there is no such button, with what there is', async () => {
      await ada.says('hello')
      expect(await ada.presses('Stop').catch(String))
        .to.include('no button “Stop”')
        .and.include('Go')
    })
  })

  describe('a view of one’s own', () => {
    const own = (userIds: readonly string[]) =>
      isCard('For all', { refresh: { action: { type: 'Action.Execute', verb: 'view', data: { view: '7' } }, userIds } })

    it('is asked for by those who are named, when the card comes and when it changes', async () => {
      const ben = bot.teams.user('Ben Cook')
      const group = bot.teams.group('Trip', { members: [ada, ben] })
      answers = ({ from }) => cardAnswer(isCard(`For ${from.name}`))
      hear = async (context) => {
        const first = await context.sendActivity(sent(own([ada.id])))
        await context.updateActivity({ ...sent(own([ada.id, ben.id])), id: first?.id ?? '' })
      }
      await ada.mentions('hello', { in: group })
      await bot.teams.settled()
      expect([shown(ada).at(-1), shown(ben).at(-1)]).to.deep.equal(['For Ada Byron', 'For Ben Cook'])
      const asked = heard.filter(({ type }) => type === 'invoke').map(({ value }) => value as Fields)
      expect(asked[0]).to.deep.equal({
        action: { type: 'Action.Execute', verb: 'view', data: { view: '7' } },
        trigger: 'automatic',
      })
      expect(asked).to.have.lengthOf(3)
    })

    it('is not asked for by an old client, nor by ids that Teams does not know', async () => {
      ada.uses('old')
      hear = (context) => context.sendActivity(sent(own([ada.id])))
      await ada.says('hello')
      await bot.teams.settled()
      ada.uses('current')
      hear = (context) => context.sendActivity(sent(own([ada.aadId])))
      await ada.says('hello')
      await bot.teams.settled()
      expect(heard.filter(({ type }) => type === 'invoke')).to.deep.equal([])
      expect(bot.teams.warnings.join()).to.include('no Teams id')
    })

    it('does not turn in circles', async () => {
      hear = (context) => context.sendActivity(sent(own([ada.id])))
      answers = () => ({
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' },
      })
      const { adapter, teams } = bot
      await ada.says('hello')
      const id = teams.messagesIn(ada).at(-1)?.id ?? ''
      answers = (activity) => {
        const reference = {
          channelId: 'msteams',
          serviceUrl: teams.serviceUrl,
          conversation: activity.conversation,
          bot: teams.bot,
        }
        void adapter.continueConversationAsync(teams.appId, reference, async (context) => {
          await context.updateActivity({ ...sent(own([ada.id])), id })
        })
        return { status: 200 }
      }
      await ada.reloads()
      await teams.until(() => teams.warnings.find((warning) => warning.includes('again and again')))
      await teams.settled()
    })
  })

  describe('dialogs and the message extension', () => {
    const form = isCard('Your draft, please', {
      body: [{ type: 'Input.Text', id: 'draft', label: 'Draft', isRequired: true, errorMessage: 'Please paste it' }],
      actions: [submit('Send')],
    })
    const dialog = (card: Fields) => ({
      status: 200,
      body: { task: { type: 'continue', value: { title: 'A draft', card: { contentType: adaptive, content: card } } } },
    })

    it('opens a dialog, sends it, and closes it', async () => {
      hear = (context) =>
        context.sendActivity(
          sent(isCard('A card', { actions: [submit('Open', { msteams: { type: 'task/fetch' }, form: '1' })] })),
        )
      answers = () => dialog(form)
      await ada.says('hello')
      await ada.presses('Open')
      expect(last()).to.deep.include({ name: 'task/fetch' })
      expect(last()?.value).to.deep.include({ data: { msteams: { type: 'task/fetch' }, form: '1' } })
      expect(ada.dialog()).to.deep.include({ text: 'A draft\nDraft' })
      expect(await ada.presses('Send').catch(String)).to.include('Please paste it')

      answers = () => dialog(isCard('Looked at'))
      await ada.fills({ Draft: 'Hello' }, 'Send')
      expect(last()).to.deep.include({ name: 'task/submit' })
      expect(last()?.value).to.deep.include({ data: { a: 'Send', draft: 'Hello' } })
      expect(ada.dialog()?.text).to.equal('A draft\nLooked at')
      expect(ada.newest()?.kind).to.equal('dialog')
      ada.closesDialog()
      expect(ada.newest()?.kind).to.equal('message')
    })

    it('says what a dialog’s end says, and closes on an empty answer', async () => {
      await act('compose', dialog(form))
      answers = () => ({ status: 200, body: { task: { type: 'message', value: 'Thank you.' } } })
      await ada.fills({ Draft: 'x' }, 'Send')
      expect([ada.dialog(), ada.notices()]).to.deep.equal([undefined, ['Thank you.']])
      await act('compose', dialog(form))
      answers = () => ({ status: 200 })
      await ada.fills({ Draft: 'x' }, 'Send')
      expect(ada.dialog()).to.equal(undefined)
    })

    it('runs no Action.Execute in a dialog', async () => {
      await act('compose', dialog(isCard('x', { actions: [execute('Go')] })))
      expect(await ada.presses('Go').catch(String)).to.include('no Action.Execute in a dialog')
    })

    it('searches, and puts what was chosen into the conversation as the person’s own message', async () => {
      const preview = {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: '6.d', text: 'Reputation' },
      }
      const attachment = { contentType: adaptive, content: isCard('6.d in full'), preview }
      answers = () => ({
        status: 200,
        body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [attachment] } },
      })
      const group = bot.teams.group('Trip', { members: [ada] })
      const [offer] = await ada.searches('reputation', { in: group })
      expect(last()).to.deep.include({ name: 'composeExtension/query' })
      expect(last()?.value).to.deep.include({
        commandId: 'sections',
        parameters: [{ name: 'query', value: 'reputation' }],
      })
      expect(offer).to.deep.include({ title: '6.d', text: 'Reputation' })
      await ada.inserts(offer, { in: group })
      expect(bot.teams.messagesIn(group)).to.have.lengthOf(1)
      expect(shown(ada)).to.deep.equal(['6.d in full'])
      await ada.searches('')
      expect(last()?.value).to.deep.include({ parameters: [{ name: 'initialRun', value: 'true' }] })
    })

    it('acts on a message, with the message, and leaves its result in the compose box', async () => {
      const channel = bot.teams.channel('Year 9', { members: [ada] })
      const message = await ada.says('Look at <b>Mia</b>!', { in: channel })
      answers = () => dialog(form)
      await ada.acts('check', { from: 'message', message })
      expect(last()).to.deep.include({ name: 'composeExtension/fetchTask' })
      expect(last()?.value).to.deep.include({ commandId: 'check', commandContext: 'message' })
      const { messagePayload } = last()?.value as { messagePayload: { body: Fields; from: { user: Fields } } }
      expect(messagePayload.body).to.deep.equal({
        contentType: 'html',
        content: '<p>Look at &lt;b&gt;Mia&lt;/b&gt;!</p>',
      })
      expect(messagePayload.from.user).to.include({ id: ada.aadId })

      const result = {
        composeExtension: { type: 'result', attachments: [{ contentType: adaptive, content: isCard('Checked') }] },
      }
      answers = () => ({ status: 200, body: result })
      await ada.fills({ Draft: 'x' }, 'Send')
      expect(last()).to.deep.include({ name: 'composeExtension/submitAction' })
      expect(last()?.value).to.deep.include({ commandId: 'check', commandContext: 'message' })
      expect([ada.dialog(), ada.compose()?.text]).to.deep.equal([undefined, 'Checked'])
      await ada.inserts(undefined, { in: channel, under: message })
      expect(bot.teams.messagesIn(channel).at(-1)).to.include({ root: message.id, from: ada.id })
    })

    it('opens nothing that Teams would not open', async () => {
      await act('commandbox', {
        status: 200,
        body: { task: { type: 'continue', value: { title: 'x', card: { contentType: 'text/x' } } } },
      })
      expect(ada.dialog()).to.equal(undefined)
      expect(ada.notices().at(-1)).to.include('went wrong')
      await act('compose', { status: 501 })
      expect(ada.notices().at(-1)).to.include('Unable to reach app')
    })

    async function act(from: 'compose' | 'commandbox', answer: ReturnType<typeof answers>): Promise<void> {
      answers = () => answer
      await ada.acts('check', { from })
      expect(last()?.value).to.deep.include({ commandContext: from })
    }
  })
})
