// Parses what the environment says about Slack: how to connect, or what is wrong and what to do. It loads nothing of
// Slack's, so that starting without Slack stays light.

/** As given in the environment (SLACK_BOT_TOKEN and so on). */
export interface SlackVariables {
  readonly botToken?: string | undefined
  readonly appToken?: string | undefined
  readonly signingSecret?: string | undefined
  readonly apiUrl?: string | undefined
  readonly sltGroups?: readonly string[] | undefined
}

export interface SlackSettings {
  readonly botToken: string
  /** Ends in a slash. */
  readonly apiUrl: string
  /** Handles of user groups, without the @. */
  readonly sltGroups: readonly string[]
  /** One or the other, never both. */
  readonly mode:
    { readonly kind: 'socket'; readonly appToken: string } | { readonly kind: 'http'; readonly signingSecret: string }
}

export interface SettingsProblem {
  readonly what: string
  readonly fix: string
}

export type CheckedSettings =
  /** Nothing is set for Slack. */
  | { readonly kind: 'off' }
  | { readonly kind: 'settings'; readonly settings: SlackSettings; readonly notes: readonly string[] }
  | { readonly kind: 'problems'; readonly problems: readonly SettingsProblem[] }

/** No message contains a value, because these are secrets. */
export function checkSlackSettings(variables: SlackVariables): CheckedSettings {
  const { botToken, appToken, signingSecret } = variables
  if (botToken === undefined && appToken === undefined && signingSecret === undefined) return { kind: 'off' }
  const mode = modeOf(variables)
  const problems = [
    ...checkBotToken(botToken),
    ...(appToken === undefined ? checkSecret(signingSecret) : checkAppToken(appToken)),
    ...checkApiUrl(variables.apiUrl),
  ]
  if (problems.length > 0 || botToken === undefined || mode === undefined) return { kind: 'problems', problems }
  const both = appToken !== undefined && signingSecret !== undefined
  return {
    kind: 'settings',
    settings: {
      botToken,
      apiUrl: withSlash(variables.apiUrl ?? 'https://slack.com/api/'),
      sltGroups: (variables.sltGroups ?? []).map((handle) => handle.replace(/^@/, '')),
      mode,
    },
    notes: both ? ['SLACK_APP_TOKEN is set, so Socket Mode is used and SLACK_SIGNING_SECRET is not needed.'] : [],
  }
}

function modeOf({ appToken, signingSecret }: SlackVariables): SlackSettings['mode'] | undefined {
  if (appToken !== undefined) return { kind: 'socket', appToken }
  return signingSecret === undefined ? undefined : { kind: 'http', signingSecret }
}

function checkBotToken(token: string | undefined): SettingsProblem[] {
  const where =
    'On https://api.slack.com/apps choose the app, then “OAuth & Permissions”, and copy the “Bot User OAuth Token”. It starts with xoxb-.'
  if (token === undefined) return [{ what: 'SLACK_BOT_TOKEN is not set.', fix: where }]
  if (token.startsWith('xapp-'))
    return [{ what: 'SLACK_BOT_TOKEN holds an app-level token.', fix: `That one belongs in SLACK_APP_TOKEN. ${where}` }]
  if (token.startsWith('xoxp-')) return [{ what: 'SLACK_BOT_TOKEN holds a person’s token.', fix: where }]
  if (!/^xoxb-[\w-]+$/.test(token)) return [{ what: 'SLACK_BOT_TOKEN is not a whole bot token.', fix: where }]
  return []
}

function checkAppToken(token: string): SettingsProblem[] {
  const where =
    'On https://api.slack.com/apps choose the app, then “Basic Information”, “App-Level Tokens”, and generate one with the scope connections:write. It starts with xapp-.'
  if (token.startsWith('xoxb-'))
    return [{ what: 'SLACK_APP_TOKEN holds the bot token.', fix: `That one belongs in SLACK_BOT_TOKEN. ${where}` }]
  return /^xapp-[\w-]+$/.test(token) ? [] : [{ what: 'SLACK_APP_TOKEN is not a whole app-level token.', fix: where }]
}

function checkSecret(secret: string | undefined): SettingsProblem[] {
  if (secret === undefined) {
    return [
      {
        what: 'Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set.',
        fix: 'Set SLACK_APP_TOKEN for Socket Mode, which needs no public address; or SLACK_SIGNING_SECRET when Slack can reach this machine.',
      },
    ]
  }
  const where = 'On https://api.slack.com/apps choose the app, then “Basic Information”, and copy the “Signing Secret”.'
  if (/^x(oxb|oxp|app)-/.test(secret)) return [{ what: 'SLACK_SIGNING_SECRET holds a token.', fix: where }]
  return /^\S{8,}$/.test(secret) ? [] : [{ what: 'SLACK_SIGNING_SECRET is not a whole signing secret.', fix: where }]
}

function checkApiUrl(url: string | undefined): SettingsProblem[] {
  if (url === undefined) return []
  const fix = 'Leave SLACK_API_URL out, so that Slack’s own address is used; only tests need another.'
  if (!URL.canParse(url)) return [{ what: 'SLACK_API_URL is not an address.', fix }]
  const { protocol, hostname } = new URL(url)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol === 'https:' || (protocol === 'http:' && local)) return []
  return [{ what: 'SLACK_API_URL would send the tokens over an unencrypted connection.', fix }]
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}
