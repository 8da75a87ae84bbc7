// Where the point of an answer stands on a page: the sentence for whose sake the card is sent.
import type { Page } from 'playwright-core'
import { unstyled, type Card } from '../../../src/chat/cards.ts'

/** The deciding sentence, which the quotation sets off; where nothing is set off, the quotation's beginning. */
export function pointOf({ blocks }: Card): string {
  const quote = blocks.find((block) => block.kind === 'quote')
  if (quote === undefined) return ''
  const strong = quote.text.find(({ style, text }) => style !== undefined && text.trim().length > 20)
  const beginning = unstyled(quote.text).split(/[\p{Cc}\p{Cs}]/u)[0] ?? ''
  return (strong?.text ?? beginning.slice(0, 60)).trim()
}

/**
 * The bottom of the last place that contains these words, in pixels from the top of the window; 9999 where there is
 * none. What is set off among them stands in elements of its own.
 */
export function bottomOf(page: Page, words: string): Promise<number> {
  return page.evaluate<number>(`document.fonts.ready.then(() => {
    const walker = document.createTreeWalker(document.getElementById('card'), NodeFilter.SHOW_TEXT)
    const nodes = []
    while (walker.nextNode()) nodes.push(walker.currentNode)
    const start = ${JSON.stringify(words)}.split('\\n')[0]
    const from = nodes.map((each) => each.textContent).join('').lastIndexOf(start)
    if (from < 0) return 9999
    let left = from + start.length
    for (const node of nodes) {
      if (left <= node.textContent.length) {
        const range = document.createRange()
        range.setStart(node, 0)
        range.setEnd(node, left)
        return range.getBoundingClientRect().bottom
      }
      left -= node.textContent.length
    }
  })`)
}
