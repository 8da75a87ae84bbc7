// What Slack refuses, tried with the real client: a stand-in that accepts everything would hide faults.
import { expect } from 'chai'
import { asSent, type Fields, fieldsOf, listOf, textOf } from '../../kit/json.ts'
import { clientOf, movableClock, refusalOf, slackAlone, type Running } from '../../kit/slack/running.ts'
import type { Slack, SlackOptions } from '../../kit/slack/types.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) })
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const input = (element: object, more: object = {}) => ({ type: 'input', label: plain('Name'), element, ...more })
const options = (n: number, text = 'x') =>
  Array.from({ length: n }, (_, i) => ({ text: plain(text), value: String(i) }))
const select = (more: object) => ({ type: 'static_select', ...more })
const long = (n: number) => 'x'.repeat(n)
const many = <T>(n: number, one: T) => Array.from({ length: n }, () => one)

let open: Running[] = []
async function start(options: SlackOptions = {}): Promise<Running> {
  const running = await slackAlone(options)
  open.push(running)
  return running
}
afterEach(async () => {
  await Promise.all(open.map((running) => running.stop()))
  open = []
})

describe('what the Slack stand-in refuses of blocks', () => {
  const cases: readonly (readonly [name: string, blocks: object[], rule: RegExp])[] = [
    ['an unknown block', [{ type: 'paragraph' }], /unsupported type: paragraph .*\/blocks\/0\/type/],
    ['an unknown element', [actions({ type: 'slider' })], /unsupported type: slider .*\/blocks\/0\/elements\/0\/type/],
    ['an input element among actions', [actions({ type: 'plain_text_input' })], /unsupported type/],
    ['51 blocks', many(51, { type: 'divider' }), /no more than 50 items allowed .*\/blocks\]/],
    ['a section of 3,001 characters', [section(long(3001))], /less than 3001 characters .*\/blocks\/0\/text\/text/],
    ['an empty section', [section('')], /more than 0 characters .*\/blocks\/0\/text\/text/],
    ['a section without text', [{ type: 'section' }], /either text or fields/],
    [
      'an unknown property',
      [{ ...section('x'), colour: 'red' }],
      /invalid additional property: colour .*\/blocks\/0\]/,
    ],
    ['a header of 151 characters', [{ type: 'header', text: plain(long(151)) }], /less than 151 characters/],
    ['a header with markup', [{ type: 'header', text: mrkdwn('x') }], /unsupported type: mrkdwn/],
    ['11 fields', [{ type: 'section', fields: many(11, plain('x')) }], /no more than 10 items/],
    ['a field of 2,001 characters', [{ type: 'section', fields: [plain(long(2001))] }], /less than 2001/],
    ['11 context elements', [{ type: 'context', elements: many(11, plain('x')) }], /no more than 10 items/],
    ['a button in a context', [{ type: 'context', elements: [button()] }], /unsupported type: button/],
    ['26 buttons', [actions(...many(26, button()))], /no more than 25 items/],
    ['a label of 76 characters', [actions(button({ text: plain(long(76)) }))], /less than 76 characters/],
    ['a label with markup', [actions(button({ text: mrkdwn('x') }))], /unsupported type: mrkdwn/],
    ['a value of 2,001 characters', [actions(button({ value: long(2001) }))], /less than 2001 characters/],
    ['an action_id of 256 characters', [actions(button({ action_id: long(256) }))], /less than 256 characters/],
    ['an invented style', [actions(button({ style: 'warning' }))], /must be one of: primary, danger/],
    ['a button without a label', [actions({ type: 'button' })], /missing required field: text/],
    [
      'an action_id twice in a block',
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      /already exists: a/,
    ],
    ['a block_id twice', many(2, { type: 'divider', block_id: 'b' }), /block_id already exists: b/],
    [
      'an image without alt_text',
      [{ type: 'image', image_url: 'https://a.example/b.png' }],
      /missing required field: alt_text/,
    ],
    ['101 options', [actions(select({ options: options(101) }))], /no more than 100 items/],
    ['no options', [actions(select({ options: [] }))], /no less than 1 items/],
    [
      'options and groups',
      [actions(select({ options: options(1), option_groups: [] }))],
      /either options or option_groups/,
    ],
    ['an option of 76 characters', [actions(select({ options: options(1, long(76)) }))], /less than 76 characters/],
    ['11 radio buttons', [actions({ type: 'radio_buttons', options: options(11) })], /no more than 10 items/],
    ['6 overflow entries', [actions({ type: 'overflow', options: options(6) })], /no more than 5 items/],
    [
      'an input without a label',
      [{ type: 'input', element: { type: 'plain_text_input' } }],
      /missing required field: label/,
    ],
    [
      'a hint of 2,001 characters',
      [input({ type: 'plain_text_input' }, { hint: plain(long(2001)) })],
      /less than 2001/,
    ],
    [
      'a placeholder of 151 characters',
      [input({ type: 'plain_text_input', placeholder: plain(long(151)) })],
      /less than 151/,
    ],
    ['a max_length of 3,001', [input({ type: 'plain_text_input', max_length: 3001 })], /less than 3001/],
    ['a date that is none', [actions({ type: 'datepicker', initial_date: '23/11/2026' })], /YYYY-MM-DD/],
    ['12,001 characters of markdown', [{ type: 'markdown', text: long(12_001) }], /less than 12001/],
    ['a rich text of unknown parts', [{ type: 'rich_text', elements: [{ type: 'aside' }] }], /unsupported type: aside/],
    [
      'a table of 101 rows',
      [{ type: 'table', rows: many(101, [{ type: 'raw_text', text: 'x' }]) }],
      /no more than 100/,
    ],
  ]
  for (const [name, blocks, rule] of cases) {
    it(name, async () => {
      const { slack, client } = await start()
      const channel = slack.channel('#staff').id
      const refusal = await refusalOf(client.apiCall('chat.postMessage', { channel, text: 'x', blocks }))
      expect(refusal['error']).to.equal('invalid_blocks')
      const messages = fieldsOf(refusal['response_metadata'])['messages']
      expect(JSON.stringify(messages))
        .to.match(/\[ERROR\]/)
        .and.to.match(rule)
      expect(slack.messagesIn('#staff')).to.eql([])
    })
  }

  it('and takes what just fits', async () => {
    const { slack, client } = await start()
    const channel = slack.channel('#staff').id
    const blocks = [
      section(long(3000)),
      { type: 'header', text: plain(long(150)) },
      actions(...many(25, button({ value: long(2000) }))),
      actions(select({ options: options(100, long(75)) })),
      input({ type: 'plain_text_input', max_length: 3000 }),
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }] },
      ...many(44, { type: 'divider' }),
    ]
    await client.apiCall('chat.postMessage', { channel, text: 'x', blocks })
    expect(slack.messagesIn('#staff')).to.have.length(1)
  })

  it('and more text in one message than Slack takes', async () => {
    const { slack, client } = await start()
    const channel = slack.channel('#staff').id
    const blocks = many(4, section(long(3000)))
    const refusal = await refusalOf(client.apiCall('chat.postMessage', { channel, text: 'x', blocks }))
    expect(refusal['error']).to.equal('msg_blocks_too_long')
    expect(await hookCall(await hookOf(slack), { text: 'x', blocks, response_type: 'ephemeral' })).to.eql({
      status: 200,
    })
  })

  it('and the same of ephemeral messages, updates, views and response_urls', async () => {
    const { slack, client } = await start()
    const ada = slack.user('Ada')
    const channel = slack.channel('#staff', { members: [ada] }).id
    const blocks = [section(long(3001))]
    const { ts } = await client.chat.postMessage({ channel, text: 'x' })
    const refusals = await Promise.all([
      refusalOf(client.apiCall('chat.postEphemeral', { channel, user: ada.id, text: 'x', blocks })),
      refusalOf(client.apiCall('chat.update', { channel, ts, text: 'x', blocks })),
      refusalOf(client.apiCall('views.publish', { user_id: ada.id, view: { type: 'home', blocks } })),
    ])
    expect(refusals.map((one) => one['error'])).to.eql(['invalid_blocks', 'invalid_blocks', 'invalid_arguments'])
    const answer = await hookCall(await hookOf(slack), { text: 'x', blocks })
    expect(answer).to.eql({ status: 400, error: 'invalid_blocks' })
  })
})

