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
import { Member } from './payloads.ts'
import type { TeamsSettings } from './settings.ts'
import { createSignatures, type Verdict } from './signature.ts'
import type { Outgoing } from './speak.ts'
import type { Tokens } from './tokens.ts'

export interface Bot {
  /** Whether Teams signed the token. What the token says has already been checked against the body's envelope. */
  check(body: object, visit: Visit): Promise<Verdict>
  /** Answers a request that was found genuine. */
  run(request: Request, response: Response): Promise<void>
  /** All members of a chat or team, all pages. */
  membersOf(spot: Spot): Promise<Member[]>
  /** Whoever speaks there; undefined where they are no member. */
  speakerIn(spot: Spot): Promise<Member | undefined>
}

export interface Visit {
  readonly token: string
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
  private readonly tokens: Tokens

  constructor(tokens: Tokens) {
    super({})
    this.tokens = tokens
  }

  /** The framework asks nobody who they are: the door below lets in nothing that was not found genuine. */
  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(true)
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
  private readonly genuine = new WeakSet<object>()
  /** When each token that was found genuine expires. */
  private readonly good = new Map<string, number>()
  private readonly clients = new Map<string, ReturnType<Factory['create']>>()
  private userTokens: Promise<UserTokens> | undefined
  /** The same for everybody, since the framework asks nobody. */
  private passed: Promise<Checked> | undefined
  private readonly verdictOn: (token: string) => Promise<Verdict>

  constructor({ identity, endpoints, tokens }: BotOptions) {
    super(
      {
        CallerId: 'urn:botframework:azure',
        OAuthUrl: 'https://api.botframework.com',
        ToChannelFromBotLoginUrl: endpoints.loginUrl,
        ToChannelFromBotOAuthScope: endpoints.oauthScope,
      },
      // The framework's own factories are no heirs of the class that it asks for, either.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      new Credentials(tokens),
    )
    const isLocal = identity.kind === 'local'
    this.verdictOn = isLocal ? () => Promise.resolve('genuine') : createSignatures(endpoints.openIdMetadataUrl)
  }

  async check(body: object, { token, expires }: Visit): Promise<Verdict> {
    const until = this.good.get(token)
    // By the machine's own clock, as tokens are checked.
    const verdict = until !== undefined && Date.now() < until ? 'genuine' : await this.verdictOn(token)
    if (verdict === 'genuine') {
      this.genuine.add(body)
      this.remember(token, expires)
    }
    return verdict
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<Checked> {
    if (!this.genuine.has(activity)) throw new Error('not checked')
    return (this.passed ??= super.authenticateRequest(activity, header).then((passed) => {
      if (passed.connectorFactory !== undefined) this.sharing(passed.connectorFactory)
      return passed
    }))
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

  private remember(token: string, expires: number): void {
    this.good.set(token, expires)
    const [oldest] = this.good.keys()
    if (this.good.size > remembered && oldest !== undefined) this.good.delete(oldest)
  }
}
