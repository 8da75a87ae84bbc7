// Draws an SVG as a PNG, for platforms that show pictures but not SVG.
import { createRequire } from 'node:module'

/** Two to three times the size shown on a phone, so that letters stay sharp. */
const pixels = 1_080

/** Throws when the input is not an SVG. The drawing library is loaded with the first picture. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: pixels },
    background: '#ffffff',
    font: {
      loadSystemFonts: false,
      fontFiles: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map(face),
      defaultFontFamily: 'DejaVu Sans',
    },
  })
  return image.asPng()
}

function face(file: string): string {
  return createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`)
}
