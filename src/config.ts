// The environment, read once: every variable is named here and nowhere else.
import { resolve } from 'node:path'
import { z } from 'zod'
import { isLoopback, mailFrom, readPublicUrl, readSmtpUrl, type MailServer } from './kit/addresses.ts'

export interface Config {
  /** The school's home folder, absolute. */
  readonly home: string
  readonly host: string
  readonly port: number
  readonly logLevel: string
  /** npm stands between us and whoever stops us. */
  readonly underNpm: boolean
  /** A PostgreSQL database that several servers share; undefined for the home's own SQLite file. Never printed. */
  readonly databaseUrl: string | undefined
  /** The web page's public address, such as `https://policies.school.example`, without a slash at the end. */
  readonly publicUrl: string | undefined
  /** Whoever presents it may read /metrics from another machine. Never printed. */
  readonly metricsToken: string | undefined
  /** How to send email; undefined where the school has not set it up. */
  readonly mail: MailVariables | undefined
  readonly slack: SlackVariables
  readonly teams: TeamsVariables
  readonly entra: EntraVariables
  /** The proxy through which this machine reaches others. Never printed: it may contain a password. */
  readonly proxy: ProxyVariables | undefined
  /** A folder in which new policies appear, local or mounted. */
  readonly watchedFolder: string | undefined
  /** The school’s own pages, to which the app’s page in Teams links. */
  readonly pages: PageVariables
}

export interface PageVariables {
  readonly website: string | undefined
  readonly privacy: string | undefined
  readonly terms: string | undefined
}

export interface ProxyVariables {
  readonly url: string
  /** Hosts that are reached directly, separated by commas. */
  readonly except: string | undefined
}

/** As given in the environment; adapters/slack says what is wrong with them. Never printed. */
export interface SlackVariables {
  readonly botToken: string | undefined
  readonly appToken: string | undefined
  readonly signingSecret: string | undefined
  readonly apiUrl: string | undefined
  readonly sltGroups: readonly string[]
}

/** The mail server, and what is sent by it. Never printed: it contains a password. */
export interface MailVariables extends MailServer {
  /** An address, with or without a name in front. */
  readonly from: string
}

/** As given in the environment; adapters/teams says what is wrong with them. Never printed. */
export interface TeamsVariables {
  readonly appId: string | undefined
  readonly appPassword: string | undefined
  /** A path, or the PEM itself. */
  readonly appCertificate: string | undefined
  readonly appCertificateKey: string | undefined
  readonly tenantId: string | undefined
  readonly appType: string | undefined
  /** `1` switches off the check of who somebody is; only allowed where `onLoopback`. */
  readonly local: string | undefined
  readonly onLoopback: boolean
  /** Set by hosts on Azure for managed identities. */
  readonly identityEndpoint: string | undefined
  readonly identityHeader: string | undefined
  /** For national clouds and tests. */
  readonly openIdMetadataUrl: string | undefined
  readonly tokenIssuer: string | undefined
  readonly loginUrl: string | undefined
  readonly oauthScope: string | undefined
  readonly graphUrl: string | undefined
  /** Email addresses and ids of Entra groups whose people are SLT, with commas between. */
  readonly slt: string | undefined
}

/** As given in the environment; adapters/entra says what is wrong with them. Never printed. */
export interface EntraVariables {
  /** The school’s; the bot’s own where it is left out. */
  readonly tenantId: string | undefined
  readonly clientId: string | undefined
  readonly clientSecret: string | undefined
  /** The “Application ID URI”: with it the bot’s app has a tab in Teams. */
  readonly tabUri: string | undefined
  /** For national clouds and tests. */
  readonly authorityUrl: string | undefined
}

const filled = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

const proxyAddress = filled.refine(
  (url) => url === undefined || (URL.canParse(url) && new URL(url).protocol === 'http:'),
  'must be the address of a proxy, such as http://proxy.school.example:3128',
)

const pageAddress = filled.refine(
  (url) => url === undefined || (URL.canParse(url) && new URL(url).protocol === 'https:'),
  'must be the address of a page that begins with https://, such as https://www.school.example/privacy',
)

