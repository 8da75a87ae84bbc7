// A person’s screen in Teams shows what the official renderer makes of a card, and blocks what it would block.
import { expect } from 'chai'
import { layOut } from '../../kit/teams/paper.ts'
import type { Fields } from '../../kit/json.ts'

const cardOf = (body: readonly Fields[], actions: readonly Fields[] = []): Fields => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
})
const words = (text: string): Fields => ({ type: 'TextBlock', text })
const execute = (title: string, more: Fields = {}): Fields => ({
  type: 'Action.Execute',
  title,
  verb: 'act',
  data: { a: title },
  ...more,
})
const field = (more: Fields = {}): Fields => ({ type: 'Input.Text', id: 'draft', label: 'Your draft', ...more })
const shows = (...body: readonly Fields[]) => layOut(cardOf(body), 'current').text

describe('teams stand-in: what a card says', () => {
  it('reads texts, lists, facts, tables and pictures from top to bottom', () => {
    const said = shows(
      words('A title'),
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'in ' },
          { type: 'TextRun', text: 'runs' },
        ],
      },
      words('before\n\n- one\n- two'),
      { type: 'FactSet', facts: [{ title: 'Edition', value: 'October 2015' }] },
      { type: 'Table', columns: [{ width: 1 }, { width: 1 }], rows: [row('left', 'right')] },
      { type: 'Image', url: 'data:image/png;base64,AAAA', altText: 'A tree' },
      { type: 'ColumnSet', columns: [column('first'), column('second')] },
      { ...words('never seen'), isVisible: false },
    )
    expect(said.split('\n')).to.deep.equal([
      'A title',
      'in runs',
      'before',
      'one',
      'two',
      'Edition | October 2015',
      'left | right',
      'A tree',
      'first',
      'second',
    ])
  })

  const row = (...cells: readonly string[]): Fields => ({
    type: 'TableRow',
    cells: cells.map((cell) => ({ type: 'TableCell', items: [words(cell)] })),
  })
  const column = (text: string): Fields => ({ type: 'Column', items: [words(text)] })

  it('understands Markdown in a TextBlock, and none in a TextRun', () => {
    expect(shows(words('**bold** and \\*stars\\* &amp; `code` <b>'))).to.equal('bold and *stars* & `code` <b>')
    expect(shows({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '**stays** <b>' }] })).to.equal(
      '**stays** <b>',
    )
  })

  it('tells of links that words became', () => {
    expect(layOut(cardOf([words('[press me](https://evil.example)')]), 'current').links).to.deep.equal([
      'https://evil.example/',
    ])
    expect(layOut(cardOf([words('\\[press me\\](https://evil.example)')]), 'current').links).to.deep.equal([])
  })

  it('reads the renderer’s own functions as the renderer does', () => {
    expect(shows(words('{{DATE(2026-11-23T09:00:00Z,LONG)}}'))).to.equal('Monday, November 23, 2026')
  })

  it('does not know what Teams does not know, unless there is a fallback', () => {
    const chart = { type: 'Chart.Donut', data: [] }
    expect(layOut(cardOf([words('x'), chart]), 'current').broken.join()).to.include('Chart.Donut')
    expect(layOut(cardOf([{ ...chart, fallback: words('12 of 40') }]), 'current').broken).to.deep.equal([])
    expect(shows({ ...chart, fallback: words('12 of 40') })).to.equal('12 of 40')
    expect(layOut(cardOf([{ type: 'Textblock', text: 'typed wrongly' }]), 'current').broken).to.not.be.empty
  })
})

describe('teams stand-in: what a press on a card sends', () => {
  it('finds buttons wherever they stand, by label or tooltip', () => {
    const inside = {
      type: 'Column',
      items: [{ type: 'ActionSet', actions: [execute('Inner', { tooltip: 'Read 8.2' })] }],
    }
    const paper = layOut(
      cardOf([{ type: 'ColumnSet', columns: [inside] }], [execute('Outer', { mode: 'secondary' })]),
      'current',
    )
    expect(paper.buttons.map(({ label }) => label)).to.deep.equal(['Inner', 'Outer'])
    expect(paper.press('Read 8.2')).to.deep.equal({
      kind: 'execute',
      id: undefined,
      title: 'Inner',
      verb: 'act',
      data: { a: 'Inner' },
    })
    expect(paper.press('nowhere')).to.equal(undefined)
  })

  it('sends fields along, but not with a button that takes none', () => {
    const paper = layOut(cardOf([field()], [execute('Send'), execute('Back', { associatedInputs: 'none' })]), 'current')
    expect(paper.fill('Your draft', 'Hello')).to.equal(true)
    expect(paper.fill('Another', 'Hello')).to.equal(false)
    expect(paper.press('Send')).to.deep.include({ data: { a: 'Send', draft: 'Hello' } })
    expect(paper.press('Back')).to.deep.include({ data: { a: 'Back' } })
  })

  it('keeps a form back that is not complete, with its own error text', () => {
    const required = field({ isRequired: true, errorMessage: 'Please paste a draft' })
    const paper = layOut(cardOf([required], [execute('Send')]), 'current')
    expect(() => paper.press('Send')).to.throw('“Your draft”: Please paste a draft')
    paper.fill('draft', 'Hello')
    expect(paper.press('Send')).to.deep.include({ kind: 'execute' })
  })

  it('takes no more than a field holds, and only choices that there are', () => {
    const choices = [
      { title: 'Yes', value: 'y' },
      { title: 'No', value: 'n' },
    ]
    const choice = (style: string): Fields => ({ type: 'Input.ChoiceSet', id: style, label: style, style, choices })
    const paper = layOut(
      cardOf([field({ maxLength: 5 }), choice('compact'), choice('expanded')], [execute('Send')]),
      'current',
    )
    expect(() => paper.fill('draft', 'too long')).to.throw('takes 5 characters')
    expect(() => paper.fill('compact', 'Perhaps')).to.throw('no choice “Perhaps”; there are: Yes, No')
    paper.fill('compact', 'No')
    paper.fill('expanded', 'Yes')
    expect(paper.press('Send')).to.deep.include({ data: { a: 'Send', compact: 'n', expanded: 'y' } })
  })

  it('unfolds what is behind Action.ShowCard', () => {
    const behind = { type: 'Action.ShowCard', title: 'More', card: cardOf([field()], [execute('Send')]) }
    const paper = layOut(cardOf([words('x')], [behind]), 'current')
    expect(paper.buttons.map(({ label, behind: folder }) => [label, folder])).to.deep.equal([
      ['More', undefined],
      ['Send', 'More'],
    ])
    paper.fill('Your draft', 'Hello')
    expect(paper.press('Send')).to.deep.include({ data: { a: 'Send', draft: 'Hello' } })
  })

  it('shows an old client the fallback, or nothing', () => {
    const fallback = { type: 'Action.Submit', title: 'Go', data: { a: 'Go' } }
    const paper = layOut(cardOf([words('x')], [execute('Go', { fallback }), execute('Lost')]), 'old')
    expect(paper.buttons.map(({ type, label }) => `${type} ${label}`)).to.deep.equal(['Action.Submit Go'])
    expect(paper.press('Go')).to.deep.equal({ kind: 'submit', title: 'Go', data: { a: 'Go' } })
  })
})
