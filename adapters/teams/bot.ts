// The framework, in one file: it checks who sends a request, runs a turn, and reads rosters. Nothing outside uses its
// types.
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  TeamsInfo,
  type Activity,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Log } from '../../src/ports/ports.ts'
import { rosterOf, type Spot } from './from.ts'
import { createKeys, type Keys } from './keys.ts'
import { Member } from './payloads.ts'
import type { TeamsSettings } from './settings.ts'
import type { Outgoing } from './speak.ts'
import type { Tokens } from './tokens.ts'

export interface Bot {
  /**
   * Whether the token is valid; `unsure` where the keys cannot be fetched. The body's envelope has already been
   * checked.
   */
  check(body: object, visit: Visit): Promise<'genuine' | 'refused' | 'unsure'>
  /** Answers a request that was found genuine. */
  run(request: Request, response: Response): Promise<void>
  /** All members of a chat or team, all pages. */
  membersOf(spot: Spot): Promise<Member[]>
  /** Whoever speaks there; undefined where they are no member. */
  speakerIn(spot: Spot): Promise<Member | undefined>
}

export interface Visit {
  readonly authorization: string
  /** The id of the key that signed it; empty where nobody is asked. */
  readonly kid: string
  readonly channelId: string
  readonly serviceUrl: string
  /** Milliseconds since 1970. */
  readonly expires: number
}

export interface Turn {
  readonly body: unknown
  /** Collects what is to be said in the response to the request itself. */
  readonly collect: ((outgoing: Outgoing) => Promise<void>) | undefined
}

/** The response to an invoke. */
export interface InvokeAnswer {
  readonly status: number
  readonly body?: unknown
}

export interface BotOptions extends TeamsSettings {
  readonly tokens: Tokens
  readonly log: Log
  readonly hear: (turn: Turn) => Promise<InvokeAnswer | undefined>
}

export function createBot(options: BotOptions): Bot {
  const { log, hear, identity } = options
  const door = new Door(options)
  const adapter = new CloudAdapter(door)
  adapter.onTurnError = (_, error) => {
    log.error({ error: error.name }, 'teams: a turn broke')
    return Promise.resolve()
  }
  const turn = async (context: TurnContext) => {
    const collects = context.activity.deliveryMode === 'expectReplies'
    const collect = async (outgoing: Outgoing) => {
      await context.sendActivity({ ...outgoing, attachments: [...(outgoing.attachments ?? [])] })
    }
    const answer = await hear({ body: context.activity, collect: collects ? collect : undefined })
    if (answer !== undefined) await context.sendActivity({ type: 'invokeResponse', value: answer })
  }
  const appId = identity.kind === 'app' ? identity.appId : ''
  return {
    check: (body, visit) => door.check(body, visit),
    run: (request, response) => adapter.process(request, response, turn),
    membersOf: async (spot) => {
      const members: Member[] = []
      await adapter.continueConversationAsync(appId, referenceTo(spot), async (context) => {
        let next: string | undefined
        do {
          const page = Page.parse(await TeamsInfo.getPagedMembers(context, membersAPage, next))
          members.push(...page.members.flatMap((one) => Member.safeParse(one).data ?? []))
          next = page.continuationToken ?? undefined
        } while (next !== undefined && next !== '')
      })
      return members
    },
    speakerIn: async (spot) => {
      let member: Member | undefined
      await adapter.continueConversationAsync(appId, referenceTo(spot), async (context) => {
        const found: unknown = await TeamsInfo.getMember(context, spot.user.id).catch(noneWhereMissing)
        member = Member.safeParse(found).data
      })
      return member
    },
  }
}

function noneWhereMissing(error: unknown): undefined {
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return undefined
  throw error
}

const membersAPage = 200
const Page = z.object({ members: z.array(z.unknown()), continuationToken: z.string().nullish() })

function referenceTo(spot: Spot): Partial<ConversationReference> {
  return {
    serviceUrl: spot.serviceUrl,
    channelId: 'msteams',
    bot: { id: spot.bot.id, name: spot.bot.name ?? '' },
    conversation: { id: rosterOf(spot), isGroup: spot.shared, conversationType: '', name: '' },
  }
}

type Checked = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>
type Identity = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0]
type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
type UserTokens = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>

/** How many valid tokens are remembered: Teams sends the same one for an hour. */
const remembered = 100

