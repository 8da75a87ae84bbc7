// Markdown's own notation inside a line: what it sets in bold or italics, and what it escapes, is text without the signs.
import type { PhrasingContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const markdown = unified().use(remarkParse).freeze()

/** The text that a reader of the Markdown sees; links, code and HTML stay as they are written, so that nothing is lost. */
export function readInline(source: string): string {
  // Emphasis that never closes makes parsing slow beyond measure in a line that nobody would write.
  if (!/[*_\\&]/.test(source) || source.length > longest) return source
  const [only, ...more] = markdown.parse(source).children
  // What reads as a list or a heading of its own here was decided to be text.
  return only?.type === 'paragraph' && more.length === 0 ? textIn(only.children, source) : source
}

const longest = 20_000

function textIn(nodes: readonly PhrasingContent[], source: string): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.value
        case 'emphasis':
        case 'strong':
          return textIn(node.children, source)
        case 'break':
          return '\n'
        default:
          return source.slice(node.position?.start.offset, node.position?.end.offset)
      }
    })
    .join('')
}
