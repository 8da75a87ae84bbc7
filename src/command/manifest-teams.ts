// `manifest teams`: the package to upload to Teams, checked before it is written.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { FilledTab, Filling, Made } from './manifest-package.ts'
import { compact } from '../kit/defined.ts'
import { type CommandContext, status } from './context.ts'
import { checkEntra } from './open-accounts.ts'

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
  const website = websiteOf(context, asked)
  if (website === undefined) {
    context.err(
      'Where can people read about the app? Teams wants the address of a page: set SCHOOL_WEBSITE_URL or PUBLIC_URL, or give --url https://www.example.sch.uk.',
    )
    return status.misuse
  }
  const tab = tabOf(context, appId)
  if (tab.kind === 'problems') {
    context.err('The tab would not work:')
    for (const line of tab.problems) context.err(`  ${line}`)
    return status.misuse
  }
  const made = await make(context, { appId: appId.toLowerCase(), ...pagesOf(context, website), tab: tab.tab })
  if (made.kind === 'problems') {
    context.err('Nothing was written, because Teams would not take it:')
    for (const line of made.problems) context.err(`  ${line}`)
    return status.no
  }
  const written = write(context, made.bytes, asked)
  if (written !== status.done) return written
  remember(context, made.made)
  sayUnset(context, website)
  return written
}

function sayUnset({ config: { pages }, err }: CommandContext, website: string): void {
  const unset = compact([
    pages.privacy === undefined && 'SCHOOL_PRIVACY_URL',
    pages.terms === undefined && 'SCHOOL_TERMS_URL',
  ])
  if (unset.length === 0) return
  err(`Not set: ${unset.join(', ')}. Teams shows ${website} there until you set them and make the package again.`)
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

function problemOfId(appId: string | undefined, asked: AskedForTeams): string | undefined {
  const where =
    'On https://entra.microsoft.com choose “App registrations”, the app, and copy “Application (client) ID”.'
  if (appId === undefined) return `Which app? Set MICROSOFT_APP_ID, or give --app-id. ${where}`
  if (guid.test(appId)) return undefined
  const name = asked.appId === undefined ? 'MICROSOFT_APP_ID' : '--app-id'
  return `${name} is not a whole id (8-4-4-4-12 characters). ${where}`
}

function pagesOf({ config: { pages } }: CommandContext, website: string) {
  return { website, privacy: pages.privacy ?? website, terms: pages.terms ?? website }
}

type AskedTab =
  | { readonly kind: 'tab'; readonly tab: FilledTab | undefined }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

/** As `start` would have it, for the app that is asked for. */
function tabOf({ config }: CommandContext, appId: string): AskedTab {
  const checked = checkEntra({ ...config, teams: { ...config.teams, appId } })
  if (checked.kind === 'problems')
    return { kind: 'problems', problems: checked.problems.map(({ what, fix }) => `${what} ${fix}`) }
  const uri = checked.kind === 'settings' ? checked.settings.tab?.uri : undefined
  if (uri === undefined || config.publicUrl === undefined) return { kind: 'tab', tab: undefined }
  return { kind: 'tab', tab: { publicUrl: config.publicUrl, uri } }
}

function websiteOf({ config }: CommandContext, { url }: AskedForTeams): string | undefined {
  if (url !== undefined) return url.href
  if (config.pages.website !== undefined) return config.pages.website
  return config.publicUrl?.startsWith('https://') === true ? new URL(config.publicUrl).href : undefined
}

type Making =
  | { readonly kind: 'made'; readonly bytes: Uint8Array; readonly made: Made }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

async function make(context: CommandContext, addresses: Omit<Filling, 'version'>): Promise<Making> {
  const [{ hashOfPackage, fill, nextMade, problemsOfIcons, zip }, { problemsOf }] = await Promise.all([
    import('./manifest-package.ts'),
    import('./manifest-schema.ts'),
  ])
  const folder = join(context.root, 'manifest')
  const template = readFileSync(join(folder, 'teams.json'), 'utf8')
  const icons = { color: readFileSync(join(folder, 'color.png')), outline: readFileSync(join(folder, 'outline.png')) }
  const content = hashOfPackage(fill(template, { ...addresses, version: '' }), icons)
  const made = nextMade(await lastMade(context), content)
  const manifest = fill(template, { ...addresses, version: made.version })
  const problems = [
    ...(await problemsOf(manifest)).map((line) => `teams.json: ${line}`),
    ...problemsOfIcons(icons).map((line) => `manifest/${line}`),
  ]
  return problems.length > 0
    ? { kind: 'problems', problems }
    : { kind: 'made', bytes: await zip(manifest, icons), made }
}

const recordIn = (home: string) => join(home, 'policy-guide-teams.json')

async function lastMade({ home }: CommandContext): Promise<Made | undefined> {
  const { Made } = await import('./manifest-package.ts')
  if (!existsSync(recordIn(home))) return undefined
  try {
    return Made.parse(JSON.parse(readFileSync(recordIn(home), 'utf8')))
  } catch (cause) {
    const what = `${recordIn(home)} is damaged: it tells the version of the last package.`
    throw new Error(`${what} Write {"version":"1.9.0","content":""} into it, with the version that Teams shows.`, {
      cause,
    })
  }
}

/** After the package is written: a crash in between makes the same package again. */
function remember({ home, err }: CommandContext, made: Made): void {
  const path = recordIn(home)
  try {
    mkdirSync(home, { recursive: true })
    writeFileSync(`${path}.new`, `${JSON.stringify(made)}\n`)
    renameSync(`${path}.new`, path)
  } catch (error) {
    err(
      `${path} cannot be written (${reasonOf(error)}), so the next package will not know that this was ${made.version}.`,
    )
  }
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
    // We may create the home folder; any other missing folder was mistyped.
    if (out === undefined) mkdirSync(dirname(path), { recursive: true })
    // Written beside it and then moved, so that a full disk leaves the old file in place.
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
