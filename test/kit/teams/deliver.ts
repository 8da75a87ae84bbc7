// Delivers activities to the bot over HTTP, with a token signed as by Bot Framework, recorded, and sent again on
// demand.
import type { Agent } from 'node:http'
import type { Flight } from '../flight.ts'
import { bring } from '../http.ts'
import { asSent, type Fields, type Json, parseJson } from '../json.ts'
import type { Forgery, Issuer } from './issuer.ts'
import type { Attempt, Delivery } from './types.ts'

export interface Post {
  readonly flight: Flight
  readonly agent: Agent
  readonly issuer: Issuer
  readonly answerWithin: number
  readonly deliveries: Delivery[]
  address(): string | undefined
  forgery(): Forgery | undefined
}

/** Resolves when the activity was answered, refused, or too late. Never rejects. */
export async function deliver(post: Post, activity: Fields, forge?: Forgery): Promise<Delivery> {
  const attempts: Attempt[] = []
  const delivery: Delivery = {
    // Copied, so that later changes to the conversation do not change what the bot received.
    activity: asSent(activity),
    attempts,
    get status() {
      return attempts.at(-1)?.status ?? 0
    },
    get answer() {
      return attempts.at(-1)?.answer
    },
  }
  post.deliveries.push(delivery)
  await attempt(post, delivery, attempts, forge)
  return delivery
}

/** Sends the activity again with the same ids. */
export async function redeliver(post: Post, before: Delivery): Promise<Delivery> {
  return deliver(post, before.activity)
}

async function attempt(post: Post, delivery: Delivery, attempts: Attempt[], forge: Forgery | undefined): Promise<void> {
  const done = post.flight.begin()
  try {
    const authorization = await post.issuer.authorization(forge ?? post.forgery())
    attempts.push(await overHttp(post, delivery.activity, authorization))
  } finally {
    done()
  }
}

async function overHttp(post: Post, activity: Fields, authorization: string | undefined): Promise<Attempt> {
  const address = post.address()
  const none: Attempt = { status: 0, answer: undefined }
  if (address === undefined) return none
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
    ...(authorization === undefined ? {} : { authorization }),
  }
  const body = JSON.stringify(activity)
  const brought = await bring(address, { headers, body }, { agent: post.agent, within: post.answerWithin })
  if (typeof brought === 'string') return none
  const answer: Json | undefined = brought.text === '' ? undefined : (parseJson(brought.text) ?? brought.text)
  return { status: brought.status, answer }
}
