// Every page and form of the office that a crawl finds is closed to people without the role, to forged forms, and to
// people who have lost the role while the page was open.
import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HTMLElement } from 'node-html-parser'
import type { Browse } from '../kit/browse.ts'
import { serveOffice, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

interface Sent {
  readonly to: string
  readonly fields: Readonly<Record<string, string>>
}

describe('the office: its doors', () => {
  let office: TestOffice
  let boss: Browse
  let pages: readonly string[]
  let forms: readonly Sent[]

  before(async () => {
    office = await serveOffice([
      somebody('boss', 'Joanne Clarke', ['staff', 'slt', 'policy-owner', 'administrator']),
      somebody('teacher', 'Daniel Hughes', ['staff']),
    ])
    boss = await office.enter('boss')
    ;({ pages, forms } = await crawl(boss))
  })
  after(() => office.close())

  /** The journal's head and every file of the home: any effect shows in one of them. */
  const state = async () => [await office.ports.journal.head(), ...filesIn(office.home)]
  const send = (browser: Browse, { to, fields }: Sent, headers: Record<string, string> = {}) =>
    browser.raw(to, { method: 'POST', body: new URLSearchParams(fields), headers })

  it('are found: pages for each part, and forms on them', () => {
    for (const part of ['people', 'policies', 'questions', 'campaigns', 'bundles', 'register', 'scenarios'])
      expect(pages).to.include(`/office/${part}`)
    for (const part of ['settings', 'settings/contacts', 'calendar', 'backups', 'pack', 'people/import'])
      expect(pages).to.include(`/office/${part}`)
    expect(forms.length).to.be.greaterThan(15)
    expect(forms.filter(({ fields }) => fields['guard'] === undefined)).to.deep.equal([])
  })

  it('are closed to whoever has no role in it', async () => {
    const teacher = await office.enter('teacher')
    const before = await state()
    for (const page of pages) expect((await teacher.raw(page)).status, page).to.equal(403)
    const guard = guardOn(await teacher.open('/'))
    for (const form of forms) {
      const { status } = await send(teacher, { ...form, fields: { ...form.fields, guard } })
      expect(status, form.to).to.equal(403)
    }
    expect(await state()).to.deep.equal(before)
  })

  it('take no form that was made up, or that another website sends', async () => {
    const before = await state()
    for (const form of forms) {
      const forged = await send(boss, { ...form, fields: { ...form.fields, guard: 'x'.repeat(43) } })
      const foreign = await send(boss, form, { Origin: 'https://evil.example' })
      expect([forged.status, foreign.status], form.to).to.deep.equal([403, 403])
    }
    expect(await state()).to.deep.equal(before)
  })

  it('close for a page that stays open while the role is taken away', async () => {
    await office.ports.people.put([somebody('boss', 'Joanne Clarke', ['staff'])])
    const before = await state()
    for (const form of forms) expect((await send(boss, form)).status, form.to).to.equal(403)
    for (const page of pages) expect((await boss.raw(page)).status, page).to.equal(403)
    expect(await state()).to.deep.equal(before)
  })
})

/** Follows all links from the office's first page; returns every page, and every form on them once for each button. */
async function crawl(browser: Browse): Promise<{ pages: string[]; forms: Sent[] }> {
  const [pages, forms] = [new Set(['/office']), new Map<string, Sent>()]
  for (const page of pages) {
    const response = await browser.raw(page)
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue
    const shown = await browser.open(page)
    for (const link of shown.querySelectorAll('main a')) {
      const to = (link.getAttribute('href') ?? '').replace(/#.*$/, '')
      if (to.startsWith('/office/') && pages.size < 300) pages.add(to)
    }
    for (const button of shown.querySelectorAll('main form[method=post] button')) {
      const form = sentBy(button)
      if (form.to.startsWith('/office')) forms.set(`${form.to} ${form.fields['do'] ?? ''}`, form)
    }
  }
  return { pages: [...pages], forms: [...forms.values()] }
}

function sentBy(button: HTMLElement): Sent {
  const form = button.closest('form')
  const fields = Object.fromEntries(
    (form?.querySelectorAll('input') ?? []).flatMap((each): [string, string][] => {
      const name = each.getAttribute('name')
      const ticks = each.getAttribute('type') === 'checkbox'
      return name === undefined ? [] : [[name, each.getAttribute('value') ?? (ticks ? 'yes' : 'something')]]
    }),
  )
  return { to: form?.getAttribute('action') ?? '', fields: { ...fields, do: button.getAttribute('value') ?? '' } }
}

function guardOn(page: HTMLElement): string {
  return page.querySelector('input[name=guard]')?.getAttribute('value') ?? ''
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !each.name.endsWith('-wal') && !each.name.endsWith('-shm'))
    .map((each) => `${each.name} ${readFileSync(join(each.parentPath, each.name)).toString('base64')}`)
    .toSorted()
}
