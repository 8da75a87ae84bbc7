// Composition objects: texts, options, confirmations.
import { isFields } from '../../json.ts'
import { also, anything, byType, flag, list, object, oneOf, optional, string, type Check } from './schema.ts'

export const type = anything

export function plainText(max: number): Check {
  return byType({ plain_text: object({ type, text: string(max), emoji: optional(flag) }) })
}

export function anyText(max: number): Check {
  return byType({
    plain_text: object({ type, text: string(max), emoji: optional(flag) }),
    mrkdwn: object({ type, text: string(max), verbatim: optional(flag) }),
  })
}

export const confirm = object({
  title: optional(plainText(100)),
  text: anyText(300),
  confirm: optional(plainText(30)),
  deny: optional(plainText(30)),
  style: optional(oneOf('primary', 'danger')),
})

function option(text: Check): Check {
  return object({ text, value: string(150), description: optional(plainText(75)), url: optional(string(3000)) })
}

/** Menus only show plain text; radio buttons and checkboxes may use mrkdwn. */
export const menuOption = option(plainText(75))
export const groupOption = option(anyText(75))

const optionGroup = object({ label: plainText(75), options: list(menuOption, { max: 100 }) })

export const menuOptions = {
  options: optional(list(menuOption, { max: 100 })),
  option_groups: optional(list(optionGroup, { max: 100 })),
}

/** A menu has either options or groups of options. */
export function withOptions(check: Check): Check {
  return also(check, (value, at, report) => {
    if (!isFields(value)) return
    if ((value['options'] === undefined) === (value['option_groups'] === undefined)) {
      report('must provide either options or option_groups', at)
    }
  })
}
