// One policy, typed in every way that schools type: whatever it looks like, the same sections are imported, with every
// sentence.
import { config, expect } from 'chai'
import fc from 'fast-check'
import { textOf } from '../../src/policy/text.ts'
import { bringText } from '../kit/documents.ts'

interface Content {
  readonly title: string
  readonly parts: readonly (string | { readonly items: readonly string[]; readonly mark: string })[]
  readonly inside: readonly Content[]
}

interface Style {
  readonly number: (n: number) => string
  readonly letter: (n: number) => string
  readonly inside: 'letters' | 'decimals'
  readonly bullet: string
  readonly item: (n: number) => string
  readonly width: number | undefined
  readonly blank: boolean
  /** Whether there is a blank line between the items of a list. */
  readonly loose: boolean
  readonly markdown: boolean
  readonly newline: string
  readonly contents: 'none' | 'dots' | 'tabs'
  readonly pages: 'none' | 'footer' | 'form feed'
  readonly heading: (text: string) => string
}

const titles = [
  'Introduction', 'Scope of this policy', 'Roles and responsibilities', 'The headteacher', 'Reporting concerns', 'ICT and e-mail', 'What parents can expect',
  'School trips & visits', 'Records (paper and digital)', 'Monitoring, evaluation and review', 'Health', 'How we work with “Friends of the School”', 'Equality',
] // prettier-ignore
const openings = [
  'Staff must',
  'The school will',
  'Governors should',
  'A parent may',
  'Every visitor must',
  'No pupil is asked to',
  'In 2014 the board chose to',
]
const middles = [
  'keep a record of',
  'speak to the office about',
  'look after',
  'agree in writing on',
  'read the guidance on',
  'report within 3 days',
]
const ends = [
  'keys, bags and coats',
  'lessons that are covered',
  'the 14 rooms in block B',
  'visits by contractors (e.g. plumbers)',
  'anything else that matters to a child or to a family',
  "a colleague's belongings",
]

const sentence = fc
  .tuple(fc.constantFrom(...openings), fc.constantFrom(...middles), fc.constantFrom(...ends))
  .map(([opening, middle, end]) => `${opening} ${middle} ${end}, case # of many.`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '))
const list = fc.record({
  items: fc.array(
    fc
      .tuple(fc.constantFrom(...ends), fc.constantFrom('', ';', '.'), fc.boolean())
      .map(([end, sign, upper]) => `${upper ? end.charAt(0).toUpperCase() + end.slice(1) : end}, item #${sign}`),
    { minLength: 2, maxLength: 9 },
  ),
  mark: fc.constantFrom('bullet', 'item'),
})
const parts = fc
  .tuple(paragraph, fc.array(fc.oneof(paragraph, list), { maxLength: 3 }))
  .map(([first, more]) =>
    more
      .flatMap((part) => (typeof part === 'string' ? [part] : [`Here is what counts as case #:`, part, 'That is all.']))
      .toSpliced(0, 0, `Case # is what we ask for, and staff must know it. ${first}`),
  )
const leaf = fc.record({ title: fc.constantFrom(...titles), parts, inside: fc.constant([]) })
const policy: fc.Arbitrary<Content[]> = fc.array(
  fc.record({
    title: fc.constantFrom(...titles),
    parts,
    inside: fc.oneof(fc.constant([]), fc.array(leaf, { minLength: 2, maxLength: 4 })),
  }),
  { minLength: 3, maxLength: 8 },
)

const style: fc.Arbitrary<Style> = fc.record({
  number: fc.constantFrom(
    (n: number) => `${n}.`,
    (n: number) => `${n}`,
    (n: number) => `${n})`,
    (n: number) => `${n}.0`,
    (n: number) => `Section ${n}:`,
    (n: number) => `${n} -`,
  ),
  letter: fc.constantFrom(
    (n: number) => `${String.fromCharCode(96 + n)}.`,
    (n: number) => `(${String.fromCharCode(96 + n)})`,
    (n: number) => `${String.fromCharCode(64 + n)}.`,
  ),
  inside: fc.constantFrom('letters', 'decimals'),
  bullet: fc.constantFrom('o', '•', '-', '*', '–', '\uf0b7', '▪'),
  item: fc.constantFrom(
    (n: number) => `${n}.`,
    (n: number) => `${n})`,
    (n: number) => `(${n})`,
    (n: number) => `${String.fromCharCode(96 + n)})`,
    (n: number) => `(${String.fromCharCode(96 + n)})`,
    (n: number) => `${['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][n - 1] ?? ''}.`,
  ),
  width: fc.constantFrom(undefined, 72, 80),
  blank: fc.boolean(),
  loose: fc.boolean(),
  markdown: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
  contents: fc.constantFrom('none', 'dots', 'tabs'),
  pages: fc.constantFrom('none', 'footer', 'form feed'),
  heading: fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
  ),
})

interface Typed {
  readonly source: string
  readonly refs: readonly string[]
  readonly titles: readonly string[]
  readonly texts: readonly string[]
}

