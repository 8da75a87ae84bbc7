// Reads XML from strangers as small trees, one after the other, so that a document of 30 MB is never in memory as one
// tree.
import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Budget } from './budget.ts'
import { prefixes } from './namespaces.ts'
import { refusals, Unreadable } from './refuse.ts'

export interface Element {
  /** With the format's customary prefix, whatever the file uses: `w:p`. Names of unknown namespaces begin with `?:`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

export const xmlLimits = { depth: 400, elementsAtOnce: 3_000_000 } as const

interface Growing extends Element {
  readonly attributes: Record<string, string>
  readonly children: (Element | string)[]
}

export interface Reading {
  readonly budget: Budget
  /** Elements whose children are handed over one by one; '' is the file itself, so `['']` gives the whole tree. */
  readonly open: readonly string[]
  visit(element: Element, parent: string): void
}

const chunk = 65_536

export function readXml(bytes: Uint8Array, reading: Reading): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const growth = grow(reading)
  parser.on('doctype', () => {
    // Entities can be made to expand without end, and no word processor writes any.
    throw new Unreadable(refusals.trap)
  })
  parser.on('error', () => {
    throw new Unreadable(refusals.damaged)
  })
  parser.on('opentag', growth.open)
  parser.on('text', growth.text)
  parser.on('cdata', growth.text)
  parser.on('closetag', growth.close)
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += chunk)
    parser.write(decoder.decode(bytes.subarray(at, at + chunk), { stream: true }))
  parser.write(decoder.decode()).close()
}

/** A small part as one tree. */
export function readTree(bytes: Uint8Array, budget: Budget): Element {
  let root: Element = { name: '', attributes: {}, children: [] }
  readXml(bytes, { budget, open: [''], visit: (element) => (root = element) })
  return root
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

function grow({ budget, open, visit }: Reading) {
  const opened = new Set(open)
  const above: string[] = ['']
  const growing: Growing[] = []
  let depth = 0
  let held = 0
  return {
    open(tag: SaxesTagNS) {
      budget.spend(1)
      if (++depth > xmlLimits.depth) throw new Unreadable(refusals.tooDeep)
      const name = nameOf(tag.uri, tag.local)
      const parent = growing.at(-1)
      if (parent === undefined && (opened.has(name) || !opened.has(above.at(-1) ?? ''))) {
        above.push(name)
        return
      }
      if (++held > xmlLimits.elementsAtOnce) throw new Unreadable(refusals.tooLarge)
      const element: Growing = { name, attributes: attributesOf(tag), children: [] }
      parent?.children.push(element)
      growing.push(element)
    },
    text(text: string) {
      growing.at(-1)?.children.push(text)
    },
    close() {
      depth--
      const element = growing.pop()
      if (element === undefined) {
        above.pop()
        return
      }
      if (growing.length > 0) return
      held = 0
      visit(element, above.at(-1) ?? '')
    },
  }
}

const names = new Map<string, Map<string, string>>()

function nameOf(uri: string, local: string): string {
  if (uri === '') return local
  const prefix = prefixes.get(uri)
  if (prefix === undefined) return `?:${local}`
  // The same few hundred names occur a million times.
  const known = names.get(prefix) ?? new Map<string, string>()
  if (known.size === 0) names.set(prefix, known)
  const name = known.get(local) ?? `${prefix}:${local}`
  if (known.size < 2_000) known.set(local, name)
  return name
}

const none: Record<string, string> = Object.freeze({})

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  let attributes = none
  for (const raw in tag.attributes) {
    const attribute = tag.attributes[raw]
    if (attribute === undefined || attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue
    if (attributes === none) attributes = Object.create(null) as Record<string, string>
    attributes[nameOf(attribute.uri, attribute.local)] = attribute.value
  }
  return attributes
}