/**
 * The framework's own token client knows only Microsoft's real addresses; ours also works in tests, and keeps the token
 * between turns.
 */
class Credentials extends ConfigurationServiceClientCredentialFactory {
  private readonly id: string
  private readonly tokens: Tokens

  constructor(id: string, tokens: Tokens) {
    super({})
    this.id = id
    this.tokens = tokens
  }

  override isValidAppId(id: string): Promise<boolean> {
    return Promise.resolve(id === this.id)
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(this.id === '')
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

/** Checks tokens before the framework's turn, so that a refusal is a plain 401 without a stack trace. */
class Door extends ConfigurationBotFrameworkAuthentication {
  private readonly checked = new WeakMap<object, Checked>()
  private readonly good = new Map<string, { readonly result: Checked; readonly expires: number }>()
  private readonly clients = new Map<string, ReturnType<Factory['create']>>()
  private userTokens: Promise<UserTokens> | undefined
  /** Undefined where nobody is asked who they are. */
  private readonly keys: Keys | undefined

  constructor({ identity, endpoints, tokens }: BotOptions) {
    const appId = identity.kind === 'app' ? identity.appId : ''
    super(
      {
        CallerId: 'urn:botframework:azure',
        OAuthUrl: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: endpoints.openIdMetadataUrl,
        ToBotFromChannelTokenIssuer: endpoints.tokenIssuer,
        ToChannelFromBotLoginUrl: endpoints.loginUrl,
        ToChannelFromBotOAuthScope: endpoints.oauthScope,
      },
      // The framework's own factories are no heirs of the class that it asks for, either.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      new Credentials(appId, tokens),
    )
    this.keys = identity.kind === 'app' ? createKeys(endpoints.openIdMetadataUrl) : undefined
  }

  async check(body: object, { authorization, kid, channelId, serviceUrl, expires }: Visit) {
    const key = `${authorization} ${channelId} ${serviceUrl}`
    const known = this.good.get(key)
    // The framework also uses the machine's own clock.
    if (known !== undefined && Date.now() < known.expires) {
      this.checked.set(body, known.result)
      return 'genuine'
    }
    try {
      // The framework reads only these two before it knows the sender.
      const result = await super.authenticateRequest({ channelId, serviceUrl } as Activity, authorization)
      if (!(await this.endorses(kid))) return 'refused'
      if (result.connectorFactory !== undefined) this.sharing(result.connectorFactory)
      this.checked.set(body, result)
      this.remember(key, { result, expires })
      return 'genuine'
    } catch (error) {
      return isOutage(error) ? 'unsure' : 'refused'
    }
  }

  private async endorses(kid: string): Promise<boolean> {
    try {
      return this.keys === undefined || (await this.keys.endorse(kid))
    } catch (cause) {
      throw new Outage('the keys cannot be had', { cause })
    }
  }

  override authenticateRequest(activity: Activity, header: string): Promise<Checked> {
    const checked = this.checked.get(activity)
    return checked === undefined ? super.authenticateRequest(activity, header) : Promise.resolve(checked)
  }

  /** Nobody signs in through this bot, but the framework creates one of these for each turn. */
  override createUserTokenClient(identity: Identity): Promise<UserTokens> {
    return (this.userTokens ??= super.createUserTokenClient(identity))
  }

  override createConnectorFactory(identity: Identity): Factory {
    return this.sharing(super.createConnectorFactory(identity))
  }

  /** One client for each service address, and not one for each turn. */
  private sharing(factory: Factory): Factory {
    const create = factory.create.bind(factory)
    factory.create = (serviceUrl, audience) => {
      const client = this.clients.get(serviceUrl) ?? create(serviceUrl, audience)
      if (this.clients.size < remembered) this.clients.set(serviceUrl, client)
      return client
    }
    return factory
  }

  private remember(key: string, good: { readonly result: Checked; readonly expires: number }): void {
    this.good.set(key, good)
    const [oldest] = this.good.keys()
    if (this.good.size > remembered && oldest !== undefined) this.good.delete(oldest)
  }
}

class Outage extends Error {}

/** The keys could not be fetched, which says nothing about the token. */
function isOutage(error: unknown): boolean {
  if (error instanceof Outage) return true
  if (!(error instanceof Error)) return false
  const status = 'statusCode' in error ? error.statusCode : undefined
  return error.name === 'FetchError' || status === 500
}
