// One card on one person's screen, by the official renderer: its text, fields and buttons.
import {
  cardLibrary,
  type LibraryAction,
  type LibraryCard,
  type LibraryElement,
  type LibraryInput,
  type PageElement,
} from './library.ts'
import { type Fields, isFields, isList, type Json, textOf } from '../json.ts'
import type { SeenButton, SeenInput } from './seen.ts'
import type { Client } from './user.ts'

export interface Paper {
  readonly card: Fields
  readonly client: Client
  readonly text: string
  readonly links: readonly string[]
  readonly buttons: readonly SeenButton[]
  inputs(): readonly SeenInput[]
  /** Why a client cannot show it: unknown elements, and complaints of the renderer. */
  readonly broken: readonly string[]
  /** By label or id; false if there is no such field. Throws if the field refuses the answer. */
  fill(field: string, answer: string): boolean
  /** By label or tooltip; undefined if there is no such button. Throws if the form is not complete. */
  press(label: string): PressedOn | undefined
}

export type PressedOn =
  | {
      readonly kind: 'execute'
      readonly id: string | undefined
      readonly title: string
      readonly verb: string
      readonly data: Fields
    }
  | { readonly kind: 'submit'; readonly title: string; readonly data: Json }
  /** A link to another page, or a part of the card that unfolds. */
  | { readonly kind: 'beside'; readonly url: string | undefined }

export function layOut(card: Fields, client: Client): Paper {
  const library = cardLibrary()
  const parsed = new library.AdaptiveCard()
  const context = new library.SerializationContext(client === 'old' ? library.Versions.v1_3 : library.Versions.v1_5)
  if (client === 'old') {
    const registry = new library.CardObjectRegistry()
    library.GlobalRegistry.populateWithDefaultActions(registry)
    registry.unregister('Action.Execute')
    context.setActionRegistry(registry)
  }
  // Teams puts more than six buttons behind “…”, and omits none.
  parsed.hostConfig = new library.HostConfig({ actions: { maxActions: 100 } })
  parsed.parse(card, context)
  const said = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message)
  const invalid = parsed.validateProperties().validationEvents.map(({ message }) => message)
  // The renderer ignores a language that it does not know; that is a warning, given on arrival.
  const harmless = (message: string) => hasFallback(card, message) || message.includes('property "lang"')
  const broken = [...new Set([...said.filter((message) => !harmless(message)), ...invalid])]
  const last: { sent: PressedOn | undefined } = { sent: undefined }
  // What the renderer reports while a button is pressed.
  const sent = () => last.sent
  parsed.onExecuteAction = (action) => {
    last.sent = toPressed(action)
  }
  const sheet = parsed.render()
  const actions = actionsOf(parsed)
  return {
    card,
    client,
    ...(sheet === undefined ? { text: '', links: [] } : read(sheet)),
    buttons: actions.flatMap(({ action, behind }) => {
      const picks = menuOf(parsed, action)?.choices ?? []
      if (picks.length === 0) return [toButton(action, behind)]
      return picks.map(({ title }) => ({ ...toButton(action, behind), label: title }))
    }),
    inputs: () =>
      parsed
        .getAllInputs(true)
        .filter(({ id }) => !id.startsWith('menu '))
        .map(toInput),
    broken,
    fill(field, answer) {
      const input = parsed.getAllInputs(true).find((one) => one.label === field || one.id === field)
      if (input === undefined) return false
      unfold(actions, input)
      write(input, answer)
      return true
    },
    press(label) {
      const menu = actions.map(({ action }) => menuOf(parsed, action)).find((each) => offers(each, label))
      if (menu !== undefined) write(menu, label)
      const found =
        actions.find(({ action }) => menu !== undefined && menuOf(parsed, action) === menu) ??
        actions.find(({ action }) => action.title === label || action.tooltip === label)
      if (found === undefined) return undefined
      last.sent = undefined
      if (found.folder?.card?.getAllInputs(true).some(folded) === true) found.folder.execute()
      found.action.execute()
      return sent() ?? stopped(parsed, found.action)
    },
  }
}

interface Found {
  readonly action: LibraryAction
  readonly behind: string | undefined
  readonly folder: LibraryAction | undefined
}

function actionsOf(element: LibraryElement, folder?: LibraryAction): readonly Found[] {
  const items = Array.from({ length: element.getItemCount?.() ?? 0 }, (_, i) => element.getItemAt?.(i))
  const columns = Array.from({ length: element.getColumnCount?.() ?? 0 }, (_, i) => element.getColumnAt?.(i))
  const within = [...items, ...columns].flatMap((item) =>
    item === undefined || !item.isVisible || typeof item.getJsonTypeName !== 'function' ? [] : actionsOf(item, folder),
  )
  const holds = ['ActionSet', 'AdaptiveCard'].includes(element.getJsonTypeName())
  const own = Array.from({ length: holds ? element.getActionCount() : 0 }, (_, i) => element.getActionAt(i))
  const tapped = element.selectAction === undefined ? [] : [element.selectAction]
  const all = [...tapped, ...own].filter((action) => action !== undefined)
  return [
    ...within,
    ...all.flatMap((action) => [
      { action, behind: folder?.title, folder },
      ...(action.card === undefined ? [] : actionsOf(action.card, action)),
    ]),
  ]
}

/** The list of choices that belongs to a button, if it has one; choosing counts as pressing the button. */
function menuOf(card: LibraryCard, { data }: LibraryAction): LibraryInput | undefined {
  const menu = typeof data === 'object' ? textOf(data['menu']) : undefined
  return menu === undefined ? undefined : card.getAllInputs(true).find(({ id }) => id === menu)
}

