// Commands, private answers, sharing, modals, Home and the pane: each answer goes to its own place and nowhere else.
import { expect } from 'chai'
import { buttons, type Card } from '../../src/chat/cards.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { here, instead, privately, type Reply } from '../../src/chat/replies.ts'
import { unpack } from '../../src/chat/actions.ts'
import { memoryPorts } from '../kit/ports.ts'
import { modes, plainCard, slackbot, type Slackbot, type SlackbotOptions } from '../kit/slackbot.ts'

for (const mode of modes) {
  describe(`slack over ${mode}: /policy`, () => {
    let bot: Slackbot
    afterEach(() => bot.stop())

    it('is answered for the one who asked alone', async () => {
      bot = await slackbot({ mode, hear: () => [privately(plainCard('For you'))] })
      const { ada, bea } = staffRoom(bot)
      await ada.command('/policy', 'may I?', { in: '#staff-room' })
      await bot.slack.settled()
      expect(bot.heard[0]).to.include({ kind: 'said', text: 'may I?', quietly: true })
      expect(ada.newest()).to.include({ kind: 'ephemeral' })
      expect(
        bea
          .sees()
          .map(({ text }) => text)
          .join(),
      ).not.to.contain('For you')
      expect(bot.slack.messagesIn('#staff-room')).to.deep.equal([])
    })

    it('works where the bot is no member', async () => {
      bot = await slackbot({ mode, hear: () => [here(plainCard('For you'))] })
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.channel('#maths', { members: [ada], withApp: false })
      await ada.command('/policy', 'may I?', { in: '#maths' })
      await bot.slack.settled()
      expect(ada.newest()).to.include({ kind: 'ephemeral' })
    })

    for (const where of ['where the bot is a member', 'where it is none']) {
      it(`is shared with the channel once, at a wish, ${where}`, async () => {
        const { ports, close } = await memoryPorts()
        bot = await slackbot({ mode, hear: sharing((key) => ports.store.claim(key, ports.clock())) })
        const ada = bot.slack.user('Ada Teacher')
        const bea = bot.slack.user('Bea Starter')
        bot.slack.channel('#maths', { members: [ada, bea], withApp: where === 'where the bot is a member' })
        await ada.command('/policy', 'may I?', { in: '#maths' })
        await bot.slack.settled()
        const before = ada.newest()
        await Promise.all([
          ada.presses('Share with the channel', before),
          ada.presses('Share with the channel', before),
        ])
        await bot.slack.settled()
        expect(bot.slack.messagesIn('#maths').map(({ text }) => text)).to.deep.equal(['Ada shared this.'])
        expect(bea.newest()?.text).to.contain('Ada shared this')
        expect(
          ada
            .sees()
            .filter(({ kind }) => kind === 'ephemeral')
            .map(({ fallback }) => fallback),
        ).to.deep.equal(['Shared.'])
        await close()
      })
    }

    it('any other button on a private answer is answered privately', async () => {
      bot = await slackbot({ mode, hear: sharing(() => Promise.resolve(true)) })
      const { ada, bea } = staffRoom(bot)
      await ada.command('/policy', 'may I?', { in: '#staff-room' })
      await bot.slack.settled()
      await ada.presses('Read it')
      await bot.slack.settled()
      expect(ada.newest()).to.include({ kind: 'ephemeral', fallback: 'All of it.' })
      expect(bea.sees()).to.deep.equal([])
    })
  })

  describe(`slack over ${mode}: what is for one person in a shared place`, () => {
    let bot: Slackbot
    afterEach(() => bot.stop())

    it('is whispered in the thread', async () => {
      bot = await slackbot({ mode, hear: () => [privately(plainCard('For you'))] })
      const { ada, bea } = staffRoom(bot)
      await ada.mentions('may I?', { in: '#staff-room' })
      await bot.slack.settled()
      expect(ada.newest()).to.include({ kind: 'ephemeral' })
      expect(
        bea
          .sees()
          .map(({ text }) => text)
          .join(),
      ).not.to.contain('For you')
    })

    it('goes to the person directly where Slack will not whisper', async () => {
      bot = await slackbot({ mode, hear: () => [privately(plainCard('For you'))] })
      const { ada } = staffRoom(bot)
      bot.slack.faults.refuses('chat.postEphemeral', 'user_not_in_channel')
      await ada.mentions('may I?', { in: '#staff-room' })
      await bot.slack.settled()
      expect(bot.slack.messagesIn('dm', ada).map(({ text }) => text)).to.deep.equal(['For you.'])
    })
  })

  describe(`slack over ${mode}: buttons`, () => {
    let bot: Slackbot
    afterEach(() => bot.stop())

    it('carry their whole meaning, and their card is replaced', async () => {
      bot = await slackbot({ mode, hear: steps })
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('check', { in: 'dm' })
      await bot.slack.settled()
      await ada.presses('Yes')
      await bot.slack.settled()
      expect(
        bot.slack
          .messagesIn('dm', ada)
          .filter(({ byApp }) => byApp)
          .map(({ text }) => text),
      ).to.deep.equal(['Done: yes.'])
    })

    it('forms in a message send what was filled in', async () => {
      bot = await slackbot({
        mode,
        hear: (event) => [
          event.kind === 'pressed' ? instead(plainCard(`Got ${event.fields['draft'] ?? ''}`)) : here(draftCard),
        ],
      })
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('check', { in: 'dm' })
      await bot.slack.settled()
      await ada.fills({ 'Your draft': 'We won 3–1' }, 'Check')
      await bot.slack.settled()
      expect(ada.newest()?.text).to.contain('Got We won 3–1')
    })

    it('that are pressed on a card which is gone are answered below', async () => {
      bot = await slackbot({ mode, hear: steps })
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('check', { in: 'dm' })
      await bot.slack.settled()
      bot.slack.faults.refuses('chat.update', 'message_not_found')
      await ada.presses('Yes')
      await bot.slack.settled()
      expect(ada.newest()?.fallback).to.equal('Done: yes.')
    })
  })

  describe(`slack over ${mode}: modals`, () => {
    let bot: Slackbot
    beforeEach(async () => {
      bot = await slackbot({ mode, hear: modalSteps })
    })
    afterEach(() => bot.stop())

    it('the message shortcut takes the message as the draft', async () => {
      const { ada } = staffRoom(bot)
      const note = await ada.says('We won &amp; how!', { in: '#staff-room' })
      await ada.usesMessageShortcut('check_message', note)
      await bot.slack.settled()
      expect(bot.heard.at(-1)).to.include({ kind: 'began-check' })
      expect(ada.modal()?.text).to.contain('Does it name a pupil?')
    })

    it('moves from the draft box through the questions to the verdict, and back', async () => {
      const ada = bot.slack.user('Ada Teacher')
      await ada.usesShortcut('can_i_post')
      await bot.slack.settled()
      expect(ada.modal()?.inputs.map(({ label }) => label)).to.deep.equal(['Your draft'])
      await ada.submits({ 'Your draft': 'We won' })
      await bot.slack.settled()
      expect(ada.modal()?.text).to.contain('Does it name a pupil?')
      await ada.presses('Yes')
      await bot.slack.settled()
      expect(ada.modal()?.text).to.contain('Ask first')
      await ada.presses('Back')
      await bot.slack.settled()
      expect(ada.modal()?.text).to.contain('Does it name a pupil?')
      expect(bot.slack.messagesIn('dm', ada)).to.deep.equal([])
      expect(ada.modals()).to.have.length(1)
    })

    it('something to read lies on top, and the check is still there below', async () => {
      const ada = bot.slack.user('Ada Teacher')
      await ada.usesShortcut('can_i_post')
      await bot.slack.settled()
      await ada.submits({ 'Your draft': 'We won' })
      await bot.slack.settled()
      await ada.presses('Read 6.d')
      await bot.slack.settled()
      expect(ada.modals().map(({ text }) => text.split('\n')[0])).to.have.length(2)
      await ada.presses('Read 6.d')
      await bot.slack.settled()
      await ada.presses('Read 6.d')
      await bot.slack.settled()
      expect(ada.modals()).to.have.length(3)
      expect(ada.modal()?.text).to.contain('The whole of 6.d')
      await ada.closesModal()
      await ada.closesModal()
      expect(ada.modal()?.text).to.contain('Does it name a pupil?')
    })

    it('a press that another one has overtaken changes nothing', async () => {
      const ada = bot.slack.user('Ada Teacher')
      await ada.usesShortcut('can_i_post')
      await bot.slack.settled()
      await ada.submits({ 'Your draft': 'We won' })
      await bot.slack.settled()
      const seen = ada.modal()
      await Promise.all([ada.presses('Yes', seen), ada.presses('Yes', seen)])
      await bot.slack.settled()
      expect(ada.modal()?.text).to.contain('Ask first')
      expect(bot.logged.filter((line) => line.includes('hash_conflict'))).to.have.length(1)
    })

    it('an answer that comes too late for a modal comes as a message', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.faults.refuses('views.open', 'expired_trigger_id')
      await ada.usesShortcut('can_i_post')
      await bot.slack.settled()
      expect(ada.newest()?.text).to.contain('Your draft')
    })
  })

  describe(`slack over ${mode}: Home`, () => {
    let bot: Slackbot
    afterEach(() => bot.stop())

    it('is published when it is opened, and its ask box answers in a modal', async () => {
      bot = await slackbot({ mode, hear: homely() })
      const ada = bot.slack.user('Ada Teacher')
      await ada.opensHome()
      await bot.slack.settled()
      expect(ada.home()?.text).to.contain('Checks so far: 0')
      await ada.fills({ 'Ask a question': 'may I?' }, 'Ask', ada.home())
      await bot.slack.settled()
      expect(ada.modal()?.text).to.contain('You asked: may I?')
    })

    it('is published anew when something done elsewhere changes it, and only then', async () => {
      bot = await slackbot({ mode, hear: homely() })
      const ada = bot.slack.user('Ada Teacher')
      await ada.opensHome()
      await ada.says('check', { in: 'dm' })
      await bot.slack.settled()
      await ada.presses('Look')
      await bot.slack.settled()
      expect(bot.slack.callsOf('views.publish')).to.have.length(1)
      await ada.presses('Yes')
      await bot.slack.settled()
      expect(ada.home()?.text).to.contain('Checks so far: 1')
      expect(bot.slack.callsOf('views.publish')).to.have.length(2)
    })
  })

  describe(`slack over ${mode}: the assistant pane`, () => {
    let bot: Slackbot
    const hear: SlackbotOptions['hear'] = (event) => {
      if (event.kind === 'wondered') return [{ to: 'surface', card: plainCard('May I post a photo?') }]
      return [here(plainCard(event.kind === 'opened' ? 'Hello' : 'An answer'))]
    }
    afterEach(() => bot.stop())

    it('offers first questions; the greeting comes once', async () => {
      const { ports, close } = await memoryPorts()
      bot = await slackbot({
        mode,
        hear: async (event) => ((await ports.store.claim(event.id, ports.clock())) ? await hear(event) : []),
      })
      const ada = bot.slack.user('Ada Teacher')
      await ada.opensMessages()
      await ada.opensMessages()
      await bot.slack.settled()
      expect(ada.assistant().prompts).to.deep.include({ title: 'May I post a photo?', message: 'May I post a photo?' })
      expect(bot.slack.messagesIn('dm', ada).map(({ text }) => text)).to.deep.equal(['Hello.'])
      await close()
    })

    it('answers in the pane’s own thread, with a sign of life when it takes long', async () => {
      let answer: (replies: readonly Reply[]) => void = () => undefined
      const thinking = new Promise<readonly Reply[]>((resolve) => (answer = resolve))
      bot = await slackbot({
        mode,
        granted: { pane: 'assistant' },
        hear: (event) => (event.kind === 'opened' || event.kind === 'wondered' ? hear(event) : thinking),
      })
      const ada = bot.slack.user('Ada Teacher')
      const { thread } = await ada.opensAssistant()
      await bot.slack.settled()
      expect(ada.assistant().prompts).to.have.length(1)
      bot.waits.end(300)
      await ada.says('may I?', { in: 'dm', thread })
      await bot.waits.reached(300)
      bot.waits.end(300)
      await bot.slack.until(() => (ada.assistant().status !== '' ? true : undefined))
      answer([here(plainCard('An answer'))])
      await bot.slack.settled()
      expect(ada.assistant().status).to.equal('')
      expect(bot.slack.messagesIn('dm', ada).at(-1)).to.include({ thread, text: 'An answer.' })
    })

    it('the answer does not wait for the sign of life, and no sign stays behind it', async () => {
      let answer: (replies: readonly Reply[]) => void = () => undefined
      const thinking = new Promise<readonly Reply[]>((resolve) => (answer = resolve))
      bot = await slackbot({
        mode,
        granted: { pane: 'assistant' },
        hear: (event) => (event.kind === 'opened' || event.kind === 'wondered' ? hear(event) : thinking),
      })
      const ada = bot.slack.user('Ada Teacher')
      const { thread } = await ada.opensAssistant()
      await bot.slack.settled()
      const held = bot.slack.faults.holds('assistant.threads.setStatus')
      await ada.says('may I?', { in: 'dm', thread })
      await bot.waits.reached(300)
      bot.waits.end(300)
      await held.arrived
      answer([here(plainCard('An answer'))])
      await bot.slack.until(() => bot.slack.messagesIn('dm', ada).find(({ text }) => text === 'An answer.'))
      held.release()
      await bot.slack.settled()
      expect(ada.assistant().status).to.equal('')
      const statuses = bot.slack.callsOf('assistant.threads.setStatus').map(({ args }) => args['status'])
      expect(statuses).to.deep.equal(['is looking it up …', ''])
    })

    it('offers what its manifest offers where the app has nothing, and to outsiders', async () => {
      bot = await slackbot({ mode, hear: (event) => (event.kind === 'wondered' ? [] : hear(event)) })
      const ada = bot.slack.user('Ada Teacher')
      await ada.opensMessages()
      await bot.slack.settled()
      expect(ada.assistant().prompts.map(({ message }) => message)).to.deep.equal([
        'Can I post this?',
        'Show the sections',
        'What can you do?',
      ])
    })

    it('nothing depends on it', async () => {
      bot = await slackbot({ mode, hear })
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.faults.refuses('assistant.threads.setSuggestedPrompts', 'not_allowed')
      await ada.opensMessages()
      await ada.says('may I?', { in: 'dm' })
      await bot.slack.settled()
      expect(ada.newest()?.fallback).to.equal('An answer.')
    })
  })
}

