// Wrappers around text in Word: content controls, tracked insertions, alternatives. Only the contents count.
import { childOf, childrenOf, elementsOf, textOf } from '../tree.ts'
import type { Element } from '../xml.ts'

/** The elements inside a wrapper; `undefined` where the element is not a wrapper. */
export function insideOf(element: Element): readonly Element[] | undefined {
  switch (element.name) {
    case 'w:sdt':
      return elementsOf(childOf(element, 'w:sdtContent'))
    case 'mc:AlternateContent':
      return chosen(element)
    case 'w:ins':
    case 'w:moveTo':
    case 'w:customXml':
    case 'w:smartTag':
    case 'w:hyperlink':
    case 'w:dir':
    case 'w:bdo':
      return elementsOf(element)
    default:
      return undefined
  }
}

/** The newer of two versions of one drawing where it contains words, otherwise the older: never both. */
function chosen(element: Element): readonly Element[] {
  const choices = childrenOf(element, 'mc:Choice')
  const fallback = childOf(element, 'mc:Fallback')
  const spoken = choices.find(hasText)
  if (spoken !== undefined) return elementsOf(spoken)
  return elementsOf(fallback !== undefined && (hasText(fallback) || choices.length === 0) ? fallback : choices[0])
}

function hasText(element: Element): boolean {
  return elementsOf(element).some((child) => (child.name === 'w:t' && textOf(child).trim() !== '') || hasText(child))
}

/** Word's own mark on contents lists that it made, including their heading. */
export function isContentsControl(element: Element): boolean {
  const part = childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj')
  return childOf(part, 'w:docPartGallery')?.attributes['w:val'] === 'Table of Contents'
}
