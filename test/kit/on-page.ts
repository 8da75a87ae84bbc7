// A person at the page in a real browser: what they ask, press and fill in, and what they see.
import type { Page } from 'playwright-core'

const still = (page: Page) => page.waitForSelector('#log:not([aria-busy])')

export async function asks(page: Page, text: string): Promise<void> {
  await page.fill('#text', text)
  await page.press('#text', 'Enter')
  await still(page)
}

/** Presses the newest button with that label. */
export async function presses(page: Page, label: string): Promise<void> {
  await page.locator(`#log article button:text-is("${label}")`).last().click()
  await still(page)
}

/** Fills in fields by their labels, in the newest form that has them. */
export async function fills(page: Page, fields: Readonly<Record<string, string>>, submit: string): Promise<void> {
  const cards = page.locator('#log article')
  for (const [label, text] of Object.entries(fields)) {
    const choice = cards.getByRole('combobox', { name: label })
    if ((await choice.count()) > 0) await choice.last().selectOption({ label: text })
    else await cards.getByLabel(label).last().fill(text)
  }
  await presses(page, submit)
}

export function shows(page: Page, words: string): Promise<unknown> {
  return page.waitForSelector(`#log article >> text=${words}`)
}