function offers(menu: LibraryInput | undefined, label: string): boolean {
  return menu?.choices?.some(({ title }) => title === label) === true
}

/** Opens the Action.ShowCard that contains a field. */
function unfold(actions: readonly Found[], input: LibraryInput): void {
  if (!folded(input)) return
  for (const { action } of actions) if (action.card?.getAllInputs(true).includes(input) === true) action.execute()
}

function folded(input: LibraryInput): boolean {
  return input.renderedInputControlElement === undefined
}

function write(input: LibraryInput, answer: string): void {
  const control = input.renderedInputControlElement
  if (control === undefined) throw new Error(`The field “${input.label ?? input.id}” is not on the screen.`)
  if (input.maxLength !== undefined && input.maxLength > 0 && answer.length > input.maxLength)
    throw new Error(`The field “${input.label ?? input.id}” takes ${input.maxLength} characters, not ${answer.length}.`)
  switch (input.getJsonTypeName()) {
    case 'Input.ChoiceSet':
      choose(input, control, answer)
      return
    case 'Input.Toggle': {
      const box = control.querySelector('input')
      if (box !== null) box.checked = !['', 'no', 'false'].includes(answer)
      return
    }
    default:
      control.value = answer
  }
}

function choose(input: LibraryInput, control: PageElement, answer: string): void {
  const wanted = answer === '' ? [] : answer.split(' + ')
  const values = wanted.map((title) => {
    const choice = input.choices?.find((one) => one.title === title || one.value === title)
    if (choice !== undefined) return choice.value
    throw new Error(`no choice “${title}”; there are: ${input.choices?.map((one) => one.title).join(', ') ?? 'none'}`)
  })
  const boxes = [...control.querySelectorAll('input[type=radio], input[type=checkbox]')]
  for (const box of boxes) box.checked = values.includes(box.value)
  if (boxes.length === 0) control.value = values[0] ?? ''
}

function stopped(card: LibraryCard, action: LibraryAction): PressedOn {
  if (!action.getJsonTypeName().match(/Execute|Submit/)) return { kind: 'beside', url: action.url }
  const wrong = card.getAllInputs(true).filter((input) => !folded(input) && !input.validateValue())
  const why = wrong.map((input) => `“${input.label ?? input.id}”: ${input.errorMessage ?? 'no error message'}`)
  throw new Error(`Teams does not send this form: ${why.join('; ')}`)
}

function toPressed(action: LibraryAction): PressedOn {
  const { title = '', data = {} } = action
  switch (action.getJsonTypeName()) {
    case 'Action.Execute': {
      // The renderer copies the data into its own window; here it becomes plain JSON, as it would be sent.
      const sent = plainly(data)
      return { kind: 'execute', id: action.id, title, verb: action.verb ?? '', data: isFields(sent) ? sent : {} }
    }
    case 'Action.Submit':
      return { kind: 'submit', title, data: plainly(data) }
    default:
      return { kind: 'beside', url: action.url }
  }
}

function plainly(data: Fields | string): Json {
  return JSON.parse(JSON.stringify(data)) as Json
}

function toButton(action: LibraryAction, behind: string | undefined): SeenButton {
  return {
    label: action.title ?? '',
    type: action.getJsonTypeName(),
    tooltip: action.tooltip,
    style: action.style,
    url: action.url,
    behind,
  }
}

function toInput(input: LibraryInput): SeenInput {
  return {
    id: input.id,
    label: input.label ?? '',
    type: input.getJsonTypeName(),
    required: input.isRequired,
    errorMessage: input.errorMessage,
    max: input.maxLength,
    value: typeof input.value === 'string' ? input.value : '',
    choices: input.choices?.map((choice) => choice.title) ?? [],
  }
}

/** Reads paragraphs, list items, table rows and descriptions of pictures, in document order. */
function read(sheet: PageElement): { readonly text: string; readonly links: readonly string[] } {
  const parts = [...sheet.querySelectorAll('p, li, .ac-richTextBlock, .ac-factset tr, [role=row], img')]
  const rows = '.ac-factset tr, [role=row]'
  const lines = parts.flatMap((part) => {
    if (hidden(part) || (!part.matches(rows) && part.closest(rows) !== null)) return []
    if (part.matches('p') && part.closest('li') !== null) return []
    if (part.tagName === 'IMG') return [part.alt ?? '']
    if (!part.matches(rows)) return [wordsOf(part)]
    return [[...part.querySelectorAll('.ac-textBlock, .ac-richTextBlock')].map(wordsOf).join(' | ')]
  })
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    links: [...sheet.querySelectorAll('a[href]')].map((link) => link.href ?? ''),
  }
}

function wordsOf(part: PageElement): string {
  const copy = part.cloneNode(true)
  // Leaves out the star of a required field, and nested lists, whose items have lines of their own.
  for (const apart of [...copy.querySelectorAll('[aria-hidden=true], ul, ol')]) apart.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}

function hidden(part: PageElement): boolean {
  for (let at: PageElement | null = part; at !== null; at = at.parentElement)
    if (at.style.display === 'none') return true
  return false
}

/** For an unknown element: whether every element of that type has a fallback. */
function hasFallback(card: Json, message: string): boolean {
  const type = /^Unknown (?:element|action) type "([^"]+)"/.exec(message)?.[1]
  return type !== undefined && everyOne(card, type, (one) => one['fallback'] !== undefined)
}

function everyOne(json: Json | undefined, type: string, holds: (one: Fields) => boolean): boolean {
  if (isList(json)) return json.every((one) => everyOne(one, type, holds))
  if (!isFields(json)) return true
  if (textOf(json['type']) === type && !holds(json)) return false
  return Object.values(json).every((one) => everyOne(one, type, holds))
}
