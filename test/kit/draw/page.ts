// A page with one card on it, as a platform shows it on a phone or a desktop, in a light or a dark theme.
import { readFileSync } from 'node:fs'

// As wide as the platforms' own fonts, which are not free; a machine's own would be wider or narrower.
const font = readFileSync(
  'node_modules/@fontsource-variable/noto-sans-devanagari/files/noto-sans-devanagari-latin-wght-normal.woff2',
).toString('base64')

export interface Look {
  readonly width: 320 | 390 | 800
  readonly dark: boolean
}

export const looks: readonly Look[] = ([320, 390, 800] as const).flatMap((width) => [
  { width, dark: false },
  { width, dark: true },
])

export function sayLook({ width, dark }: Look): string {
  return `${width}-${dark ? 'dark' : 'light'}`
}

export function cardPage(inside: string, style: string, { dark }: Pick<Look, 'dark'>): string {
  const [paper, ink] = dark ? ['#1b1d21', '#e8e8e8'] : ['#ffffff', '#1d1c1d']
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A card</title><style>
    @font-face { font-family: drawn; font-weight: 100 900; src: url(data:font/woff2;base64,${font}); }
    * { box-sizing: border-box; } body { margin: 0; background: ${paper}; color: ${ink}; overflow-wrap: anywhere; } ${style}
  </style></head><body><main id="card">${inside}</main></body></html>`
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
