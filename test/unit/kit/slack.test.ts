// The Slack stand-in with a real Bolt app: it carries what Slack carries, in the way that Slack does.
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { expect } from 'chai'
import { WebSocket } from 'ws'
import { asSent, type Fields, fieldsOf, textOf } from '../../kit/json.ts'
import { movableClock, refusalOf, slackWithApp, type Running } from '../../kit/slack/running.ts'
import { settingsOf } from '../../kit/slack/settings.ts'
import type { SlackOptions } from '../../kit/slack/types.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } })
const row = (...labels: string[]) => ({
  type: 'actions' as const,
  elements: labels.map((label) => ({
    type: 'button' as const,
    text: plain(label),
    action_id: label.toLowerCase(),
    value: `v-${label}`,
  })),
})
const question = {
  type: 'input' as const,
  block_id: 'what',
  label: plain('What happened?'),
  element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 20 },
}
const modal = (blocks: ModalView['blocks'], more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  title: plain('Report'),
  submit: plain('Send'),
  callback_id: 'report',
  blocks,
  ...more,
})

function echo(app: App): void {
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined) await say(`You said: ${message.text ?? ''}`)
  })
}

/** A small app: greets with buttons, opens a modal and answers it. */
function reporting(app: App): void {
  app.message('start', async ({ say }) => {
    await say({ text: 'Report?', blocks: [section('*Report* something'), row('Report', 'Later')] })
  })
  app.action('report', async ({ ack, body, client }) => {
    await ack()
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: modal([question]) })
  })
  app.action('later', async ({ ack, respond }) => {
    await ack()
    await respond({ text: 'Another time.', replace_original: true })
  })
  app.view('report', async ({ ack, view }) => {
    const said = view.state.values['what']?.['text']?.value ?? ''
    if (said === 'nothing') await ack({ response_action: 'errors', errors: { what: 'Please say a little more.' } })
    else await ack({ response_action: 'update', view: modal([section(`Noted: ${said}`)]) })
  })
  app.view({ callback_id: 'report', type: 'view_closed' }, ({ ack }) => ack())
}

