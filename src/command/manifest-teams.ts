// `manifest teams`: the package to upload to Teams, checked before it is written.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type CommandContext, status } from './context.ts'

export interface AskedForTeams {
  readonly appId: string | undefined
  readonly url: URL | undefined
  readonly out: string | undefined
  readonly replace: boolean
}

export async function teamsManifest(context: CommandContext, asked: AskedForTeams): Promise<number> {
  const appId = asked.appId ?? context.config.teams.appId
  const problem = problemOfId(appId, asked)
  if (appId === undefined || problem !== undefined) {
    context.err(problem ?? '')
    return status.misuse
  }
  const url = addressOf(context, asked)
  const made = await make(join(context.root, 'manifest'), { appId: appId.toLowerCase(), url: url ?? nowhere })
  if (made.kind === 'problems') {
    context.err('Nothing was written, because Teams would not take it:')
    for (const line of made.problems) context.err(`  ${line}`)
    return status.no
  }
  const written = write(context, made.bytes, asked)
  if (written === status.done && url === undefined) {
    context.err(`The app’s page in Teams links to ${nowhere}. Give the school’s own page with --url https://…`)
  }
  return written
}

/** Teams wants an address, and this one belongs to nobody. */
const nowhere = 'https://example.org/'

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

function problemOfId(appId: string | undefined, asked: AskedForTeams): string | undefined {
  const where =
    'On https://entra.microsoft.com choose “App registrations”, the app, and copy “Application (client) ID”.'
  if (appId === undefined) return `Which app? Set MICROSOFT_APP_ID, or give --app-id. ${where}`
  if (guid.test(appId)) return undefined
  const name = asked.appId === undefined ? 'MICROSOFT_APP_ID' : '--app-id'
  return `${name} is not a whole id (8-4-4-4-12 characters). ${where}`
}

function addressOf({ config }: CommandContext, { url }: AskedForTeams): string | undefined {
  if (url !== undefined) return url.href
  return config.publicUrl?.startsWith('https://') === true ? new URL(config.publicUrl).href : undefined
}

type Made =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

async function make(folder: string, filling: { readonly appId: string; readonly url: string }): Promise<Made> {
  const [{ fill, problemsOfIcons, zip }, { problemsOf }] = await Promise.all([
    import('./manifest-package.ts'),
    import('./manifest-schema.ts'),
  ])
  const manifest = fill(readFileSync(join(folder, 'teams.json'), 'utf8'), filling)
  const icons = { color: readFileSync(join(folder, 'color.png')), outline: readFileSync(join(folder, 'outline.png')) }
  const problems = [
    ...(await problemsOf(manifest)).map((line) => `teams.json: ${line}`),
    ...problemsOfIcons(icons).map((line) => `manifest/${line}`),
  ]
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'made', bytes: await zip(manifest, icons) }
}

function write(context: CommandContext, bytes: Uint8Array, { out, replace }: AskedForTeams): number {
  const path = out === undefined ? join(context.home, 'policy-guide-teams.zip') : resolve(out)
  try {
    const there = existsSync(path) ? readFileSync(path) : undefined
    if (there?.equals(bytes) === true) {
      context.out(`${path} is there already, the very same.`)
      return status.done
    }
    if (there !== undefined && !replace) {
      context.err(`${path} is there already, and differs. Give --replace, or another name with --out.`)
      return status.no
    }
    // The home folder is ours to make; any other was mistyped.
    if (out === undefined) mkdirSync(dirname(path), { recursive: true })
    // Written beside and then moved: a full disk leaves what was there.
    writeFileSync(`${path}.new`, bytes)
    renameSync(`${path}.new`, path)
  } catch (error) {
    context.err(`${path} cannot be written (${reasonOf(error)}). Choose a folder that is there with --out FILE.`)
    return status.no
  }
  context.out(`Written: ${path}`)
  context.err(
    'Upload it in Teams: Apps, “Manage your apps”, “Upload an app”; for the whole school in the admin centre.',
  )
  return status.done
}

function reasonOf(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such folder',
    ENOTDIR: 'there is no such folder',
    EISDIR: 'it is a folder',
    EACCES: 'not allowed',
    EPERM: 'not allowed',
    EROFS: 'the disk can only be read',
    ENOSPC: 'the disk is full',
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (code === '' ? 'unknown reason' : code)
}
