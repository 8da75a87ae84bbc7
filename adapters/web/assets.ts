// The style sheet, the script and the icon, read once from the program's own folder.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: string
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
