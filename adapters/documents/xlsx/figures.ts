// Excel's digit patterns: `"EMP-"0000` and 42 → `EMP-0042`; leading zeros stay.

interface Sign {
  readonly text: string
  /** Where a digit, a point or a comma may be; everything else is printed as it is. */
  readonly isPlace: boolean
}

/** Undefined where the pattern is not one of plain digits. */
export function figures(value: number, section: string): string | undefined {
  // Exponents are for science; here such numbers should be whole.
  if (/[eE][+-]/.test(section) || Math.abs(value) >= 1e15) return undefined
  const signs = signsOf(section)
  const places = signs.map(({ text, isPlace }, index) => (isPlace && text !== ',' ? index : -1)).filter((at) => at >= 0)
  const [first = 0] = places
  const last = places.at(-1) ?? 0
  const middle = signs.slice(first, last + 1)
  const isPercent = signs.some(({ text, isPlace }) => !isPlace && text === '%')
  const amount = Math.abs(isPercent ? value * 100 : value)
  const printed = middle.every(({ isPlace }) => isPlace)
    ? usual(amount, middle.map(({ text }) => text).join(''))
    : spread(amount, middle)
  const minus = value < 0 && !/[(-]/.test(section) ? '-' : ''
  return `${minus}${literals(signs.slice(0, first))}${printed}${literals(signs.slice(last + 1))}`.trim()
}

function signsOf(section: string): Sign[] {
  const parts = section.replace(/\[[^\]]*\]/g, currency).match(/"[^"]*"|\\.|_.|\*.|./g) ?? []
  return parts.flatMap((part) => {
    if (part.startsWith('"')) return [{ text: part.replaceAll('"', ''), isPlace: false }]
    if (part.length === 2 && part.startsWith('\\')) return [{ text: part.charAt(1), isPlace: false }]
    // Space for a character, and a character that fills the cell.
    if (part.length === 2 && /^[_*]/.test(part)) return []
    return [{ text: part, isPlace: /^[0#?.,]$/.test(part) }]
  })
}

/** `[$£-809]` is a pound sign; other brackets are colours and conditions. */
function currency(bracket: string): string {
  const sign = /^\[\$([^-\]]*)/.exec(bracket)?.[1] ?? ''
  return sign === '' ? '' : `"${sign}"`
}

function literals(signs: readonly Sign[]): string {
  return signs.map(({ text, isPlace }) => (isPlace ? '' : text)).join('')
}

/** `#,##0.00`: zeros are the least number of digits printed. */
function usual(amount: number, pattern: string): string {
  const [before = '', after = ''] = pattern.split('.')
  const most = Math.min(after.replaceAll(',', '').length, 15)
  const least = after.replace(/[^0]/g, '').length
  const [whole = '0', rest = ''] = amount.toFixed(most).split('.')
  const kept = rest.slice(0, Math.max(least, rest.replace(/0+$/, '').length))
  const noughts = before.replace(/[^0]/g, '').length
  const filled = whole === '0' && noughts === 0 && kept !== '' ? '' : whole.padStart(noughts, '0')
  const grouped = before.includes(',') ? filled.replace(/\B(?=(\d{3})+$)/g, ',') : filled
  return kept === '' ? grouped : `${grouped}.${kept}`
}

/** `00000 000000`: digits fill the places from the right, and what is too long goes into the first. */
function spread(amount: number, signs: readonly Sign[]): string {
  const first = signs.findIndex(({ text, isPlace }) => isPlace && /[0#?]/.test(text))
  let rest = amount.toFixed(0)
  let printed = ''
  for (let at = signs.length - 1; at >= 0; at--) {
    const { text, isPlace } = signs[at] ?? { text: '', isPlace: false }
    if (!isPlace) printed = text + printed
    else if (at === first) printed = (rest === '' && text === '0' ? '0' : rest) + printed
    else if (/[0#?]/.test(text)) {
      printed = (rest.at(-1) ?? (text === '0' ? '0' : '')) + printed
      rest = rest.slice(0, -1)
    }
  }
  return printed
}