/** The document as a school might type it, and the sections that it contains. */
function type(given: readonly Content[], look: Style): Typed {
  const sections = numbered(given)
  const lines: string[] = []
  const refs: string[] = []
  const heads: string[] = []
  const texts: string[] = []
  const wrap = (text: string, hang = 0) => lines.push(...wrapped(text, look.width, hang))
  const gap = () => lines.push('')
  const write = (content: Content, number: string, ref: string, level = 2): void => {
    const title = look.heading(content.title)
    refs.push(ref)
    heads.push(title)
    if (look.blank) gap()
    lines.push(`${look.markdown ? `${'#'.repeat(level)} ` : ''}${number} ${title}`)
    if (look.blank) gap()
    const said: string[] = []
    for (const part of content.parts) {
      if (typeof part === 'string') {
        wrap(part)
        said.push(part)
      } else {
        for (const [at, item] of part.items.entries()) {
          const mark = part.mark === 'bullet' ? look.bullet : look.item(at + 1)
          wrap(`${mark} ${item}`, mark.length + 1)
          if (look.blank && look.loose) gap()
          said.push(`${mark} ${item}`)
        }
      }
      if (look.blank) gap()
    }
    texts.push(said.join(' '))
    for (const [at, each] of content.inside.entries()) {
      const letter = look.letter(at + 1).replace(/\W/g, '')
      if (look.inside === 'letters') write(each, look.letter(at + 1), `${ref}.${letter}`, level + 1)
      else write(each, `${ref}.${at + 1}`, `${ref}.${at + 1}`, level + 1)
    }
  }
  for (const [at, section] of sections.entries()) write(section, look.number(at + 1), String(at + 1))
  const front = [
    'Oak Lane Primary School',
    '',
    `${look.markdown ? '# ' : ''}Safe Keeping Policy`,
    '',
    'Reviewed: May 2024',
    '',
  ]
  const contents = sections.map(({ title }, at) => `${look.number(at + 1)} ${look.heading(title)}`)
  const table =
    look.contents === 'none'
      ? []
      : [
          'Contents',
          ...contents.map((line, at) =>
            look.contents === 'dots' ? `${line} ${'.'.repeat(30)} ${at + 2}` : `${line}\t${at + 2}`,
          ),
          '',
        ]
  return { source: paged([...front, ...table, ...lines], look).join(look.newline), refs, titles: heads, texts }
}

/** Gives every sentence a number of its own, so that no two are alike. */
function numbered(sections: readonly Content[], count = { n: 0 }): Content[] {
  const tell = (text: string) => text.replaceAll('#', () => String(++count.n))
  return sections.map(({ title, parts, inside }) => ({
    title,
    parts: parts.map((part) => (typeof part === 'string' ? tell(part) : { ...part, items: part.items.map(tell) })),
    inside: numbered(inside, count),
  }))
}

function wrapped(text: string, width: number | undefined, hang: number): string[] {
  if (width === undefined) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const indent = lines.length > 0 ? ' '.repeat(hang) : ''
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, (lines.length > 0 ? ' '.repeat(hang) : '') + line]
}

function paged(lines: readonly string[], { pages }: Style): string[] {
  if (pages === 'none') return [...lines]
  const out: string[] = []
  for (const [at, line] of lines.entries()) {
    if (at > 0 && at % 40 === 0) {
      if (pages === 'footer') out.push('', `Page ${at / 40} of 9`, '')
      else out.push('', String(at / 40), `\f${line}`)
      if (pages === 'form feed') continue
    }
    out.push(line)
  }
  return out
}

const squash = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('importing', () => {
  before(() => (config.truncateThreshold = 2000))
  after(() => (config.truncateThreshold = 40))

  it('finds the same sections however they are typed, with every sentence in its own', () => {
    fc.assert(
      fc.property(policy, style, (sections, look) => {
        const typed = type(sections, look)
        const found = bringText(typed.source, { isMarkdown: look.markdown })
        if (found.kind !== 'imported') throw new Error(`${found.what}\n${typed.source}`)
        expect(found.edition.sections.map(({ ref }) => ref).join(' '), typed.source).to.equal(typed.refs.join(' '))
        expect(found.edition.sections.map(({ title }) => title).join('|'), typed.source).to.equal(
          typed.titles.join('|'),
        )
        for (const [at, section] of found.edition.sections.entries())
          expect(squash(textOf(section)), typed.source).to.equal(typed.texts[at])
        expect(
          found.edition.sections.map((section) => squash(textOf(section))),
          typed.source,
        ).to.deep.equal(typed.texts)
        expect(found.edition).to.include({
          id: '2024-05',
          title: 'Safe Keeping Policy',
          school: 'Oak Lane Primary School',
        })
      }),
      { endOnFailure: process.env['QUICK'] !== undefined, numRuns: Number(process.env['RUNS'] ?? 200) },
    )
  })
})
