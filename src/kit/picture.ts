// Draws an SVG as a PNG, for platforms that show pictures and no drawings.
import { createRequire } from 'node:module'

/** Twice to three times what is read on a telephone, so that letters stay sharp. */
const pixels = 1_080

/** Throws when the drawing is none. The library is loaded at the first picture. */
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
