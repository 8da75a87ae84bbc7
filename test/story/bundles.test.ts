// Bundles on every platform: SLT asks for several documents together, people sign theirs in one sitting, and SLT sees
// the progress of them all.
import { expect } from 'chai'
import { story as tell } from '../kit/stages.ts'
import type { Hand, Screen } from '../kit/story.ts'
import { septemberPack } from '../kit/september-pack.ts'
import { meadowLane, morePolicies } from '../kit/three-policies.ts'

const library = meadowLane({ ...morePolicies(1), ...septemberPack })
const story = (what: string, told: Parameters<typeof tell>[1]) => tell(what, told, { library })
const statements = /^I have read|^I will/

async function signs(hand: Hand): Promise<Screen> {
  const { last } = await hand.screen()
  const ticks = new Set(last.text.split('\n').filter((line) => statements.test(line)))
  const filled = Object.fromEntries([...ticks].map((line) => [line, 'yes']))
  return hand.fills({ ...filled, 'Your name, typed in full': 'Priya Nair' }, 'Sign')
}

/** Everything that came with the last press: the thanks and the receipt. */
function told({ cards }: Screen): string {
  return cards
    .slice(-3)
    .map(({ text }) => text)
    .join('\n')
}

async function opens(slt: Hand, due = '18/12/2026'): Promise<Screen> {
  await slt.says('bundles')
  await slt.fills({ 'By which day': due }, 'Show what it will do')
  return slt.presses('Open it all the same')
}

describe('a bundle of documents', () => {
  story('SLT sees what it will do, opens it, and everybody signs in one sitting', async ({ slt, starter }) => {
    const bundle = await slt.says('bundles')
    expect(bundle.last.title).to.include('Bundle: September pack')
    expect(bundle.last.text)
      .to.include('Attendance Policy: everybody.')
      .and.include('Rules for Room 1 Policy: governor.')
    const preview = await slt.fills({ 'By which day': '20/12/2026' }, 'Show what it will do')
    expect(preview.last.title).to.include('Is this meant?')
    expect(preview.last.text).to.include('20 December 2026 is a Sunday.')
    await slt.presses('Change something')
    const sure = await slt.fills({ 'By which day': '18/12/2026' }, 'Show what it will do')
    expect(sure.last.text)
      .to.include('The September pack asks for 3 documents by 18 December 2026')
      .and.match(/people are asked to sign at least one of the documents/)
      .and.match(/Attendance Policy: \d people are asked to sign/)
    const opened = await slt.presses(sure.last.buttons.find((label) => label.startsWith('Open it')) ?? '')
    expect(opened.last.text).to.include('Open. Everybody is asked for what their duties hold, by 18 December 2026.')
    expect(opened.last.text).to.match(/0 of \d people have signed, all of their documents\./)

    await starter.says('sign attendance')
    const first = await signs(starter)
    expect(told(first)).to.include('September pack: 1 of 2 signed.').and.include('The next is the Visitors Policy')
    await starter.presses('Next: Visitors Policy')
    await starter.says('sign visitors')
    const second = await signs(starter)
    expect(told(second)).to.include('September pack: all 2 signed.')
    const { last } = await slt.says('bundles')
    expect(last.text).to.match(/1 of \d people have signed, all of their documents\./)
  })

  story('a bundle that is asked is paused, changed with why, closed and opened again', async ({ slt }) => {
    await opens(slt)
    expect((await slt.presses('Pause the reminders')).last.text).to.include('paused since 23 November 2026')
    expect((await slt.presses('Let it go on')).last.text).to.include('It goes on.')
    await slt.presses('Change it')
    const same = await slt.fills({}, 'Show what it will do')
    expect(same.last.text).to.include('That is how it is already.')
    const shown = await slt.fills({ 'By which day': '15/01/2027' }, 'Show what it will do')
    expect(shown.last.text).to.include('The September pack would ask for its documents by 15 January 2027.')
    expect((await slt.says('bundles')).last.text, 'only shown').to.include('18 December 2026')
    await slt.presses('Change it')
    await slt.fills({ 'By which day': '15/01/2027' }, 'Show what it will do')
    const changed = await slt.fills({ Why: 'Snow.' }, 'Change it all the same')
    expect(changed.last.text).to.include('It is changed.').and.include('by 15 January 2027')
    expect((await slt.presses('Close it')).last.text).to.match(
      /Close the September pack.* people owe something of it\./,
    )
    await slt.presses('Close it')
    expect((await slt.screen()).last.text).to.include('It is closed.')
    expect((await slt.presses('Open the last one again')).last.text).to.include('It is open again, as it was.')
  })

  story('asked anew, earlier signatures do not count, and that is said before', async ({ slt, world }) => {
    const sinces = async () => (await world.ports.journal.campaigns()).map(({ since }) => since?.toISOString())
    await opens(slt)
    expect(await sinces()).to.deep.equal([undefined, undefined, undefined])
    await slt.presses('Close it')
    await slt.presses('Close it')
    await slt.says('bundles')
    const anew = { 'By which day': '18/12/2026', 'Earlier signatures': 'anew' }
    const preview = await slt.fills(anew, 'Show what it will do')
    expect(preview.last.text).to.include('It asks everybody again: earlier signatures do not count')
    await slt.presses(preview.last.buttons.find((label) => label.startsWith('Open it')) ?? '')
    expect((await slt.screen()).last.text).to.include('Open. Everybody is asked')
    expect((await sinces()).filter((since) => since === '2026-11-23T00:00:00.000Z')).to.have.lengthOf(3)
  })

  story('nobody but SLT asks for a bundle, and what can’t be read is asked again', async ({ slt, teacher }) => {
    expect((await teacher.says('bundles')).last.title).to.equal('That is not open to everybody')
    await slt.says('bundles')
    const wrong = await slt.fills({ 'By which day': 'soon' }, 'Show what it will do')
    expect(wrong.last.text).to.not.include('Before it begins')
    const past = await slt.fills({ 'By which day': '01/11/2026' }, 'Show what it will do')
    expect(past.last.text).to.include('The day has passed')
  })
})
