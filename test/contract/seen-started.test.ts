// The whole program in front of Slack and Teams: everything that a person sees in a message is read, whatever shape the
// platform gives it: shared, forwarded and quoted texts, pictures, files and emoji. What cannot be read is said, and
// leads into the check; an urgent matter inside a quoted text is found; nothing of it is logged.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { aFolder } from '../kit/databases.ts'
import { eventually } from '../kit/eventually.ts'
import type { Fields } from '../kit/json.ts'
import { overHttp, serveProgram, withTeams, type Running } from '../kit/serving.ts'
import { installed } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack } from '../kit/slack/types.ts'
import { startTeams } from '../kit/teams/teams.ts'
import type { Teams } from '../kit/teams/types.ts'

const cry = 'a parent threatened to stab me on facebook'
const question = 'who has to follow the social media policy?'
const help = /999|police/i
const noPictures = /I can’t see pictures or hear recordings\. What does it show\?/
const noFiles = /I can’t open files here/
const others = /That is what somebody else wrote/
const noQuestion = /I could not find any words in that message/
const scope = /Scope/
const checks = /A few short questio/

interface Case {
  readonly what: string
  /** As the platform puts it into its message. */
  readonly message: Fields
  readonly shows: RegExp
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
const file = (name: string, mimetype: string) => ({ id: 'F1', name, mimetype, mode: 'hosted' })

const inSlack: readonly Case[] = [
  {
    what: 'a shared message that is urgent',
    message: { text: 'what now?', attachments: [{ text: cry, is_share: true }] },
    shows: help,
  },
  {
    what: 'a forwarded one, in blocks only',
    message: { attachments: [{ message_blocks: [{ message: { blocks: [section(cry)] } }] }] },
    shows: help,
  },
  { what: 'an urgent quotation in the text itself', message: { text: `&gt; ${cry}\nwhat should I do?` }, shows: help },
  { what: 'a question in blocks without a text', message: { blocks: [section(question)] }, shows: scope },
  {
    what: 'what somebody else wrote, alone',
    message: { attachments: [{ fallback: '[today] see you at four' }] },
    shows: others,
  },
  {
    what: 'a question beside what somebody else wrote',
    message: { text: question, attachments: [{ text: 'see you at four' }] },
    shows: scope,
  },
  {
    what: 'a letter alone',
    message: { subtype: 'file_share', files: [file('trip.pdf', 'application/pdf')] },
    shows: noFiles,
  },
  { what: ':sos: alone', message: { text: ':sos:' }, shows: noQuestion },
  { what: ':pray: and thanks', message: { text: ':pray: thank you' }, shows: /You are welcome/ },
  { what: 'a question with :pray: and :+1:', message: { text: `:pray::skin-tone-2: ${question} :+1:` }, shows: scope },
  {
    what: 'a picture alone',
    message: { subtype: 'file_share', files: [file('trip.jpg', 'image/jpeg')] },
    shows: noPictures,
  },
]

const html = (content: string) => ({ contentType: 'text/html', content })
const inTeams: readonly Case[] = [
  {
    what: 'a quoted reply that is urgent',
    message: {
      text: '<quoted messageId="1"/> what now?',
      entities: [{ type: 'quotedReply', quotedReply: { messageId: '1', preview: cry } }],
    },
    shows: help,
  },
  {
    what: 'an older reply, whose quotation is in the HTML only',
    message: {
      text: 'what now?',
      attachments: [html(`<blockquote itemtype="http://schema.skype.com/Reply"><p>${cry}</p></blockquote>what now?`)],
    },
    shows: help,
  },
  {
    what: 'a forwarded message',
    message: {
      text: '<attachment id="1"></attachment>',
      attachments: [
        {
          contentType: 'forwardedMessageReference',
          content: JSON.stringify({ originalMessageContent: `<p>${cry}</p>` }),
        },
      ],
    },
    shows: help,
  },
  {
    what: 'what somebody else wrote, alone',
    message: {
      text: '',
      attachments: [{ contentType: 'messageReference', content: { messagePreview: 'see you at four' } }],
    },
    shows: others,
  },
  {
    what: 'a question beside it',
    message: {
      text: question,
      attachments: [{ contentType: 'messageReference', content: { messagePreview: 'see you at four' } }],
    },
    shows: scope,
  },
  {
    what: 'a letter alone',
    message: {
      text: '',
      attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'trip.pdf' }],
    },
    shows: noFiles,
  },
  { what: '🙏 and thanks', message: { text: '🙏 thank you' }, shows: /You are welcome/ },
  { what: 'a question with 🆘 and 👍', message: { text: `🆘 ${question} 👍` }, shows: scope },
  { what: '🆘 alone', message: { text: '🆘' }, shows: noQuestion },
  {
    what: 'a picture alone',
    message: { text: '', attachments: [{ contentType: 'image/png' }, html('<p><img src="x"></p>')] },
    shows: noPictures,
  },
]

