// What comes before a list item or a numbered heading: a bullet, or a number or letter as printed.

export interface Labelled {
  readonly number: string
  readonly text: string
  readonly ordered: boolean
}

const bullet = /^([•●○◦▪■□▫►▶➢➤➔→❖✓✔✗☐◆◇⁃∙·‣*]|[-–—](?= )|o(?= )|\uF0B7)\s*(?=\S|$)/
const counted =
  /^(\((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})\)|\d{1,2}(?:\.\d{1,2}){1,4}[.):]?|\d{1,3}[.):](?!\d)|[a-z][.)](?=\s)|[A-Z][.)](?=\s)|[ivxlc]{1,6}[.)](?=\s)|[IVXLC]{1,6}[.)](?=\s))\s*(?=\S|$)/
const named =
  /^((?:Appendix|Annex|Schedule|Section|Part) (?:\d{1,2}|[A-Z])[.:]?)(?= [–—-] |: | )\s*(?:[–—:-]\s*)?(?=\S)/i

/** Undefined where the line begins without a label. A year, a time and a sum of money are not labels. */
export function labelOf(text: string): Labelled | undefined {
  const found = bullet.exec(text)
  if (found?.[1] !== undefined) return { number: found[1], text: text.slice(found[0].length), ordered: false }
  const number = counted.exec(text)
  if (number?.[1] === undefined || isNoLabel(text, number[1])) return undefined
  return { number: number[1], text: text.slice(number[0].length), ordered: true }
}

/** `Appendix A: Form` is a label only for a heading. */
export function headingLabelOf(text: string): Labelled | undefined {
  const number = named.exec(text)
  if (number?.[1] !== undefined && !/^\S+ (?:a|i)$/.test(number[1]))
    return { number: number[1].replace(/:$/, ''), text: text.slice(number[0].length), ordered: true }
  const label = labelOf(text)
  if (label !== undefined) return label.ordered ? label : undefined
  // A number without a full stop counts only if it is small and followed by a capital.
  const bare = /^(\d{1,2}|[A-Z](?=\s{1,}[A-Z][a-z]))\s+(?=[A-Z][\w'’]*)/.exec(text)
  if (bare?.[1] === undefined || isNoLabel(text, bare[1]) || bare[1] === 'A' || bare[1] === 'I') return undefined
  return { number: bare[1], text: text.slice(bare[0].length), ordered: true }
}

const months = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i

function isNoLabel(text: string, number: string): boolean {
  const rest = text.slice(number.length).trimStart()
  if (months.test(rest) || /^(?:am|pm|a\.m|p\.m|%|°)/i.test(rest)) return true
  // 01.09.2025 and 3.30pm are a day and a time.
  return /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(text) || /^\d{1,2}\.\d{2}\s?(?:am|pm)/i.test(text)
}

/** The depth of a printed number: `2.1` is 2, `(a)` and `3.` are 1. */
export function depthOf(number: string): number {
  return number.match(/\d+/g)?.length ?? 1
}
