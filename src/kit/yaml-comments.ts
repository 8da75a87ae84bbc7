// Puts comments where a person would look for them, before a file is written again.
import { isCollection, isMap, isScalar, type Document } from 'yaml'
import { compact } from './defined.ts'

/**
 * The parser gives whatever stands before a key to the end of the value above it, and so writes it at that value's
 * depth. What an empty line separates from the value belongs to the key that follows.
 */
export function settleComments(document: Document): void {
  settleIn(document.contents)
}

function settleIn(node: unknown): void {
  if (!isMap(node)) return
  node.items.forEach(({ value }, at) => {
    settleIn(value)
    const next = node.items[at + 1]?.key
    if (!isCollection(value) || !isScalar(next) || typeof value.comment !== 'string') return
    const [own = '', ...others] = value.comment.split('\n\n')
    if (others.length === 0) return
    value.comment = own
    next.spaceBefore = true
    next.commentBefore = compact([...others, next.commentBefore]).join('\n\n')
  })
}
