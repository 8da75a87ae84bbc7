// The package for Teams: the manifest filled in, with its two icons, zipped. The same input gives the same bytes.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { openZip } from '../kit/zip.ts'
import { tabPath } from '../ports/school-accounts.ts'

export interface Filling {
  readonly appId: string
  /** Where people can read about the app, what it keeps about them, and its terms of use. */
  readonly website: string
  readonly privacy: string
  readonly terms: string
  readonly version: string
  /** Undefined where the app has no tab. */
  readonly tab?: FilledTab | undefined
}

export interface FilledTab {
  /** The page's own address. */
  readonly publicUrl: string
  /** The “Application ID URI”. */
  readonly uri: string
}

/** The manifest with every placeholder filled in. */
export function fill(template: string, { tab, ...filling }: Filling): unknown {
  const manifest: unknown = JSON.parse(template, (_key, value: unknown) =>
    typeof value === 'string'
      ? Object.entries<string>({ ...filling }).reduce((text, [name, put]) => text.replaceAll(`{{${name}}}`, put), value)
      : value,
  )
  return tab === undefined ? manifest : { ...Object(manifest), ...partsOfTab(tab, filling.appId) }
}

/** The tab, how Teams tells it who somebody is, and the one address that it may be at. */
function partsOfTab({ publicUrl, uri }: FilledTab, appId: string) {
  return {
    staticTabs: [
      {
        entityId: 'mine',
        name: 'What concerns you',
        contentUrl: `${publicUrl}${tabPath}`,
        websiteUrl: publicUrl,
        scopes: ['personal'],
      },
    ],
    webApplicationInfo: { id: appId, resource: uri },
    validDomains: [new URL(publicUrl).host],
  }
}

/** The last package that was made for this school. */
export const Made = z.object({
  version: z.string().regex(/^1\.\d+\.0$/),
  /** A hash of everything in it but the version. */
  content: z.string(),
})
export type Made = z.infer<typeof Made>

/**
 * The version of the next package. The same content keeps its version and any other gets the next one, because Teams
 * takes an update only where the version is higher. The first is 1.1.0: packages from before versions were counted are
 * all 1.0.0.
 */
export function nextMade(last: Made | undefined, content: string): Made {
  if (last?.content === content) return last
  const count = last === undefined ? 0 : Number(last.version.split('.')[1])
  return { version: `1.${count + 1}.0`, content }
}

export function hashOfPackage(manifest: unknown, { color, outline }: Icons): string {
  return createHash('sha256').update(JSON.stringify(manifest)).update(color).update(outline).digest('hex')
}

export interface Icons {
  readonly color: Uint8Array
  readonly outline: Uint8Array
}

/** What Teams would reject about them, one line each. */
export function problemsOfIcons({ color, outline }: Icons): readonly string[] {
  return [
    ...problemsOfIcon('color.png', color, { size: 192, transparent: false }),
    ...problemsOfIcon('outline.png', outline, { size: 32, transparent: true }),
  ]
}

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Colour types of PNG that have an alpha channel. */
const withAlpha = [4, 6]

function problemsOfIcon(
  name: string,
  bytes: Uint8Array,
  { size, transparent }: { size: number; transparent: boolean },
): readonly string[] {
  if (bytes.length < 26 || !pngMark.every((byte, at) => bytes[at] === byte)) return [`${name} is not a PNG picture.`]
  // The first block always describes the picture: width, height, bits of a colour, and kind of colour.
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height] = [header.getUint32(16), header.getUint32(20)]
  const problems: string[] = []
  if (width !== size || height !== size)
    problems.push(`${name} is ${width} × ${height} pixels; Teams wants ${size} × ${size}.`)
  if (transparent && !withAlpha.includes(header.getUint8(25)))
    problems.push(`${name} has no transparent ground; Teams wants white lines on nothing.`)
  return problems
}

export async function zip(manifest: unknown, { color, outline }: Icons): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const keep = (piece: Uint8Array) => {
    pieces.push(piece)
    return Promise.resolve()
  }
  // Zip files keep local time; using a local day gives the same bytes in every zone.
  const archive = openZip(keep, new Date(1980, 0, 1))
  await archive.add('manifest.json', [`${JSON.stringify(manifest, null, 2)}\n`])
  await archive.add('color.png', [color])
  await archive.add('outline.png', [outline])
  await archive.end()
  return Buffer.concat(pieces)
}