describe('what the Slack stand-in refuses of views', () => {
  const whole = { type: 'modal', title: plain('Title'), submit: plain('Send'), blocks: [section('x')] }
  const cases: readonly (readonly [name: string, view: object, rule: RegExp])[] = [
    ['a title of 25 characters', { ...whole, title: plain(long(25)) }, /less than 25 .*\/view\/title\/text/],
    ['no title', { ...whole, title: undefined }, /missing required field: title/],
    ['a submit of 25 characters', { ...whole, submit: plain(long(25)) }, /less than 25/],
    ['a close of 25 characters', { ...whole, close: plain(long(25)) }, /less than 25/],
    [
      'inputs without a submit',
      { ...whole, submit: undefined, blocks: [input({ type: 'plain_text_input' })] },
      /submit/,
    ],
    ['private_metadata of 3,001 characters', { ...whole, private_metadata: long(3001) }, /less than 3001/],
    ['a callback_id of 256 characters', { ...whole, callback_id: long(256) }, /less than 256/],
    ['101 blocks', { ...whole, blocks: many(101, section('x')) }, /no more than 100/],
    ['markdown in a modal', { ...whole, blocks: [{ type: 'markdown', text: 'x' }] }, /unsupported type: markdown/],
    ['an unknown property', { ...whole, submit_disabled: true }, /invalid additional property: submit_disabled/],
  ]
  for (const [name, view, rule] of cases) {
    it(name, async () => {
      const { client } = await start()
      const refusal = await refusalOf(client.apiCall('views.open', { trigger_id: '1.2.3', view }))
      expect(refusal['error']).to.equal('invalid_arguments')
      expect(JSON.stringify(refusal['response_metadata'])).to.match(rule)
    })
  }

  it('a stale hash, and a view that is gone', async () => {
    const { slack, client } = await start()
    const ada = slack.user('Ada')
    const publish = (text: string, hash?: string) =>
      client.apiCall('views.publish', { user_id: ada.id, view: { type: 'home', blocks: [section(text)] }, hash })
    const hash = textOf(fieldsOf(asSent(await publish('first'))['view'])['hash']) ?? ''
    await publish('second', hash)
    expect((await refusalOf(publish('third', hash)))['error']).to.equal('hash_conflict')
    expect(ada.home()?.text).to.equal('second')
    const gone = client.apiCall('views.update', { view_id: 'V0000', view: whole })
    expect((await refusalOf(gone))['error']).to.equal('not_found')
  })

  it('an update of a modal by a stale hash; what was typed outlives a fresh one', async () => {
    const { slack, client } = await start()
    const ada = slack.user('Ada')
    const { body } = await ada.command('/policy', '', { in: 'dm' })
    const blocks = [
      input({ type: 'plain_text_input', action_id: 'a' }, { block_id: 'kept' }),
      actions(button({ action_id: 'go' })),
    ]
    const view = { ...whole, blocks }
    const opened = asSent(await client.apiCall('views.open', { trigger_id: body['trigger_id'], view }))
    const { id: view_id, hash } = fieldsOf(opened['view'])
    const update = (more: object, of?: Fields[string]) =>
      client.apiCall('views.update', { view_id, view: { ...view, ...more }, hash: of })
    await ada.fills({ a: 'typed' }, 'Go')
    await update({ title: plain('Second') }, hash)
    expect((await refusalOf(update({ title: plain('Third') }, hash)))['error']).to.equal('hash_conflict')
    expect(ada.modal()?.fallback).to.equal('Second')
    const sent = await ada.submits({})
    const { values } = fieldsOf(fieldsOf(sent.body['view'])['state'])
    expect(values).to.deep.equal({ kept: { a: { type: 'plain_text_input', value: 'typed' } } })
  })
})

