// Small queries on an XML element.
import type { Element } from './xml.ts'

export function elementsOf(element: Element | undefined): Element[] {
  return element === undefined ? [] : element.children.filter((child) => typeof child !== 'string')
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  if (element === undefined) return undefined
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

export function childrenOf(element: Element | undefined, name: string): Element[] {
  return elementsOf(element).filter((child) => child.name === name)
}

/** All the text below it. */
export function textOf(element: Element | undefined): string {
  if (element === undefined) return ''
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** A whole number, where it is one. */
export function numberOf(value: string | undefined): number | undefined {
  if (value === undefined || !/^\s*[-+]?\d{1,12}(\.\d*)?\s*$/.test(value)) return undefined
  return Math.trunc(Number(value))
}
