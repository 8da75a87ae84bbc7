// One paragraph's text while it is being read, with the look of its letters.
import { plain } from './plain.ts'

export interface Ink {
  readonly bold: boolean
  /** In points, where the file tells. */
  readonly points: number | undefined
  readonly capitals: boolean
  readonly underlined: boolean
}

export interface Drawn {
  readonly bold: boolean
  readonly capitals: boolean
  readonly underlined: boolean
  readonly points: number | undefined
  readonly letters: number
}

export interface Line {
  add(text: string, ink: Ink): void
  text(): string
  drawn(): Drawn
}

export function createLine(): Line {
  const parts: string[] = []
  const points = new Map<number, number>()
  let letters = 0
  let bold = 0
  let capitals = 0
  let underlined = 0
  return {
    add(text, ink) {
      parts.push(text)
      const count = lettersIn(text)
      if (count === 0) return
      letters += count
      if (ink.bold) bold += count
      if (ink.underlined) underlined += count
      if (ink.capitals || isCapitals(text)) capitals += count
      if (ink.points !== undefined) points.set(ink.points, (points.get(ink.points) ?? 0) + count)
    },
    text: () => plain(parts.join('')),
    drawn: () => ({
      bold: letters > 0 && bold === letters,
      underlined: letters > 0 && underlined === letters,
      capitals: letters > 1 && capitals === letters,
      points: mostOf(points),
      letters,
    }),
  }
}

/** The value with the highest count. */
export function mostOf(counted: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined
  for (const [value, count] of counted) if (best === undefined || count > (counted.get(best) ?? 0)) best = value
  return best
}

/** Letters and digits only; other characters say nothing about how the line looks. */
function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase()
}
