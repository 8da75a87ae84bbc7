// The state at one place of an RTF file. A group that closes restores the state before it.

export interface Field {
  code: string
}

export type Destination =
  | 'body'
  /** The number that is printed before a paragraph. */
  | 'label'
  | 'code'
  | 'fonts'
  | 'styles'
  | 'title'
  | 'author'
  | 'created'
  | 'modified'
  /** Text is ignored here, but groups inside may count. */
  | 'between'
  | 'skip'

export interface State {
  readonly to: Destination
  readonly bold: boolean
  readonly capitals: boolean
  readonly underlined: boolean
  readonly hidden: boolean
  readonly deleted: boolean
  readonly inserted: boolean
  readonly points: number
  readonly font: number | undefined
  /** How many replacement characters follow a Unicode character, for old readers. */
  readonly standIns: number
  readonly style: number
  readonly outline: number | undefined
  readonly listLevel: number | undefined
  readonly centred: boolean
  readonly breaks: boolean
  readonly isInTable: boolean
  readonly nesting: number
  readonly firstIndent: number
  readonly indent: number
  readonly field: Field | undefined
  readonly isContents: boolean
  readonly isNestedRow: boolean
  /** Where text went before an old spelling of it started. */
  readonly below: Destination
}

const letters = {
  bold: false,
  capitals: false,
  underlined: false,
  hidden: false,
  points: 12,
} as const

const paragraph = {
  style: 0,
  outline: undefined,
  listLevel: undefined,
  centred: false,
  breaks: false,
  isInTable: false,
  nesting: 0,
  firstIndent: 0,
  indent: 0,
} as const

export const atStart: State = {
  ...letters,
  ...paragraph,
  to: 'body',
  deleted: false,
  inserted: false,
  font: undefined,
  standIns: 1,
  field: undefined,
  isContents: false,
  isNestedRow: false,
  below: 'body',
}

type Change = (state: State, value: number | undefined) => Partial<State>

const on = (value: number | undefined) => value !== 0

/** Words that change the look or position of what follows. */
const changes: Readonly<Record<string, Change>> = {
  plain: () => ({ ...letters, font: undefined, deleted: false, inserted: false }),
  pard: () => paragraph,
  b: (_, value) => ({ bold: on(value) }),
  caps: (_, value) => ({ capitals: on(value) }),
  ul: (_, value) => ({ underlined: on(value) }),
  ulnone: () => ({ underlined: false }),
  v: (_, value) => ({ hidden: on(value) }),
  deleted: (_, value) => ({ deleted: on(value) }),
  revised: (_, value) => ({ inserted: on(value) }),
  fs: ({ points }, value) => ({ points: value === undefined || value <= 0 ? points : value / 2 }),
  f: (_, value) => ({ font: value }),
  uc: (_, value) => ({ standIns: Math.min(Math.max(value ?? 1, 0), 20) }),
  s: (_, value) => ({ style: value ?? 0 }),
  outlinelevel: (_, value) => ({ outline: value }),
  ilvl: (_, value) => ({ listLevel: value }),
  qc: () => ({ centred: true }),
  ql: () => ({ centred: false }),
  qr: () => ({ centred: false }),
  qj: () => ({ centred: false }),
  pagebb: (_, value) => ({ breaks: on(value) }),
  intbl: (_, value) => ({ isInTable: on(value) }),
  itap: (_, value) => ({ nesting: Math.min(Math.max(value ?? 0, 0), 50) }),
  fi: (_, value) => ({ firstIndent: value ?? 0 }),
  li: (_, value) => ({ indent: value ?? 0 }),
}

export function changed(state: State, word: string, value: number | undefined): State | undefined {
  return Object.hasOwn(changes, word) ? { ...state, ...changes[word]?.(state, value) } : undefined
}

/** How many tables surround a paragraph. */
export function depthOf({ isInTable, nesting }: State): number {
  return isInTable ? Math.max(nesting, 1) : nesting
}
