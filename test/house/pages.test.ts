// Every link between the project's pages and every command that they name exists, and the front README stays short.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { scopes } from '../../adapters/slack/names.ts'

/** Copies of other people's pages are not checked. */
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((path) => /^(README\.md|(src|adapters|manifest)\/.*|knowledge\/README\.md)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

const mostWords = 1_800

describe('the pages', () => {
  it('begin at a front door of at most 1,800 words', () => {
    const words = readFileSync('README.md', 'utf8').trim().split(/\s+/)
    expect(words.length).to.be.at.most(mostWords)
  })

  it('have no link that leads nowhere', () => {
    const broken = pages.flatMap(({ path, text }) => linksIn(text).flatMap((link) => missingOf(path, link) ?? []))
    expect(broken, 'mend the link, or move the page back').to.be.empty
  })

  it('name commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const used = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name = '']) => ({ path, name })),
    )
    expect(used).to.not.be.empty
    expect(used.filter(({ name }) => scripts[name] === undefined)).to.be.empty
  })

  it('can all be reached from the front door', () => {
    const seen = new Set<string>()
    const visit = (path: string): void => {
      const page = pages.find((each) => each.path === path)
      if (page === undefined || seen.has(path)) return
      seen.add(path)
      for (const link of linksIn(page.text)) visit(join(dirname(path), link.split('#')[0] ?? ''))
    }
    visit('README.md')
    expect(pages.map(({ path }) => path).filter((path) => !seen.has(path))).to.be.empty
  })

  it('say of every decision when, whether it stands, why, and what it costs; numbered without a hole', () => {
    const decisions = pages.filter(({ path }) => /^src\/decisions\/\d/.test(path))
    const odd = decisions.filter(
      ({ text }) =>
        !/^# .+\n\nDate: \d{4}-\d{2}\. State: .+\.\n\n## Context\n[\s\S]+\n## Choice\n[\s\S]+\n## Cost\n[\s\S]+$/.test(
          text,
        ),
    )
    expect(odd.map(({ path }) => path)).to.be.empty
    const numbers = decisions.map(({ path }) => Number(/(\d+)-/.exec(path)?.[1]))
    expect(numbers.toSorted((a, b) => a - b)).to.deep.equal(decisions.map((_, at) => at + 1))
  })

  it('say of every permission in Slack what it is for', () => {
    const table = readFileSync('adapters/slack/README.md', 'utf8')
    const told = [...table.matchAll(/^\| `([a-z_]+(?::[a-z.]+)?)` \|/gm)].map(([, scope = '']) => scope)
    expect(told.toSorted()).to.deep.equal(Object.keys(scopes).toSorted())
  })
})

/** Links within the project, leaving out blocks of code. */
function linksIn(text: string): string[] {
  return [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
}

function missingOf(from: string, link: string): string | undefined {
  const [path = '', heading] = link.split('#')
  const file = path === '' ? from : join(dirname(from), path)
  if (!existsSync(file)) return `${from}: ${link}: no such file`
  if (heading === undefined) return undefined
  return headingsIn(readFileSync(file, 'utf8')).includes(heading) ? undefined : `${from}: ${link}: no such heading`
}

/** A heading's anchor, built as GitHub builds it. */
function headingsIn(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
