// Chooses and places the glyphs of a script whose letters join, stack or change places (Arabic, Devanagari, Khmer). The
// PDF library's own shaper lacks the rules of some scripts, so HarfBuzz does it, and the library draws the result.
import type * as HarfBuzz from 'harfbuzzjs'

export interface Glyph {
  readonly id: number
  /** In the font's units, where nothing is moved. */
  readonly advanceWidth: number
  /** The letters that it stands for; none for a glyph that only helps another. */
  readonly codePoints: readonly number[]
}

/** In thousandths of the size. */
interface Position {
  readonly xAdvance: number
  readonly yAdvance: number
  readonly xOffset: number
  readonly yOffset: number
  readonly advanceWidth: number
}

/** From the left, as the PDF library expects from its own shaper. */
export interface Shaped {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly Position[]
  readonly advanceWidth: number
}

export type Shaper = (text: string) => Shaped

/** Loaded when the first face is made: it is two megabytes. */
export async function shaperOf(bytes: Uint8Array): Promise<Shaper> {
  const harfbuzz = await import('harfbuzzjs')
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes))
  const font = new harfbuzz.Font(face)
  const scale = 1000 / face.upem
  return (text) => shape(harfbuzz, { font, scale }, text)
}

interface Scaled {
  readonly font: HarfBuzz.Font
  readonly scale: number
}

/** Letters that run from right to left. */
export const isTurned = /[\p{scx=Hebrew}\p{scx=Arabic}]/u

function shape(harfbuzz: typeof HarfBuzz, { font, scale }: Scaled, text: string): Shaped {
  const buffer = new harfbuzz.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  harfbuzz.shape(font, buffer)
  const infos = buffer.getGlyphInfos()
  const standing = standFor(infos, font, text)
  const glyphs = infos.map(({ codepoint: id }, at) => ({
    id,
    advanceWidth: font.glyphHAdvance(id),
    codePoints: standing[at] ?? nothing,
  }))
  const positions = buffer.getGlyphPositions().map(({ xAdvance, yAdvance, xOffset, yOffset }, at) => ({
    xAdvance: xAdvance * scale,
    yAdvance: yAdvance * scale,
    xOffset: xOffset * scale,
    yOffset: yOffset * scale,
    advanceWidth: (glyphs[at]?.advanceWidth ?? 0) * scale,
  }))
  return { glyphs, positions, advanceWidth: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) }
}

/** Readers invent a letter for a glyph that stands for nothing; this character is invisible and does no harm. */
const nothing: readonly number[] = [0x200d]

/**
 * The letters of each glyph. A glyph that the font has for a letter stands for that letter. The other letters of its
 * cluster belong to its first other glyph, for example the two letters of a ligature.
 */
function standFor(infos: readonly HarfBuzz.GlyphInfo[], font: HarfBuzz.Font, text: string): (readonly number[])[] {
  const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((a, b) => a - b)
  const standing: number[][] = infos.map(() => [])
  for (const [index, start] of starts.entries()) {
    const left = Array.from(text.slice(start, starts[index + 1]), (letter) => letter.codePointAt(0) ?? 0)
    const own = infos.flatMap(({ cluster }, at) => (cluster === start ? [at] : []))
    const others: number[] = []
    for (const at of own) {
      const found = left.findIndex((code) => font.nominalGlyph(code) === infos[at]?.codepoint)
      if (found === -1) others.push(at)
      else standing[at] = left.splice(found, 1)
    }
    const first = others[0] ?? own[0]
    if (first !== undefined) standing[first] = [...(standing[first] ?? []), ...left]
  }
  // Readers reverse text that runs from right to left letter by letter, including a ligature's letters.
  const turned = isTurned.test(text) ? standing.map((codes) => codes.toReversed()) : standing
  return turned.map((codes) => (codes.length === 0 ? nothing : codes))
}
