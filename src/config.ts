// The environment, read once: every variable is named here and nowhere else.
import { resolve } from 'node:path'
import { z } from 'zod'

export interface Config {
  /** The school's home folder, absolute. */
  readonly home: string
  readonly host: string
  readonly port: number
  readonly logLevel: string
  /** npm stands between us and whoever stops us. */
  readonly underNpm: boolean
  readonly slack: SlackVariables
}

/** As they stand in the environment; adapters/slack says what is wrong with them. Never printed. */
export interface SlackVariables {
  readonly botToken: string | undefined
  readonly appToken: string | undefined
  readonly signingSecret: string | undefined
  readonly apiUrl: string | undefined
  readonly sltGroups: readonly string[]
}

const filled = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

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
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ),
  npm_lifecycle_event: filled,
  SLACK_BOT_TOKEN: filled,
  SLACK_APP_TOKEN: filled,
  SLACK_SIGNING_SECRET: filled,
  SLACK_API_URL: filled,
  SLACK_SLT_GROUPS: filled,
})

export type ReadConfig =
  | { readonly kind: 'config'; readonly config: Config }
  /** One line a problem, naming the variable and what it may be; never its value. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

export function readConfig(env: Readonly<Record<string, string | undefined>>, home?: string): ReadConfig {
  const read = Environment.safeParse(env)
  if (!read.success) {
    return { kind: 'problems', problems: read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) }
  }
  const set = read.data
  return {
    kind: 'config',
    config: {
      home: resolve(home ?? set.POLICY_GUIDE_HOME ?? 'data'),
      host: set.HOST ?? '127.0.0.1',
      port: set.PORT,
      logLevel: set.LOG_LEVEL,
      underNpm: set.npm_lifecycle_event !== undefined,
      slack: {
        botToken: set.SLACK_BOT_TOKEN,
        appToken: set.SLACK_APP_TOKEN,
        signingSecret: set.SLACK_SIGNING_SECRET,
        apiUrl: set.SLACK_API_URL,
        sltGroups: (set.SLACK_SLT_GROUPS ?? '')
          .split(',')
          .map((group) => group.trim())
          .filter((group) => group !== ''),
      },
    },
  }
}

/** True when nobody but this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
