// Which font has a letter: one for Europe's scripts and Hebrew, and one for each other script in which names are
// written. The latter come in slices, and a slice is only opened when a text has one of its letters.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { defined } from './defined.ts'
import { memoLast } from './memo.ts'
import { shaperOf, type Shaper } from './shape.ts'

/** The faces of one document. */
export interface Faces {
  /** The name of the face for one letter with its marks, in one of the texts; undefined where no face has it. */
  faceOf(cluster: string, among: { readonly text: string; readonly bold: boolean }): string | undefined
  /** Other faces by name. A file's path is its name. */
  readonly cut: ReadonlyMap<string, Cut>
}

export interface Cut {
  readonly bytes: Uint8Array
  readonly shape: Shaper
}

// Embedded, so that a file looks and reads the same everywhere.
const usual = { plain: fontFile('DejaVuSans.ttf'), bold: fontFile('DejaVuSans-Bold.ttf') }

/** The face for text that consists of `isUsual` letters only. */
export function usualFace(bold: boolean): string {
  return bold ? usual.bold : usual.plain
}

export function fontFile(file: string): string {
  return createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`)
}

// Latin with all its accents, Greek, Cyrillic, Armenian, Georgian, punctuation and the signs of currencies.
const usualLetters =
  /^[\n\x20-\x7e\u00a0-\u02af\u02b0-\u02e9\u0300-\u034f\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0525\u0531-\u0556\u0559-\u055f\u0561-\u0587\u0589\u10a0-\u10c5\u10d0-\u10fc\u1e00-\u1efb\u1f00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u2010-\u2027\u2030-\u205e\u20a0-\u20b5\u25a1]+$/u

/** Whether the usual faces have everything, from left to right. */
export function isUsual(text: string): boolean {
  return usualLetters.test(text)
}

// The usual faces have Hebrew, and the letters for Arabic and Persian in forms that can be copied well. Urdu needs
// another font.
const hebrew = /^[\u05b0-\u05c3\u05c7\u05d0-\u05ea\u05f0-\u05f4\u200d]+$/u
const arabic =
  /^[\u0606-\u0607\u0609-\u060a\u060c\u0615\u061b\u061f\u0621-\u063a\u0640-\u0655\u0657\u065a\u0660-\u0670\u0674\u0679-\u06bf\u06c6-\u06c8\u06cb-\u06cc\u06ce\u06d0\u06d5\u06f0-\u06f9\u200c\u200d]+$/u
const isArabic = /\p{scx=Arabic}/u

// One font of Han characters serves Chinese and Japanese: their forms differ slightly, and both can be read.
const fonts: readonly (readonly [RegExp, string])[] = [
  [isArabic, 'noto-sans-arabic'],
  [/\p{scx=Hangul}/u, 'noto-sans-kr'],
  [/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\uff00-\uffef]/u, 'noto-sans-sc'],
  [/\p{scx=Devanagari}/u, 'noto-sans-devanagari'],
  [/\p{scx=Bengali}/u, 'noto-sans-bengali'],
  [/\p{scx=Gurmukhi}/u, 'noto-sans-gurmukhi'],
  [/\p{scx=Gujarati}/u, 'noto-sans-gujarati'],
  [/\p{scx=Tamil}/u, 'noto-sans-tamil'],
  [/\p{scx=Telugu}/u, 'noto-sans-telugu'],
  [/\p{scx=Kannada}/u, 'noto-sans-kannada'],
  [/\p{scx=Malayalam}/u, 'noto-sans-malayalam'],
  [/\p{scx=Sinhala}/u, 'noto-sans-sinhala'],
  [/\p{scx=Ethiopic}/u, 'noto-sans-ethiopic'],
  [/\p{scx=Thai}/u, 'noto-sans-thai'],
  [/\p{scx=Khmer}/u, 'noto-sans-khmer'],
]

/** Opens what the texts need, reduced to their letters. */
export async function facesFor(texts: readonly string[]): Promise<Faces> {
  const letters = new Map<Source, Set<string>>()
  for (const text of texts) {
    for (const cluster of clustersOf(text)) {
      const source = isUsual(cluster) ? undefined : sourceOf(cluster, text)
      if (source !== undefined) letters.set(source, (letters.get(source) ?? new Set()).add(cluster))
    }
  }
  const cut = new Map<string, Cut>()
  for (const [source, clusters] of letters)
    for (const bold of [false, true]) cut.set(nameOf(source, bold), await cutFont(source, { clusters, bold }))
  return {
    cut,
    faceOf(cluster, { text, bold }) {
      if (isUsual(cluster)) return usualFace(bold)
      const source = sourceOf(cluster, text)
      return source === undefined ? undefined : nameOf(source, bold)
    },
  }
}

/** Where a font's glyphs are read; a font with variable weight is one file. */
interface Source {
  readonly plain: string
  readonly bold: string
  readonly weights: boolean
}

const usualSource: Source = { ...usual, weights: false }

function nameOf(source: Source, bold: boolean): string {
  return `${bold ? source.bold : source.plain}, ${bold ? 'bold' : 'plain'}`
}

/** Letters that join must come from one font, whichever of them the usual one lacks. */
function sourceOf(cluster: string, text: string): Source | undefined {
  if (hebrew.test(cluster)) return usualSource
  if (arabic.test(cluster) && isPlainArabic(text)) return usualSource
  const codes = Array.from(cluster, (letter) => letter.codePointAt(0) ?? 0).filter((code) => !isUnseen(code))
  // Some characters belong to several scripts, and not every font of these has them. A whole cluster must come from one
  // file, because marks are placed by the font of their base letter.
  const slices = fonts.flatMap(([letters, font]) => (letters.test(cluster) ? slicesOf(font) : []))
  const has = ({ ranges }: Slice) => codes.every((code) => ranges.some(([from, to]) => code >= from && code <= to))
  return slices.find(has)?.source
}

// Called for each letter of a text in turn.
const isPlainArabic = memoLast((text: string) =>
  clustersOf(text).every((each) => !isArabic.test(each) || arabic.test(each)),
)

/** Joiners and variation selectors control letters and are not letters themselves. */
function isUnseen(code: number): boolean {
  return code === 0x200c || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)
}

interface Slice {
  readonly source: Source
  /** Code points, from and to. */
  readonly ranges: readonly (readonly [number, number])[]
}

/** As the font's package lists its slices. */
const Listed = z.record(z.string(), z.string())

/** Read once; there are few. */
const read = new Map<string, readonly Slice[]>()

function slicesOf(font: string): readonly Slice[] {
  const known = read.get(font)
  if (known !== undefined) return known
  const folder = dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${font}/package.json`))
  const listed = Listed.parse(JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')))
  const slices = Object.entries(listed).map(([slice, ranges]) => {
    const file = join(folder, 'files', `${font}-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`)
    return { source: { plain: file, bold: file, weights: true }, ranges: rangesIn(ranges) }
  })
  read.set(font, slices)
  return slices
}

function rangesIn(text: string): readonly (readonly [number, number])[] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-')
    return [parseInt(from, 16), parseInt(to, 16)]
  })
}

interface Wanted {
  readonly clusters: ReadonlySet<string>
  readonly bold: boolean
}

async function cutFont(source: Source, { clusters, bold }: Wanted): Promise<Cut> {
  const { default: subsetFont } = await import('subset-font')
  const file = readFileSync(bold ? source.bold : source.plain)
  const variationAxes = source.weights ? { wght: bold ? 700 : 400 } : undefined
  const options = { targetFormat: 'truetype', ...defined({ variationAxes }) } as const
  const bytes = new Uint8Array(await subsetFont(file, [...clusters].join(''), options))
  return { bytes, shape: await shaperOf(bytes) }
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/** Letters with their marks, each as a reader sees one. */
export function clustersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
