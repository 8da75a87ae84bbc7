// The style sheet, the script and the icon, read once from the program's own folder.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: string
  /** Under this path it never changes. */
  readonly lasting?: boolean
}

/** Microsoft's own script for tabs, as it came, with its version in the path. */
export const teamsScript = {
  path: '/teams-js-2.58.0.js',
  file: 'node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js',
} as const

/** Only where there is a tab. */
export function readTabAssets(root: string): readonly Asset[] {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  return [
    { path: '/tab.js', type: 'text/javascript', body: read('adapters/web/tab.js') },
    { path: teamsScript.path, type: 'text/javascript', body: read(teamsScript.file), lasting: true },
  ]
}

/** `root` is the folder with package.json, because the built program is not beside these files. */
export function readAssets(root: string): readonly Asset[] {
  return [
    { path: '/page.css', type: 'text/css' },
    { path: '/office.css', type: 'text/css' },
    { path: '/page.js', type: 'text/javascript' },
    { path: '/icon.svg', type: 'image/svg+xml' },
  ].map(({ path, type }) => ({ path, type, body: readFileSync(join(root, 'adapters', 'web', path), 'utf8') }))
}
