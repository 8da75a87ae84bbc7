// Tables drawn with ruled lines: which of a page's lines are in which row and cell.
import { compact } from '../../../src/kit/defined.ts'
import type { Rule } from './drawing.ts'
import type { Line } from './lines.ts'

export interface RuledTable {
  readonly top: number
  /** Lines of text by row and cell. */
  readonly rows: readonly (readonly (readonly Line[])[])[]
  readonly columns: readonly { readonly left: number; readonly right: number }[]
}

const touch = 4

/** Grids of two columns or more; a single box is not a table. */
export function findTables(rules: readonly Rule[], lines: readonly Line[]): RuledTable[] {
  return clusters(rules)
    .map((cluster) => tableOf(cluster, lines))
    .filter((table) => table !== undefined)
    .sort((a, b) => a.top - b.top)
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

function boxOf({ way, at, from, to }: Rule): Box {
  return way === 'across'
    ? { left: from, right: to, top: at, bottom: at }
    : { left: at, right: at, top: from, bottom: to }
}

/** Groups of rules that touch, found by merging their outlines from top to bottom. */
function clusters(rules: readonly Rule[]): Rule[][] {
  const found: { box: Box; rules: Rule[] }[] = []
  for (const rule of [...rules].sort((a, b) => boxOf(a).top - boxOf(b).top)) {
    const box = boxOf(rule)
    const touching = found.filter((each) => isTouching(each.box, box))
    const merged = { box, rules: [rule] }
    for (const each of touching) {
      merged.box = around(merged.box, each.box)
      merged.rules.push(...each.rules)
      found.splice(found.indexOf(each), 1)
    }
    found.push(merged)
  }
  return found.map((each) => each.rules)
}

function isTouching(one: Box, other: Box): boolean {
  return (
    one.left <= other.right + touch &&
    other.left <= one.right + touch &&
    one.top <= other.bottom + touch &&
    other.top <= one.bottom + touch
  )
}

function around(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
  }
}

function tableOf(rules: readonly Rule[], lines: readonly Line[]): RuledTable | undefined {
  const xs = places(rules, 'down')
  const ends = rules.map(boxOf)
  const ys = withOuter(places(rules, 'across'), {
    least: Math.min(...ends.map(({ top }) => top)),
    most: Math.max(...ends.map(({ bottom }) => bottom)),
  })
  const [top, bottom] = [ys[0], ys.at(-1)]
  if (top === undefined || bottom === undefined || ys.length < 2 || xs.length < 2) return undefined
  const edges = withOuter(xs, {
    least: Math.min(...ends.map(({ left }) => left)),
    most: Math.max(...ends.map(({ right }) => right)),
  })
  if (edges.length < 3) return undefined
  const own = lines.filter((line) => isInside(line, { top, bottom, left: edges[0] ?? 0, right: edges.at(-1) ?? 0 }))
  const rows = between(ys).map(({ from, to }) =>
    between(edges).map((column) =>
      own.filter((line) => middle(line) >= from && middle(line) < to && cellOf(line, edges) === column.from),
    ),
  )
  const full = rows.filter((row) => row.some((cell) => cell.length > 0))
  if (full.length === 0 || !full.some((row) => row.filter((cell) => cell.length > 0).length > 1)) return undefined
  return { top, rows: full, columns: between(edges).map(({ from, to }) => ({ left: from, right: to })) }
}

/** Some tables have no line at their outer sides, and none where a page ends. */
function withOuter(places: readonly number[], { least, most }: { least: number; most: number }): number[] {
  const [first = least, last = most] = [places[0], places.at(-1)]
  return compact([first - least > 10 && least, ...places, most - last > 10 && most])
}

const middle = (line: Line) => line.y - line.size * 0.3

function isInside(line: Line, { left, right, top, bottom }: Box): boolean {
  return middle(line) > top && middle(line) < bottom && line.x > left - touch && line.x < right
}

function cellOf(line: Line, edges: readonly number[]): number | undefined {
  return edges.findLast((edge) => line.x >= edge - 2) ?? edges[0]
}

function between(places: readonly number[]): { from: number; to: number }[] {
  return places.slice(1).map((to, index) => ({ from: places[index] ?? to, to }))
}

/** The positions of rules, with nearly equal ones taken as one. */
function places(rules: readonly Rule[], way: Rule['way']): number[] {
  const all = rules.filter((rule) => rule.way === way).map(({ at }) => at)
  return all
    .sort((a, b) => a - b)
    .reduce<number[]>((kept, at) => (at - (kept.at(-1) ?? -Infinity) > touch ? [...kept, at] : kept), [])
}
