// Breaks a paragraph into lines where its letters need more than one font or run from right to left: where lines end,
// and in which order the parts of a line are shown (the Unicode Bidirectional Algorithm). Drawing is done elsewhere.
import { createRequire } from 'node:module'
import type { Bidi } from 'bidi-js'
import { clustersOf } from './letters.ts'
import { isTurned } from './shape.ts'

/** A stretch of text in one style, in the order in which it is read. */
export interface Styled {
  readonly text: string
  readonly bold: boolean
}

/** What is drawn in one piece, in one face. */
export interface Run {
  readonly text: string
  readonly face: string
}

export interface Line {
  /** As it is read. */
  readonly text: string
  /** In the order in which they are shown, from the left. */
  readonly runs: readonly Run[]
  /** Whether it starts at the right. */
  readonly rightToLeft: boolean
}

export interface Setting {
  readonly width: number
  readonly faceOf: (cluster: string, bold: boolean) => string
  readonly measure: (run: Run) => number
  /** Undefined lets the first letter with a direction decide. */
  readonly direction?: 'ltr' | undefined
}

interface Cluster {
  readonly text: string
  readonly face: string
  readonly level: number
}

// Its types describe an ES module, but it is a CommonJS module.
const bidi = (createRequire(import.meta.url)('bidi-js') as () => Bidi)()

/** One paragraph, without line ends in it. */
export function setLines(paragraph: readonly Styled[], setting: Setting): Line[] {
  const { clusters, base } = clustersIn(paragraph, setting)
  const pieces = piecesOf(clusters)
  const lines: Line[] = []
  let line: Cluster[] = []
  let taken = 0
  const widthOf = (some: readonly Cluster[]) => runsOf(some).reduce((width, run) => width + setting.measure(run), 0)
  const fits = (some: readonly Cluster[]) => taken + widthOf(withoutEnd(some)) <= setting.width
  const take = (some: readonly Cluster[]) => {
    line.push(...some)
    taken += widthOf(some)
  }
  const end = () => {
    if (line.length > 0) lines.push(lineOf(line, base))
    line = []
    taken = 0
  }
  for (const piece of pieces) {
    if (!fits(piece)) end()
    if (fits(piece)) {
      take(piece)
      continue
    }
    for (const cluster of piece) {
      // A word that is wider than a line is cut where necessary.
      if (!fits([cluster])) end()
      take([cluster])
    }
  }
  end()
  return lines
}

function clustersIn(paragraph: readonly Styled[], { faceOf, direction }: Setting) {
  const whole = paragraph.map(({ text }) => text).join('')
  const { levels, paragraphs } = bidi.getEmbeddingLevels(whole, direction)
  const clusters: Cluster[] = []
  let at = 0
  for (const { text, bold } of paragraph)
    for (const cluster of clustersOf(text)) {
      clusters.push({ text: cluster, face: faceOf(cluster, bold), level: levels[at] ?? 0 })
      at += cluster.length
    }
  return { clusters, base: paragraphs[0]?.level ?? 0 }
}

const words = new Intl.Segmenter('en-GB', { granularity: 'word' })

/** Where a line may end: after a space, and between words in scripts without spaces. */
function piecesOf(clusters: readonly Cluster[]): Cluster[][] {
  const text = clusters.map((cluster) => cluster.text).join('')
  const ends = new Set<number>()
  let before: { readonly isWord: boolean; readonly isSpace: boolean } | undefined
  for (const { segment, index, isWordLike = false } of words.segment(text)) {
    const isSpace = /^\s+$/u.test(segment)
    if (before?.isSpace === true || (before?.isWord === true && isWordLike)) ends.add(index)
    before = { isWord: isWordLike, isSpace }
  }
  const pieces: Cluster[][] = []
  let at = 0
  for (const cluster of clusters) {
    const last = pieces.at(-1)
    if (last === undefined || ends.has(at)) pieces.push([cluster])
    else last.push(cluster)
    at += cluster.text.length
  }
  return pieces
}

function withoutEnd(clusters: readonly Cluster[]): readonly Cluster[] {
  const last = clusters.findLastIndex(({ text }) => text.trim() !== '')
  return clusters.slice(0, last + 1)
}

function lineOf(clusters: readonly Cluster[], base: number): Line {
  // Spaces at the end of a line stay at its end, whatever surrounds them.
  const seen = withoutEnd(clusters)
  return {
    text: clusters.map(({ text }) => text).join(''),
    runs: inSight(runsOf(seen)),
    rightToLeft: base % 2 === 1,
  }
}

type Levelled = Run & { readonly level: number }

function runsOf(clusters: readonly Cluster[]): Levelled[] {
  const runs: Levelled[] = []
  for (const { text, face, level } of clusters) {
    const last = runs.at(-1)
    if (last?.face === face && last.level === level) runs[runs.length - 1] = { ...last, text: last.text + text }
    else runs.push({ text, face, level })
  }
  return runs
}

/** From the highest level down to the lowest odd one, each stretch of that level or higher is reversed (rule L2). */
function inSight(runs: readonly Levelled[]): Run[] {
  const seen = [...runs]
  const levels = runs.map(({ level }) => level)
  for (let level = Math.max(0, ...levels); level >= 1; level -= 1) {
    for (let from = 0; from < seen.length; from += 1) {
      let to = from
      while ((seen[to]?.level ?? -1) >= level) to += 1
      if (to > from + 1) seen.splice(from, to - from, ...seen.slice(from, to).toReversed())
      from = Math.max(from, to)
    }
  }
  return seen.map(({ text, face, level }) => ({ text: level % 2 === 1 ? mirrored(text) : text, face }))
}

/** Brackets are mirrored. Letters are reversed by whoever draws them, and lone characters need not be. */
function mirrored(text: string): string {
  const letters = Array.from(text, (letter) => bidi.getMirroredCharacter(letter) ?? letter)
  return (isTurned.test(text) ? letters : letters.toReversed()).join('')
}
