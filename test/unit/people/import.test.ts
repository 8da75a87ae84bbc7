// A school's list of people, row by row, and what importing it would change.
import { expect } from 'chai'
import type { Person } from '../../../src/chat/people.ts'
import { readTable } from '../../../src/people/columns.ts'
import { planImport } from '../../../src/people/plan.ts'
import { readRows } from '../../../src/people/rows.ts'
import { plainName } from '../../../src/people/written.ts'
import { readCsv } from '../../../adapters/documents/csv.ts'
import { parseDay, type Day } from '../../../src/kit/days.ts'

const today = day('2026-11-23')

function read(csv: string) {
  const found = readCsv(csv)
  if (found.kind === 'broken') throw new Error(found.what)
  const table = readTable(found.records)
  const rows = readRows(table.rows)
  return { ...rows, problems: [...table.problems, ...rows.problems], ignored: table.ignored }
}

function readKindly(csv: string) {
  const found = readCsv(csv)
  if (found.kind === 'broken') throw new Error(found.what)
  const table = readTable(found.records)
  const rows = readRows(table.rows)
  return {
    ...rows,
    ...table,
    problems: [...table.problems, ...rows.problems],
    guesses: [...table.guesses, ...rows.guesses],
  }
}

function plan(csv: string, known: readonly Person[] = [], whole = true) {
  const { listed, problems } = read(csv)
  expect(problems).to.deep.equal([])
  return planImport(listed, { known, today, newId: counter(), whole })
}

function counter(): () => string {
  let ids = 0
  return () => `new-${++ids}`
}

function day(text: string): Day {
  const read = parseDay(text)
  if (read === undefined) throw new Error(`${text} is no day`)
  return read
}

function person(fields: Partial<Person> & { id: string; name: string }): Person {
  return {
    email: undefined,
    roles: ['staff'],
    group: undefined,
    manager: undefined,
    startsOn: undefined,
    leavesOn: undefined,
    away: [],
    weekdays: undefined,
    listed: true,
    practice: false,
    ...fields,
  }
}

