// A campaign over its days: SLT opens the timeline from the campaign, as a picture where possible and always in words.
import { expect } from 'chai'
import type { Ports } from '../../src/ports/ports.ts'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'
import { askEverybody } from '../kit/hilltop.ts'
import { story as tell } from '../kit/stages.ts'

const around = <P extends Ports>(ports: P): P => ({ ...ports, publicUrl: 'https://policies.school.example' })
const story = (what: string, told: Parameters<typeof tell>[1]) => tell(what, told, { around })

describe('the timeline of a campaign', () => {
  story('SLT sees a campaign over its days, in words beside the picture', async ({ slt, teacher, stage, world }) => {
    await slt.says('campaigns')
    await slt.fills({ 'By which day': '18/12/2026' }, 'Open the campaign')
    const before = await slt.screen()
    const sure = before.last.buttons.find((label) => label.startsWith('Open it'))
    if (sure !== undefined) await slt.presses(sure)
    const shown = await slt.presses('Timeline')
    expect(shown.last.title).to.include('Timeline: Social Media Policy')
    expect(shown.last.text)
      .to.match(/2026: opened\./)
      .and.include('11 December 2026: reminder 7 days before.')
      .and.include('18 December 2026: due, reminder on the day.')
      .and.match(/signed so far, 0 of \d+\./)
    expect(shown.last.buttons).to.include('Back to the campaigns')
    const back = await slt.presses('Back to the campaigns')
    expect(back.last.title).to.include('Campaigns')
    const [campaign] = await world.ports.journal.campaigns()
    expect(campaign?.closedOn).to.equal(undefined)
    expect((await teacher.says('campaigns')).last.title).to.not.include('Timeline')
    expect(stage.platform).to.be.oneOf(['web', 'slack', 'teams'])
  })
})

describe('the office: timeline', () => {
  let office: TestOffice
  afterEach(() => office.close())

  it('shows a campaign over its days, as a picture and in words, and goes on after it was closed', async () => {
    office = await serveOffice([somebody('slt', 'Joanne Clarke', ['staff', 'slt']), somebody('staff', 'Daniel Hughes')])
    await askEverybody(office.ports.journal, new Date('2026-11-23T09:00:00Z'))
    const [campaign] = await office.ports.journal.campaigns()
    const browser = await office.enter('slt')
    const page = await browser.open(`/office/campaigns/${encodeURIComponent(campaign?.id ?? '')}`)
    expect(page.querySelector('svg.timeline desc')?.text).to.include('14 December 2026: due')
    expect(words(page)).to.include('14 December 2026: due').and.include('signed so far, 0 of 2')
    office.setClock('2026-11-23T15:00:00Z')
    const closed = await browser.send(press(browser.page(), 'Close it'), { sure: 'yes' })
    expect(words(closed)).to.include('23 November 2026: opened, closed').and.include('Today, 23 November 2026')
  })
})
