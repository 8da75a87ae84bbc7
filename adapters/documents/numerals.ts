// Numbers as lists print them: 4 → iv, D, 4th, four.

export type Numeral =
  | 'decimal'
  | 'roman'
  | 'ROMAN'
  /** a … z, aa, bb: how Word continues. */
  | 'letters'
  | 'LETTERS'
  /** a … z, aa, ab: how LibreOffice continues by default. */
  | 'columns'
  | 'COLUMNS'
  | 'ordinal'
  | 'Ordinal'
  | 'Cardinal'
  | 'marks'
  | 'dashes'
  | 'brackets'
  /** Prints nothing. */
  | 'none'
  | { readonly padTo: number }

/** No sensible list is longer, and a hostile file may ask for Roman 2,000,000,000. */
const most = 100_000

export function numeral(count: number, kind: Numeral): string {
  if (typeof kind === 'object') return String(count).padStart(Math.min(kind.padTo, 12), '0')
  if (kind === 'none') return ''
  if (count < 1 || count > most) return String(count)
  return print(count, kind)
}

function print(count: number, kind: Exclude<Numeral, 'none' | object>): string {
  switch (kind) {
    case 'decimal':
      return String(count)
    case 'roman':
      return roman(count)
    case 'ROMAN':
      return roman(count).toUpperCase()
    case 'letters':
      return repeated(count)
    case 'LETTERS':
      return repeated(count).toUpperCase()
    case 'columns':
      return column(count)
    case 'COLUMNS':
      return column(count).toUpperCase()
    case 'ordinal':
      return `${count}${ending(count)}`
    case 'Ordinal':
      return capital(ordinalWord(count))
    case 'Cardinal':
      return capital(word(count))
    case 'marks':
      return (['*', '†', '‡', '§'][(count - 1) % 4] ?? '').repeat(Math.min(1 + Math.floor((count - 1) / 4), 20))
    case 'dashes':
      return `- ${count} -`
    case 'brackets':
      return `(${count})`
  }
}

const steps = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(count: number): string {
  let rest = count
  let printed = ''
  for (const [size, letters] of steps) for (; rest >= size; rest -= size) printed += letters
  return printed
}

function letter(index: number): string {
  return String.fromCharCode(97 + index)
}

function repeated(count: number): string {
  return letter((count - 1) % 26).repeat(Math.min(1 + Math.floor((count - 1) / 26), 30))
}

function column(count: number): string {
  const before = Math.floor((count - 1) / 26)
  return (before > 0 ? column(before) : '') + letter((count - 1) % 26)
}

function ending(count: number): string {
  if (count % 100 >= 11 && count % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const odd: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

function word(count: number): string {
  if (count < 20) return small[count] ?? String(count)
  if (count > 99) return String(count)
  const ones = count % 10 === 0 ? '' : `-${small[count % 10] ?? ''}`
  return `${tens[Math.floor(count / 10)] ?? ''}${ones}`
}

function ordinalWord(count: number): string {
  if (count > 99) return `${count}${ending(count)}`
  const said = word(count)
  const last = /[a-z]+$/.exec(said)?.[0] ?? ''
  const ordinal = odd[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return said.slice(0, said.length - last.length) + ordinal
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
