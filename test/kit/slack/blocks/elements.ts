// Block elements: the contents of actions, sections, inputs and contexts, with the limits of each.
import { anything, byType, flag, list, matching, object, oneOf, optional, string, whole, type Check } from './schema.ts'
import { confirm, groupOption, menuOption, menuOptions, plainText, type, withOptions } from './texts.ts'

const common = { type, action_id: optional(string(255)) }
const focusable = { ...common, focus_on_load: optional(flag) }
const asking = { ...focusable, placeholder: optional(plainText(150)) }
const confirming = { confirm: optional(confirm) }
const day = matching(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like YYYY-MM-DD')
const time = matching(/^\d{2}:\d{2}$/, 'must be a time like HH:mm')
const webAddress = matching(/^https?:\/\/.{1,3000}$/s, 'must be a valid URL')
const dispatching = {
  dispatch_action_config: optional(
    object({ trigger_actions_on: optional(list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 })) }),
  ),
}

const button = object({
  ...common,
  ...confirming,
  text: plainText(75),
  value: optional(string(2000)),
  url: optional(webAddress),
  style: optional(oneOf('primary', 'danger')),
  accessibility_label: optional(string(75)),
})

export const image = object({
  type,
  alt_text: string(2000),
  image_url: optional(webAddress),
  slack_file: optional(anything),
})

function menu(own: Parameters<typeof object>[0]): Check {
  return object({ ...asking, ...confirming, ...own })
}

const many = { max_selected_items: optional(whole(1, 100)) }
const id = optional(string(255))
const ids = optional(list(string(255), { max: 100 }))
const filtering = { default_to_current_conversation: optional(flag), filter: optional(anything) }

const menus = {
  static_select: withOptions(menu({ ...menuOptions, initial_option: optional(menuOption) })),
  multi_static_select: withOptions(
    menu({ ...menuOptions, ...many, initial_options: optional(list(menuOption, { max: 100 })) }),
  ),
  users_select: menu({ initial_user: id }),
  multi_users_select: menu({ ...many, initial_users: ids }),
  conversations_select: menu({ ...filtering, initial_conversation: id, response_url_enabled: optional(flag) }),
  multi_conversations_select: menu({ ...many, ...filtering, initial_conversations: ids }),
  channels_select: menu({ initial_channel: id, response_url_enabled: optional(flag) }),
  multi_channels_select: menu({ ...many, initial_channels: ids }),
  external_select: menu({ initial_option: optional(menuOption), min_query_length: optional(whole(0, 1000)) }),
  multi_external_select: menu({
    ...many,
    initial_options: optional(list(menuOption, { max: 100 })),
    min_query_length: optional(whole(0, 1000)),
  }),
}

const choices = {
  radio_buttons: object({
    ...focusable,
    ...confirming,
    options: list(groupOption, { max: 10 }),
    initial_option: optional(groupOption),
  }),
  checkboxes: object({
    ...focusable,
    ...confirming,
    options: list(groupOption, { max: 10 }),
    initial_options: optional(list(groupOption, { max: 10 })),
  }),
  datepicker: object({ ...asking, ...confirming, initial_date: optional(day) }),
  timepicker: object({ ...asking, ...confirming, initial_time: optional(time), timezone: optional(string(255)) }),
  datetimepicker: object({ ...focusable, ...confirming, initial_date_time: optional(anything) }),
  ...menus,
}

const overflow = object({ ...common, ...confirming, options: list(menuOption, { max: 5 }) })
const workflowButton = object({
  ...common,
  text: plainText(75),
  workflow: anything,
  style: optional(oneOf('primary', 'danger')),
  accessibility_label: optional(string(75)),
})

const typed = {
  plain_text_input: object({
    ...asking,
    ...dispatching,
    initial_value: optional(string(3000, 0)),
    multiline: optional(flag),
    min_length: optional(whole(0, 3000)),
    max_length: optional(whole(1, 3000)),
  }),
  email_text_input: object({ ...asking, ...dispatching, initial_value: optional(string(3000)) }),
  url_text_input: object({ ...asking, ...dispatching, initial_value: optional(string(3000)) }),
  number_input: object({
    ...asking,
    ...dispatching,
    is_decimal_allowed: flag,
    initial_value: optional(string(100)),
    min_value: optional(string(100)),
    max_value: optional(string(100)),
  }),
  rich_text_input: object({ ...asking, ...dispatching, initial_value: optional(anything) }),
  file_input: object({
    ...common,
    filetypes: optional(list(string(20), { max: 100 })),
    max_files: optional(whole(1, 10)),
  }),
}

const feedbackButton = object({
  text: plainText(75),
  value: string(2000),
  accessibility_label: optional(string(75)),
})

export const inActions = byType({ button, ...choices, overflow, workflow_button: workflowButton })
export const inSection = byType({ button, image, ...choices, overflow, workflow_button: workflowButton })
export const inInput = byType({ ...choices, ...typed })
export const inContextActions = byType({
  feedback_buttons: object({ ...common, positive_button: feedbackButton, negative_button: feedbackButton }),
  icon_button: object({
    ...common,
    ...confirming,
    icon: oneOf('trash'),
    text: plainText(75),
    value: optional(string(2000)),
    accessibility_label: optional(string(75)),
    visible_to_user_ids: ids,
  }),
})
export { button }