describe('what the Slack stand-in refuses of callers', () => {
  it('no token, a wrong one, one of the wrong kind, and one that was revoked', async () => {
    const { slack, client } = await start()
    const errorWith = async (token: string) => (await refusalOf(clientOf(slack, token).auth.test()))['error']
    const bare = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' })
    expect(await bare.json()).to.include({ ok: false, error: 'not_authed' })
    expect(await errorWith('xoxb-made-up')).to.equal('invalid_auth')
    expect(await errorWith(slack.tokens.app)).to.equal('not_allowed_token_type')
    expect((await refusalOf(client.apps.connections.open({})))['error']).to.equal('not_allowed_token_type')
    expect(await client.auth.test()).to.include({ ok: true, bot_id: slack.ids.bot })
    await slack.uninstalls()
    expect((await refusalOf(client.auth.test()))['error']).to.equal('token_revoked')
  })

  it('a scope that was not granted, saying which', async () => {
    const { slack, client } = await start({ settings: { scopes: ['users:read'] } })
    const channel = slack.channel('#staff').id
    const refusal = await refusalOf(client.chat.postMessage({ channel, text: 'x' }))
    expect(refusal).to.deep.include({ error: 'missing_scope', needed: 'chat:write', provided: 'users:read' })
    const ada = slack.user('Ada')
    const { user } = await client.users.info({ user: ada.id })
    expect(user?.profile).to.not.have.property('email')
  })

  it('methods and arguments that are none', async () => {
    const { slack, client } = await start()
    const refused = async (method: string, args: Record<string, unknown>) =>
      (await refusalOf(client.apiCall(method, args)))['error']
    const channel = slack.channel('#staff').id
    expect(await refused('chat.shout', {})).to.equal('unknown_method')
    expect(await refused('chat.postMessage', { channel })).to.equal('no_text')
    expect(await refused('chat.postMessage', { channel, text: 'x', blocks: 'nonsense' })).to.equal(
      'invalid_blocks_format',
    )
    expect(await refused('users.list', { cursor: 'nonsense' })).to.equal('invalid_cursor')
  })

  it('takes JSON bodies as well as forms', async () => {
    const { slack } = await start()
    slack.channel('#staff')
    const headers = { authorization: `Bearer ${slack.tokens.bot}`, 'content-type': 'application/json; charset=utf-8' }
    const body = JSON.stringify({ channel: '#staff', text: 'hello', blocks: [section('hello')] })
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body })
    expect(answer.headers.get('x-oauth-scopes')).to.contain('chat:write')
    expect(slack.messagesIn('#staff')).to.have.length(1)
    const broken = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body: '{' })
    expect(await broken.json()).to.include({ error: 'invalid_json' })
  })
})

