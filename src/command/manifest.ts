// `manifest slack`: what to paste into Slack to create the app; Socket Mode by default, `--url` makes it HTTP.
// `manifest teams`: the package to upload to Teams.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { flag, misused, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { type AskedForTeams, teamsManifest } from './manifest-teams.ts'

const usage = `Usage: manifest slack [--url https://policy-guide.example.sch.uk]
       manifest teams [--app-id GUID] [--url https://www.example.sch.uk] [--out FILE] [--replace]`

export const manifest: Command = (context, argv) => {
  const read = readOptions(argv, { url: word, 'app-id': word, out: word, replace: flag }, usage)
  if (read.kind === 'misused') return Promise.resolve(misused(context, read.what))
  const asked = understand(read)
  if (typeof asked === 'string') return Promise.resolve(misused(context, `${asked}\n${usage}`))
  return asked.platform === 'slack' ? Promise.resolve(slackManifest(context, asked.url)) : teamsManifest(context, asked)
}

function slackManifest(context: CommandContext, url: URL | undefined): number {
  const socket = readFileSync(join(context.root, 'manifest', 'slack.json'), 'utf8')
  context.out(url === undefined ? socket.trimEnd() : JSON.stringify(forHttp(JSON.parse(socket), url), null, 2))
  return status.done
}

const Manifest = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(z.looseObject({})) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({}),
    interactivity: z.looseObject({}),
    socket_mode_enabled: z.boolean(),
  }),
})

/** The same app, reached at an address: Slack sends everything to one path. */
export function forHttp(socket: unknown, url: URL): unknown {
  const { features, settings, ...rest } = Manifest.parse(socket)
  const address = new URL('/slack/events', url).href
  return {
    ...rest,
    features: { ...features, slash_commands: features.slash_commands.map((command) => ({ ...command, url: address })) },
    settings: {
      ...settings,
      event_subscriptions: { request_url: address, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url: address },
      socket_mode_enabled: false,
    },
  }
}

interface Words {
  readonly words: readonly string[]
  readonly values: {
    readonly [option in 'url' | 'app-id' | 'out']?: string | undefined
  } & { readonly replace: boolean }
}

type Asked =
  { readonly platform: 'slack'; readonly url: URL | undefined } | ({ readonly platform: 'teams' } & AskedForTeams)

/** A sentence where something is wrong with them. */
function understand({ words: [platform, ...more], values }: Words): Asked | string {
  if ((platform !== 'slack' && platform !== 'teams') || more.length > 0)
    return 'Which manifest? There is one for slack and one for teams.'
  const url = readAddress(values.url, platform)
  if (typeof url === 'string') return url
  const { 'app-id': appId, out, replace } = values
  if (platform === 'teams')
    return out === '' ? '--out wants the name of a file.' : { platform, url, appId, out, replace }
  return appId === undefined && out === undefined && !replace
    ? { platform, url }
    : 'The manifest for slack takes --url alone; it is printed, to be copied.'
}

function readAddress(given: string | undefined, platform: 'slack' | 'teams'): URL | undefined | string {
  if (given === undefined) return undefined
  if (!URL.canParse(given)) return `${given} is not an address.`
  const url = new URL(given)
  if (url.protocol === 'https:') return url
  return platform === 'slack' ? 'Slack sends only to an https address.' : 'Teams takes only an https address.'
}