const Environment = z.object({
  POLICY_GUIDE_HOME: filled,
  HOST: filled,
  PORT: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce
      .number('must be a number')
      .int()
      .min(0, 'must be 0 to 65535')
      .max(65_535, 'must be 0 to 65535')
      .default(3978),
  ),
  LOG_LEVEL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  npm_lifecycle_event: filled,
  DATABASE_URL: filled
    .refine(
      (url) => url === undefined || /^postgres(ql)?:\/\/\S+$/.test(url),
      'must be the address of a PostgreSQL database, such as postgres://user:password@host/policy_guide',
    )
    .refine(
      (url) => url === undefined || !/^postgres/.test(url) || URL.canParse(url),
      'cannot be read as an address. In the user and the password write # as %23, / as %2F, : as %3A, ? as %3F, @ as %40, % as %25; a port is at most 65535',
    ),
  PUBLIC_URL: filled.transform(readPublicUrl),
  METRICS_TOKEN: filled.refine(
    (token) => token === undefined || /^[\x21-\x7e]{20,}$/.test(token),
    'must be at least 20 characters without spaces, such as 32 random ones',
  ),
  SMTP_URL: filled.transform(readSmtpUrl),
  MAIL_FROM: filled.refine(
    (from) => from === undefined || mailFrom.test(from),
    'must be an email address, such as policies@school.example or Policy Guide <policies@school.example>',
  ),
  // Other programs also know these in lower case, and some systems set only those.
  HTTPS_PROXY: proxyAddress,
  https_proxy: proxyAddress,
  NO_PROXY: filled,
  no_proxy: filled,
  WATCHED_FOLDER: filled,
  SCHOOL_WEBSITE_URL: pageAddress,
  SCHOOL_PRIVACY_URL: pageAddress,
  SCHOOL_TERMS_URL: pageAddress,
  SLACK_BOT_TOKEN: filled,
  SLACK_APP_TOKEN: filled,
  SLACK_SIGNING_SECRET: filled,
  SLACK_API_URL: filled,
  SLACK_SLT_GROUPS: filled,
  MICROSOFT_APP_ID: filled,
  MICROSOFT_APP_PASSWORD: filled,
  MICROSOFT_APP_CERTIFICATE: filled,
  MICROSOFT_APP_CERTIFICATE_KEY: filled,
  MICROSOFT_APP_TENANT_ID: filled,
  MICROSOFT_APP_TYPE: filled,
  TEAMS_LOCAL: filled,
  TEAMS_OPENID_METADATA_URL: filled,
  TEAMS_TOKEN_ISSUER: filled,
  TEAMS_LOGIN_URL: filled,
  TEAMS_OAUTH_SCOPE: filled,
  TEAMS_TAB_URI: filled,
  ENTRA_TENANT_ID: filled,
  ENTRA_CLIENT_ID: filled,
  ENTRA_CLIENT_SECRET: filled,
  ENTRA_AUTHORITY_URL: filled,
  TEAMS_GRAPH_URL: filled,
  TEAMS_SLT: filled,
  IDENTITY_ENDPOINT: filled,
  IDENTITY_HEADER: filled,
})

export type ReadConfig =
  | { readonly kind: 'config'; readonly config: Config }
  /** One line for each problem, with the variable and its allowed values; never its value. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

export function readConfig(env: Readonly<Record<string, string | undefined>>, home?: string): ReadConfig {
  const read = Environment.safeParse(env)
  if (!read.success) {
    return { kind: 'problems', problems: read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) }
  }
  const set = read.data
  if (set.SMTP_URL !== undefined && set.MAIL_FROM === undefined) {
    const problems = ['MAIL_FROM must be set when SMTP_URL is: the address that emails come from.']
    return { kind: 'problems', problems }
  }
  return {
    kind: 'config',
    config: {
      home: resolve(home ?? set.POLICY_GUIDE_HOME ?? 'data'),
      host: set.HOST ?? '127.0.0.1',
      port: set.PORT,
      logLevel: set.LOG_LEVEL,
      underNpm: set.npm_lifecycle_event !== undefined,
      databaseUrl: set.DATABASE_URL,
      publicUrl: set.PUBLIC_URL,
      metricsToken: set.METRICS_TOKEN,
      mail: set.SMTP_URL && { ...set.SMTP_URL, from: set.MAIL_FROM ?? '' },
      slack: {
        botToken: set.SLACK_BOT_TOKEN,
        appToken: set.SLACK_APP_TOKEN,
        signingSecret: set.SLACK_SIGNING_SECRET,
        apiUrl: set.SLACK_API_URL,
        sltGroups: (set.SLACK_SLT_GROUPS ?? '').split(/[\s,]+/).filter((group) => group !== ''),
      },
      teams: teamsIn(set),
      entra: entraIn(set),
      proxy: proxyIn(set),
      watchedFolder: set.WATCHED_FOLDER,
      pages: { website: set.SCHOOL_WEBSITE_URL, privacy: set.SCHOOL_PRIVACY_URL, terms: set.SCHOOL_TERMS_URL },
    },
  }
}

function proxyIn(set: z.infer<typeof Environment>): ProxyVariables | undefined {
  const url = set.HTTPS_PROXY ?? set.https_proxy
  return url === undefined ? undefined : { url, except: set.NO_PROXY ?? set.no_proxy }
}

function entraIn(set: z.infer<typeof Environment>): EntraVariables {
  const { ENTRA_TENANT_ID: tenantId, ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret } = set
  return { tenantId, clientId, clientSecret, tabUri: set.TEAMS_TAB_URI, authorityUrl: set.ENTRA_AUTHORITY_URL }
}

function teamsIn(set: z.infer<typeof Environment>): TeamsVariables {
  return {
    appId: set.MICROSOFT_APP_ID,
    appPassword: set.MICROSOFT_APP_PASSWORD,
    appCertificate: set.MICROSOFT_APP_CERTIFICATE,
    appCertificateKey: set.MICROSOFT_APP_CERTIFICATE_KEY,
    tenantId: set.MICROSOFT_APP_TENANT_ID,
    appType: set.MICROSOFT_APP_TYPE,
    local: set.TEAMS_LOCAL,
    onLoopback: isLoopback(set.HOST ?? '127.0.0.1'),
    identityEndpoint: set.IDENTITY_ENDPOINT,
    identityHeader: set.IDENTITY_HEADER,
    openIdMetadataUrl: set.TEAMS_OPENID_METADATA_URL,
    tokenIssuer: set.TEAMS_TOKEN_ISSUER,
    loginUrl: set.TEAMS_LOGIN_URL,
    oauthScope: set.TEAMS_OAUTH_SCOPE,
    graphUrl: set.TEAMS_GRAPH_URL,
    slt: set.TEAMS_SLT,
  }
}
