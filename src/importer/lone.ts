// Numbers that stand alone on a line, as some programs save numbered paragraphs: each belongs to the text after it.
import { looksLikeTitle } from './looks.ts'
import type { SourceBlock } from './types.ts'

/** Only where they clearly number the text: each is followed by words, and most whole numbers by a title. */
export function joinLoneNumbers(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const lone = blocks.flatMap((block, at) => (isLone(block) ? [at] : []))
  const whole = lone.filter((at) => /^\d+\.?$/.test(blocks[at]?.text ?? ''))
  const titled = whole.filter((at) => looksLikeTitle(blocks[at + 1]?.text ?? ''))
  if (
    lone.length < 2 ||
    titled.length < whole.length * 0.6 ||
    blocks[whole[0] ?? lone[0] ?? 0]?.text.startsWith('1') !== true
  )
    return blocks
  const taken = new Set(lone.filter((at) => isText(blocks[at + 1])))
  return blocks.flatMap((block, at) => {
    if (taken.has(at)) return []
    const number = taken.has(at - 1) ? blocks[at - 1] : undefined
    if (number === undefined) return [block]
    return [{ ...block, no: number.no, gap: number.gap, text: `${number.text} ${block.text}`, printed: number.text }]
  })
}

function isLone({ text, plain }: SourceBlock): boolean {
  return !plain && /^\d{1,3}(?:\.\d{1,3})*\.?$/.test(text)
}

function isText(block: SourceBlock | undefined): boolean {
  return block !== undefined && !isLone(block) && !block.plain && /\p{L}{2}/u.test(block.text)
}
