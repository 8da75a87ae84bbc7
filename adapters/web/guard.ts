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

const relays = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** A tunnel or a proxy on this machine lets others in who look as if they were here; most of them say so. */
export function isRelayed(headers: Readonly<Record<string, unknown>>): boolean {
  return relays.some((name) => headers[name] !== undefined)
}
