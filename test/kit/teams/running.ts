// Starts the stand-in with a real CloudAdapter that a test programs: the smallest possible bot.
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import { ServiceClientCredentialsFactory, type ServiceClientCredentials } from 'botframework-connector'
import express from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startTeams } from './teams.ts'
import type { Teams, TeamsOptions } from './types.ts'

export interface Running {
  readonly teams: Teams
  readonly adapter: CloudAdapter
  /** Errors thrown by the bot's own code. */
  readonly failed: Error[]
  stop(): Promise<void>
}

export async function teamsWithBot(
  hear: (context: TurnContext) => Promise<void>,
  options: TeamsOptions = {},
): Promise<Running> {
  const teams = await startTeams(options)
  const adapter = cloudAdapter(teams)
  const failed: Error[] = []
  const working = { count: 0 }
  const app = express()
  app.use(express.json({ limit: '1mb' }))
  app.post('/api/messages', (req, res) => {
    working.count += 1
    adapter
      .process(req, res, async (context) => {
        try {
          await hear(context)
        } catch (error) {
          failed.push(error instanceof Error ? error : new Error(String(error)))
          throw error
        }
      })
      .catch(() => res.status(500).end())
      .finally(() => (working.count -= 1))
  })
  const server = createServer(app)
  const port = await new Promise<number>((resolve) => {
    // The server listens on a port, so its address has one.
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  teams.deliverTo(`http://127.0.0.1:${port}/api/messages`)
  teams.idleBy(async () => {
    while (working.count > 0) await new Promise((resolve) => setImmediate(resolve))
  })
  return {
    teams,
    adapter,
    failed,
    async stop() {
      await teams.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/**
 * As in Microsoft's samples, except for the addresses and the source of tokens, because Microsoft's library insists on
 * HTTPS.
 */
export function cloudAdapter(teams: Teams): CloudAdapter {
  const { openIdMetadataUrl, tokenIssuer, loginUrl, oauthScope } = teams.endpoints
  const configuration = {
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: tokenIssuer,
    ToChannelFromBotLoginUrl: loginUrl,
    ToChannelFromBotOAuthScope: oauthScope,
    OAuthUrl: loginUrl,
    CallerId: 'urn:botframework:azure',
  }
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication(configuration, new Credentials(teams)))
}

class Credentials extends ServiceClientCredentialsFactory {
  readonly #teams: Teams
  #token: Promise<string> | undefined
  constructor(teams: Teams) {
    super()
    this.#teams = teams
  }
  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#teams.appId)
  }
  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false)
  }
  override createCredentials(): Promise<ServiceClientCredentials> {
    return Promise.resolve({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await (this.#token ??= askForToken(this.#teams))}`)
        return request
      },
    })
  }
}

export async function askForToken(teams: Teams, secret = teams.appPassword): Promise<string> {
  const { loginUrl, oauthScope } = teams.endpoints
  const asked = { client_id: teams.appId, client_secret: secret, scope: `${oauthScope}/.default` }
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...asked })
  const response = await fetch(`${loginUrl}/oauth2/v2.0/token`, { method: 'POST', body })
  const said = (await response.json()) as { access_token?: string; error?: string }
  if (said.access_token === undefined) throw new Error(`no token: ${response.status} ${said.error ?? ''}`)
  return said.access_token
}
