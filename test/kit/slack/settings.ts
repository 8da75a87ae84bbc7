// What the app was granted at installation, and what each method and event needs.
import { type Fields, fieldsOf, flagOf, isFields, isList, type Json, listOf, textOf } from '../json.ts'
import type { AppSettings } from './types.ts'

/** Grants everything, for tests that are not about permissions. */
export const allowEverything: AppSettings = {
  scopes: [
    'app_mentions:read',
    'assistant:write',
    'channels:history',
    'channels:read',
    'chat:write',
    'commands',
    'files:write',
    'groups:history',
    'groups:read',
    'im:history',
    'im:read',
    'im:write',
    'reactions:write',
    'usergroups:read',
    'users:read',
    'users:read.email',
  ],
  events: [
    'app_home_opened',
    'app_mention',
    'app_uninstalled',
    'assistant_thread_context_changed',
    'assistant_thread_started',
    'member_joined_channel',
    'message.channels',
    'message.groups',
    'message.im',
    'subteam_members_changed',
    'team_join',
    'tokens_revoked',
    'user_change',
  ],
  commands: 'any',
  shortcuts: 'any',
  interactivity: true,
  homeTab: true,
  messagesTab: true,
  pane: 'none',
}

/**
 * What a manifest grants (the parsed manifest/slack.json), so that a test runs with exactly what an installation has.
 */
export function settingsOf(manifest: Json): AppSettings {
  const top = fieldsOf(manifest)
  const features = fieldsOf(top['features'])
  const settings = fieldsOf(top['settings'])
  const home = fieldsOf(features['app_home'])
  return {
    scopes: texts(at(top, 'oauth_config', 'scopes', 'bot')),
    events: texts(at(settings, 'event_subscriptions', 'bot_events')),
    commands: listOf(features['slash_commands']).map((command) => textOf(command['command']) ?? ''),
    shortcuts: listOf(features['shortcuts']).map((shortcut) => ({
      type: shortcut['type'] === 'message' ? 'message' : 'global',
      callbackId: textOf(shortcut['callback_id']) ?? '',
    })),
    interactivity: flagOf(at(settings, 'interactivity', 'is_enabled')),
    homeTab: flagOf(home['home_tab_enabled']),
    messagesTab: flagOf(home['messages_tab_enabled']) && !flagOf(home['messages_tab_read_only_enabled']),
    pane: paneOf(features),
  }
}

/** A method needs one of these scopes; a method without a list needs none. */
export const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.open': ['im:write', 'mpim:write'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'users.list': ['users:read'],
  'users.info': ['users:read'],
  'bots.info': ['users:read'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'reactions.add': ['reactions:write'],
  'assistant.threads.setStatus': ['assistant:write', 'chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
}

/** The scope for each kind of conversation, where a method needs different ones. */
export const scopeFor = {
  read: { channel: 'channels:read', group: 'groups:read', im: 'im:read' },
  history: { channel: 'channels:history', group: 'groups:history', im: 'im:history' },
} as const

/** The name of the subscription for such an event. */
export function subscriptionOf(event: Fields): string {
  const type = textOf(event['type']) ?? ''
  if (type !== 'message') return type
  const kinds: Readonly<Record<string, string>> = {
    im: 'message.im',
    channel: 'message.channels',
    group: 'message.groups',
  }
  return kinds[textOf(event['channel_type']) ?? ''] ?? 'message.mpim'
}

/** The scope that each event also needs; without it Slack refuses the subscription. */
export const eventScopes: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  team_join: 'users:read',
  user_change: 'users:read',
  assistant_thread_started: 'assistant:write',
  assistant_thread_context_changed: 'assistant:write',
  member_joined_channel: 'channels:read',
  subteam_members_changed: 'usergroups:read',
}

function paneOf(features: Fields): AppSettings['pane'] {
  if (isFields(features['agent_view'])) return 'agent'
  return isFields(features['assistant_view']) ? 'assistant' : 'none'
}

function at(from: Fields, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => fieldsOf(value)[key], from)
}

function texts(value: Json | undefined): readonly string[] {
  return isList(value) ? value.filter((one) => typeof one === 'string') : []
}
