// users.*, usergroups.*, bots.info and auth.test: lists and describes people and groups.
import { type Fields, flagOf, numberOf, textOf } from '../../json.ts'
import type { Person, State } from '../state.ts'
import { cursorAt, cursorOf } from './conversations.ts'
import { refuse, type Method } from './method.ts'

export const peopleMethods: Readonly<Record<string, Method>> = {
  'auth.test': ({ state }) => ({
    ok: true,
    url: 'https://school.slack.com/',
    team: 'A School',
    user: 'policyguide',
    team_id: state.ids.team,
    user_id: state.ids.botUser,
    bot_id: state.ids.bot,
    ...(state.settings.enterprise === undefined ? {} : { enterprise_id: state.settings.enterprise }),
    is_enterprise_install: false,
  }),

  'users.list': ({ state }, args) => {
    const everybody = [
      slackbot(state),
      ownUser(state),
      ...[...state.people.values()].map((person) => userOf(state, person)),
    ]
    const start = cursorOf(args['cursor'])
    if (start === undefined) return refuse('invalid_cursor')
    const limit = numberOf(args['limit']) ?? 0
    // Without a limit, Slack tries to send everybody at once, and refuses in a large workspace.
    if (limit === 0 && everybody.length > 1000) return refuse('limit_required')
    const end = limit === 0 ? everybody.length : start + Math.min(limit, 1000)
    return {
      ok: true,
      members: everybody.slice(start, end),
      cache_ts: Math.floor(state.now().getTime() / 1000),
      response_metadata: { next_cursor: end < everybody.length ? cursorAt(end) : '' },
    }
  },

  'users.info': ({ state }, args) => {
    const id = textOf(args['user']) ?? ''
    if (id === state.ids.botUser) return { ok: true, user: ownUser(state) }
    const person = state.people.get(id)
    return person === undefined ? refuse('user_not_found') : { ok: true, user: userOf(state, person) }
  },

  'bots.info': ({ state }, args) => {
    if (textOf(args['bot']) !== state.ids.bot) return refuse('bot_not_found')
    const { bot, app, botUser } = state.ids
    return {
      ok: true,
      bot: {
        id: bot,
        deleted: false,
        name: 'Policy Guide',
        app_id: state.settings.botOfApp ?? app,
        user_id: botUser,
        icons: {},
      },
    }
  },

  'usergroups.list': ({ state }, args) => ({
    ok: true,
    usergroups: [...state.groups.values()].map((group) => ({
      id: group.id,
      team_id: state.ids.team,
      is_usergroup: true,
      name: group.handle,
      handle: group.handle,
      description: '',
      date_delete: 0,
      user_count: group.users.length,
      ...(flagOf(args['include_users']) ? { users: group.users } : {}),
    })),
  }),

  'usergroups.users.list': ({ state }, args) => {
    const group = state.groups.get(textOf(args['usergroup']) ?? '')
    return group === undefined ? refuse('no_such_subteam') : { ok: true, users: group.users }
  },
}

/** A person in Slack's shape, as in answers, team_join and user_change. */
export function userOf(state: State, person: Person): Fields {
  const { profile } = person
  const common = {
    id: person.id,
    team_id: profile.team ?? state.ids.team,
    ...(profile.enterprise === undefined ? {} : { enterprise_user: { enterprise_id: profile.enterprise } }),
    name: person.handle,
    deleted: profile.deleted,
    is_bot: profile.isBot,
    is_app_user: false,
    updated: person.updated,
  }
  const shown = {
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.name.split(' ')[0] ?? '',
    display_name_normalized: person.name.split(' ')[0] ?? '',
    title: profile.title,
    team: profile.team ?? state.ids.team,
    // Without this scope the address is missing, not empty.
    ...(state.settings.scopes.includes('users:read.email') && !profile.isBot ? { email: profile.email } : {}),
  }
  // Slack sends fewer fields for a deactivated person.
  if (profile.deleted) return { ...common, profile: shown }
  return {
    ...common,
    color: '9f69e7',
    real_name: person.name,
    tz: 'Europe/London',
    tz_label: 'British Summer Time',
    tz_offset: 3600,
    profile: shown,
    is_admin: profile.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: profile.isGuest,
    is_ultra_restricted: false,
    is_email_confirmed: true,
    who_can_share_contact_card: 'EVERYONE',
  }
}

/** Slackbot is in every list, with is_bot false. */
function slackbot(state: State): Fields {
  return {
    id: 'USLACKBOT',
    team_id: state.ids.team,
    name: 'slackbot',
    deleted: false,
    real_name: 'Slackbot',
    profile: { real_name: 'Slackbot', display_name: 'Slackbot', team: state.ids.team },
    is_bot: false,
    is_app_user: false,
    updated: 0,
  }
}

function ownUser(state: State): Fields {
  return {
    id: state.ids.botUser,
    team_id: state.ids.team,
    name: 'policyguide',
    deleted: false,
    real_name: 'Policy Guide',
    profile: {
      real_name: 'Policy Guide',
      display_name: '',
      api_app_id: state.ids.app,
      bot_id: state.ids.bot,
      team: state.ids.team,
    },
    is_bot: true,
    is_app_user: false,
    updated: 1_788_000_000,
  }
}
