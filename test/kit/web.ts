// The web page as a stage for stories: the real app and library, used through the page's own forms.
import type { HTMLElement } from 'node-html-parser'
import { createApp, type App } from '../../src/app.ts'
import { browse, type Browse } from './browse.ts'
import { theLibrary } from './library.ts'
import { memoryPorts } from './ports.ts'
import { servePractice } from './practice.ts'
import { asItIs, type Hand, type Screen, type ShownCard, type Stage } from './story.ts'

export const webStage: Stage = {
  platform: 'web',
  name: 'web',
  async open({ now, library = theLibrary(), around = asItIs } = {}) {
    const memory = await memoryPorts(now)
    const { logged } = memory
    const ports = around(memory.ports)
    // The page's own clock advances a second at each reading, so that no story exceeds the page's rate limit.
    let glances = 0
    const clock = () => new Date(1_000 * glances++)
    const web = await servePractice({ ...ports, clock, hear: (event) => app.hear(event) })
    const app: App = createApp({ ...ports, chat: web.chat }, library)
    return {
      logged,
      ports,
      clock: { set: (iso) => memory.setClock(iso) },
      async push(who, card) {
        await web.push(who, card)
      },
      async as(name) {
        const browser = browse(web.url)
        await browser.open('/')
        await browser.send(find(browser.page(), `button[value=${name}]`))
        return handOf(browser)
      },
      async close() {
        await web.close()
        await memory.close()
      },
    }
  },
}

export function handOf(browser: Browse): Hand {
  const act = async (doing: () => Promise<unknown>) => {
    await doing()
    if (browser.status() !== 200)
      throw new Error(`The page refused (${browser.status()}): ${find(browser.page(), 'main').structuredText}`)
    return readScreen(browser.page())
  }
  return {
    says: (text) => act(() => browser.send(find(browser.page(), '#ask button'), { text })),
    presses: (label) => act(() => browser.send(findButton(browser.page(), label))),
    fills: (fields, submit) =>
      act(() => {
        const button = findButton(browser.page(), submit)
        return browser.send(button, named(button.closest('form'), fields))
      }),
    screen: () => act(() => browser.open('/')),
  }
}

export function readScreen(page: HTMLElement): Screen {
  const articles = page.querySelectorAll('article[data-from=guide]')
  const latest = articles.toSorted((a, b) => changedAt(a) - changedAt(b)).at(-1)
  if (latest === undefined) throw new Error(`There is no card on the page:\n${page.structuredText}`)
  return { cards: articles.map(readCard), last: readCard(latest) }
}

function readCard(article: HTMLElement): ShownCard {
  return {
    title: wordsIn(find(article, 'h2')),
    text: article
      .querySelectorAll('.tone, h2, h3, p:not(.tone), li, figcaption, legend, label')
      .map(wordsIn)
      .join('\n'),
    buttons: article.querySelectorAll('button').map(wordsIn),
  }
}

function changedAt(article: HTMLElement): number {
  return Number(article.getAttribute('data-cursor')?.split('.').at(-1))
}

/** Looks at the last card first, and at the page's own shortcuts last. */
function findButton(page: HTMLElement, label: string): HTMLElement {
  const cards = page.querySelectorAll('article').toSorted((a, b) => changedAt(b) - changedAt(a))
  const buttons = [...cards, page].flatMap((each) => each.querySelectorAll('button'))
  const found = buttons.find((button) => wordsIn(button) === label || button.getAttribute('aria-label') === label)
  if (found !== undefined) return found
  throw new Error(`There is no button “${label}”, only: ${[...new Set(buttons.map(wordsIn))].join(' | ')}`)
}

function named(form: HTMLElement | null, fields: Readonly<Record<string, string>>): Record<string, string> {
  const labels = form?.querySelectorAll('label') ?? []
  const nameOf = (label: string) => {
    const found = labels.find((each) => wordsIn(each).replace(/ \(optional\)$/, '') === label)
    const group = form?.querySelectorAll('legend').find((each) => wordsIn(each) === label)?.parentNode
    const field = found ? form?.querySelector(`#${found.getAttribute('for') ?? ''}`) : group?.querySelector('input')
    const name = field?.getAttribute('name')
    if (name === undefined) throw new Error(`There is no field “${label}”, only: ${labels.map(wordsIn).join(' | ')}`)
    return name
  }
  return Object.fromEntries(Object.entries(fields).map(([label, value]) => [nameOf(label), value]))
}

export function find(within: HTMLElement, selector: string): HTMLElement {
  const found = within.querySelector(selector)
  if (found === null) throw new Error(`There is no ${selector} in:\n${within.structuredText}`)
  return found
}

function wordsIn(element: HTMLElement): string {
  return element.textContent.replace(/\s+/g, ' ').trim()
}
