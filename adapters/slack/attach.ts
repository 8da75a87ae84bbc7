// What a card adds to a message: its pictures, and files. What Slack does not accept is said in words.
import type { Block, Card } from '../../src/chat/cards.ts'
import { drawChart } from '../../src/kit/chart.ts'
import { drawTimeline } from '../../src/kit/timeline.ts'
import { drawPng } from '../../src/kit/picture.ts'
import { limits } from './limits.ts'
import { altOf, isPictured, type Attached, type Pictured } from './show.ts'
import { complete, upload, type Uploading } from './upload.ts'

/** `aside` says whether a file may accompany the card: only where nobody else would see it. */
export async function attach(voice: Uploading, card: Card, { aside }: { readonly aside: boolean }): Promise<Attached> {
  const pictures = new Map<Block, string>()
  const files = new Map<Block, string>()
  for (const block of card.blocks) {
    if (isPictured(block)) {
      const id = await uploadPicture(voice, block)
      if (id !== undefined) pictures.set(block, id)
    }
    if (block.kind === 'file' && aside) {
      const id = await upload(voice, block)
      if (id !== undefined) files.set(block, id)
    }
  }
  return { pictures, files }
}

/** Puts the files into the conversation. Returns the words for those that Slack did not accept. */
export async function shareFiles(
  voice: Uploading,
  files: Attached['files'],
  { channel, thread }: { readonly channel: string; readonly thread: string | undefined },
): Promise<readonly Block[]> {
  const unsent: Block[] = []
  for (const [block, id] of files) {
    if (block.kind !== 'file') continue
    if (!(await complete(voice, { id, title: block.label, channel, thread })))
      unsent.push({ kind: 'text', text: [{ text: block.otherwise }] })
  }
  return unsent
}

async function uploadPicture(voice: Uploading, block: Pictured): Promise<string | undefined> {
  // People who listen must not be told less than people who look.
  if (altOf(block).length > limits.pictureAlt) return undefined
  const content = await draw(voice, block)
  if (content === undefined) return undefined
  const id = await upload(voice, { name: `${block.kind}.png`, content })
  return id !== undefined &&
    (await complete(voice, { id, title: block.kind === 'chart' ? block.label : block.timeline.label }))
    ? id
    : undefined
}

async function draw({ log }: Uploading, block: Pictured): Promise<Uint8Array | undefined> {
  try {
    return await drawPng(
      block.kind === 'chart' ? drawChart(block, { id: 'c' }) : drawTimeline(block.timeline, { id: 't' }),
    )
  } catch (error) {
    log.warn({ error }, 'a picture could not be drawn: words stand in its place')
    return undefined
  }
}
