// Reads YAML files, each by one schema, and reports problems with their lines. All knowledge comes in this way.
import { createRequire } from 'node:module'
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import type * as Yaml from 'yaml'
import type { z } from 'zod'
import { memoByName } from '../kit/memo.ts'
import type { Problem } from '../turn/library.ts'

export interface YamlFile<T> {
  readonly value: T
  /** The line of the value at that path, or of its nearest parent where there is no such value. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/**
 * Parses and checks `source`. `file` is the path shown in problems; `firstLine` is the line where `source` begins in
 * the file (the text after front matter does not begin on line 1).
 */
export function readYaml<S extends z.ZodType>(
  { file, source, firstLine = 1 }: { file: string; source: string; firstLine?: number },
  schema: S,
): { readonly yaml: YamlFile<z.output<S>> | undefined; readonly problems: Problem[] } {
  const { value, error } = loadYaml(file, source)
  if (error !== undefined) {
    const line = (error.mark?.line ?? 0) + firstLine
    const fix = 'Check the indentation and put quotes around a text that holds a colon or begins with a special sign.'
    return { yaml: undefined, problems: [{ file, line, what: `is not readable YAML: ${error.reason}`, fix }] }
  }
  const find = finderOf(source)
  const lineOf = (path: readonly PropertyKey[]) => find(path) + firstLine - 1
  const parsed = schema.safeParse(value)
  if (parsed.success) return { yaml: { value: parsed.data, lineOf }, problems: [] }
  return {
    yaml: undefined,
    problems: parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      what: `${issue.path.length > 0 ? `"${issue.path.map(String).join('.')}" ` : ''}${lowerFirst(issue.message)}`,
      fix: 'See knowledge/README.md for the form of this file.',
    })),
  }
}

/** After an edit all files are read again, and one of them has changed. */
const loadYaml = memoByName((_file: string, source: string): { value?: unknown; error?: YAMLException } => {
  try {
    return { value: load(source, { schema: CORE_SCHEMA }) }
  } catch (error) {
    if (error instanceof YAMLException) return { error }
    throw error
  }
})

const require = createRequire(import.meta.url)

/**
 * Finds the line of a path, counted from 1. A file without problems never needs it. The parser that knows positions is
 * six times slower than the one that only reads values, so it is loaded and run when the first line is needed.
 */
function finderOf(source: string): (path: readonly PropertyKey[]) => number {
  let find: ((path: readonly PropertyKey[]) => number) | undefined
  return (path) => {
    if (find === undefined) {
      const { LineCounter, parseDocument, ...kinds } = require('yaml') as typeof Yaml
      const lines = new LineCounter()
      const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
      find = (wanted) => lines.linePos(offsetOf(document, wanted, kinds)).line
    }
    return find(path)
  }
}

/** For a value in a map, the line of its key: the value itself may begin a line later. */
function offsetOf(
  document: Yaml.Document,
  path: readonly PropertyKey[],
  { isMap, isNode, isScalar }: Pick<typeof Yaml, 'isMap' | 'isNode' | 'isScalar'>,
): number {
  for (let length = path.length; length > 0; length--) {
    const holder: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const pair = isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && String(key.value) === path[length - 1])
      : undefined
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