describe('people: a school’s list', () => {
  it('reads part-time days, keeps them where there is no column, and refuses what is unclear with its line', () => {
    const known = [person({ id: 'ada', name: 'Ada Okafor', weekdays: [4] })]
    const daysOf = (csv: string) => plan(csv, known).changes[0]?.person.weekdays
    expect(daysOf('Name,Work pattern\nAda Okafor,MTW\n')).to.deep.equal([1, 2, 3])
    expect(plan('Name,Days\nAda Okafor,Mon-Wed\n', known).changes[0]?.fields).to.deep.equal([
      { field: 'working days', from: 'Thu', to: 'Mon, Tue and Wed' },
    ])
    expect(daysOf('Name,Working days\nAda Okafor,\n')).to.equal(undefined)
    expect(daysOf('Name,Group\nAda Okafor,support\n')).to.deep.equal([4])
    const { problems } = read('Name,Working days\nAda Okafor,Mon\nBo Lee,3 days\n')
    expect(problems.map(({ line, what }) => [line, what])).to.deep.equal([
      [3, 'The entry of working days “3 days” is not one I know.'],
    ])
  })

  it('matches columns by name, whatever the school system calls them', () => {
    const { listed, ignored } = read(
      'Surname;Forename;Work E-mail;Staff Category;StartDate;Shoe size\nOkafor;Ada;ADA@School.example;Teaching Staff;01/09/2026;5\n',
    )
    expect(listed[0]).to.include({
      name: 'Ada Okafor',
      email: 'ada@school.example',
      group: 'teaching',
      startsOn: '2026-09-01',
    })
    expect(ignored).to.deep.equal(['Shoe size'])
  })

  for (const [written, meant] of [
    ['2026-09-01', '2026-09-01'],
    ['1/9/2026', '2026-09-01'],
    ['01.09.26', '2026-09-01'],
    ['1 September 2026', '2026-09-01'],
    ['01-Sep-2026', '2026-09-01'],
    ['2026-09-01T00:00:00', '2026-09-01'],
    ['', 'none'],
  ] as const) {
    it(`reads ${written === '' ? 'an empty day' : written}`, () => {
      expect(read(`Name,Start date\nAda Okafor,${written}\n`).listed[0]?.startsOn).to.equal(meant)
    })
  }

  it('lists every bad row with its line, and takes none of them', () => {
    const { listed, problems } = read(
      [
        'Name,Email,Group,Start date,Leaving date,Away',
        'Ada Okafor,ada@school.example,teaching,2026-09-01,,',
        ',nobody@school.example,teaching,,,',
        'Bo Lin,not an address,teaching,,,',
        'Cy Dow,cy@school.example,wizard,,,',
        'Di Ray,di@school.example,support,31/02/2026,,',
        'Ed Fox,ada@school.example,support,,,',
        'Flo Gee,flo@school.example,support,2026-09-01,2026-08-01,',
        'Gus Hay,gus@school.example,support,,,2026-10-09 to 2026-10-05',
      ].join('\n'),
    )
    expect(problems.map(({ line }) => line)).to.deep.equal([3, 4, 5, 6, 7, 8, 9])
    expect(problems[2]?.fix).to.contain('teaching, support, governor')
    expect(listed.map(({ name }) => name)).to.deep.equal(['Ada Okafor', 'Ed Fox'])
  })

  it('refuses a file without names, and two columns of one meaning', () => {
    expect(read('Email,Group\na@b.example,teaching\n').problems[0]?.what).to.contain('No column says')
    expect(read('Name,Email,E-mail\nAda,a@b.example,a@b.example\n').problems[0]?.what).to.contain(
      '“Email” and “E-mail”',
    )
    expect(read('').problems[0]?.what).to.contain('empty')
  })

  it('reads what school systems write, and says what it made of it', () => {
    const { listed, problems, ignored, guesses } = readKindly(
      [
        'sep=;',
        'Staff list at 1 September 2026',
        'Legal Surname;Preferred Surname;Forename;Role;Email',
        'Hughes;Hughes-Lee;Mr Daniel;Teacher of History;mailto:daniel@school.example',
        'Nair;Nair;Priya;Administrator;Priya Nair <priya@school.example>',
        'Ellis;Ellis;Margaret;Catering manager;',
      ].join('\n'),
    )
    expect(problems).to.deep.equal([])
    expect(listed.map(({ name, email, roles }) => [name, email, roles])).to.deep.equal([
      ['Daniel Hughes-Lee', 'daniel@school.example', undefined],
      ['Priya Nair', 'priya@school.example', undefined],
      ['Margaret Ellis', undefined, undefined],
    ])
    expect(ignored).to.deep.equal(['Legal Surname', 'Role'])
    expect(guesses.join(' '))
      .to.contain('“Role” holds job titles')
      .and.contain('“Preferred Surname”')
      .and.contain('Line 2')
  })

  for (const [written, meant] of [
    ['Hughes, Daniel', 'Daniel Hughes'],
    ['HUGHES, Mr Daniel', 'Daniel HUGHES'],
    ['Mr D Hughes', 'D Hughes'],
    ['Dr. Ada Okafor', 'Ada Okafor'],
    ['Ada Okafor, MBE', 'Ada Okafor, MBE'],
    ['Miss', 'Miss'],
    ['Siraj Malik', 'Siraj Malik'],
  ] as const) {
    it(`reads the name “${written}”`, () => {
      expect(plainName(written)).to.equal(meant)
    })
  }

  it('takes columns for what somebody says that they are', () => {
    const table = readTable(
      [
        { line: 1, cells: ['Who', 'Contact'] },
        { line: 2, cells: ['Ada Okafor', 'ada@school.example'] },
      ],
      { Who: 'name', Contact: 'email' },
    )
    expect(table.rows[0]?.cells).to.deep.equal({ name: 'Ada Okafor', email: 'ada@school.example' })
  })

  it('keeps a slip in a column of roles as a slip', () => {
    const { problems } = read('Name,Roles\nAda,slt\nBo,policy owner\nCy,adminstrator\n')
    expect(problems[0]?.fix).to.contain('Did you mean administrator')
  })

  it('tells joiners, changes, returners and leavers apart', () => {
    const known = [
      person({ id: 'a', name: 'Ada Okafor', email: 'ada@school.example', group: 'support' }),
      person({ id: 'b', name: 'Bo Lin', email: 'bo@school.example', leavesOn: day('2026-07-21') }),
      person({ id: 'c', name: 'Cy Dow', email: 'cy@school.example' }),
      person({ id: 'd', name: 'Di Ray', email: 'di@school.example', listed: false }),
      person({ id: 'e', name: 'Ed Fox', email: 'ed@school.example' }),
    ]
    const { changes, same } = plan(
      'Name,Email,Group\nAda Okafor,ada@school.example,teaching\nBo Lin,bo@school.example,\nEd Fox,ed@school.example,\nFlo Gee,flo@school.example,governor\n',
      known,
    )
    expect(changes.map(({ kind, person: { id } }) => `${kind} ${id}`)).to.deep.equal([
      'changes a',
      'returns b',
      'joins new-1',
      'leaves c',
    ])
    expect(changes[0]?.fields).to.deep.equal([{ field: 'group', from: 'support', to: 'teaching' }])
    expect(changes[1]?.person.leavesOn).to.equal(undefined)
    expect(changes[3]?.person.leavesOn).to.equal('2026-11-22')
    expect(same).to.equal(1)
  })

  it('lets nobody leave when the list is only a part', () => {
    const known = [person({ id: 'c', name: 'Cy Dow', email: 'cy@school.example' })]
    expect(plan('Name\nFlo Gee\n', known, false).changes.map(({ kind }) => kind)).to.deep.equal(['joins'])
  })

  it('the same list again changes nothing', () => {
    const csv =
      'Name,Email,Group,Line manager\nAda Okafor,ada@school.example,teaching,bo@school.example\nBo Lin,bo@school.example,teaching,\nNo Mail,,volunteer,Ada Okafor\n'
    const first = plan(csv)
    const again = plan(
      csv,
      first.changes.map((change) => change.person),
    )
    expect(again.changes).to.deep.equal([])
    expect(first.changes[0]?.person.manager).to.equal(first.changes[1]?.person.id)
    expect(first.changes[2]?.person.manager).to.equal(first.changes[0]?.person.id)
  })

  it('names a line manager who cannot be found, who is two people, or the person themselves', () => {
    const { listed } = read(
      'Name,Email,Manager\nAda,a@s.example,Nobody Known\nBo,b@s.example,Bo\nSam,c@s.example,\nSam,d@s.example,\nDi,e@s.example,Sam\n',
    )
    const { problems } = planImport(listed, { known: [], today, newId: counter(), whole: true })
    expect(problems.map(({ line }) => line)).to.include.members([2, 6])
  })

  it('keeps what the file has no column for', () => {
    const known = [
      person({ id: 'a', name: 'Ada', email: 'a@s.example', group: 'teaching', roles: ['staff', 'slt'], manager: 'm' }),
    ]
    const { changes } = plan('Name,Email\nAda Okafor,a@s.example\n', known)
    expect(changes[0]?.person).to.deep.include({
      name: 'Ada Okafor',
      group: 'teaching',
      roles: ['staff', 'slt'],
      manager: 'm',
    })
  })
})
