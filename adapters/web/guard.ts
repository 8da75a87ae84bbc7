// Who may talk to the practice page: a browser on this machine, and in it only the page itself.

/** What a request's headers say of where it comes from. */
export interface Origins {
  readonly host: string | undefined
  readonly origin: string | undefined
  /** Sec-Fetch-Site. */
  readonly site: string | undefined
}

/**
 * A name that some website has pointed at this machine arrives with that name in the Host header; so only names that
 * always mean this machine are let in.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host ?? '')
}

/** Whether a POST comes from this page. What is no browser sends neither header, and has no cookie to misuse. */
export function isFromThisPage({ host, origin, site }: Origins): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  return origin === `http://${host ?? ''}` || origin === `https://${host ?? ''}`
}
