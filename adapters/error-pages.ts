// What somebody reads whose request found nothing or failed: a kind page for a browser, a line for everything else.
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Log } from '../src/ports/ports.ts'

/** The last handler: nothing else took the request. */
export const notFound: RequestHandler = (request, response) => {
  tell(request, response.status(404), {
    title: 'There is no page here',
    lines: ['The address may have been mistyped, or the page may have moved.'],
  })
}

/** Logs where a request failed, never what was sent, and tells whoever sent it. */
export function failed(log: Log): ErrorRequestHandler {
  // Express recognises an error handler by its four arguments.
  return (error: unknown, request: Request, response, next) => {
    const { status, name, at } = describe(error)
    // The error's own message may quote what somebody typed.
    if (status >= 500) log.error({ route: withoutTokens(request.path), name, at }, 'a request failed')
    if (response.headersSent) {
      next(error)
      return
    }
    const told = status === 413 ? tooMuch : status < 500 ? unreadable : trouble
    tell(request, response.status(status), told)
  }
}

/** Somebody who reads the log must not be able to come in by a link in it. */
function withoutTokens(path: string): string {
  return path.replace(/[\w-]{40,}/g, '…')
}

const tooMuch = {
  title: 'That is too much at once',
  lines: ['It is longer than I can read. Nothing was sent. Please shorten it.'],
}
const unreadable = {
  title: 'I can’t read that',
  lines: ['It did not arrive whole. Nothing was changed. Please go back and try again.'],
}
const trouble = {
  title: 'Sorry, something went wrong',
  lines: ['Something went wrong on my side, and this was not answered. Please try again in a moment.'],
}

function tell(request: Request, response: Response, { title, lines }: { title: string; lines: string[] }): void {
  response.set('Cache-Control', 'no-store')
  const page = request.get('X-Policy-Guide') === undefined && request.accepts(['text', 'html']) === 'html'
  if (page) response.send(bare({ title, lines, back: request.path.startsWith('/tab/') ? '/tab' : '/' }))
  else response.type('text').send(lines.join(' '))
}

/**
 * Made of our own words only, so nothing needs escaping. It uses the style sheet of the web page, and reads well
 * without it.
 */
function bare({ title, lines, back }: { title: string; lines: readonly string[]; back: string }): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Policy Guide</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/page.css">
</head>
<body>
<main class="notice">
<h1>${title}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
<p><a href="${back}">Go to Policy Guide</a></p>
</main>
</body>
</html>
`
}

function describe(error: unknown): { status: number; name: string; at: string | undefined } {
  if (!(error instanceof Error)) return { status: 500, name: typeof error, at: undefined }
  const given = 'status' in error && typeof error.status === 'number' ? error.status : 500
  const at = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return { status: given >= 400 && given < 600 ? given : 500, name: error.name, at: at?.trim() }
}
