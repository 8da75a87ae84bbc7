// YAML files with one schema each, and problems that name the line: the door through which knowledge comes in.
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import type { Problem } from './types.ts'

export interface YamlFile<T> {
  readonly value: T
  /** The line on which the value at that path stands; the nearest parent's where there is none. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/**
 * `source` parsed and checked. `file` is the path to show in problems, `firstLine` the line at which `source` begins
 * in it (front matter does not begin on line 1).
 */
export function readYaml<S extends z.ZodType>(
  { file, source, firstLine = 1 }: { file: string; source: string; firstLine?: number },
  schema: S,
): { readonly yaml: YamlFile<z.output<S>> | undefined; readonly problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const toLine = (offset: number) => lines.linePos(offset).line + firstLine - 1
  const problems: Problem[] = document.errors.map((error) => ({
    file,
    line: toLine(error.pos[0]),
    what: `is not readable YAML: ${error.message}`,
    fix: 'Check the indentation and put quotes around a text that holds a colon or begins with a special sign.',
  }))
  if (problems.length > 0) return { yaml: undefined, problems }

  const lineOf = (path: readonly PropertyKey[]) => toLine(offsetOf(document, path))
  const parsed = schema.safeParse(document.toJS())
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

/** Of a value in a map, where its key stands: the value itself may begin a line later. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
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
