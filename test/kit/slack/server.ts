// The stand-in's HTTP side: Web API calls, response_urls and uploads, each recorded and subject to faults.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { answer } from './api/answer.ts'
import { takeUpload } from './api/files.ts'
import { refuse, type Desk } from './api/method.ts'
import type { Fault, Faults } from './faults.ts'
import type { Flight } from '../flight.ts'
import { bodyOf, standIn } from '../http.ts'
import { useHook } from './hooks.ts'
import { type Fields, isFields, parseForm, parseJson, textOf } from '../json.ts'
import { scopesOf } from './settings.ts'
import type { Call } from './types.ts'

export interface Office {
  readonly desk: Desk
  readonly faults: Faults
  readonly flight: Flight
  remember(call: Call): void
  /** Sends the events that the last call caused. */
  dispatch(): void
}

export function createOffice(office: Office): Server {
  return standIn((req, res) => {
    const done = office.flight.begin()
    // Apps compare their clock with this header.
    res.setHeader('date', office.desk.state.now().toUTCString())
    // A dropped connection emits close without finish.
    res.once('close', done)
    serve(office, req, res).catch((cause: unknown) => {
      res.writeHead(500).end(String(cause))
    })
  })
}

async function serve(office: Office, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const bytes = await bodyOf(req)
  const body = bytes.toString()
  const path = new URL(req.url ?? '/', 'http://slack').pathname
  if (path.startsWith('/api/')) return serveCall(office, req, res, { method: path.slice('/api/'.length), body })
  if (path.startsWith('/hooks/')) {
    serveHook(office, res, path.slice('/hooks/'.length), body)
    return
  }
  if (path.startsWith('/upload/')) return serveUpload(office, res, { id: path.slice('/upload/'.length), bytes })
  res.writeHead(404).end()
}

async function serveCall(
  office: Office,
  req: IncomingMessage,
  res: ServerResponse,
  asked: { readonly method: string; readonly body: string },
): Promise<void> {
  const { method } = asked
  const args = argsOf(req, asked.body)
  const record = (status: number, said: Fields) => remember(office, { method, args: args ?? {}, status, answer: said })
  const fault = await faultNow(office, method)
  if (fault?.kind === 'drop' && !fault.afterwards) {
    drop(res, record)
    return
  }
  const broken = fault === undefined ? undefined : failing(fault)
  if (broken !== undefined) {
    record(broken.status, broken.body)
    send(res, broken.status, broken.body, broken.headers)
    return
  }
  const said = args === undefined ? refuse('invalid_json') : answer(office.desk, method, args, tokenOf(req, args))
  if (fault?.kind === 'drop') {
    drop(res, record, said)
    return
  }
  const status = said['error'] === 'ratelimited' ? 429 : 200
  record(status, said)
  send(res, status, said, {
    'x-oauth-scopes': office.desk.state.settings.scopes.join(','),
    'x-accepted-oauth-scopes': (scopesOf[method] ?? []).join(','),
    ...(status === 429 ? { 'retry-after': '1' } : {}),
  })
}

function serveHook(office: Office, res: ServerResponse, id: string, body: string): void {
  const parsed = parseJson(body)
  const fields = isFields(parsed) ? parsed : undefined
  const fault = office.faults.take('response_url')
  const broken = fault === undefined ? undefined : failing(fault)
  const said = broken ?? useHook(office.desk, id, fields)
  remember(office, { method: 'response_url', args: fields ?? {}, status: said.status, answer: said.body })
  send(res, said.status, said.body, broken?.headers ?? {})
}

/** Faults for uploads are named `upload`. */
async function serveUpload(
  office: Office,
  res: ServerResponse,
  { id, bytes }: { readonly id: string; readonly bytes: Buffer },
): Promise<void> {
  const record = (status: number) => remember(office, { method: 'upload', args: { id }, status, answer: {} })
  const fault = await faultNow(office, 'upload')
  if (fault?.kind === 'drop') {
    drop(res, record)
    return
  }
  const broken = fault === undefined ? undefined : failing(fault)
  const status = broken?.status ?? takeUpload(office.desk.state, id, bytes)
  record(status)
  res.writeHead(status, broken?.headers ?? {}).end(status === 200 ? `OK - ${bytes.length}` : '')
}

function remember(office: Office, call: Omit<Call, 'at'>): void {
  office.remember({ ...call, at: office.desk.state.now() })
  office.dispatch()
  office.flight.changed()
}

async function faultNow(office: Office, method: string): Promise<Fault | undefined> {
  const fault = office.faults.take(method)
  if (fault?.kind !== 'hold') return fault
  fault.arrived()
  await fault.released
  return undefined
}

function failing(fault: Fault): { status: number; body: Fields; headers: Record<string, string> } | undefined {
  if (fault.kind === 'limit') {
    return { status: 429, body: refuse('ratelimited'), headers: { 'retry-after': String(fault.retryAfter) } }
  }
  if (fault.kind === 'status') return { status: fault.status, body: refuse('internal_error'), headers: {} }
  if (fault.kind === 'refuse') return { status: 200, body: refuse(fault.error), headers: {} }
  return undefined
}

function drop(res: ServerResponse, record: (status: number, said: Fields) => void, said: Fields = {}): void {
  record(0, said)
  res.socket?.destroy()
}

function send(res: ServerResponse, status: number, body: Fields, headers: Record<string, string>): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body))
}

function tokenOf(req: IncomingMessage, args: Fields): string | undefined {
  return /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] ?? textOf(args['token'])
}

/** The arguments of a JSON or form body, with JSON strings parsed. Undefined for invalid JSON. */
function argsOf(req: IncomingMessage, body: string): Fields | undefined {
  if (req.headers['content-type']?.startsWith('application/json')) {
    const parsed = parseJson(body)
    return isFields(parsed) ? unpacked(parsed) : undefined
  }
  return unpacked(parseForm(body))
}

const jsonArguments = ['blocks', 'view', 'metadata', 'prompts', 'attachments', 'files', 'loading_messages']

function unpacked(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      jsonArguments.includes(key) && typeof value === 'string' ? (parseJson(value) ?? value) : value,
    ]),
  )
}