describe('the Slack stand-in with a Bolt app', () => {
  let open: Running[] = []
  const start = async (hear: (app: App) => void, options: SlackOptions = {}) => {
    const running = await slackWithApp(hear, options)
    open.push(running)
    return running
  }
  afterEach(async () => {
    await Promise.all(open.map((running) => running.stop()))
    open = []
  })

  for (const mode of ['http', 'socket'] as const) {
    describe(`over ${mode}`, () => {
      it('carries a message there and the answer back, once', async () => {
        const { slack } = await start(echo, { mode })
        const ada = slack.user('Ada Teacher')
        await ada.says('may I post <this> & that?', { in: 'dm' })
        await slack.settled()
        expect(ada.sees().map((seen) => seen.text)).to.eql([
          'may I post <this> & that?',
          'You said: may I post <this> & that?',
        ])
        expect(slack.callsOf('chat.postMessage')).to.have.length(1)
      })

      it('tells the app of its own messages too, as Slack does', async () => {
        const { slack } = await start(echo, { mode })
        await slack.user('Ada').says('hello', { in: 'dm' })
        await slack.settled()
        const events = slack.deliveries.map((delivery) => fieldsOf(delivery.body['event']))
        expect(events.map((event) => event['user'])).to.eql([slack.user('Ada').id, slack.ids.botUser])
        expect(slack.deliveries.every((delivery) => delivery.acknowledged)).to.equal(true)
      })

      it('shows the answer to a command to one person only', async () => {
        const { slack } = await start(
          (app) => app.command('/policy', ({ ack, command }) => ack(`About ${command.text}`)),
          { mode },
        )
        const [ada, ben] = [slack.user('Ada'), slack.user('Ben')]
        slack.channel('#staff', { members: [ada, ben] })
        await ada.command('/policy', 'photos', { in: '#staff' })
        expect(ada.newest()).to.include({ kind: 'ephemeral', text: 'About photos' })
        expect(ben.sees()).to.eql([])
        expect(slack.messagesIn('#staff')).to.eql([])
      })

      it('says so when a command was not acknowledged', async () => {
        const { slack } = await start(() => undefined, { mode, ackWithin: 100 })
        const ada = slack.user('Ada')
        const delivery = await ada.command('/policy', '', { in: 'dm' })
        expect(delivery.acknowledged).to.equal(false)
        expect(ada.newest()?.text).to.match(/^\/policy failed with the error/)
      })

      it('opens a modal from a button, sends it, shows errors, and updates it', async () => {
        const { slack } = await start(reporting, { mode })
        const ada = slack.user('Ada')
        await ada.says('start', { in: 'dm' })
        await slack.settled()
        await ada.presses('Report')
        await slack.settled()
        expect(ada.modal()?.text).to.equal('Report\nWhat happened?')
        await ada.submits({ 'What happened?': 'nothing' })
        expect(ada.errors()).to.eql({ what: 'Please say a little more.' })
        await ada.submits({ 'What happened?': 'a photo' })
        expect(ada.modal()?.text).to.equal('Report\nNoted: a photo')
        await ada.closesModal()
        expect(ada.modal()).to.equal(undefined)
      })

      it('sends an event again with the same id, its number and reason', async () => {
        const seen: Fields[] = []
        const { slack } = await start(
          (app) =>
            app.event('app_home_opened', ({ body, context }) => {
              seen.push({ id: body.event_id, num: context.retryNum, reason: context.retryReason })
              return Promise.resolve()
            }),
          { mode },
        )
        await slack.user('Ada').opensHome()
        const id = slack.deliveries[0]?.id ?? ''
        await slack.redeliver(id)
        await slack.settled()
        expect(seen.map((one) => one['id'])).to.eql([id, id])
        expect(seen[1]).to.include({ num: 1, reason: 'http_timeout' })
        expect(slack.deliveries[0]?.attempts.map((attempt) => attempt.status)).to.eql([200, 200])
      })
    })
  }

  describe('screens', () => {
    it('never sends a modal that is not filled in', async () => {
      const { slack } = await start(reporting)
      const ada = slack.user('Ada')
      await ada.says('start', { in: 'dm' })
      await slack.settled()
      await ada.presses('report')
      await slack.settled()
      const failure = await ada.submits({}).catch(String)
      expect(failure).to.contain('What happened?').and.to.contain('required')
      expect(await ada.submits({ text: 'x'.repeat(21) }).catch(String)).to.contain('at most 20')
    })

    it('replaces a message through its response_url', async () => {
      const { slack } = await start(reporting)
      const ada = slack.user('Ada')
      await ada.says('start', { in: 'dm' })
      await slack.settled()
      expect(ada.newest()).to.deep.include({ text: 'Report something', fallback: 'Report?' })
      await ada.presses('Later')
      await slack.settled()
      expect(ada.newest()?.text).to.equal('Another time.')
      expect(ada.newest()?.buttons).to.eql([])
    })

    it('names what is on the screen when a button is not', async () => {
      const { slack } = await start(reporting)
      const ada = slack.user('Ada')
      await ada.says('start', { in: 'dm' })
      await slack.settled()
      expect(await ada.presses('Delete').catch(String)).to.contain('Report, Later')
    })

    it('shows trouble when the app does not answer a press', async () => {
      const { slack } = await start(
        (app) =>
          app.message('start', async ({ say }) => {
            await say({ text: 'x', blocks: [row('Unheard')] })
          }),
        { ackWithin: 100 },
      )
      const ada = slack.user('Ada')
      await ada.says('start', { in: 'dm' })
      await slack.settled()
      expect((await ada.presses('Unheard')).acknowledged).to.equal(false)
      expect(ada.errors()['']).to.be.a('string')
    })

    it('sends what was chosen and typed along with a press', async () => {
      let state: unknown
      const { slack } = await start((app) => {
        app.message('start', async ({ say }) => {
          const options = ['Yes', 'No'].map((label) => ({ text: plain(label), value: label.toLowerCase() }))
          const radios = { type: 'radio_buttons' as const, action_id: 'pick', options }
          const element = { type: 'plain_text_input' as const, action_id: 'why' }
          await say({
            text: 'x',
            blocks: [
              { type: 'actions', block_id: 'a', elements: [radios] },
              { type: 'input', block_id: 'b', label: plain('Why?'), element },
              row('Send'),
            ],
          })
        })
        app.action('pick', ({ ack }) => ack())
        app.action('send', ({ ack, body }) => {
          state = fieldsOf(asSent(body)['state'])['values']
          return ack()
        })
      })
      const ada = slack.user('Ada')
      await ada.says('start', { in: 'dm' })
      await slack.settled()
      await ada.chooses('pick', 'Yes')
      await ada.fills({ 'Why?': 'because' }, 'Send')
      expect(state).to.eql({
        a: {
          pick: { type: 'radio_buttons', selected_option: { text: { ...plain('Yes'), emoji: true }, value: 'yes' } },
        },
        b: { why: { type: 'plain_text_input', value: 'because' } },
      })
    })
  })

  describe('events', () => {
    const heardBy = (running: Running) => running.slack.deliveries.map((one) => fieldsOf(one.body['event']))

    it('come twice for a mention where the app also reads messages', async () => {
      const running = await start(() => undefined)
      const ada = running.slack.user('Ada')
      running.slack.channel('#staff', { members: [ada] })
      await ada.mentions('help', { in: '#staff' })
      expect(heardBy(running).map((event) => event['type'])).to.have.members(['message', 'app_mention'])
      expect(heardBy(running)[0]?.['text']).to.equal(`<@${running.slack.ids.botUser}> help`)
    })

    it('do not come from where the app is no member, or what it did not subscribe to', async () => {
      const running = await start(() => undefined, { settings: { events: ['message.channels'] } })
      const ada = running.slack.user('Ada')
      running.slack.channel('#staff', { members: [ada] })
      running.slack.channel('#other', { members: [ada], withApp: false })
      await ada.mentions('help', { in: '#other' })
      await ada.says('help', { in: 'dm' })
      expect(heardBy(running)).to.eql([])
      await ada.mentions('help', { in: '#staff' })
      expect(heardBy(running).map((event) => event['type'])).to.eql(['message'])
    })

    it('tell of edits, deletions, joins, other bots and threads by their subtype', async () => {
      const running = await start(() => undefined)
      const { slack } = running
      const ada = slack.user('Ada')
      slack.channel('#staff')
      await ada.joins('#staff')
      const message = await ada.says('first', { in: '#staff' })
      await ada.says('reply', { in: '#staff', thread: message.ts })
      await ada.edits(message, 'second')
      await ada.deletes(message)
      const robot = slack.user('Robot', { isBot: true })
      slack.channel('#staff', { members: [robot] })
      await robot.says('beep', { in: '#staff' })
      const events = heardBy(running).filter((event) => event['type'] === 'message')
      expect(events.map((event) => event['subtype'] ?? 'plain')).to.eql([
        'channel_join',
        'plain',
        'plain',
        'message_changed',
        'message_deleted',
        'bot_message',
      ])
      expect(events[2]?.['thread_ts']).to.equal(message.ts)
    })

    it('write out what a person types: entities, emails, addresses and names', async () => {
      const running = await start(() => undefined)
      const { slack } = running
      const ada = slack.user('Ada Teacher')
      const ben = slack.user('Ben')
      await ada.says('@Ben: ada@school.uk & https://bbc.co.uk/a?b=1', { in: 'dm' })
      expect(heardBy(running)[0]?.['text']).to.equal(
        `<@${ben.id}>: <mailto:ada@school.uk|ada@school.uk> &amp; <https://bbc.co.uk/a?b=1>`,
      )
      expect(ada.newest()?.text).to.equal('@Ben: ada@school.uk & https://bbc.co.uk/a?b=1')
    })

    it('tell who came, who changed, and who is in which group now', async () => {
      const running = await start(() => undefined)
      const { slack } = running
      const ada = slack.user('Ada')
      slack.usergroup('slt', ['Ada'])
      const ben = await slack.joins('Ben')
      await ada.changesProfile({ deleted: true })
      await slack.changesUsergroup('slt', ['Ben'])
      const [joined, changed, group] = heardBy(running)
      expect(fieldsOf(joined?.['user'])).to.include({ id: ben.id, deleted: false })
      expect(fieldsOf(changed?.['user'])).to.include({ id: ada.id, deleted: true })
      expect(group).to.deep.include({ added_users: [ben.id], removed_users: [ada.id] })
    })

    it('take over what a manifest grants', () => {
      const settings = settingsOf({
        oauth_config: { scopes: { bot: ['chat:write'] } },
        features: {
          app_home: { home_tab_enabled: true, messages_tab_enabled: false },
          agent_view: { agent_description: 'x' },
          slash_commands: [{ command: '/policy' }],
          shortcuts: [{ type: 'message', callback_id: 'check' }],
        },
        settings: { event_subscriptions: { bot_events: ['app_mention'] }, interactivity: { is_enabled: true } },
      })
      expect(settings).to.eql({
        scopes: ['chat:write'],
        events: ['app_mention'],
        commands: ['/policy'],
        shortcuts: [{ type: 'message', callbackId: 'check' }],
        interactivity: true,
        homeTab: true,
        messagesTab: false,
        pane: 'agent',
      })
    })

    it('stop people from what the app does not offer', async () => {
      const { slack } = await start(() => undefined, {
        settings: { commands: [], shortcuts: [], messagesTab: false, homeTab: false },
      })
      const ada = slack.user('Ada')
      const attempts: (() => Promise<unknown>)[] = [
        () => ada.command('/policy', '', { in: 'dm' }),
        () => ada.says('hello', { in: 'dm' }),
        () => ada.opensHome(),
        async () => ada.usesShortcut('check'),
      ]
      for (const attempt of attempts) expect(await attempt().catch(() => 'stopped')).to.equal('stopped')
    })
  })

  describe('signatures', () => {
    // Bolt accepts timestamps in the future; apps have to refuse them, and the stand-in can test that.
    const cases = [
      ['bad-signature', 401],
      ['no-signature', 401],
      ['no-timestamp', 401],
      ['old-timestamp', 401],
      ['future-timestamp', 200],
    ] as const
    for (const [forgery, status] of cases) {
      it(`${forgery}: a bare Bolt app answers ${status}`, async () => {
        const { slack } = await start(echo)
        slack.forges(forgery)
        const delivery = await slack.sends({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' })
        expect(delivery.attempts[0]?.status).to.equal(status)
        slack.honest()
        expect((await slack.sends({ type: 'app_home_opened', user: 'U1', channel: 'D1' })).acknowledged).to.equal(true)
      })
    }

    it('the handshake is answered with its challenge', async () => {
      const { slack } = await start(echo)
      const answer = await slack.verifiesUrl()
      expect(fieldsOf(answer.answer)['challenge']).to.equal(slack.deliveries[0]?.body['challenge'])
    })
  })

  describe('deliveries that fail', () => {
    it('come again by themselves where that is asked for, until they are acknowledged', async () => {
      const { slack } = await start(echo, { redelivers: true, ackWithin: 100 })
      slack.deliverTo('http://127.0.0.1:9/slack/events')
      await slack.user('Ada').opensHome()
      expect(slack.deliveries[0]?.attempts.map((attempt) => attempt.retry?.num)).to.eql([undefined, 1, 2, 3])
      expect(slack.deliveries[0]?.attempts[1]?.retry?.reason).to.equal('connection_failed')
    })

    it('have a timeout', async () => {
      let release: () => void = () => undefined
      const { slack } = await start(
        (app) => {
          app.command('/policy', async ({ ack }) => {
            await new Promise<void>((resolve) => (release = resolve))
            await ack()
          })
        },
        { ackWithin: 50 },
      )
      const ada = slack.user('Ada')
      expect((await ada.command('/policy', '', { in: 'dm' })).attempts[0]?.status).to.equal(0)
      expect(ada.newest()?.text).to.contain('operation_timeout')
      release()
    })
  })

  describe('Socket Mode', () => {
    it('is connected anew after Slack asked for it', async () => {
      const { slack } = await start(echo, { mode: 'socket' })
      for (const reason of ['refresh_requested', 'warning'] as const) {
        const before = slack.callsOf('apps.connections.open').length
        slack.socket.disconnects(reason)
        await slack.until(() => (slack.callsOf('apps.connections.open').length > before ? true : undefined))
        await slack.until(() => (slack.socket.count === 1 ? true : undefined))
      }
      await slack.user('Ada').says('still there?', { in: 'dm' })
      await slack.settled()
      expect(slack.callsOf('chat.postMessage')).to.have.length(1)
    })

    it('is connected anew after the cable was pulled', async () => {
      const { slack } = await start(echo, { mode: 'socket' })
      slack.socket.drops()
      await slack.until(() => (slack.callsOf('apps.connections.open').length === 2 ? true : undefined))
      await slack.socket.connected()
      await slack.user('Ada').says('still there?', { in: 'dm' })
      await slack.settled()
      expect(slack.callsOf('chat.postMessage')).to.have.length(1)
    })

    it('loses what is sent into the gap, until it is sent again', async () => {
      const { slack } = await start(echo, { mode: 'socket' })
      slack.socket.drops()
      await slack.until(() => (slack.socket.count === 0 ? true : undefined))
      await slack.user('Ada').says('anybody?', { in: 'dm' })
      expect(slack.deliveries[0]?.acknowledged).to.equal(false)
      await slack.socket.connected()
      await slack.redeliver(slack.deliveries[0]?.id ?? '', 'timeout')
      await slack.settled()
      expect(slack.callsOf('chat.postMessage')).to.have.length(1)
    })

    it('answers pings, survives junk, and takes a ticket once', async () => {
      const { slack } = await start(echo, { mode: 'socket' })
      await slack.socket.pings()
      slack.socket.sendsRaw('{ junk')
      const used = textOf(slack.callsOf('apps.connections.open')[0]?.answer['url']) ?? ''
      const refused = await new Promise((resolve) => new WebSocket(used).once('error', resolve))
      expect(String(refused)).to.contain('408')
      await slack.user('Ada').says('still there?', { in: 'dm' })
      await slack.settled()
      expect(slack.callsOf('chat.postMessage')).to.have.length(1)
    })
  })

  describe('triggers', () => {
    it('are good for three seconds, and once', async () => {
      const { clock, pass } = movableClock()
      const { slack, client } = await start((app) => app.command('/policy', ({ ack }) => ack()), { clock })
      const ada = slack.user('Ada')
      const trigger = async () => textOf((await ada.command('/policy', '', { in: 'dm' })).body['trigger_id']) ?? ''
      const openWith = (trigger_id: string) => client.views.open({ trigger_id, view: modal([question]) })
      const first = await trigger()
      pass(2999)
      await openWith(first)
      expect((await refusalOf(openWith(first)))['error']).to.equal('exchanged_trigger_id')
      const late = await trigger()
      pass(3001)
      expect((await refusalOf(openWith(late)))['error']).to.equal('expired_trigger_id')
      expect((await refusalOf(openWith('1.2.c0ffee')))['error']).to.equal('invalid_trigger_id')
    })

    it('lay three views on each other at most, and the topmost closes first', async () => {
      const { slack, client } = await start((app) => app.command('/policy', ({ ack }) => ack()))
      const ada = slack.user('Ada')
      const trigger = async () => textOf((await ada.command('/policy', '', { in: 'dm' })).body['trigger_id']) ?? ''
      const view = modal([question], { clear_on_close: false })
      await client.views.open({ trigger_id: await trigger(), view })
      await client.views.push({ trigger_id: await trigger(), view })
      await client.views.push({ trigger_id: await trigger(), view })
      const refusal = await refusalOf(client.views.push({ trigger_id: await trigger(), view }))
      expect(refusal['error']).to.equal('push_limit_reached')
      await ada.closesModal()
      expect(ada.modals()).to.have.length(2)
      await ada.closesModal(true)
      expect(ada.modals()).to.eql([])
    })
  })
})
