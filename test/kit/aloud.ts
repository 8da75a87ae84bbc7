// What a screen reader would say of a page: the names, roles and states that Chromium gives to such programs, and what
// live regions announce. The script is a string, because it runs in the page and this project has no DOM types.
import type { CDPSession, Frame, Page } from 'playwright-core'

export interface Aloud {
  /** Presses a key, and says where the focus is then. */
  press(key: string): Promise<string>
  /** What has the focus: what it is inside of and was not before, then its name, role, states and description. */
  focus(): Promise<string>
  /** What live regions have said since this was last asked. */
  heard(): Promise<readonly string[]>
  /** The whole page, or the part that the selector matches, line by line, as somebody hears it who reads on and on. */
  readOn(selector?: string): Promise<readonly string[]>
}

/** To be asked for before the page is opened, so that nothing is missed. */
export async function readAloud(page: Page, at: () => Page | Frame = () => page): Promise<Aloud> {
  await page.addInitScript(recorder)
  let around: readonly string[] = []
  page.on('framenavigated', () => (around = []))
  const treeOf = async () => {
    const place = at()
    const session = await page.context().newCDPSession(place)
    return { session, nodes: await allNodes(session) }
  }
  const focus = async () => {
    const { session, nodes } = await treeOf()
    await session.detach()
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const focused = nodes.filter((node) => propertyOf(node, 'focused') === true).at(-1)
    if (focused === undefined) return 'nothing'
    const now = contextsOf(focused, byId)
    const entered = now.filter((each) => !around.includes(each))
    around = now
    return [...entered, sayNode(focused)].join(' > ')
  }
  return {
    focus,
    async press(key) {
      await page.keyboard.press(key)
      return focus()
    },
    heard: () => at().evaluate<string[]>('heardAloud.splice(0)'),
    async readOn(selector) {
      const { session, nodes } = await treeOf()
      const byId = new Map(nodes.map((node) => [node.nodeId, node]))
      const root = selector === undefined ? nodes[0] : await nodeAt(session, nodes, selector)
      await session.detach()
      return root === undefined ? [] : linesOf(root, byId)
    },
  }
}

type Node = Awaited<ReturnType<typeof allNodes>>[number]
type ById = ReadonlyMap<string, Node>

async function allNodes(session: CDPSession) {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes
}

async function nodeAt(session: CDPSession, nodes: readonly Node[], selector: string): Promise<Node | undefined> {
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { node } = await session.send('DOM.describeNode', { nodeId })
  return nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId)
}

function textOf(value: Node['name']): string {
  return typeof value?.value === 'string' ? value.value.replace(/\s+/g, ' ').trim() : ''
}

function propertyOf(node: Node, name: string): unknown {
  return node.properties?.find((each) => each.name === name)?.value.value as unknown
}

function sayNode(node: Node): string {
  const role = textOf(node.role)
  const value = role === 'textbox' || role === 'combobox' || role === 'searchbox' ? textOf(node.value) : ''
  return [textOf(node.name) || 'NO NAME', roles[role] ?? role, ...statesOf(node), value, textOf(node.description)]
    .filter((each) => each !== '')
    .join(', ')
}

const roles: Readonly<Record<string, string>> = {
  textbox: 'edit',
  DisclosureTriangle: 'disclosure',
  combobox: 'combo box',
  checkbox: 'tick box',
  RootWebArea: 'page',
}

function statesOf(node: Node): readonly string[] {
  const on = (name: string) => propertyOf(node, name)
  const level = on('level')
  return [
    textOf(node.role) === 'heading' ? `level ${String(level)}` : '',
    on('required') === true ? 'required' : '',
    on('invalid') === 'true' ? 'invalid' : '',
    on('checked') === 'true' ? 'ticked' : on('checked') === 'false' ? 'not ticked' : '',
    on('expanded') === true ? 'expanded' : on('expanded') === false ? 'collapsed' : '',
    on('disabled') === true ? 'dimmed' : '',
  ].filter((each) => each !== '')
}

/** Said when somebody comes into them. */
const enclosing = new Set(
  'banner navigation main contentinfo region form article group log status alert table list dialog figure complementary search'.split(
    ' ',
  ),
)
/** These are said only if they have a name. */
const onlyNamed = new Set(['region', 'form', 'group', 'article', 'list', 'figure', 'status', 'log'])

