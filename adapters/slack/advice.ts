// What to do about what Slack refuses, for whoever set it up.
import { passing } from './attempt.ts'

/** Undefined where there is nothing to say but that Slack refused it. */
export function adviceOn(error: string, check: string): string | undefined {
  if (passing.has(error)) return waitForSlack
  return (check === 'app token' ? appAdvice[error] : undefined) ?? advice[error]
}

export const waitForSlack =
  'Slack has trouble of its own. Try again in a few minutes; https://slack-status.com says more.'

export const newAppToken = '“Basic Information”, “App-Level Tokens”, and generate one with the scope connections:write.'

const advice: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not know this token. Copy it again from the app’s settings, all of it.',
  not_authed: 'Slack got no token. Set it again.',
  account_inactive: 'The app was removed from the workspace. Install it again and copy the new token.',
  token_revoked: 'The token was revoked. Install the app again and copy the new token.',
  token_expired:
    'Tokens of this app expire. Turn “token rotation” off under “OAuth & Permissions”, reinstall, and copy the new token.',
  not_allowed_token_type: 'This is another kind of token. Compare how it begins with adapters/slack/README.md.',
  ratelimited: 'Slack asks for a pause. Try again in a minute.',
  team_access_not_granted: 'The app is not installed in this workspace. Install it there and copy the new token.',
  org_login_required: 'Slack is moving the workspace into an organisation. Try again when that is done.',
}

const newly = `Choose the app on https://api.slack.com/apps, then ${newAppToken}`

/** What an app-level token needs otherwise. */
const appAdvice: Readonly<Record<string, string>> = {
  missing_scope: 'The app-level token lacks connections:write. Generate a new one with it.',
  no_permission: 'The app-level token lacks connections:write. Generate a new one with it.',
  token_revoked: `The token was revoked. ${newly}`,
  token_expired: `The token has expired. ${newly}`,
  account_inactive: `The app was deleted, or removed from the workspace. ${newly}`,
  socket_mode_not_enabled:
    'Socket Mode is off for this app. Choose the app on https://api.slack.com/apps, then “Socket Mode”, and turn it on.',
  forbidden_team: 'This workspace does not let apps use Socket Mode. Ask whoever runs it to allow that.',
}
