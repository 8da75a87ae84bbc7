// A browser's cookies for the tests of one server: stored by name and path, replaced and deleted.

export interface Jar {
  /** Sends the request without following a redirect. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Whether a cookie of that name is stored. */
  holds(name: string): boolean
  /** The Set-Cookie lines of the last answer. */
  readonly set: () => readonly string[]
}

export function openJar(url: string): Jar {
  const held = new Map<string, { readonly value: string; readonly path: string }>()
  let last: readonly string[] = []
  return {
    async ask(path, init = {}) {
      const { pathname } = new URL(path, url)
      const cookie = [...held]
        .filter(([, each]) => pathname.startsWith(each.path))
        .map(([name, { value }]) => `${name}=${value}`)
        .join('; ')
      const headers = new Headers(init.headers)
      if (cookie !== '') headers.set('Cookie', cookie)
      const answer = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' })
      last = answer.headers.getSetCookie()
      for (const line of last) {
        const [pair = '', ...rules] = line.split('; ')
        const name = pair.slice(0, pair.indexOf('='))
        const rule = (of: string) => rules.find((each) => each.startsWith(`${of}=`))?.slice(of.length + 1)
        if (rule('Max-Age') === '0') held.delete(name)
        else held.set(name, { value: pair.slice(name.length + 1), path: rule('Path') ?? '/' })
      }
      return answer
    },
    holds: (name) => held.has(name),
    set: () => last,
  }
}