function contextsOf(node: Node, byId: ById): readonly string[] {
  const found: string[] = []
  for (let at = parentOf(node, byId); at !== undefined; at = parentOf(at, byId)) {
    const said = sayContext(at)
    if (said !== undefined) found.unshift(said)
  }
  return found
}

function sayContext(node: Node): string | undefined {
  const [role, name] = [textOf(node.role), textOf(node.name)]
  if (node.ignored || !enclosing.has(role) || (name === '' && onlyNamed.has(role))) return undefined
  return [name, role].filter((each) => each !== '').join(', ')
}

function parentOf(node: Node, byId: ById): Node | undefined {
  return node.parentId === undefined ? undefined : byId.get(node.parentId)
}

/** Their content is their name, and is said once. */
const whole = new Set(
  'button link heading DisclosureTriangle option textbox combobox checkbox radio image tab menuitem searchbox'.split(
    ' ',
  ),
)
const blocks = new Set(
  'paragraph listitem cell columnheader rowheader LabelText caption figcaption blockquote'.split(' '),
)

/** A legend is said as the name of its group. */
const unsaid = new Set('InlineTextBox LineBreak ListMarker Legend'.split(' '))

function linesOf(node: Node, byId: ById): readonly string[] {
  const role = textOf(node.role)
  if (unsaid.has(role)) return []
  if (!node.ignored && whole.has(role)) return [sayNode(node)]
  if (!node.ignored && role === 'StaticText') return textOf(node.name) === '' ? [] : [textOf(node.name)]
  const inside = joinTexts(node, byId)
  const said = sayContext(node)
  if (said !== undefined) return [`[${said}]`, ...inside]
  return inside
}

/** A block's words are one line; a control within is a line of its own. */
function joinTexts(node: Node, byId: ById): readonly string[] {
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? [])
  if (!blocks.has(textOf(node.role))) return children.flatMap((child) => linesOf(child, byId))
  const lines: string[] = []
  let open = false
  for (const child of children) {
    const text = wordsOf(child, byId)
    if (text === undefined) {
      lines.push(...linesOf(child, byId))
      open = false
      continue
    }
    if (text === '') continue
    const last = open ? lines.pop() : undefined
    lines.push(last === undefined ? text : `${last} ${text}`)
    open = true
  }
  const header = headers[textOf(node.role)]
  return header === undefined ? lines : lines.map((line) => `${line}, ${header}`)
}

const headers: Readonly<Record<string, string>> = { columnheader: 'column header', rowheader: 'row header' }

/** The words of what has nothing in it but words. */
function wordsOf(node: Node, byId: ById): string | undefined {
  const role = textOf(node.role)
  if (role === 'StaticText') return textOf(node.name)
  if (unsaid.has(role)) return ''
  if (!node.ignored && !['strong', 'mark', 'emphasis', 'generic', 'code', 'time'].includes(role)) return undefined
  const words = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []).map((child) => wordsOf(child, byId))
  return words.includes(undefined) ? undefined : words.filter((each) => each !== '').join(' ')
}

const recorder = `(() => {
  window.heardAloud = []
  const implied = { status: 'polite', log: 'polite', alert: 'assertive' }
  const liveOf = (each) => each.getAttribute('aria-live') ?? implied[each.getAttribute('role')]
  const regionOf = (node) => {
    for (let each = node.nodeType === 1 ? node : node.parentElement; each; each = each.parentElement)
      if (liveOf(each) !== undefined) return each
  }
  const seen = (each) => each.getClientRects().length > 0 || each.offsetParent !== null
  const words = (each) => (each.textContent ?? '').replace(/\\s+/g, ' ').trim()
  const say = (text) => { if (text !== '') heardAloud.push(text) }
  // What is on a page from its beginning is not announced.
  addEventListener('DOMContentLoaded', () => new MutationObserver((changes) => {
    const atomic = new Set()
    for (const { type, target, addedNodes } of changes) {
      const region = regionOf(target)
      if (!region || liveOf(region) === 'off' || region.closest('[aria-busy=true]') || !seen(region)) continue
      const all = region.getAttribute('aria-atomic') ?? String(region.getAttribute('role') !== 'log')
      if (all === 'true') atomic.add(region)
      else if (type === 'characterData') say(words(target))
      else for (const node of addedNodes) say(words(node))
    }
    for (const region of atomic) say(words(region))
  }).observe(document, { subtree: true, childList: true, characterData: true }))
})()`
