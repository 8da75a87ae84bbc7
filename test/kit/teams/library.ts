// The official Adaptive Cards renderer in a window of its own, typed as far as a person's screen needs it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { htmlOf } from './markdown.ts'
import type { Fields } from '../json.ts'

export interface CardLibrary {
  readonly AdaptiveCard: (new () => LibraryCard) & { onProcessMarkdown: (text: string, result: Markdown) => void }
  readonly SerializationContext: new (version: unknown) => Context
  readonly CardObjectRegistry: new () => Registry
  readonly GlobalRegistry: { populateWithDefaultActions(registry: Registry): void }
  readonly HostConfig: new (config: Fields) => object
  readonly Versions: Readonly<Record<'v1_3' | 'v1_5', unknown>>
}

interface Markdown {
  outputHtml?: string
  didProcess: boolean
}

export interface Registry {
  unregister(type: string): void
}

export interface Context {
  readonly eventCount: number
  getEventAt(index: number): { readonly message: string }
  setActionRegistry(registry: Registry): void
}

export interface LibraryElement {
  readonly isVisible: boolean
  readonly selectAction?: LibraryAction
  getJsonTypeName(): string
  getActionCount(): number
  getActionAt(index: number): LibraryAction | undefined
  getItemCount?(): number
  getItemAt?(index: number): LibraryElement
  getColumnCount?(): number
  getColumnAt?(index: number): LibraryElement
}

export interface LibraryCard extends LibraryElement {
  hostConfig: object
  onExecuteAction: (action: LibraryAction) => void
  parse(json: Fields, context: Context): void
  render(): PageElement | undefined
  validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] }
  getAllInputs(processActions: boolean): readonly LibraryInput[]
}

export interface LibraryAction {
  readonly title?: string
  readonly tooltip?: string
  readonly style?: string
  readonly id?: string
  readonly url?: string
  readonly verb?: string
  readonly data?: Fields | string
  readonly card?: LibraryCard
  getJsonTypeName(): string
  execute(): void
}

export interface LibraryInput {
  readonly id: string
  readonly label?: string
  readonly isRequired: boolean
  readonly errorMessage?: string
  readonly maxLength?: number
  readonly value: unknown
  readonly choices?: readonly { readonly title: string; readonly value: string }[]
  readonly isMultiSelect?: boolean
  readonly renderedInputControlElement?: PageElement
  getJsonTypeName(): string
  validateValue(): boolean
}

/** The part of a page's element that is used here; the DOM's own types would become visible in the whole project. */
export interface PageElement {
  value: string
  checked: boolean
  readonly textContent: string
  readonly tagName: string
  readonly alt?: string
  readonly href?: string
  readonly style: { readonly display: string }
  readonly parentElement: PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  querySelector(selector: string): PageElement | null
  closest(selector: string): PageElement | null
  matches(selector: string): boolean
  remove(): void
  cloneNode(deep: boolean): PageElement
}

interface Window {
  eval(source: string): unknown
  readonly AdaptiveCards: CardLibrary
}

let library: CardLibrary | undefined

/** Opened when the first card is looked at. */
export function cardLibrary(): CardLibrary {
  return (library ??= openWindow().AdaptiveCards)
}

function openWindow(): Window {
  // By require: an import of jsdom would bring in the types of a whole browser, and the renderer has no module for
  // Node.
  const require = createRequire(import.meta.url)
  const { JSDOM } = require('jsdom') as { JSDOM: new (html: string, options: object) => { window: Window } }
  const { window } = new JSDOM('<!doctype html><html><body></body></html>', { runScripts: 'outside-only' })
  // The renderer writes text through innerText, which jsdom does not have.
  window.eval(
    "Object.defineProperty(HTMLElement.prototype, 'innerText', { get() { return this.textContent }, set(text) { this.textContent = text } })",
  )
  window.eval(readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8'))
  window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = htmlOf(text)
    result.didProcess = true
  }
  return window
}
