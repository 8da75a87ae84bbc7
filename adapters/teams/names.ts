// What this app is called in Teams and everything that it responds to. manifest/teams.json says the same, and a test
// compares them.

export const botName = 'Policy Guide'

/** Where the bot service sends everything. */
export const messagesPath = '/api/messages'

/** Words that the manifest offers in its command lists, and that people may also type. */
export const commands = ['check', 'sections', 'status', 'help'] as const

export const extension = {
  /** Search: choose a section by a few words. */
  search: 'sections',
  searchParameter: 'query',
  /** Action: check a message, or begin a check, in a dialog. */
  action: 'check',
} as const

/** Verbs of Action.Execute. */
export const verbs = {
  /** A button was pressed. */
  act: 'act',
  /** Teams asks what this person should see instead of the card that everybody sees. */
  view: 'view',
} as const

/** Invokes that are answered; any other gets 501 and is logged by its name. */
export const invokes = {
  card: 'adaptiveCard/action',
  openDialog: 'task/fetch',
  sendDialog: 'task/submit',
  search: 'composeExtension/query',
  openAction: 'composeExtension/fetchTask',
  sendAction: 'composeExtension/submitAction',
  /** One of Teams's own thumbs under a message. */
  thumb: 'message/submitAction',
} as const

/**
 * Resource-specific permissions that the manifest asks for, with the purpose of each: for the README and for `doctor`.
 */
export const permissions = {
  TeamMember: 'to know who works here (names and email addresses) in teams that it was added to',
} as const
