// The Markdown that Teams supports in the texts of cards: only emphasis, links and lists.
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Nodes, Parent } from 'mdast'

const parser = unified().use(remarkParse)

export function htmlOf(text: string): string {
  const html = parser
    .parse(text)
    .children.map((node) => write(node, text))
    .join('')
  // The renderer expects an element even for an empty text.
  return html === '' ? '<p></p>' : html
}

function write(node: Nodes, source: string): string {
  const inside = (parent: Parent) => parent.children.map((child) => write(child, source)).join('')
  switch (node.type) {
    case 'text':
      return escape(node.value)
    case 'paragraph':
      return `<p>${inside(node)}</p>`
    case 'strong':
      return `<strong>${inside(node)}</strong>`
    case 'emphasis':
      return `<em>${inside(node)}</em>`
    case 'link':
      return `<a href="${escape(node.url)}">${inside(node)}</a>`
    case 'list':
      return node.ordered === true ? `<ol start="${node.start ?? 1}">${inside(node)}</ol>` : `<ul>${inside(node)}</ul>`
    case 'listItem':
      return `<li>${node.children.map((child) => (child.type === 'paragraph' ? inside(child) : write(child, source))).join('')}</li>`
    case 'break':
      return '<br>'
    default:
      return asItStands(node, source)
  }
}

/** Teams shows unsupported Markdown as it was written. */
function asItStands(node: Nodes, source: string): string {
  const { start, end } = node.position ?? {}
  const raw = escape(source.slice(start?.offset, end?.offset))
  return ['inlineCode', 'image', 'html', 'imageReference', 'linkReference'].includes(node.type) ? raw : `<p>${raw}</p>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
