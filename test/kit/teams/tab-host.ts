// Teams as a tab meets it in a browser: a page that frames the tab, speaks teams-js's protocol by postMessage, and
// gives it a token. One TLS server on this machine serves everything, and the browser resolves each name to it: Teams,
// a stranger's site that frames the same tab, and the school's page, passed on as by a reverse proxy.
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { certificate } from '../certificate.ts'

export const names = {
  teams: 'teams.microsoft.com',
  stranger: 'evil.example',
  page: 'policies.school.example',
} as const

export interface TabHost {
  /** Launch arguments for the browser. */
  readonly args: readonly string[]
  /** Sets the page that is served under the school's name. */
  leadsTo(url: string): void
  /** Sets the result of getAuthToken. */
  answers(token: () => Promise<{ readonly token: string } | { readonly error: string }>): void
  close(): Promise<void>
}

export async function openTabHost(): Promise<TabHost> {
  let page = ''
  let token: Parameters<TabHost['answers']>[0] = () => Promise.resolve({ error: 'CancelledByUser' })
  const server = createServer(certificate, (request, response) => {
    const name = request.headers.host ?? ''
    if (name === names.page) passOn(request, response, page)
    else if (request.url === '/token')
      void token().then((answer) =>
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer)),
      )
    else
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(frameOf(new URL(request.url ?? '/', `https://${name}`)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const rules = Object.values(names).map((name) => `MAP ${name}:443 127.0.0.1:${port}`)
  return {
    args: [`--host-resolver-rules=${rules.join(', ')}`],
    leadsTo: (url) => (page = url),
    answers: (next) => (token = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Passes a request on, as a reverse proxy does. */
function passOn(request: IncomingMessage, response: ServerResponse, to: string): void {
  const { hostname, port } = new URL(to)
  const headers = { ...request.headers, 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'https' }
  const asked = ask({ hostname, port, path: request.url, method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  asked.on('error', () => response.destroy())
  response.on('close', () => asked.destroy())
  request.pipe(asked)
}

/** `theme` is Teams' own; the messages of the frame are collected in `window.heard`. */
function frameOf({ searchParams }: URL): string {
  const theme = searchParams.get('theme') ?? 'default'
  return `<!doctype html><html lang="en"><head><title>Teams</title><style>
html, body { margin: 0; height: 100% } iframe { border: 0; width: 100%; height: 100%; display: block }
</style></head><body>
<iframe title="tab" src="https://${names.page}/tab"
  sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads"></iframe>
<script>
window.heard = []
const frame = document.querySelector('iframe')
const say = (message) => frame.contentWindow.postMessage(message, 'https://${names.page}')
window.turns = (theme) => say({ func: 'themeChange', args: [theme] })
addEventListener('message', async ({ data, origin, source }) => {
  if (source !== frame.contentWindow || origin !== 'https://${names.page}') return
  window.heard.push({ func: data.func, args: data.args })
  const answer = (...args) => say({ id: data.id, uuidAsString: data.uuidAsString, args })
  switch (data.func) {
    case 'initialize':
      return answer('content', 'web', JSON.stringify({
        apiVersion: 4,
        hostVersionsInfo: {},
        isLegacyTeams: false,
        supports: { app: { lifecycle: {} }, pages: { appButton: {}, tabs: {} }, chat: {} },
      }), '2.0.1')
    case 'getContext':
      return answer({
        locale: 'en-gb', theme: ${JSON.stringify(theme)}, entityId: 'mine', frameContext: 'content',
        hostName: 'Teams', hostClientType: 'web', sessionId: 'a session', appSessionId: 'a session',
      })
    case 'authentication.getAuthToken': {
      const { token, error } = await (await fetch('/token')).json()
      return token === undefined ? answer(false, error) : answer(true, token)
    }
    case 'executeDeepLink':
      return answer(true)
  }
})
</script></body></html>`
}
