// Who may show the page in a frame: nobody, but Microsoft's own hosts the pages below /tab.
import type { RequestHandler } from 'express'

/** As Microsoft's requirements for tabs name them. */
const hosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
] as const

/** Everything else that the server's own headers forbid stays forbidden. */
export const framedByMicrosoft: RequestHandler = (_request, response, next) => {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '')
  // The old header knows no list of hosts, and browsers that know the new one would obey both.
  response.removeHeader('X-Frame-Options')
  response.set('Content-Security-Policy', policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${hosts.join(' ')}`))
  next()
}
