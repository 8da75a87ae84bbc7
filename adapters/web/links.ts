// Where a card's link leads. In a frame everything opens beside it, but what needs the session of the frame.
import { tabPath } from '../../src/ports/school-accounts.ts'

export interface Leading {
  readonly href: string
  /** In a window of its own. */
  readonly beside: boolean
}

/** `framed` is the page's own address where it is framed. */
export function leading(url: string, framed: string | undefined): Leading {
  if (framed === undefined || !URL.canParse(url)) return { href: url, beside: false }
  const { origin, pathname, search } = new URL(url)
  if (origin !== new URL(framed).origin) return { href: url, beside: true }
  if (pathname === '/register.csv') return { href: `${tabPath}${pathname}${search}`, beside: false }
  const room = /^\/office(?:\/([a-z]{1,20}))?$/.exec(pathname)
  // The browser beside it has no session yet, so the way there is a link of its own.
  return room === null
    ? { href: url, beside: true }
    : { href: `${tabPath}/office${room[1] === undefined ? '' : `?to=${room[1]}`}`, beside: false }
}
