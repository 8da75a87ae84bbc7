// Answers one Web API call: finds who is asking, whether they may, and what the method returns.
import { scopesOf } from '../settings.ts'
import type { Fields } from '../../json.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { fileMethods } from './files.ts'
import { refuse, type Desk, type Method } from './method.ts'
import { otherMethods } from './other.ts'
import { peopleMethods } from './people.ts'
import { viewMethods } from './views.ts'

export function answer(desk: Desk, name: string, args: Fields, token: string | undefined): Fields {
  const method = methods[name]
  if (method === undefined) return refuse('unknown_method', { req_method: name })
  return refusedToken(desk, name, token) ?? refusedScope(desk, name) ?? method(desk, args)
}

const methods: Readonly<Record<string, Method>> = {
  ...chatMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...viewMethods,
  ...fileMethods,
  ...otherMethods,
}

function refusedToken({ state }: Desk, name: string, token: string | undefined): Fields | undefined {
  const wanted = name === 'apps.connections.open' ? state.tokens.app : state.tokens.bot
  if (token === undefined || token === '') return refuse('not_authed')
  if (token !== state.tokens.app && token !== state.tokens.bot) return refuse('invalid_auth')
  if (token !== wanted) return refuse('not_allowed_token_type')
  return state.revoked ? refuse('token_revoked') : undefined
}

function refusedScope({ state }: Desk, name: string): Fields | undefined {
  const needed = scopesOf[name] ?? []
  const provided = state.settings.scopes
  if (needed.length === 0 || needed.some((scope) => provided.includes(scope))) return undefined
  return refuse('missing_scope', { needed: needed[0], provided: provided.join(',') })
}
