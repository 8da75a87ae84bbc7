// What only the browser can say of a page. The scripts are texts, since they run there and this house has no DOM types.
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The words of what has the focus. */
export function focusedText(page: Page): Promise<string> {
  return page.evaluate<string>(`(document.activeElement.textContent ?? '').replace(/\\s+/g, ' ').trim()`)
}

export function focusedId(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.id')
}

/** Wider than the window means that people must scroll sideways. */
export function widthOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
}

/** Undefined when the focus can be seen, or is nowhere; else what has it. */
export function hiddenFocus(page: Page): Promise<string | undefined> {
  return page.evaluate<string | undefined>(`(() => {
    const element = document.activeElement
    if (element === document.body) return undefined
    const { left, top, right, bottom } = element.getBoundingClientRect()
    // What is larger than the window is looked for in the middle of the part that is in it.
    const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2
    const there = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight))
    const outline = getComputedStyle(element).outlineStyle
    return element.contains(there) && outline !== 'none' ? undefined : element.outerHTML.slice(0, 160)
  })()`)
}

/** What axe finds fault with. */
export async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  )
}

/** Buttons, links and fields that a thumb would miss. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate<
    string[]
  >(`[...document.querySelectorAll('button, input:not([type=hidden]), textarea, select, summary, a:not(.skip)')]
    .filter((each) => each.offsetParent !== null)
    // A box is ticked by a touch on its label as well.
    .map((each) => (each.type === 'checkbox' && each.closest('label')) || each)
    .filter((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 43.5)
    .map((each) => each.outerHTML.slice(0, 120))`)
}

/** The different values that a style has on what the selector finds. */
export async function stylesOf(page: Page, selector: string, style: string): Promise<string[]> {
  const all = await page.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => getComputedStyle(each).getPropertyValue(${JSON.stringify(style)}))`,
  )
  return [...new Set(all)]
}
