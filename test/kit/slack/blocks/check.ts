// Checks whether Slack would accept these blocks on that surface, and returns every problem with its place.
import { type Fields, isFields, type Json, listOf, textOf } from '../../json.ts'
import { button, image, inActions, inContextActions, inInput, inSection } from './elements.ts'
import { richText } from './richtext.ts'
import { also, anything, byType, flag, list, matching, object, oneOf, optional, string, type Check } from './schema.ts'
import { anyText, plainText, type } from './texts.ts'

export type Surface = 'message' | 'modal' | 'home'

export interface Problem {
  readonly rule: string
  readonly at: string
}

export function checkBlocks(blocks: Json | undefined, surface: Surface, at: string): Problem[] {
  const problems: Problem[] = []
  const report = (rule: string, where: string) => void problems.push({ rule, at: where })
  list(byType(surface === 'message' ? inMessages : inViews), {
    min: surface === 'message' ? 1 : 0,
    max: surface === 'message' ? 50 : 100,
  })(blocks, at, report)
  unique(listOf(blocks), at, report)
  together(listOf(blocks), at, report)
  return problems
}

/** Gives for example `must be less than 3001 characters [json-pointer:/blocks/0/text/text]`. */
export function sayProblem(problem: Problem): string {
  return `${problem.rule} [json-pointer:${problem.at}]`
}

const block = { type, block_id: optional(string(255)) }

const section = also(
  object({
    ...block,
    text: optional(anyText(3000)),
    fields: optional(list(anyText(2000), { max: 10 })),
    accessory: optional(inSection),
    expand: optional(flag),
  }),
  (value, at, report) => {
    if (isFields(value) && value['text'] === undefined && value['fields'] === undefined) {
      report('must provide either text or fields', at)
    }
  },
)

const slackFile = object({
  id: optional(matching(/^F[A-Z0-9]{8,}$/, 'input must match regex pattern: ^[F][A-Z0-9]{8,}$')),
  url: optional(string(3000)),
})

const pictureBlock = also(
  object({
    ...block,
    alt_text: string(2000),
    title: optional(plainText(2000)),
    image_url: optional(matching(/^https?:\/\/.{1,3000}$/s, 'must be a valid URL')),
    slack_file: optional(slackFile),
  }),
  (value, at, report) => {
    if (isFields(value) && (value['image_url'] === undefined) === (value['slack_file'] === undefined)) {
      report('must provide either image_url or slack_file', at)
    }
  },
)

const inViews = {
  section,
  divider: object(block),
  header: object({ ...block, text: plainText(150) }),
  image: pictureBlock,
  rich_text: richText,
  actions: object({ ...block, elements: list(inActions, { max: 25 }) }),
  context: object({
    ...block,
    elements: list(byType({ image, plain_text: anyText(3000), mrkdwn: anyText(3000) }), { max: 10 }),
  }),
  input: object({
    ...block,
    label: plainText(2000),
    hint: optional(plainText(2000)),
    optional: optional(flag),
    dispatch_action: optional(flag),
    element: inInput,
  }),
  alert: object({
    ...block,
    text: anyText(3000),
    level: optional(oneOf('default', 'info', 'warning', 'error', 'success')),
  }),
  video: anything,
}

const card = object({
  ...block,
  hero_image: optional(image),
  icon: optional(image),
  title: optional(anyText(150)),
  subtitle: optional(anyText(150)),
  body: optional(anyText(200)),
  actions: optional(list(byType({ button }), { max: 25 })),
})

const cell: Check = byType({
  raw_text: object({ type, text: string(12_000) }),
  raw_number: object({ type, value: anything, text: string(12_000) }),
  rich_text: richText,
})

const inMessages = {
  ...inViews,
  markdown: object({ ...block, text: string(12_000) }),
  context_actions: object({ ...block, elements: list(inContextActions, { max: 5 }) }),
  table: object({
    ...block,
    rows: list(list(cell, { max: 20 }), { max: 100 }),
    column_settings: optional(list(anything, { max: 20 })),
  }),
  card,
  carousel: object({ ...block, elements: list(byType({ card }), { max: 10 }) }),
  container: anything,
  data_table: anything,
  plan: anything,
  task_card: anything,
}

function unique(blocks: readonly Fields[], at: string, report: (rule: string, at: string) => void): void {
  const seen = new Set<string>()
  blocks.forEach((one, i) => {
    const id = textOf(one['block_id'])
    if (id !== undefined && seen.has(id)) report(`block_id already exists: ${id}`, `${at}/${i}/block_id`)
    if (id !== undefined) seen.add(id)
    const actions = new Set<string>()
    for (const element of elementsOf(one)) {
      const action = textOf(element['action_id'])
      if (action !== undefined && actions.has(action)) report(`action_id already exists: ${action}`, `${at}/${i}`)
      if (action !== undefined) actions.add(action)
    }
  })
}

/** Limits for all blocks together. */
function together(blocks: readonly Fields[], at: string, report: (rule: string, at: string) => void): void {
  const markdown = blocks.filter((one) => one['type'] === 'markdown').map((one) => textOf(one['text']) ?? '')
  if (markdown.join('').length > 12_000) report('markdown blocks must be less than 12001 characters together', at)
  if (blocks.filter((one) => one['type'] === 'table').length > 1) report('only_one_table_allowed', at)
  const focused = blocks.flatMap(elementsOf).filter((element) => element['focus_on_load'] === true)
  if (focused.length > 1) report('only one element can have focus_on_load', at)
}

/** The interactive elements of a block, in whichever field it has them. */
export function elementsOf(one: Fields): readonly Fields[] {
  const single = [one['accessory'], one['element']].filter(isFields)
  const several = one['type'] === 'card' ? one['actions'] : one['elements']
  if (one['type'] === 'carousel') return listOf(several).flatMap(elementsOf)
  if (one['type'] === 'container') return listOf(one['child_blocks']).flatMap(elementsOf)
  return [...single, ...listOf(several)]
}
