// Runs the whole program in its own process, which can be asked to stop or be killed, and waits for its output.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { built } from './built.ts'
import type { Slack } from './slack/types.ts'
import type { Teams } from './teams/types.ts'

export interface Running {
  readonly child: ChildProcess
  readonly lines: readonly string[]
  /** Resolves to the first line that contains the words, or to the `times`-th such line. */
  said(words: string, times?: number): Promise<string>
  readonly url: Promise<string>
  /** Rejects when the process ends. */
  readonly gone: Promise<never>
}

/** Serves in Socket Mode against the stand-in. The clock begins at `now`. */
export function serveSlack({ home, slack, now }: { home: string; slack: Slack; now: string }): Running {
  return serveProgram({ home, now, env: socketMode(slack) })
}

type Environment = Readonly<Record<string, string>>

export function socketMode({ tokens, apiUrl }: Slack): Environment {
  return { SLACK_BOT_TOKEN: tokens.bot, SLACK_APP_TOKEN: tokens.app, SLACK_API_URL: apiUrl }
}

export function overHttp({ tokens, apiUrl, signingSecret }: Slack): Environment {
  return { SLACK_BOT_TOKEN: tokens.bot, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl }
}

export function withTeams({ appId, appPassword, tenant, endpoints }: Teams): Environment {
  return {
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_PASSWORD: appPassword,
    MICROSOFT_APP_TENANT_ID: tenant,
    TEAMS_OPENID_METADATA_URL: endpoints.openIdMetadataUrl,
    TEAMS_TOKEN_ISSUER: endpoints.tokenIssuer,
    TEAMS_LOGIN_URL: endpoints.loginUrl,
    TEAMS_OAUTH_SCOPE: endpoints.oauthScope,
  }
}

interface Serving {
  readonly home: string
  /** The instant at which the clock begins. */
  readonly now: string
  readonly env: Environment
  /** Arguments for Node, before the program. */
  readonly node?: readonly string[]
}

export function serveProgram({ home, now, env, node = [] }: Serving): Running {
  const child = spawn(process.execPath, [...node, built('serve'), home, now], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'trace', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  // The channel must not keep this process alive: a killed program no longer reads from it.
  child.channel?.unref()
  const lines: string[] = []
  const waiting = new Set<() => void>()
  if (child.stdout === null) throw new Error('its output is a pipe, as asked for')
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    for (const look of waiting) look()
  })
  const gone = once(child, 'exit').then(() => {
    throw new Error(`it ended (${child.exitCode}):\n${lines.join('\n')}`)
  })
  // A program mostly ends because it was asked to, when nobody waits any more.
  gone.catch(() => undefined)
  const line = (words: string, times: number) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const found = lines.filter((each) => each.includes(words))[times - 1]
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  const said = (words: string, times = 1) => Promise.race([line(words, times), gone])
  const url = said('web page').then((found) => /http:\S+/.exec(found)?.[0] ?? '')
  url.catch(() => undefined)
  return { child, lines, said, url, gone }
}
