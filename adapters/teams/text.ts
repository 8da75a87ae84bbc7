// Plain words on their way into Teams, where most places read a little Markdown: nobody's words may become a link.
import { briefly, clean } from '../../src/kit/clean.ts'

/** An invisible character that keeps two characters together without belonging to either. */
const joiner = '\u2060'

/**
 * For text runs. They should have no markup, but some clients detect links in them all the same. Mentions need an entry
 * of their own in the card, which nothing here creates.
 */
export function tame(text: string): string {
  return clean(text)
    .replace(/\](?=[([:])/g, `]${joiner}`)
    .replace(/<(?=[a-z][a-z.+-]*:|www\.)/gi, `<${joiner}`)
}

/**
 * For the few places that are Markdown: one line that shows exactly these words. At most `most` units before escaping.
 */
export function markdown(text: string, most: number): string {
  return tame(briefly(text, most).replace(/\s+/g, ' '))
    .replace(/[\\*_`[\]~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([-+#>])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
}

/** For notifications and screen readers, some of which read tags: at most `most` units, never empty. */
export function spoken(text: string, most: number, otherwise: string): string {
  const said = briefly(text, most).replace(/\s+/g, ' ').replaceAll('<', '‹').replaceAll('>', '›').trim()
  return said === '' ? otherwise : said
}

/** For labels, which have no markup. Never empty. */
export function label(text: string, most: number): string {
  const said = briefly(text, most).replace(/\s+/g, ' ').trim()
  return said === '' ? '–' : said
}
