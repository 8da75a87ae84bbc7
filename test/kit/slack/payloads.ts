// The bodies that Slack sends, each in its documented shape.
import { randomBytes } from 'node:crypto'
import { userOf } from './api/people.ts'
import { issueHook } from './hooks.ts'
import { shown } from './messages.ts'
import type { Filled, Group, Person, Room, State, Stored, View } from './state.ts'
import type { Fields } from '../json.ts'
import { describedView } from './views.ts'

const token = 'verification-token-of-old'
const home = { enterprise: null, is_enterprise_install: false } as const

export function eventCallback(state: State, event: Fields): Fields & { readonly event_id: string } {
  const { team, app, botUser } = state.ids
  const event_id = state.nextId('Ev')
  return {
    token,
    team_id: team,
    context_team_id: team,
    context_enterprise_id: null,
    api_app_id: app,
    event,
    type: 'event_callback',
    event_id,
    event_time: Math.floor(state.now().getTime() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${event_id}`,
  }
}

export function urlVerification(): Fields & { readonly challenge: string } {
  return { token, challenge: randomBytes(18).toString('base64url'), type: 'url_verification' }
}

/** A trigger_id, valid once within three seconds. */
export function issueTrigger(state: State, user: string): string {
  const id = `${state.now().getTime()}.${state.triggers.size + 1_000_000}.${randomBytes(16).toString('hex')}`
  state.triggers.set(id, { user, at: state.now().getTime(), used: false })
  return id
}

export function command(
  state: State,
  person: Person,
  room: Room,
  said: { readonly command: string; readonly text: string; readonly hookUrl: string },
): Fields {
  return {
    token,
    team_id: state.ids.team,
    team_domain: 'school',
    channel_id: room.id,
    channel_name: channelName(room),
    user_id: person.id,
    user_name: person.handle,
    command: said.command,
    text: said.text,
    api_app_id: state.ids.app,
    is_enterprise_install: 'false',
    response_url: said.hookUrl,
    trigger_id: issueTrigger(state, person.id),
  }
}

/** Where a pressed element is. */
export type Spot =
  | { readonly in: 'message'; readonly room: Room; readonly message: Stored; readonly hookUrl: string }
  | { readonly in: 'view'; readonly view: View }

export function blockActions(state: State, person: Person, spot: Spot, action: Fields): Fields {
  const actions = [{ ...action, action_ts: state.nextTs() }]
  const common = { type: 'block_actions', ...whoAndWhere(state, person), api_app_id: state.ids.app, token, ...home }
  const trigger_id = issueTrigger(state, person.id)
  if (spot.in === 'view') {
    const view = describedView(state, spot.view)
    return { ...common, container: { type: 'view', view_id: spot.view.id }, trigger_id, view, actions }
  }
  const { room, message } = spot
  const ephemeral = message.onlyFor !== undefined
  return {
    ...common,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: room.id,
      is_ephemeral: ephemeral,
      ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
    },
    trigger_id,
    channel: { id: room.id, name: channelName(room) },
    // Slack does not send an ephemeral message, because it does not keep one.
    ...(ephemeral ? {} : { message: shown(state, message) }),
    state: { values: message.filled.get(person.id) ?? emptyForm },
    response_url: spot.hookUrl,
    actions,
  }
}

export function viewSubmission(state: State, person: Person, view: View): Fields {
  return {
    type: 'view_submission',
    ...whoAndWhere(state, person),
    api_app_id: state.ids.app,
    token,
    trigger_id: issueTrigger(state, person.id),
    view: describedView(state, view),
    response_urls: [],
    ...home,
  }
}

export function viewClosed(state: State, person: Person, view: View, cleared: boolean): Fields {
  return {
    type: 'view_closed',
    ...whoAndWhere(state, person),
    api_app_id: state.ids.app,
    token,
    view: describedView(state, view),
    is_cleared: cleared,
    ...home,
  }
}

export function globalShortcut(state: State, person: Person, callbackId: string): Fields {
  return {
    type: 'shortcut',
    token,
    action_ts: state.nextTs(),
    team: { id: state.ids.team, domain: 'school' },
    user: { id: person.id, username: person.handle, team_id: state.ids.team },
    ...home,
    callback_id: callbackId,
    trigger_id: issueTrigger(state, person.id),
  }
}

export function messageShortcut(state: State, person: Person, room: Room, message: Stored, callbackId: string): Fields {
  return {
    type: 'message_action',
    token,
    action_ts: state.nextTs(),
    ...whoAndWhere(state, person),
    channel: { id: room.id, name: channelName(room) },
    ...home,
    callback_id: callbackId,
    trigger_id: issueTrigger(state, person.id),
    response_url: issueHook(state, {
      user: person.id,
      channel: room.id,
      message: message.ts,
      thread: message.thread,
    }),
    message_ts: message.ts,
    message: shown(state, message),
  }
}

export function homeOpened(state: State, person: Person, room: Room, tab: 'home' | 'messages'): Fields {
  return {
    type: 'app_home_opened',
    user: person.id,
    channel: room.id,
    tab,
    // Only present once a home was published.
    ...(tab === 'home' && person.home !== undefined ? { view: describedView(state, person.home) } : {}),
    ...appContext(state),
    event_ts: state.nextTs(),
  }
}

export function assistantThread(
  state: State,
  person: Person,
  about: { readonly room: Room; readonly thread: string; readonly context: string | undefined },
): Fields {
  return {
    type: 'assistant_thread_started',
    assistant_thread: {
      user_id: person.id,
      context:
        about.context === undefined ? {} : { channel_id: about.context, team_id: state.ids.team, enterprise_id: null },
      channel_id: about.room.id,
      thread_ts: about.thread,
    },
    event_ts: state.nextTs(),
  }
}

export function aboutPerson(state: State, type: 'team_join' | 'user_change', person: Person): Fields {
  return {
    type,
    user: userOf(state, person),
    cache_ts: Math.floor(state.now().getTime() / 1000),
    event_ts: state.nextTs(),
  }
}

/** What the person looks at beside an agent; only for apps that subscribed to it. */
export function appContext(state: State): Fields {
  const wanted = state.settings.pane === 'agent' && state.settings.events.includes('app_context_changed')
  return wanted ? { app_context: {} } : {}
}

export function groupChange(state: State, before: readonly string[], group: Group): Fields {
  const added = group.users.filter((user) => !before.includes(user))
  const removed = before.filter((user) => !group.users.includes(user))
  const now = Math.floor(state.now().getTime() / 1000)
  return {
    type: 'subteam_members_changed',
    subteam_id: group.id,
    team_id: state.ids.team,
    date_previous_update: now,
    date_update: now,
    added_users: added,
    // Slack documents these counts as strings.
    added_users_count: String(added.length),
    removed_users: removed,
    removed_users_count: String(removed.length),
    event_ts: state.nextTs(),
  }
}

/** In commands and interactions, Slack names a direct message `directmessage` and a private channel `privategroup`. */
function channelName(room: Room): string {
  if (room.kind === 'im') return 'directmessage'
  return room.kind === 'group' ? 'privategroup' : room.name
}

function whoAndWhere(state: State, person: Person): Fields {
  return {
    team: { id: state.ids.team, domain: 'school' },
    user: { id: person.id, username: person.handle, name: person.handle, team_id: state.ids.team },
  }
}

const emptyForm: Filled = {}
