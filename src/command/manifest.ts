// `manifest slack`: what to paste into Slack to create the app. Socket Mode as it stands; `--url` makes it HTTP.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Command, status } from './context.ts'

export const manifest: Command = (context, argv) => {
  const asked = readArguments(argv)
  if (typeof asked === 'string') {
    context.err(asked)
    context.err('Usage: manifest slack [--url https://policy-guide.example.sch.uk]')
    return Promise.resolve(status.misuse)
  }
  const socket = readFileSync(join(context.root, 'manifest', 'slack.json'), 'utf8')
  context.out(
    asked.url === undefined ? socket.trimEnd() : JSON.stringify(forHttp(JSON.parse(socket), asked.url), null, 2),
  )
  return Promise.resolve(status.done)
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

/** A sentence when something is wrong with them. */
function readArguments(argv: readonly string[]): { readonly url: URL | undefined } | string {
  let read
  try {
    read = parseArgs({ args: [...argv], options: { url: { type: 'string' } }, allowPositionals: true })
  } catch (error) {
    return error instanceof Error ? error.message : 'These arguments make no sense.'
  }
  const [platform, ...more] = read.positionals
  if (platform !== 'slack' || more.length > 0) return 'Which manifest? There is one for slack.'
  const { url } = read.values
  if (url === undefined) return { url: undefined }
  if (!URL.canParse(url)) return `${url} is not an address.`
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:') return 'Slack sends only to an https address.'
  return { url: parsed }
}
