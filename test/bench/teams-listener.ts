// Runs one bot that answers messages in Teams, in its own process as in a school; tokens are checked in both
// directions.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder'
import express, { type Request, type Response } from 'express'
import { startServer } from '../../adapters/server.ts'
import { connectTeams, type TeamsOptions } from '../../adapters/teams/connect.ts'
import type { TeamsSettings } from '../../adapters/teams/settings.ts'
import { createTokens } from '../../adapters/teams/tokens.ts'
import { createApp } from '../../src/app.ts'
import { text } from '../../src/chat/cards.ts'
import { here } from '../../src/chat/replies.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { never } from '../../src/kit/never.ts'
import type { Directory } from '../../src/ports/people.ts'
import type { Thumbs } from '../../src/ports/thumbs.ts'
import { takenBy } from '../kit/taking.ts'
import { memoryPorts } from '../kit/ports.ts'
import { meetingOver, memoryDirectory } from '../kit/slackbot.ts'
import { memoryMemberships } from '../kit/memberships.ts'
import { memoryAddresses, memoryThumbs } from '../kit/teams/memory.ts'
import { listenAs, quiet, unread } from './listener.ts'

/** An empty CloudAdapter with a fixed text, our adapter with the same text on a card, or the whole bot. */
export type Kind = 'cloud' | 'fixed' | 'whole'

export interface Told {
  readonly be: Kind
  readonly settings: TeamsSettings
}

listenAs<Told>(async ({ be, settings }) => ({ url: `${await open(be, settings)}/api/messages` }))

function open(kind: Kind, settings: TeamsSettings): Promise<string> {
  switch (kind) {
    case 'cloud':
      return openCloud(settings)
    case 'fixed': {
      const take = takenBy(() => Promise.resolve([here(fixedCard)]))
      const { directory } = memoryDirectory()
      return openAdapter({ settings, take, directory, addresses: memoryAddresses().addresses })
    }
    case 'whole':
      return openWhole(settings)
    default:
      return never(kind)
  }
}

const fixedText = 'A fixed text.'
const fixedCard = { title: 'An answer', tone: 'plain', summary: fixedText, blocks: [text(fixedText)] } as const

/** Assembled as in Microsoft's own samples, except that its token comes from the stand-in. */
async function openCloud(settings: TeamsSettings): Promise<string> {
  const { endpoints } = settings
  const where = {
    CallerId: 'urn:botframework:azure',
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: endpoints.tokenIssuer,
    ToChannelFromBotLoginUrl: endpoints.loginUrl,
    ToChannelFromBotOAuthScope: endpoints.oauthScope,
  }
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the framework's own classes do not inherit from it, either
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(where, new Credentials(settings)))
  const turn = async (context: TurnContext) => {
    if (context.activity.type === 'message') await context.sendActivity(fixedText)
  }
  const app = express()
  app.use(express.json())
  app.post('/api/messages', (request: Request, response: Response) => adapter.process(request, response, turn))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // the server listens on a port
}

/** The framework can only log in at Microsoft's own addresses. Like its own class, this one keeps the token. */
class Credentials extends ConfigurationServiceClientCredentialFactory {
  private readonly settings: TeamsSettings
  private readonly tokens: ReturnType<typeof createTokens>

  constructor(settings: TeamsSettings) {
    super({})
    this.settings = settings
    this.tokens = createTokens({ ...settings, clock: now, wait: sleep })
  }

  override isValidAppId(id: string): Promise<boolean> {
    const { identity } = this.settings
    return Promise.resolve(identity.kind === 'app' && identity.appId === id)
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false)
  }

  override createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return Promise.resolve({
      signRequest: async (resource) => {
        const token = await this.tokens.get()
        if (token.kind === 'token') resource.headers.set('authorization', `Bearer ${token.value}`)
        return resource
      },
    })
  }
}

/** Assembled as the start command does, with a database file. */
async function openWhole(settings: TeamsSettings): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'policy-guide-bench-'))
  process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  const { ports, thumbs } = await memoryPorts(undefined, join(home, 'bench.db'))
  const app = createApp({ ...ports, clock: now, log: unread }, loadLibrary({ root: '.', home }))
  // Builds the index before anybody asks.
  await app.tick(now())
  return openAdapter({ ...ports, thumbs, settings, take: app.take })
}

async function openAdapter(
  options: Pick<TeamsOptions, 'settings' | 'take' | 'addresses' | 'store'> & {
    readonly directory: Directory
    readonly thumbs?: Thumbs
  },
): Promise<string> {
  const meeting = meetingOver(options.directory)
  const { memberships } = memoryMemberships()
  const { thumbs = memoryThumbs() } = options
  const connection = await connectTeams({ ...options, meeting, memberships, thumbs, clock: now, log: quiet })
  const mount = connection.mount.bind(connection)
  return (await startServer({ host: '127.0.0.1', port: 0, log: quiet, mount })).url
}

const now = () => new Date()
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
