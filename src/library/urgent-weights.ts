// Reads urgent-weights.txt: how much each word, and each pair of words, says that a message is urgent.
import { defined } from '../kit/defined.ts'
import { memoLast } from '../kit/memo.ts'
import type { UrgentKind } from '../search/types.ts'
import type { Problem } from '../turn/library.ts'
import type { KnowledgeFile } from './files.ts'

type Source = Pick<KnowledgeFile, 'shown' | 'source'>

/**
 * The kinds with their weights. The first line names the kinds; each further one is a word or a pair of words, a tab, and
 * a number for each kind, in hundredths. Kinds that a school has not got are left out. Where the kinds are the school's
 * `own`, nothing overrules their patterns.
 */
export function withWeights(
  kinds: readonly UrgentKind[],
  file: Source | undefined,
  { own = false, problems }: { readonly own?: boolean; readonly problems: Problem[] },
): readonly UrgentKind[] {
  return file === undefined ? kinds : weighed(kinds, readWeights(file, problems), own)
}

/** The same kinds as long as neither file changes: to compile them takes a quarter of a second. */
const weighed = memoLast((kinds: readonly UrgentKind[], worths: Weights, own: boolean): readonly UrgentKind[] =>
  kinds.map((kind) => ({ ...kind, ...defined({ worth: worths.get(kind.id) }), yields: !own })),
)

function readWeights({ shown, source }: Source, problems: Problem[]): Weights {
  const { worths, names, wrong } = parseWeights(source)
  if (wrong === undefined) return worths
  const fix = 'Take the file from the project again: it is worked out, and not written by hand.'
  problems.push({ file: shown, line: wrong, what: `needs a word, a tab and ${names} whole numbers`, fix })
  return new Map()
}

type Weights = ReadonlyMap<string, ReadonlyMap<string, number>>

interface Parsed {
  readonly worths: Weights
  /** How many kinds the first line names. */
  readonly names: number
  /** The first line that cannot be read, counted from 1. */
  readonly wrong: number | undefined
}

/** More than twenty thousand lines, which a school does not write: they are read once, however often its own files are. */
const parseWeights = memoLast((source: string): Parsed => {
  const lines = source.split(/\r?\n/)
  const first = lines.findIndex((line) => line.startsWith('kinds\t'))
  const names = lines[first]?.split('\t').slice(1) ?? []
  const worths = names.map((name): [string, Map<string, number>] => [name, new Map<string, number>()])
  for (const [i, line] of lines.entries()) {
    if (line === '' || line.startsWith('#') || i === first) continue
    const [sign = '', ...numbers] = line.split('\t')
    if (numbers.length !== names.length || !numbers.every((number) => /^-?\d+$/.test(number)))
      return { worths: new Map(), names: names.length, wrong: i + 1 }
    for (const [k, [, worth]] of worths.entries()) {
      const hundredths = Number(numbers[k])
      if (hundredths !== 0) worth.set(sign, hundredths / 100)
    }
  }
  return { worths: new Map(worths), names: names.length, wrong: undefined }
})
