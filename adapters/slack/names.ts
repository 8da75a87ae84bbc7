// What this app is called in Slack and everything that it asks of Slack. manifest/slack.json says the same, and a test
// compares them.

export const commands = ['/policy'] as const

export const shortcuts = {
  /** On any message: its text is the draft. */
  check_message: 'message',
  /** From anywhere. */
  can_i_post: 'global',
} as const

/** The event types that are listened to, with the scope that each needs. */
export const events = {
  app_home_opened: undefined,
  app_mention: 'app_mentions:read',
  assistant_thread_started: 'assistant:write',
  'message.im': 'im:history',
  subteam_members_changed: 'usergroups:read',
  team_join: 'users:read',
  user_change: 'users:read',
} as const

/** The Web API methods that are called, with the scope that each needs. Nothing else can be called: see api.ts. */
export const methods = {
  'assistant.threads.setStatus': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'auth.test': undefined,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'im:history',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'usergroups.list': 'usergroups:read',
  'usergroups.users.list': 'usergroups:read',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'views.open': undefined,
  'views.publish': undefined,
  'views.push': undefined,
  'views.update': undefined,
} as const
export type Method = keyof typeof methods

export interface Scope {
  /** For the README and for `doctor`. */
  readonly why: string
  /** Without it the bot starts, and says what is missing. */
  readonly needed: boolean
}

export const scopes: Readonly<Record<string, Scope>> = {
  'app_mentions:read': { needed: true, why: 'to hear “@Policy Guide …” in channels it was invited to' },
  'assistant:write': { needed: false, why: 'to offer first questions in the assistant pane' },
  'chat:write': { needed: true, why: 'to answer, in conversations it is part of' },
  commands: { needed: true, why: 'for /policy and the two shortcuts' },
  'files:write': { needed: false, why: 'to give people their receipt as a file, and to show charts as pictures' },
  'im:history': {
    needed: true,
    why: 'to hear what people write to it in direct messages, and to see after a crash what it had sent there',
  },
  'im:write': { needed: false, why: 'to find its own conversation with somebody, where it looks after a crash' },
  'usergroups:read': { needed: false, why: 'to know from a user group who is in the senior leadership team' },
  'users:read': { needed: true, why: 'to know who works here: names, and who has left' },
  'users:read.email': { needed: false, why: 'to know that a person in Slack and in Teams is the same' },
}

/** Marks notices, with their key. */
export const noticeEvent = 'policy_guide_notice'

/** The bot's name where the adapter must supply it itself: the title of a modal. */
export const botName = 'Policy Guide'

/** What the assistant pane offers until the school’s own first questions are known, as a person would type it. */
export const suggestions = ['Can I post this?', 'Show the sections', 'What can you do?'] as const