describe('what the Slack stand-in refuses of messages', () => {
  it('places where the app cannot post', async () => {
    const { slack, client } = await start({ settings: { messagesTab: false } })
    const ada = slack.user('Ada')
    const error = async (channel: string) => (await refusalOf(client.chat.postMessage({ channel, text: 'x' })))['error']
    expect(await error('C404')).to.equal('channel_not_found')
    expect(await error(slack.channel('#other', { withApp: false }).id)).to.equal('not_in_channel')
    expect(await error(slack.channel('#secret', { withApp: false, private: true }).id)).to.equal('channel_not_found')
    expect(await error(slack.channel('#old', { archived: true }).id)).to.equal('is_archived')
    expect(await error(ada.id)).to.equal('messages_tab_disabled')
    const elsewhere = client.chat.postEphemeral({ channel: slack.channel('#staff').id, user: ada.id, text: 'x' })
    expect((await refusalOf(elsewhere))['error']).to.equal('user_not_in_channel')
  })

  it('threads that do not exist, and messages that are not the app’s own', async () => {
    const { slack, client } = await start()
    const ada = slack.user('Ada')
    const channel = slack.channel('#staff', { members: [ada] }).id
    const { ts } = await ada.says('mine', { in: '#staff' })
    const error = async (call: Promise<unknown>) => (await refusalOf(call))['error']
    expect(await error(client.chat.postMessage({ channel, text: 'x', thread_ts: '12' }))).to.equal('invalid_thread_ts')
    const nowhere = '1700000000.000100'
    expect(await error(client.chat.postMessage({ channel, text: 'x', thread_ts: nowhere }))).to.equal(
      'thread_not_found',
    )
    expect(await error(client.chat.update({ channel, ts, text: 'yours' }))).to.equal('cant_update_message')
    expect(await error(client.chat.delete({ channel, ts }))).to.equal('cant_delete_message')
    expect(await error(client.chat.update({ channel, ts: nowhere, text: 'x' }))).to.equal('message_not_found')
  })

  it('changes to an ephemeral message, which nobody but one person ever saw', async () => {
    const { slack, client } = await start()
    const [ada, ben] = [slack.user('Ada'), slack.user('Ben')]
    const channel = slack.channel('#staff', { members: [ada, ben] }).id
    const { message_ts: ts = '' } = await client.chat.postEphemeral({ channel, user: ada.id, text: 'only you' })
    expect(ada.sees().map((seen) => seen.text)).to.eql(['only you'])
    expect(ben.sees()).to.eql([])
    expect((await refusalOf(client.chat.update({ channel, ts, text: 'x' })))['error']).to.equal('message_not_found')
    expect((await refusalOf(client.chat.getPermalink({ channel, message_ts: ts })))['error']).to.equal(
      'message_not_found',
    )
    expect((await client.conversations.history({ channel })).messages).to.eql([])
  })

  it('notes what Slack takes and a careful app avoids', async () => {
    const { slack, client } = await start()
    const channel = slack.channel('#staff').id
    await client.apiCall('chat.postMessage', { channel, blocks: [section('no fallback')] })
    await client.chat.postMessage({ channel, text: long(40_001) })
    expect(slack.warnings.map((warning) => warning.what)).to.have.length(2)
    expect(slack.warnings[0]?.what).to.contain('blocks without a text')
    expect(slack.messagesIn('#staff')[1]?.text).to.have.length(40_000)
  })
})