describe('the whole program, told what a person sees', () => {
  let slack: Slack
  let teams: Teams
  let running: Running
  before(async () => {
    slack = await startSlack({ settings: installed(), ackWithin: 60_000 })
    teams = await startTeams({ answerWithin: 60_000 })
    running = serveProgram({
      home: aHome(),
      now: new Date().toISOString(),
      env: { ...overHttp(slack), ...withTeams(teams) },
    })
    await running.said('Press Ctrl-C')
    const url = await running.url
    slack.deliverTo(`${url}/slack/events`)
    teams.deliverTo(`${url}/api/messages`)
  })
  after(async () => {
    running.child.kill('SIGKILL')
    await running.gone.catch(() => undefined)
    await Promise.all([slack.close(), teams.close()])
  })

  /** All that the bot shows that was not there before. */
  async function shownAfter(shown: () => readonly string[], doing: () => Promise<unknown>): Promise<string> {
    const before = shown()
    await doing()
    return eventually(() => {
      const fresh = shown().filter((text, at) => text !== before[at])
      return fresh.length === 0 ? undefined : fresh.join('\n')
    })
  }

  describe('in Slack', () => {
    const ada = () => slack.user('Ada Teacher')
    const shown = () =>
      ada()
        .sees()
        .filter(({ from }) => from === slack.ids.botUser)
        .map(({ text }) => text)
    let channel = ''
    before(async () => {
      await shownAfter(shown, async () => void (channel = (await ada().says(question, { in: 'dm' })).channel))
    })
    let count = 0
    const comes = (message: Fields) => {
      const ts = `${Math.floor(Date.now() / 1_000)}.${String((count += 1)).padStart(6, '0')}`
      return slack.sends({
        type: 'message',
        channel_type: 'im',
        channel,
        user: ada().id,
        text: '',
        ts,
        event_ts: ts,
        ...message,
      })
    }

    for (const { what, message, shows } of inSlack)
      it(what, async () => {
        expect(await shownAfter(shown, () => comes(message))).to.match(shows)
      })

    it('and the picture leads into the check', async () => {
      const { message } = inSlack.at(-1) ?? {}
      await shownAfter(shown, () => comes(message ?? {}))
      expect(await shownAfter(shown, () => ada().presses('Can I post this?'))).to.match(checks)
    })
  })

  describe('in Teams', () => {
    const bea = () => teams.user('Bea Teacher')
    const shown = () =>
      bea()
        .sees()
        .filter(({ from, card }) => from === teams.bot.id && card !== undefined)
        .map(({ text }) => text)
    before(async () => {
      await bea().installs()
      await shownAfter(shown, () => bea().says(question))
    })
    const comes = (message: Fields) =>
      teams.sends({ type: 'message', textFormat: 'plain', ...message }, { from: bea() })

    for (const { what, message, shows } of inTeams)
      it(what, async () => {
        expect(await shownAfter(shown, () => comes(message))).to.match(shows)
      })

    it('and the picture leads into the check', async () => {
      const { message } = inTeams.at(-1) ?? {}
      await shownAfter(shown, () => comes(message ?? {}))
      expect(await shownAfter(shown, () => bea().presses('Can I post this?'))).to.match(checks)
    })
  })

  describe('and then', () => {
    it('nothing of it is logged', () => {
      const logged = running.lines.join('\n')
      for (const words of ['stab', 'see you at four', 'trip.', 'thank you']) expect(logged).not.to.include(words)
    })
  })
})

/** Everybody on Teams belongs. */
function aHome(): string {
  const home = aFolder()
  const settings = readFileSync('knowledge/school.yaml', 'utf8')
  writeFileSync(join(home, 'school.yaml'), `${settings}\nbelonging:\n  teams: everybody\n`)
  return home
}
