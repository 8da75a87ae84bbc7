// Gives headings their refs: the school's own numbers, and the next free one where a heading has none.
import { toLetters } from '../policy/text.ts'
import type { Heading, Numbering } from './types.ts'

interface Open {
  readonly depth: number
  readonly ref: string
  readonly number: Numbering | undefined
}

/** One ref for each heading, each used once: where the document repeats a number, an R marks the repetition. */
export function assignRefs(headings: readonly Heading[]): string[] {
  // The first round collects the refs that the document has; the second keeps invented ones different from them.
  const first = assign(headings, new Set())
  const own = new Set(first.filter((_, at) => headings[at]?.number !== undefined))
  return assign(headings, own)
}

/** `R2` for a second 2, `6.R` for a second 6.d: forms that no school prints. */
function again(ref: string, used: ReadonlySet<string>, times: Map<string, number>): string {
  const above = ref.slice(0, Math.max(0, ref.lastIndexOf('.')))
  const key = above === '' ? ref : above
  for (;;) {
    const n = (times.get(key) ?? 0) + 1
    times.set(key, n)
    const free = /^\d+$/.test(ref) ? `${letters(n)}${ref}` : `${key}.${letters(n)}`
    if (!used.has(free)) return free
  }
}

/** R, RA, RB … RZ, RAA. */
function letters(times: number): string {
  return `R${toLetters(times - 1).toUpperCase()}`
}

function assign(headings: readonly Heading[], own: ReadonlySet<string>): string[] {
  const custom = customsOf(headings)
  const refs: string[] = []
  const used = new Set<string>()
  const times = new Map<string, number>()
  const invent = inventing(own, used)
  const lastNumber = headings.findLastIndex(({ number }) => number?.kind === 'number')
  /** The ref of the last number before, of the text and not of its appendices. */
  let before: string | undefined
  const open: Open[] = []
  for (const [at, { depth, number }] of headings.entries()) {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const over = open.at(-1)
    const given =
      number === undefined
        ? invent(over === undefined ? prefixAtTop(before, at < lastNumber) : `${over.ref}.`)
        : refOf(number, over, open, custom)
    const ref = used.has(given) ? again(given, used, times) : given
    refs.push(ref)
    used.add(ref)
    if (number !== undefined && number.kind !== 'appendix') before = ref
    open.push({ depth, ref, number })
  }
  return refs
}

/** How this document counts. */
interface Customs {
  /** 1, 2, 3 start again in each part. */
  readonly restarts: boolean
  /** Its parts have numbers that its sections have as well. */
  readonly twins: boolean
  readonly hasCapitals: boolean
  readonly hasAppendix: boolean
}

function customsOf(headings: readonly Heading[]): Customs {
  const values: number[] = []
  let inAppendix = false
  for (const { number } of headings) {
    if (number?.kind === 'appendix') inAppendix = true
    if (number?.kind === 'number' && !inAppendix) values.push(number.value)
  }
  return {
    restarts: new Set(values).size < values.length,
    twins: headings.some(
      ({ number }) =>
        number?.kind === 'division' &&
        (/[A-Z]/.test(number.name) ? values.length > 0 : values.includes(Number(number.name))),
    ),
    hasCapitals: headings.some(({ number }) => number?.kind === 'letter' && /[A-Z]/.test(number.letter)),
    hasAppendix: headings.some(({ number }) => number?.kind === 'appendix' && number.word === 'Appendix'),
  }
}

function refOf(number: Numbering, over: Open | undefined, open: readonly Open[], customs: Customs): string {
  switch (number.kind) {
    case 'appendix':
      return appendixRef(number, customs)
    case 'division':
      return customs.twins ? `${number.word.charAt(0)}${number.name}` : number.name
    case 'letter':
      return over === undefined ? number.letter : `${over.ref}.${number.letter}`
    case 'number':
      return isAbsolute(over, customs)
        ? (number.roman ?? String(number.value))
        : `${over?.ref ?? ''}.${number.roman ?? number.value}`
    case 'path':
      return pathRef(number.path, open, customs)
  }
}

/** Numbers run through the whole document, whatever divides it, unless they start again. */
function isAbsolute(over: Open | undefined, { restarts }: Customs): boolean {
  if (over === undefined) return true
  const kind = over.number?.kind
  const isDivider =
    kind === 'division' || kind === undefined || (over.number?.kind === 'letter' && /[A-Z]/.test(over.number.letter))
  return isDivider && !restarts
}

function appendixRef({ word, name }: { word: string; name: string }, customs: Customs): string {
  const isLetter = /^[A-Z]$/.test(name)
  if (word === 'Schedule') return `S${name}`
  if (word === 'Annex' && customs.hasAppendix) return `AX${name}`
  if (name === '') return 'A'
  return isLetter && !customs.hasCapitals ? name : `A${name}`
}

/** `A.1` in Appendix A, `A1.1` in Appendix 1, whether the document writes 1.1, A1.1 or A.1. */
function pathRef(path: readonly string[], open: readonly Open[], { restarts }: Customs): string {
  const appendix = open.find(({ number }) => number?.kind === 'appendix')
  const division = open.find(({ number }) => number?.kind === 'division')
  if (appendix === undefined)
    return restarts && division !== undefined ? `${division.ref}.${path.join('.')}` : path.join('.')
  const name = appendix.number?.kind === 'appendix' ? appendix.number.name : ''
  const hasNumbers = open.some(({ number }) => number?.kind === 'number')
  const [first = '', second = ''] = path
  if (first === name && !hasNumbers) return [appendix.ref, ...path.slice(1)].join('.')
  if (first === 'A' && second === name) return [appendix.ref, ...path.slice(2)].join('.')
  return [appendix.ref, ...path].join('.')
}

/** The next free ref behind a prefix. What is taken stays taken, so that each search goes on where the last one ended. */
function inventing(own: ReadonlySet<string>, used: ReadonlySet<string>): (prefix: string) => string {
  const highest = Math.max(0, ...[...own].filter((ref) => /^\d+$/.test(ref)).map(Number))
  const reached = new Map<string, number>()
  return (prefix) => {
    let n = reached.get(prefix) ?? (prefix === '' ? highest : 0) + 1
    while (own.has(`${prefix}${n}`) || used.has(`${prefix}${n}`)) n++
    reached.set(prefix, n)
    return `${prefix}${n}`
  }
}

/** Before the numbered sections 0.1, 0.2; among them below the one before; otherwise 1, 2, 3. */
function prefixAtTop(before: string | undefined, isBeforeNumbers: boolean): string {
  if (!isBeforeNumbers) return ''
  return before === undefined ? '0.' : `${before}.`
}