function staffRoom(bot: Slackbot) {
  const ada = bot.slack.user('Ada Teacher')
  const bea = bot.slack.user('Bea Starter')
  bot.slack.channel('#staff-room', { members: [ada, bea] })
  return { ada, bea }
}

const cites = { policy: 'social-media', edition: '2015-10', section: '6.d' }

function sharing(claim: (key: string) => Promise<boolean>) {
  return async (event: ChatEvent): Promise<readonly Reply[]> => {
    const action = event.kind === 'pressed' ? unpack(event.packed) : undefined
    if (action?.do === 'read') return [here(plainCard('All of it'))]
    if (action?.do !== 'share') {
      const share = { label: 'Share with the channel', action: { do: 'share', card: 'q1', ...cites } } as const
      return [privately(plainCard('For you', buttons(share, { label: 'Read it', action: { do: 'read', ...cites } })))]
    }
    const shared = instead(plainCard('Shared'))
    return (await claim('share:q1')) ? [here(plainCard('Ada shared this')), shared] : [shared]
  }
}

const way = { scenario: 'post', answers: {}, found: [] }

function questionCard(): Card {
  return plainCard(
    'Does it name a pupil?',
    { kind: 'text', text: [{ text: 'Does it name a pupil?' }] },
    buttons(
      { label: 'Yes', action: { do: 'answer', ...way, question: 'pupil', choice: 'yes' } },
      { label: 'Read 6.d', action: { do: 'read', ...cites } },
    ),
  )
}

