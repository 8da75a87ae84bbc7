// What is drawn on a page besides text: the ruled lines that make tables, and the pictures.

/** A thin straight line. In points from the page's upper left corner. */
export interface Rule {
  readonly way: 'across' | 'down'
  /** Its position: y for a horizontal line, x for a vertical one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

// pdf.js's own codes for drawing operators.
const op = { save: 10, restore: 11, transform: 12, path: 91, image: 85, inlineImage: 86, formBegin: 74, formEnd: 75 }
const step = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const
const painted = new Set([20, 21, 22, 23, 24, 25, 26, 27])

// Thicker than this it is a shaded area; shorter, a tick or a hand-drawn letter.
const thickest = 3
const shortest = 6
const mostRules = 20_000

/** A bullet that is drawn and not written: about as wide as high. */
export interface Dot {
  readonly x: number
  readonly right: number
  readonly y: number
}

const dotSize = { least: 1.5, most: 9 }

export function readDrawing({ fnArray, argsArray }: Operators, toPage: readonly number[]) {
  const drawing: Drawing = { rules: [], pictures: [], dots: [] }
  const kept: (readonly number[])[] = []
  let matrix: readonly number[] = toPage
  for (const [index, fn] of fnArray.entries()) {
    const args = argsArray[index]
    if (fn === op.save || fn === op.formBegin) kept.push(matrix)
    if (fn === op.restore || fn === op.formEnd) matrix = kept.pop() ?? matrix
    if (fn === op.transform) matrix = multiply(matrix, numbers(args))
    if (fn === op.formBegin) matrix = multiply(matrix, numbers(partOf(args, 0)))
    note(drawing, { fn, args, matrix })
  }
  return drawing
}

interface Drawing {
  readonly rules: Rule[]
  readonly pictures: string[]
  readonly dots: Dot[]
}

function note(
  { rules, pictures, dots }: Drawing,
  { fn, args, matrix }: { fn: number; args: unknown; matrix: readonly number[] },
) {
  if (fn === op.image) pictures.push(String(partOf(args, 0)))
  if (fn === op.inlineImage) pictures.push('inline')
  if (fn !== op.path || rules.length + dots.length > mostRules || !painted.has(Number(partOf(args, 0)))) return
  const found = rulesOf(args, matrix)
  rules.push(...found)
  if (found.length === 0) dots.push(...dotOf(args, matrix))
}

/** One of the arguments of an operator, which may have any type. */
function partOf(args: unknown, at: number): unknown {
  const all: readonly unknown[] = Array.isArray(args) ? args : []
  return all[at]
}

function numbers(thing: unknown): readonly number[] {
  if (thing instanceof Float32Array) return [...thing]
  if (Array.isArray(thing)) return thing.filter((each) => typeof each === 'number')
  return typeof thing === 'object' && thing !== null ? numbers(Object.values(thing)) : []
}

function dotOf(args: unknown, matrix: readonly number[]): Dot[] {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers(partOf(args, 2))
  const [, , , , left, top] = multiply(matrix, [1, 0, 0, 1, x0, y0])
  const [, , , , right, bottom] = multiply(matrix, [1, 0, 0, 1, x1, y1])
  const [wide, high] = [Math.abs(right - left), Math.abs(bottom - top)]
  const isSmall = wide >= dotSize.least && wide <= dotSize.most && Math.abs(wide - high) < 0.35 * wide
  return isSmall ? [{ x: Math.min(left, right), right: Math.max(left, right), y: (top + bottom) / 2 }] : []
}

/** Each straight part of a painted path; a thin filled box is one rule. */
function rulesOf(args: unknown, matrix: readonly number[]): Rule[] {
  const isStroked = [20, 21, 24, 25, 26, 27].includes(Number(partOf(args, 0)))
  return straightPaths(numbers(partOf(partOf(args, 1), 0))).flatMap((points) => {
    const placed = points.map(([x, y]) => {
      const [, , , , left, top] = multiply(matrix, [1, 0, 0, 1, x, y])
      return { x: left, y: top }
    })
    return isStroked ? edges(placed) : thinBox(placed)
  })
}

type Point = readonly [number, number]

function straightPaths(path: readonly number[]): Point[][] {
  const paths: Point[][] = []
  const pointAt = (at: number): Point => [path[at] ?? 0, path[at + 1] ?? 0]
  let at = 0
  while (at < path.length) {
    const kind = path[at]
    const now = paths.at(-1)
    if (kind === step.move) paths.push([pointAt(at + 1)])
    if (kind === step.line) now?.push(pointAt(at + 1))
    if (kind === step.close && now?.[0] !== undefined) now.push(now[0])
    // After a curve a new part begins.
    if (kind === step.curve || kind === step.quadratic) paths.push([pointAt(at + lengths[kind] - 2)])
    at += lengthOf(kind)
  }
  return paths
}

const lengths = { [step.curve]: 7, [step.quadratic]: 5 }

function lengthOf(kind: number | undefined): number {
  if (kind === step.close) return 1
  return kind === step.curve || kind === step.quadratic ? lengths[kind] : 3
}

interface Placed {
  readonly x: number
  readonly y: number
}

function edges(points: readonly Placed[]): Rule[] {
  const box = thinBox(points)
  if (box.length > 0) return box
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]
    return from === undefined ? [] : ruleBetween(from, to)
  })
}

function thinBox(points: readonly Placed[]): Rule[] {
  if (points.length < 2) return []
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return ruleBetween({ x: Math.min(...xs), y: Math.min(...ys) }, { x: Math.max(...xs), y: Math.max(...ys) })
}

function ruleBetween(one: Placed, other: Placed): Rule[] {
  const wide = Math.abs(one.x - other.x)
  const high = Math.abs(one.y - other.y)
  if (high <= thickest && wide >= shortest)
    return [{ way: 'across', at: (one.y + other.y) / 2, from: Math.min(one.x, other.x), to: Math.max(one.x, other.x) }]
  if (wide <= thickest && high >= shortest)
    return [{ way: 'down', at: (one.x + other.x) / 2, from: Math.min(one.y, other.y), to: Math.max(one.y, other.y) }]
  return []
}

/** PDF's matrices: six numbers, the second one applied first. */
export function multiply(one: readonly number[], other: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = toMatrix(one)
  const [g, h, i, j, k, l] = toMatrix(other)
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

type Matrix = [number, number, number, number, number, number]

function toMatrix([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f]
}
