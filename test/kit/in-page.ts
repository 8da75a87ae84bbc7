// Checks that only a browser can make. The scripts are strings, because they run in the page and this project has no
// DOM types.
import axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'

/** The text of the focused element. */
export function focusedText(page: Page): Promise<string> {
  return page.evaluate<string>(`(document.activeElement.textContent ?? '').replace(/\\s+/g, ' ').trim()`)
}

export function focusedId(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.id')
}

/** In CSS pixels; if wider than the window, people must scroll sideways. */
export function widthOf(page: Page | Frame): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
}

/** Undefined if the focused element can be seen or nothing is focused; otherwise the focused element. */
export function hiddenFocus(page: Page | Frame): Promise<string | undefined> {
  return page.evaluate<string | undefined>(`(() => {
    const element = document.activeElement
    if (element === document.body) return undefined
    const { left, top, right, bottom } = element.getBoundingClientRect()
    // An element larger than the window is probed in the middle of its visible part.
    const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2
    const there = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight))
    const outline = getComputedStyle(element).outlineStyle
    return element.contains(there) && outline !== 'none' ? undefined : element.outerHTML.slice(0, 160)
  })()`)
}

/** The faults that axe finds, of all rules or of those alone. */
export async function faultsIn(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  const how = rules === undefined ? '' : `{ runOnly: ${JSON.stringify(rules)} }`
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${how})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  )
}

/** Faults of a page that is light, and then, since only its colours change, those of its colours in the dark. */
export async function faultsByNightToo(page: Page, inTheDark = () => Promise.resolve()): Promise<string[]> {
  const faults = await faultsIn(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(
    ...(await faultsIn(page, ['color-contrast', 'link-in-text-block'])).map((fault) => `in the dark: ${fault}`),
  )
  await inTheDark()
  await page.emulateMedia({ colorScheme: null })
  return faults
}

/** Buttons, links and fields that are too small for a thumb. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate<
    string[]
  >(`[...document.querySelectorAll('button, input:not([type=hidden]), textarea, select, summary, a:not(.skip)')]
    .filter((each) => each.offsetParent !== null)
    // A tap on its label ticks a box, too.
    .map((each) => (each.type === 'checkbox' && each.closest('label')) || each)
    .filter((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 43.5)
    .map((each) => each.outerHTML.slice(0, 120))`)
}

/** The different values of a style among the elements that the selector matches. */
export async function stylesOf(page: Page, selector: string, style: string): Promise<string[]> {
  const all = await page.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => getComputedStyle(each).getPropertyValue(${JSON.stringify(style)}))`,
  )
  return [...new Set(all)]
}

/** Elements that are animated or change gradually, although the person asked for less movement. */
export function movingParts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('*')]
    .filter((each) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(each)
      const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01)
      return (animationName !== 'none' && long(animationDuration)) || long(transitionDuration)
    })
    .map((each) => each.outerHTML.slice(0, 120))`)
}

/** In CSS pixels: a window of 1280 by 1024 at 400 %, by which WCAG 1.4.10 and 2.4.11 are judged. */
export const zoomed = { width: 320, height: 256 } as const

/**
 * What is lost at 400 % with the text spacing that WCAG 1.4.12 allows: scrolling sideways, text that is cut off or out
 * of sight, targets below 24 pixels, and a focus that cannot be seen.
 */
export async function lostWhenZoomed(page: Page | Frame): Promise<string[]> {
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(${JSON.stringify(spread)})
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    document.querySelectorAll('details').forEach((each) => { each.open = true })
  })()`)
  const wide = await widthOf(page)
  return [
    ...(wide > zoomed.width ? [`scrolls sideways: ${wide}`] : []),
    ...(await cutTexts(page)),
    ...(await missedTargets(page)),
    ...(await hiddenStops(page)),
  ]
}

const spread =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
  'p { margin-bottom: 2em !important }'

/** Text in a scrollable element of its own, such as a table, is not cut off. */
function cutTexts(page: Page | Frame): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const scrolls = (each) => each !== null && (/auto|scroll/.test(getComputedStyle(each).overflowX) || scrolls(each.parentElement))
    const says = (each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')
    return [...document.body.querySelectorAll('*')]
      .filter((each) => each.offsetParent !== null && says(each) && each.clientWidth !== 1 && each.closest('svg') === null)
      .filter((each) => {
        const { overflowX, overflowY } = getComputedStyle(each)
        const { left, right } = each.getBoundingClientRect()
        const hides = /hidden|clip/
        return (hides.test(overflowX) && each.scrollWidth > each.clientWidth + 1)
          || (hides.test(overflowY) && each.scrollHeight > each.clientHeight + 1)
          || ((right > innerWidth + 1 || left < -1) && right > 0 && !scrolls(each))
      })
      .map((each) => 'cut: ' + each.outerHTML.slice(0, 140))
  })()`)
}

/** Targets that fail WCAG 2.5.8; a link within a sentence may be as high as its line. */
function missedTargets(page: Page | Frame): Promise<string[]> {
  return page.evaluate<
    string[]
  >(`[...document.querySelectorAll('button, input:not([type=hidden]), textarea, select, summary, a:not(.skip)')]
    .filter((each) => each.offsetParent !== null && getComputedStyle(each).display !== 'inline')
    .map((each) => (/checkbox|radio/.test(each.type) && each.closest('label')) || each)
    .filter((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 24)
    .map((each) => 'a target below 24 pixels: ' + each.outerHTML.slice(0, 120))`)
}

const mostStops = 30

async function hiddenStops(page: Page | Frame): Promise<string[]> {
  const { keyboard } = 'keyboard' in page ? page : page.page()
  const hidden = new Set<string>()
  const stops = await page.evaluate<number>(
    `document.querySelectorAll('button, a, input:not([type=hidden]), select, textarea, summary').length`,
  )
  for (let at = 0; at < Math.min(stops, mostStops); at++) {
    await keyboard.press('Tab')
    const found = await hiddenFocus(page)
    if (found !== undefined) hidden.add(`a focus that is not seen: ${found}`)
  }
  return [...hidden]
}
