// A bundle over its days: SLT opens the timeline from the bundle, as a picture where possible and always in words; the
// same in the office and on the command line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { campaignCommand } from '../../src/command/campaign.ts'
import { peopleCommand } from '../../src/command/people.ts'
import { signCommand } from '../../src/command/sign.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { browse } from '../kit/browse.ts'
import { run } from '../kit/command.ts'
import { press, serveOffice, words } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'
import { septemberPack } from '../kit/september-pack.ts'
import { story as tell } from '../kit/stages.ts'
import { meadowLane, morePolicies, threePolicies, writeMeadowLane } from '../kit/three-policies.ts'

const files = { ...morePolicies(1), ...septemberPack }
const library = meadowLane(files)
const around = <P extends Ports>(ports: P): P => ({ ...ports, publicUrl: 'https://policies.school.example' })
const story = (what: string, told: Parameters<typeof tell>[1]) => tell(what, told, { around, library })

describe('the timeline of a bundle', () => {
  story('SLT sees a bundle over its days, in words beside the picture', async ({ slt, world }) => {
    await slt.says('bundles')
    await slt.fills({ 'By which day': '18/12/2026' }, 'Show what it will do')
    await slt.presses('Open it all the same')
    const shown = await slt.presses('Timeline')
    expect(shown.last.title).to.include('Timeline: September pack')
    expect(shown.last.text)
      .to.match(/November 2026: opened\./)
      .and.include('18 December 2026: due, reminder on the day.')
      .and.match(/signed all of theirs so far, 0 of \d+\./)
    const back = await slt.presses('Back to the bundle')
    expect(back.last.title).to.include('Bundle: September pack')
    await slt.presses('Change it')
    await slt.fills({ 'By which day': '15/01/2027' }, 'Show what it will do')
    await slt.fills({ Why: 'Snow.' }, 'Change it all the same')
    const changed = await slt.presses('Timeline')
    expect(changed.last.text).to.include('opened, changed').and.include('15 January 2027: due')
    expect((await world.ports.journal.campaigns()).every(({ closedOn }) => closedOn === undefined)).to.equal(true)
  })

  it('is on its page in the office, and the picture of a link is for SLT alone', async () => {
    const slt = somebody('slt', 'Joanne Clarke', ['staff', 'slt'])
    const staff = somebody('staff', 'Daniel Hughes')
    const office = await serveOffice([slt, staff])
    try {
      office.write({ ...threePolicies, ...files })
      const browser = await office.enter('slt')
      await browser.open('/office/bundles/september-pack')
      await browser.send(press(browser.page(), 'See what it will do'), { due: '18/12/2026' })
      await browser.send(press(browser.page(), 'Open it all the same'))
      const page = await browser.open('/office/bundles/september-pack')
      expect(page.querySelector('svg.timeline desc')?.text).to.include('18 December 2026: due')
      expect(words(page)).to.include('18 December 2026: due').and.include('signed all of theirs so far, 0 of 2')

      const [part] = await office.ports.journal.campaigns()
      const about = { kind: 'timeline', policy: part?.policy ?? '', campaign: part?.id ?? '' } as const
      const look = async (person: string, round: string) => {
        const answer = await browse(office.web.url).raw(`${await office.link(person, { ...about, round })}.png`)
        return [answer.status, answer.headers.get('content-type')]
      }
      expect(await look('slt', 'september-pack.1')).to.deep.equal([200, 'image/png'])
      expect((await look('staff', 'september-pack.1'))[0]).to.equal(410)
      expect((await look('slt', 'september-pack.9'))[0], 'a round that is not there').to.equal(410)
    } finally {
      await office.close()
    }
  })

  it('is said on the command line, and counts whoever has signed all of theirs', async () => {
    const root = mkdtempSync(join(tmpdir(), 'policy-guide-'))
    const home = join(root, 'home')
    try {
      writeMeadowLane(home, files)
      const list = 'Name,Email,Group,Start date,Roles\n'
      const rows =
        'Ann Able,ann@school.example,teaching,2019-09-01,\nGita Rao,gita@school.example,governor,2019-09-01,\n'
      writeFileSync(join(root, 'staff.csv'), list + rows)
      await run(peopleCommand, ['import', join(root, 'staff.csv'), '--yes'], { home })
      await run(campaignCommand, ['open', '--bundle', 'september-pack', '--due', '2026-12-18'], { home })
      const signs = (email: string, policy: string) =>
        run(signCommand, ['paper', '--email', email, '--policy', policy, '--on', '2026-11-23', '--kept', 'Here'], {
          home,
        })
      const timeline = async (id = 'september-pack.1') => run(campaignCommand, ['timeline', id], { home })
      for (const email of ['ann@school.example', 'gita@school.example']) await signs(email, 'attendance')
      expect((await timeline()).out.join('\n')).to.include('signed all of theirs so far, 0 of 2')
      for (const email of ['ann@school.example', 'gita@school.example']) await signs(email, 'visitors')
      const { out } = await timeline()
      expect(out[0]).to.equal('Timeline: September pack.')
      expect(out.join('\n'), 'a governor has a third').to.include('signed all of theirs so far, 1 of 2')
      const none = await timeline('september-pack.9')
      expect([none.status, none.err.join()]).to.deep.equal([
        2,
        'There is no campaign or bundle that is asked “september-pack.9”. See: npm run campaign -- list',
      ])
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
})