describe('what the Slack stand-in hands back', () => {
  it('threads, metadata and pages of history', async () => {
    const { slack, client } = await start()
    const channel = slack.channel('#staff').id
    const metadata = { event_type: 'notice', event_payload: { key: 'k1' } }
    const { ts } = await client.chat.postMessage({ channel, text: 'first', metadata })
    await client.chat.postMessage({ channel, text: 'reply', thread_ts: ts ?? '' })
    await client.chat.postMessage({ channel, text: 'second' })
    const newest = await client.conversations.history({ channel, limit: 1, include_all_metadata: true })
    expect(newest.messages?.map((message) => message.text)).to.eql(['second'])
    expect(newest.has_more).to.equal(true)
    const cursor = newest.response_metadata?.next_cursor ?? ''
    const older = await client.conversations.history({ channel, cursor, include_all_metadata: true })
    expect(older.messages?.[0]).to.deep.include({ text: 'first', metadata, reply_count: 1 })
    const thread = await client.conversations.replies({ channel, ts: ts ?? '' })
    expect(thread.messages?.map((message) => message.text)).to.eql(['first', 'reply'])
    expect(await client.chat.getPermalink({ channel, message_ts: ts ?? '' })).to.include({ channel })
  })

  it('everybody, page by page, Slackbot and bots and the departed among them', async () => {
    const { slack, client } = await start()
    for (const name of ['Ada Teacher', 'Ben Cook', 'Cy Caretaker']) slack.user(name)
    slack.user('Old Hand', { deleted: true })
    slack.usergroup('slt', ['Ada Teacher'])
    const members: Fields[] = []
    for await (const page of client.paginate('users.list', { limit: 2 })) {
      members.push(...listOf(asSent(page)['members']))
    }
    expect(members.map((member) => member['name'])).to.eql([
      'slackbot',
      'policyguide',
      'ada.teacher',
      'ben.cook',
      'cy.caretaker',
      'old.hand',
    ])
    expect(members[0]?.['is_bot']).to.equal(false)
    expect(fieldsOf(members[2]?.['profile'])['email']).to.equal('ada.teacher@school.example')
    expect(members[5]?.['deleted']).to.equal(true)
    const groups = await client.usergroups.list({ include_users: true })
    expect(groups.usergroups?.[0]).to.include({ handle: 'slt', user_count: 1 })
  })

  it('a file, in three steps', async () => {
    const { slack, client } = await start()
    const channel_id = slack.channel('#staff').id
    const asked = await client.files.getUploadURLExternal({ filename: 'a.csv', length: 3 })
    const complete = () =>
      client.apiCall('files.completeUploadExternal', {
        files: [{ id: asked.file_id }],
        channel_id,
        initial_comment: 'here',
      })
    expect((await refusalOf(complete()))['error']).to.equal('file_not_found')
    await fetch(asked.upload_url ?? '', { method: 'POST', body: 'a,b' })
    await complete()
    expect(slack.messagesIn('#staff')[0]).to.include({ text: 'here', subtype: 'file_share' })
  })

  it('the pane: status, prompts, and what an agent app may not do', async () => {
    const { slack, client } = await start({ settings: { pane: 'agent' } })
    const ada = slack.user('Ada')
    const { channel } = await client.conversations.open({ users: ada.id })
    const channel_id = channel?.id ?? ''
    const prompts = [{ title: 'Photos', message: 'May I post a photo?' }]
    await client.assistant.threads.setSuggestedPrompts({ channel_id, prompts, thread_ts: '1700000000.000100' })
    expect(ada.assistant().prompts).to.eql([])
    await client.assistant.threads.setSuggestedPrompts({ channel_id, prompts })
    expect(ada.assistant().prompts).to.eql(prompts)
    const five = Array.from({ length: 5 }, () => prompts[0] ?? { title: '', message: '' })
    const refusal = await refusalOf(client.assistant.threads.setSuggestedPrompts({ channel_id, prompts: five }))
    expect(refusal['error']).to.equal('invalid_arguments')
  })
})

