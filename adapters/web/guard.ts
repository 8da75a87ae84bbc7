// Who may talk to the page: in practice a browser on this machine, and at all times only the page itself.

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

/**
 * Whether a POST comes from this page. What is no browser sends neither header, and has no cookie to misuse.
 * `publicUrl` is what browsers call this page; a proxy may have changed the Host header on the way.
 */
export function isFromThisPage({ host, origin, site }: Origins, publicUrl?: string): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  return [publicUrl, `http://${host ?? ''}`, `https://${host ?? ''}`].includes(origin)
}

const relays = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** A tunnel or a proxy on this machine lets others in who look as if they were here; most of them say so. */
export function isRelayed(headers: Readonly<Record<string, unknown>>): boolean {
  return relays.some((name) => headers[name] !== undefined)
}
