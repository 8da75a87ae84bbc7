// The calendar file, read by a library that shares no code with its writer.
import { expect } from 'chai'
import ICAL from 'ical.js'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendarCommand } from '../../../src/command/calendar.ts'
import type { Day } from '../../../src/kit/days.ts'
import { writeCalendarFile, type YearEvent } from '../../../src/year/calendar-file.ts'
import { eventsOf } from '../../../src/year/events.ts'
import { run } from '../../kit/command.ts'
import { threePolicies, writeMeadowLane } from '../../kit/three-policies.ts'

const frame = { school: 'Meadow Lane School', at: new Date('2026-11-23T09:00:00.500Z') }
const day = (text: string) => text as Day

function read(file: string) {
  const component = new ICAL.Component(ICAL.parse(file) as unknown[])
  return component.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
}

const event = (given: Partial<YearEvent> = {}): YearEvent => ({
  about: 'x',
  day: day('2026-12-31'),
  title: 'T',
  ...given,
})

describe('the calendar file', () => {
  it('holds all-day events, which another program reads as they were meant', () => {
    const [found] = read(writeCalendarFile([event({ title: 'Review due: Visitors Policy' })], frame))
    expect(found?.summary).to.equal('Review due: Visitors Policy')
    expect([found?.startDate.isDate, found?.startDate.toString()]).to.deep.equal([true, '2026-12-31'])
    // The end of an all-day event is the day after it.
    expect(found?.endDate.toString()).to.equal('2027-01-01')
  })

  for (const text of [
    'Safety, security; and a \\ backslash',
    'Two lines\nand a third, after “quotes”\r\nat the end',
    'É'.repeat(60),
    '👩‍🏫'.repeat(30),
    `${'a'.repeat(66)},;\\é`,
    ' begins and ends with a space ',
  ])
    it(`keeps “${text.slice(0, 12)}…” whole, in lines of 75 bytes at most`, () => {
      const file = writeCalendarFile([event({ title: text, detail: text })], frame)
      const [found] = read(file)
      expect(found?.summary).to.equal(text.replace(/\r\n/g, '\n'))
      expect(found?.description).to.equal(text.replace(/\r\n/g, '\n'))
      expect(file.endsWith('END:VCALENDAR\r\n')).to.equal(true)
      expect(file.replaceAll('\r\n', '')).not.to.match(/[\r\n]/)
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line), line).to.be.at.most(75)
    })

  it('leaves out what may not stand in a text', () => {
    expect(read(writeCalendarFile([event({ title: 'a\u0000b\u001bc' })], frame))[0]?.summary).to.equal('abc')
  })

  it('knows an event again when its day changes, and no other school’s', () => {
    const uid = (given: Partial<YearEvent>, school = frame.school) =>
      read(writeCalendarFile([event(given)], { ...frame, school }))[0]?.uid
    expect(uid({ day: day('2027-01-01') })).to.equal(uid({}))
    expect(uid({ about: 'y' })).not.to.equal(uid({}))
    expect(uid({}, 'Hilltop School')).not.to.equal(uid({}))
  })
})

describe('the school’s year', () => {
  const campaign = {
    id: 'c-1', policy: 'visitors', edition: '2026-09', due: day('2026-12-18'), openedOn: day('2026-11-23'), closedOn: undefined,
    audience: { everybody: true, groups: [], roles: [], people: ['p-1'] }, practice: false, rhythm: undefined, pausedOn: undefined,
  } // prettier-ignore
  const titlesOf = (
    campaigns: readonly (typeof campaign | (Omit<typeof campaign, 'closedOn'> & { closedOn: Day }))[],
  ) => eventsOf({ calendar: { terms: [] }, reviews: [], campaigns, titleOf: () => 'Visitors Policy' })

  it('shows campaigns that are open in earnest, by their due day, and nobody’s name or id', () => {
    const events = titlesOf([
      campaign,
      { ...campaign, id: 'c-2', practice: true },
      { ...campaign, id: 'c-3', closedOn: day('2026-11-24') },
    ])
    expect(events.map(({ day: on, title }) => `${on} ${title}`)).to.deep.equal([
      '2026-12-18 Signatures due: Visitors Policy',
    ])
    expect(JSON.stringify(events)).not.to.include('p-1')
  })

  it('is written by the command line, terms and reviews with it', async () => {
    const home = mkdtempSync(join(tmpdir(), 'calendar-'))
    const terms = 'calendar:\n  terms:\n    - 2026-09-02 to 2026-10-23\n'
    writeMeadowLane(home, { 'school.yaml': `${threePolicies['school.yaml'] ?? ''}${terms}` })
    const to = join(home, 'year.ics')
    const { status, err } = await run(calendarCommand, ['--to', to], { home })
    expect([status, err.join()]).to.deep.equal([0, `Written: ${to}, with 5 days. It shows what is known now; write it again when something changes.`]) // prettier-ignore
    const found = read(readFileSync(to, 'utf8')).map(({ summary, startDate }) => `${startDate.toString()} ${summary}`)
    expect(found).to.deep.equal([
      '2026-09-02 Term begins',
      '2026-10-23 Term ends',
      '2027-09-01 Review due this month: Attendance Policy',
      '2027-09-01 Review due this month: First Aid Policy',
      '2027-09-01 Review due this month: Visitors Policy',
    ])
    expect((await run(calendarCommand, [], { home })).status).to.equal(2)
  })
})
