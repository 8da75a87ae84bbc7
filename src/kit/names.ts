// Compares and sorts people's names as people expect. Any Latin letter may be typed plainly, as the letter that it
// looks like, and an umlaut may be written either way.

/** Letters that are not a base letter with an accent, so Unicode normalisation leaves them alone. */
const plain: Readonly<Record<string, string>> = {
  ł: 'l', ŀ: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ſ: 's', ĸ: 'k', ə: 'e',
} // prettier-ignore

/** A letter without an entry here stays as it is written. */
const spelt: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ñ: 'n',
}

/** The words of a name, each in every way that it may be typed. */
export function nameWords(name: string): readonly (readonly string[])[] {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/['‘’ʼ`´]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.map((word) => {
    const [one, other] = [bare(word), bare(Array.from(word, (letter) => spelt[letter] ?? letter).join(''))]
    return one === other ? [one] : [one, other]
  })
}

function bare(word: string): string {
  const letters = Array.from(word, (letter) => plain[letter] ?? letter).join('')
  return Array.from(letters.normalize('NFKD').replace(/\p{M}+/gu, ''), (letter) => plain[letter] ?? letter).join('')
}

/** One word in common is enough: people marry, shorten their names, and leave out the middle ones. */
export function isLikeName(typed: string, known: string): boolean {
  const words = nameWords(known)
  return words.length === 0 || nameWords(typed).some((word) => words.some((each) => isSame(each, word)))
}

/** True when everything that was typed is part of the name. */
export function isPartOf(typed: string, known: string): boolean {
  const words = nameWords(known)
  return nameWords(typed).every((word) => words.some((each) => isSame(each, word)))
}

/** Looked for in a list: each word that is typed begins one of the name's. */
export function beginsIn(typed: string, known: string): boolean {
  const words = nameWords(known).flat()
  const wanted = nameWords(typed)
  return wanted.length > 0 && wanted.every((ways) => ways.some((way) => words.some((word) => word.startsWith(way))))
}

/**
 * Whether what was typed is the whole name of one of the others, and more than the person's own name. Somebody who
 * shares a name with another person may type it.
 */
export function namesAnother(typed: string, own: string, names: readonly string[]): boolean {
  if (isPartOf(typed, own)) return false
  return names.some((name) => nameWords(name).length > 0 && isPartOf(name, typed) && !isPartOf(name, own))
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.some((word) => other.includes(word))
}

/** Sort keys that work in any database: names sort by how they look first, then by how they are written. */
export function sortText(name: string): string {
  const lower = name.normalize('NFKC').toLowerCase()
  const looks = bare(lower)
  return looks === lower ? lower : `${looks} ${lower}`
}
