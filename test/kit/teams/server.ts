// The stand-in's HTTP side: the connector, the login and the issuer's keys, each call recorded and subject to faults.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Flight } from '../flight.ts'
import { bodyOf, standIn } from '../http.ts'
import { type Fields, isFields, type Json, parseJson } from '../json.ts'
import { answer, refuse, type Answer, type Desk } from './connector.ts'
import type { Fault, Faults } from './faults.ts'
import { answerGraph, type GraphState } from './graph.ts'
import type { Issuer } from './issuer.ts'
import type { Call, Operation } from './types.ts'

export interface Office {
  readonly desk: Desk
  readonly faults: Faults
  readonly flight: Flight
  readonly calls: Call[]
  readonly graph: GraphState
  issuer(): Issuer
}

export function createOffice(office: Office): Server {
  return standIn((req, res) => {
    const done = office.flight.begin()
    // A dropped connection emits close without finish.
    res.once('close', done)
    serve(office, req, res).catch((cause: unknown) => {
      res.writeHead(500).end(String(cause))
    })
  })
}

async function serve(office: Office, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://teams')
  const published = req.method === 'GET' ? office.issuer().answer(pathname) : undefined
  if (published !== undefined) {
    finish(res, { status: 200, body: published })
    return
  }
  const raw = (await bodyOf(req)).toString()
  const found = routeOf(req.method ?? 'GET', pathname)
  if (found === undefined) {
    finish(res, refuse(404, 'NotFound', `No such operation: ${req.method ?? ''} ${pathname}`))
    return
  }
  const { operation, ids } = found
  // A login form contains a secret, so it is not recorded.
  const parsed = operation === 'token' ? {} : parseJson(raw === '' ? '{}' : raw)
  const body = isFields(parsed) ? parsed : undefined
  const act = () => carryOut(office, req, { operation, ids, query: searchParams, body, raw })
  const record = (status: number, said: Json | undefined) => {
    office.calls.push({ operation, path: pathname, body: body ?? {}, status, answer: said })
    office.flight.changed()
  }
  await withFault(res, { fault: office.faults.take(operation), act, record })
}

interface Asking {
  readonly operation: Operation
  readonly ids: readonly string[]
  readonly query: URLSearchParams
  readonly body: Fields | undefined
  readonly raw: string
}

async function carryOut(office: Office, req: IncomingMessage, asked: Asking): Promise<Answer> {
  if (asked.operation === 'token') return office.issuer().grant(new URLSearchParams(asked.raw))
  if (asked.operation === 'group') {
    const { authorization, host = '' } = req.headers
    const bearer = await office.issuer().bearer(authorization)
    const { query, ids } = asked
    const page = office.desk.memberPage
    return answerGraph(office.graph, { bearer, group: ids[0] ?? '', query, base: `http://${host}`, page })
  }
  if (!(await office.issuer().admits(req.headers.authorization)))
    return { status: 401, body: { message: 'Authorization has been denied for this request.' } }
  const { body } = asked
  if (body === undefined) return refuse(400, 'BadSyntax', 'The body is no JSON object.')
  return answer(office.desk, { ...asked, body })
}

async function withFault(
  res: ServerResponse,
  how: {
    fault: Fault | undefined
    act: () => Promise<Answer>
    record: (status: number, said: Json | undefined) => void
  },
): Promise<void> {
  const { fault, act, record } = how
  const say = (said: Answer, headers: Record<string, string> = {}) => {
    record(said.status, said.body)
    finish(res, said, headers)
  }
  switch (fault?.kind) {
    case 'limit':
      say(
        refuse(429, 'Throttled', 'Too many requests.'),
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      )
      return
    case 'status':
      say(refuse(fault.status, fault.code, `${fault.code}, on demand.`))
      return
    case 'drop': {
      const said = fault.afterwards ? await act() : undefined
      record(0, said?.body)
      res.socket?.destroy()
      return
    }
    case 'hold':
      fault.arrived()
      await fault.released
      if (res.destroyed) record(0, undefined)
      else say(await act())
      return
    case undefined:
      say(await act())
  }
}

const routes: readonly (readonly [Operation, string, RegExp])[] = [
  ['token', 'POST', /^\/login\/[^/]+\/oauth2\/v2\.0\/token$/],
  ['create', 'POST', /^\/uk\/v3\/conversations\/?$/],
  ['send', 'POST', /^\/uk\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/],
  ['update', 'PUT', /^\/uk\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/],
  ['delete', 'DELETE', /^\/uk\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/],
  ['members', 'GET', /^\/uk\/v3\/conversations\/([^/]+)\/members$/],
  ['member', 'GET', /^\/uk\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/],
  ['pagedmembers', 'GET', /^\/uk\/v3\/conversations\/([^/]+)\/pagedmembers$/],
  ['team', 'GET', /^\/uk\/v3\/teams\/([^/]+)$/],
  ['group', 'GET', /^\/v1\.0\/groups\/([^/]+)\/transitiveMembers$/],
  ['channels', 'GET', /^\/uk\/v3\/teams\/([^/]+)\/conversations$/],
]

function routeOf(method: string, path: string): { operation: Operation; ids: readonly string[] } | undefined {
  for (const [operation, by, pattern] of routes) {
    const found = by === method ? pattern.exec(path) : null
    if (found !== null) return { operation, ids: found.slice(1).map((id) => decodeURIComponent(id)) }
  }
  return undefined
}

function finish(res: ServerResponse, said: Answer, headers: Record<string, string> = {}): void {
  if (res.destroyed) return
  res
    .writeHead(said.status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(said.body))
}
