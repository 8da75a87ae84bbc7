// Whether a post to the page comes from the page itself.

/** What a request's headers say about where it comes from. */
export interface Origins {
  readonly host: string | undefined
  readonly origin: string | undefined
  /** Sec-Fetch-Site. */
  readonly site: string | undefined
}

/**
 * Whether a POST comes from this page. A program that is not a browser sends neither header, and has no cookie to
 * misuse. `publicUrl` is the page's address for browsers; a proxy may have changed the Host header on the way.
 */
export function isFromThisPage({ host, origin, site }: Origins, publicUrl?: string): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  return [publicUrl, `http://${host ?? ''}`, `https://${host ?? ''}`].includes(origin)
}
