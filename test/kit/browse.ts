// A browser without JavaScript, over real HTTP: cookies, redirects, and forms sent as the page has them.
import { parse, type HTMLElement } from 'node-html-parser'

export interface Browse {
  readonly page: () => HTMLElement
  /** The status of the last answer, after redirects. */
  readonly status: () => number
  open(path: string): Promise<HTMLElement>
  /** Sends the button's form with the given values, as pressing that button would. */
  send(button: HTMLElement, filled?: Readonly<Record<string, string>>): Promise<HTMLElement>
  /** Returns the answer without following redirects. */
  raw(path: string, init?: RequestInit): Promise<Response>
}

export function browse(url: string): Browse {
  let cookie = ''
  let page = parse('')
  let status = 0

  const raw = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookie !== '' && !headers.has('Cookie')) headers.set('Cookie', cookie)
    const ask = () => fetch(new URL(path, url), { ...init, headers, redirect: 'manual' })
    // Tries again once, as browsers do: the server may have closed a kept connection in the meantime.
    const response = await ask().catch(ask)
    const set = response.headers.get('set-cookie')
    if (set !== null) cookie = set.split(';')[0] ?? ''
    return response
  }

  const follow = async (path: string, init?: RequestInit): Promise<HTMLElement> => {
    const response = await raw(path, init)
    const to = response.headers.get('location')
    const text = await response.text()
    if (to !== null) return follow(new URL(to, url).pathname + new URL(to, url).search)
    status = response.status
    page = parse(text)
    return page
  }

  return {
    page: () => page,
    status: () => status,
    raw,
    open: (path) => follow(path),
    send(button, filled = {}) {
      const form = button.closest('form')
      if (form === null) throw new Error(`“${button.text}” stands in no form`)
      const body = new URLSearchParams()
      for (const field of form.querySelectorAll('input, textarea, select')) {
        const name = field.getAttribute('name') ?? ''
        const held = valueOf(field, filled[name])
        if (held !== undefined) body.set(name, held)
      }
      const name = button.getAttribute('name')
      if (name !== undefined) body.set(name, button.getAttribute('value') ?? '')
      return follow(form.getAttribute('action') ?? '/', {
        method: 'POST',
        body,
        headers: { Origin: new URL(url).origin },
      })
    },
  }
}

/** The value that a field sends: the given one, or else the one on the page. An unticked box sends nothing. */
function valueOf(field: HTMLElement, filled: string | undefined): string | undefined {
  if (field.getAttribute('type') === 'checkbox') {
    return (filled ?? (field.hasAttribute('checked') ? 'yes' : '')) === 'yes' ? 'yes' : undefined
  }
  if (field.tagName !== 'SELECT') return filled ?? field.getAttribute('value') ?? field.text.replace(/^\n/, '')
  const options = field.querySelectorAll('option')
  const wanted = options.find((option) => [option.getAttribute('value'), option.text.trim()].includes(filled))
  if (filled !== undefined && wanted === undefined)
    throw new Error(`There is no choice “${filled}”, only: ${options.map((each) => each.text.trim()).join(' | ')}`)
  const chosen = wanted ?? options.find((option) => option.hasAttribute('selected')) ?? options[0]
  return chosen?.getAttribute('value')
}
