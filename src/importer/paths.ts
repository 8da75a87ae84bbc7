// Numbers of several levels (8.1, 6.a, A1.2): headings and numbered paragraphs, where they continue what is above them.
import { looksLikeProse, looksLikeTitle } from './looks.ts'
import { readPath, type NumberedText } from './numbers.ts'
import { repeats } from './repeated.ts'
import type { SourceBlock, Doubt, Heading } from './types.ts'

export interface FoundPaths {
  readonly headings: readonly Heading[]
  readonly doubts: readonly Doubt[]
}

/** `headings` are those known already, in order. */
export function findPaths(document: NumberedText, headings: readonly Heading[]): FoundPaths {
  const { blocks, airy } = document
  const known = new Map(headings.map((heading) => [heading.at, heading]))
  const found: Heading[] = []
  const doubts: Doubt[] = []
  let place = openPlace(undefined)
  for (const [at, block] of blocks.entries()) {
    const heading = known.get(at)
    if (heading !== undefined) {
      place = moveTo(heading, place, at)
      continue
    }
    const read =
      block.plain || block.level !== undefined || block.text.length > mostText ? undefined : readPath(block.text)
    if (read?.number.kind !== 'path') continue
    const { path } = read.number
    switch (fits(path, read.rest, place)) {
      case 'yes': {
        found.push(headingOf(document, at, { path, rest: read.rest, place }))
        place.last = path
        place.seen.set(path.join('.'), at)
        break
      }
      case 'again':
        if (!(block.gap || !airy)) break
        found.push(headingOf(document, at, { path, rest: read.rest, place }))
        doubts.push({
          at,
          what: repeats(path.join('.'), blocks[place.seen.get(path.join('.')) ?? 0], block),
          isKept: true,
        })
        break
      case 'unlikely':
        if (looksLikeTitle(read.rest) || looksLikeProse(read.rest)) {
          doubts.push({
            at,
            what: `"${opening(block.text)}" begins with a number that does not fit here; it stays text.`,
          })
        }
        break
      case 'no':
        break
    }
  }
  return { headings: found, doubts }
}

function headingOf(
  { blocks }: NumberedText,
  at: number,
  { path, rest, place }: { path: readonly string[]; rest: string; place: Place },
): Heading {
  const isText = !(looksLikeTitle(rest) && !rest.endsWith(':') && hasText(blocks, at))
  const title = isText ? undefined : rest
  return { at, depth: place.depth + path.length - 1, number: { kind: 'path', path }, title, isText }
}

export function inOrder(headings: readonly Heading[]): Heading[] {
  return headings.toSorted((a, b) => a.at - b.at)
}

const mostText = 20_000
const mostSkipped = 3

interface Place {
  /**
   * The number of the section that contains this place, where sections have one; undefined where numbers of several
   * levels stand alone.
   */
  readonly top: string | undefined
  readonly depth: number
  readonly appendix: string | undefined
  last: readonly string[]
  readonly seen: Map<string, number>
}

function openPlace(appendix: string | undefined): Place {
  return { top: undefined, depth: appendix === undefined ? 1 : 2, appendix, last: [], seen: new Map() }
}

function moveTo({ number, depth }: Heading, place: Place, at: number): Place {
  switch (number?.kind) {
    case 'appendix':
      return openPlace(number.name)
    case 'division':
      // "Section 3" is 3; below "Part B" the numbers are independent.
      return /\d/.test(number.name)
        ? { ...place, top: number.name, depth, last: [number.name] }
        : { ...place, depth: depth + 1 }
    case 'number':
      place.seen.set(String(number.value), at)
      return { ...place, top: String(number.value), depth, last: [String(number.value)] }
    case 'path':
      place.seen.set(number.path.join('.'), at)
      return { ...place, last: number.path }
    case 'letter':
      return /[A-Z]/.test(number.letter) ? { ...openPlace(number.letter), top: number.letter, depth } : place
    default:
      return place
  }
}

/** Whether a number can be the next one here. */
function fits(path: readonly string[], rest: string, place: Place): 'yes' | 'again' | 'unlikely' | 'no' {
  if (place.seen.has(path.join('.'))) return /^[\p{Lu}“"‘]/u.test(rest) ? 'again' : 'no'
  const [first = ''] = path
  if (/[A-Z]/.test(first) && first !== place.appendix && `${first}${path[1] ?? ''}` !== `A${place.appendix ?? ''}`)
    return 'no'
  const order = compare(path, place.last)
  const isNext = order > 0 && skipped(path, place.last) === 0
  if (!/^[\p{Lu}\p{N}“"‘(£]/u.test(rest) && !isNext) return 'no'
  const isHere = place.top === undefined || place.top === first || /[A-Z]/.test(first)
  return isHere && order > 0 && skipped(path, place.last) <= mostSkipped ? 'yes' : 'unlikely'
}

/** Positive where `a` comes after `b`. */
function compare(a: readonly string[], b: readonly string[]): number {
  for (let step = 0; step < Math.max(a.length, b.length); step++) {
    const order = worth(a[step]) - worth(b[step])
    if (order !== 0) return order
  }
  return 0
}

/** How many numbers are skipped between the two. */
function skipped(after: readonly string[], before: readonly string[]): number {
  const step = after.findIndex((each, at) => each !== before[at])
  return step === -1 ? 0 : Math.max(0, worth(after[step]) - worth(before[step]) - 1)
}

function worth(step: string | undefined): number {
  if (step === undefined) return 0
  return /\d/.test(step) ? Number(step) : step.toLowerCase().charCodeAt(0) - 96
}

/** Whether there is anything below a title before the next number: without it, the title is all the text there is. */
function hasText(blocks: readonly SourceBlock[], at: number): boolean {
  const next = blocks[at + 1]
  if (next === undefined) return false
  const path = next.level === undefined ? readPath(next.text)?.number : undefined
  const own = readPath(blocks[at]?.text ?? '')?.number
  if (path?.kind !== 'path' || own?.kind !== 'path') return next.level === undefined
  return own.path.every((step, index) => path.path[index] === step)
}

function opening(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).replace(/\s\S*$/, '')} …` : text
}
