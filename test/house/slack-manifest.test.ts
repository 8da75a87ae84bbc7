// What the manifest asks of Slack matches what the code uses: each command, shortcut, event and scope.
import { readFileSync, readdirSync } from 'node:fs'
import { expect } from 'chai'
import { commands, events, methods, scopes, shortcuts, suggestions } from '../../adapters/slack/names.ts'
import { forHttp } from '../../src/command/manifest.ts'
import { settingsOf } from '../kit/slack/settings.ts'
import type { Json } from '../kit/json.ts'

interface Manifest {
  readonly display_information: Readonly<Record<string, string>>
  readonly features: {
    readonly bot_user: { readonly display_name: string }
    readonly slash_commands: readonly Readonly<Record<string, unknown>>[]
    readonly shortcuts: readonly { readonly name: string; readonly description: string }[]
    readonly agent_view: {
      readonly agent_description: string
      readonly suggested_prompts: readonly { readonly title: string; readonly message: string }[]
    }
  }
  readonly settings: Readonly<Record<string, unknown>>
}

const socket = JSON.parse(readFileSync('manifest/slack.json', 'utf8')) as Manifest & Json
const asked = settingsOf(socket)
const why = 'manifest/slack.json and adapters/slack/names.ts differ: put it into both, or into neither.'

describe('manifest/slack.json and the code', () => {
  it('commands', () => expect(asked.commands, why).to.have.members([...commands]))

  it('shortcuts', () => {
    const used = Object.entries(shortcuts).map(([callbackId, type]) => ({ type, callbackId }))
    expect(asked.shortcuts, why).to.have.deep.members(used)
  })

  it('events', () => expect(asked.events, why).to.have.members(Object.keys(events)))

  it('scopes', () => expect(asked.scopes, why).to.have.members(Object.keys(scopes)))

  it('every scope is needed by a method, an event or a feature, and every one that is needed is there', () => {
    const needed = new Set<string>(
      [...Object.values(methods), ...Object.values(events)].filter((scope) => scope !== undefined),
    )
    // Commands and shortcuts need `commands`; `users:read.email` adds a field to what users:read returns.
    for (const scope of ['commands', 'users:read.email']) needed.add(scope)
    expect([...needed], why).to.have.members(Object.keys(scopes))
  })

  it('no method is called that is not in the table, and none is in the table that is not called', () => {
    const folder = 'adapters/slack'
    const source = readdirSync(folder)
      .filter((file) => file !== 'names.ts')
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n')
    const called = [
      ...source.matchAll(
        /'((?:assistant\.threads|auth|chat|conversations|files|usergroups(?:\.users)?|users|views)\.[a-zA-Z]+)'/g,
      ),
    ]
    expect([...new Set(called.map(([, method]) => method))], why).to.have.members(Object.keys(methods))
  })

  it('first questions of the pane', () => {
    const offered = socket.features.agent_view.suggested_prompts
    expect(offered, why).to.deep.equal(suggestions.map((message) => ({ title: message, message })))
  })

  it('every event in the table is read by a schema', () => {
    const source = readFileSync('adapters/slack/payloads.ts', 'utf8')
    for (const event of Object.keys(events)) {
      expect(source, why).to.contain(`z.literal('${event.replace('message.im', 'message')}')`)
    }
  })
})

describe('manifest/slack.json and Slack', () => {
  it('stays within Slack’s limits', () => {
    const { display_information: about, features } = socket
    expect(about['name']?.length).to.be.at.most(35)
    expect(about['description']?.length).to.be.at.most(140)
    expect(about['long_description']?.length).to.be.within(175, 4_000)
    expect(features.agent_view.agent_description.length).to.be.at.most(300)
    expect(features.agent_view.suggested_prompts.length).to.be.at.most(4)
    for (const { name, description } of features.shortcuts) {
      expect(name.length).to.be.at.most(24)
      expect(description.length).to.be.at.most(150)
    }
  })

  it('as it stands it is for Socket Mode, with no address in it', () => {
    expect(socket.settings).to.include({ socket_mode_enabled: true })
    expect(JSON.stringify(socket)).not.to.contain('"url"').and.not.to.contain('request_url')
  })

  it('with an address it is the same app for HTTP', () => {
    const http = forHttp(socket, new URL('https://guide.example.sch.uk/')) as Manifest & Json
    const address = 'https://guide.example.sch.uk/slack/events'
    expect(settingsOf(http)).to.deep.equal(asked)
    expect(http.settings).to.deep.include({ socket_mode_enabled: false })
    expect(http.settings['event_subscriptions']).to.include({ request_url: address })
    expect(http.settings['interactivity']).to.include({ request_url: address })
    expect(http.features.slash_commands.map(({ url }) => url)).to.deep.equal([address])
  })
})