function steps(event: ChatEvent): readonly Reply[] {
  const action = event.kind === 'pressed' ? unpack(event.packed) : undefined
  return action?.do === 'answer' ? [instead(plainCard(`Done: ${String(action.choice)}`))] : [here(questionCard())]
}

const draftCard = plainCard('Can I post this?', {
  kind: 'form',
  form: {
    fields: [{ kind: 'lines', id: 'draft', label: 'Your draft', required: true, max: 5_000 }],
    submit: { label: 'Check', action: { do: 'draft', scenario: 'post' } },
  },
})

function modalSteps(event: ChatEvent): readonly Reply[] {
  if (event.kind === 'began-check') return [here(event.draft === undefined ? draftCard : questionCard())]
  const action = event.kind === 'pressed' ? unpack(event.packed) : undefined
  switch (action?.do) {
    case 'draft':
    case 'revisit':
      return [instead(questionCard())]
    case 'answer':
      return [
        instead(
          plainCard(
            'Ask first',
            { kind: 'text', text: [{ text: 'Ask first.' }] },
            buttons({ label: 'Back', action: { do: 'revisit', ...way, question: 'pupil' } }),
          ),
        ),
      ]
    case 'read':
      return [
        privately(
          plainCard(
            'The whole of 6.d',
            { kind: 'text', text: [{ text: 'The whole of 6.d' }] },
            buttons({ label: 'Read 6.d', action: { do: 'read', ...cites } }),
          ),
        ),
      ]
    default:
      return []
  }
}

function homely() {
  let checks = 0
  return (event: ChatEvent): readonly Reply[] => {
    if (event.kind === 'opened') {
      const form = {
        fields: [{ kind: 'line', id: 'question', label: 'Ask a question', required: true, max: 500 }],
        submit: { label: 'Ask', action: { do: 'ask' } },
      } as const
      return [
        {
          to: 'surface',
          card: plainCard(
            'Home',
            { kind: 'form', form },
            { kind: 'text', text: [{ text: `Checks so far: ${checks}` }] },
          ),
        },
      ]
    }
    const action = event.kind === 'pressed' ? unpack(event.packed) : undefined
    if (action?.do === 'ask' && event.kind === 'pressed')
      return [privately(plainCard(`You asked: ${event.fields['question'] ?? ''}`))]
    if (action?.do === 'help') return [privately(plainCard('Help'))]
    if (action?.do === 'answer') checks += 1
    return [
      here(
        plainCard(
          'Check',
          buttons(
            { label: 'Yes', action: { do: 'answer', ...way, question: 'pupil', choice: 'yes' } },
            { label: 'Look', action: { do: 'help' } },
          ),
        ),
      ),
    ]
  }
}