describe('the Slack stand-in’s response_urls', () => {
  it('are good for five uses', async () => {
    const { slack } = await start()
    const url = await hookOf(slack)
    for (let use = 0; use < 5; use += 1) {
      expect(await hookCall(url, { text: 'x', response_type: 'ephemeral' })).to.include({ status: 200 })
    }
    expect(await hookCall(url, { text: 'x' })).to.eql({ status: 404, error: 'used_url' })
  })

  it('are good for thirty minutes', async () => {
    const { clock, pass } = movableClock()
    const { slack } = await start({ clock })
    const url = await hookOf(slack)
    pass(30 * 60_000 + 1)
    expect(await hookCall(url, { text: 'x' })).to.eql({ status: 404, error: 'expired_url' })
  })

  it('speak where the app is no member, to one person unless told otherwise', async () => {
    const { slack } = await start()
    const [ada, ben] = [slack.user('Ada'), slack.user('Ben')]
    slack.channel('#other', { withApp: false, members: [ada, ben] })
    const { body } = await ada.command('/policy', '', { in: '#other' })
    const url = textOf(body['response_url']) ?? ''
    await hookCall(url, { text: 'for Ada' })
    await hookCall(url, { text: 'for all', response_type: 'in_channel' })
    expect(ben.sees().map((seen) => seen.text)).to.eql(['for all'])
    expect(ada.sees().map((seen) => seen.text)).to.include('for Ada')
    expect(slack.warnings.map((warning) => warning.what)).to.have.length(1)
  })

  it('replace and remove an ephemeral message, which nothing else can', async () => {
    const { slack, client } = await start()
    const ada = slack.user('Ada')
    const channel = slack.channel('#staff', { members: [ada] }).id
    const blocks = [actions(button({ action_id: 'go', value: 'v' }))]
    await client.apiCall('chat.postEphemeral', { channel, user: ada.id, text: 'x', blocks })
    const { body } = await ada.presses('Go')
    expect(body).to.not.have.property('message')
    expect(fieldsOf(body['container'])['is_ephemeral']).to.equal(true)
    const url = textOf(body['response_url']) ?? ''
    await hookCall(url, { text: 'done', replace_original: true })
    expect(ada.sees().map((seen) => seen.text)).to.eql(['done'])
    await hookCall(url, { delete_original: true })
    expect(ada.sees()).to.eql([])
  })
})

describe('the Slack stand-in’s faults', () => {
  it('429 with Retry-After, which the client heeds', async () => {
    const { slack } = await start()
    const channel = slack.channel('#staff').id
    slack.faults.rateLimits('chat.postMessage', { times: 2, retryAfter: 0 })
    const patient = clientOf(slack, slack.tokens.bot, { retryConfig: { retries: 3, minTimeout: 1 } })
    await patient.chat.postMessage({ channel, text: 'x' })
    expect(slack.calls.map((call) => call.status)).to.eql([429, 429, 200])
    expect(slack.messagesIn('#staff')).to.have.length(1)
  })

  it('a server error, an error on demand, and then nothing', async () => {
    const { slack, client } = await start()
    slack.faults.fails('auth.test', { status: 503 })
    slack.faults.refuses('auth.test', 'internal_error')
    expect(await client.auth.test().catch(String)).to.contain('503')
    expect((await refusalOf(client.auth.test()))['error']).to.equal('internal_error')
    expect(await client.auth.test()).to.include({ ok: true })
  })

  it('a lost connection, before or after the call was carried out', async () => {
    const { slack, client } = await start()
    const channel = slack.channel('#staff').id
    slack.faults.drops('chat.postMessage')
    expect(await client.chat.postMessage({ channel, text: 'x' }).catch(() => 'lost')).to.equal('lost')
    expect(slack.messagesIn('#staff')).to.have.length(0)
    slack.faults.drops('chat.postMessage', { afterwards: true })
    expect(await client.chat.postMessage({ channel, text: 'x' }).catch(() => 'lost')).to.equal('lost')
    expect(slack.messagesIn('#staff')).to.have.length(1)
    expect(slack.calls.map((call) => call.status)).to.eql([0, 0])
  })

  it('an answer that waits until it is released', async () => {
    const { slack, client } = await start()
    const channel = slack.channel('#staff').id
    const held = slack.faults.holds('chat.postMessage')
    const posting = client.chat.postMessage({ channel, text: 'x' })
    await held.arrived
    expect(slack.messagesIn('#staff')).to.have.length(0)
    held.release()
    await posting
    expect(slack.messagesIn('#staff')).to.have.length(1)
  })

  it('one message a second in a channel, by the given clock', async () => {
    const { clock, pass } = movableClock()
    const { slack } = await start({ clock })
    const [staff, other] = [slack.channel('#staff').id, slack.channel('#other').id]
    const client = clientOf(slack, slack.tokens.bot, { rejectRateLimitedCalls: true })
    slack.faults.limitsPosting(true)
    await client.chat.postMessage({ channel: staff, text: 'x' })
    await client.chat.postMessage({ channel: other, text: 'x' })
    expect(await client.chat.postMessage({ channel: staff, text: 'x' }).catch(String)).to.contain('rate-limit')
    pass(1000)
    await client.chat.postMessage({ channel: staff, text: 'x' })
    expect(slack.messagesIn('#staff')).to.have.length(2)
  })

  it('so many calls of a method in each second, where a test asks for it', async () => {
    const { clock, pass } = movableClock()
    const { slack } = await start({ clock })
    const channel = slack.channel('#staff').id
    const client = clientOf(slack, slack.tokens.bot, { rejectRateLimitedCalls: true })
    slack.faults.allows('chat.postMessage', 2)
    const post = () => client.chat.postMessage({ channel, text: 'x' }).then(({ ok }) => ok, String)
    expect([await post(), await post()]).to.deep.equal([true, true])
    expect(await post()).to.contain('rate-limit')
    expect((await client.auth.test()).ok).to.equal(true)
    pass(1000)
    expect(await post()).to.equal(true)
    slack.faults.clear()
    expect([await post(), await post()]).to.deep.equal([true, true])
    expect(slack.messagesIn('#staff')).to.have.length(5)
  })

  it('remembers the last messages, calls and deliveries only, where a test asks for it', async () => {
    const { slack } = await start({ keeps: 3 })
    const ada = slack.user('Ada Teacher')
    slack.channel('#staff', { members: [ada] })
    for (let n = 0; n < 20; n++) await ada.says(`word ${n}`, { in: '#staff' })
    const kept = slack.messagesIn('#staff').map(({ text }) => text)
    expect(kept.length).to.be.within(3, 6)
    expect(kept.at(-1)).to.equal('word 19')
    expect(slack.deliveries.length).to.be.at.most(6)
  })
})

async function hookOf(slack: Slack): Promise<string> {
  const { body } = await slack.user('Ada').command('/policy', '', { in: 'dm' })
  return textOf(body['response_url']) ?? ''
}

async function hookCall(url: string, body: object): Promise<{ status: number; error?: string }> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
  const { error } = (await answer.json()) as { error?: string }
  return { status: answer.status, ...(error === undefined ? {} : { error }) }
}
