import { expect } from 'chai'
import { inspectUrgent, readUrgent } from '../../../src/library/urgent.ts'

describe('reading urgent.yaml', () => {
  const sound = `policy: social-media
questions: { asks: rules, tells: told }
groups:
  rules: does the policy
  told: sent me
  threats: >-
    threaten, ~threatening,
    says he will <harm>
  harm: stab, kill
  me: =me, =us
  lesson: lesson
kinds:
  - id: threat
    title: A threat
    steps:
      - { text: Keep it., cites: 7.b }
      - text: Call 999.
    patterns:
      - words: [threats, me]
        within: 5
        unless: [lesson]
    cases:
      trigger:
        - he threatened us
        - says he will kill me
      nearMiss:
        - does the policy mention threatening us
`
  const read = (from: string, to: string) => readUrgent('urgent.yaml', sound.replace(from, to))
  const problems = (from: string, to: string) =>
    [...read(from, to).problems, ...inspectUrgent('urgent.yaml', sound.replace(from, to))].map(
      ({ file, line, what, fix }) => `${file}:${line} ${what}. ${fix}`,
    )

  it('writes groups out and gives every pattern its own words', () => {
    const { urgent, problems: none } = readUrgent('urgent.yaml', sound)
    expect(none).to.deep.equal([])
    expect(urgent).to.have.length(1)
    expect(urgent?.[0]?.steps).to.deep.equal([
      { text: 'Keep it.', cites: { policy: 'social-media', section: '7.b' } },
      { text: 'Call 999.', cites: undefined },
    ])
    expect(urgent?.[0]?.patterns).to.deep.equal([
      {
        words: [
          ['threaten', '~threatening', 'says he will stab', 'says he will kill'],
          ['=me', '=us'],
        ],
        within: 5,
        near: [],
        unless: [['lesson']],
        asks: ['does the policy'],
        tells: ['sent me'],
      },
    ])
  })

  const table: [string, string, string, RegExp][] = [
    [
      'a group that does not exist',
      'words: [threats',
      'words: [treats',
      /^urgent.yaml:19 names the group "treats", .* Did you mean "threats"\?$/,
    ],
    ['a group inside a group', '<harm>', '<harms>', /:6 names the group "harms", .* Did you mean "harm"\?/],
    ['a group that leads back to itself', 'harm: stab', 'harm: stab, <threats>', /leads back to itself/],
    ['an entry without a word', '=me, =us', '=me, £', /:10 holds "£", which is not a word/],
    ['a group for questions', 'tells: told', 'tells: tod', /^urgent.yaml:2 names the group "tod".*"told"/],
    [
      'a trigger that is not urgent',
      'he threatened us',
      'he thanked us',
      /^urgent.yaml:24 the case "he thanked us" is not urgent, but should be "threat"/,
    ],
    [
      'a near miss that is urgent',
      'does the policy mention',
      'somebody is',
      /^urgent.yaml:27 .* is taken for "threat" by the pattern in line 19, but should not be urgent\. Add an "unless"/,
    ],
    ['a form that is wrong', 'within: 5', 'within: 50', /:20 "kinds.0.patterns.0.within"/],
    ['a word too many', 'title: A threat', 'titel: A threat', /kinds.0/],
  ]
  for (const [name, from, to, expected] of table) {
    it(`tells of ${name}, with its line and a remedy`, () => {
      const told = problems(from, to)
      expect(
        told.some((each) => expected.test(each)),
        told.join('\n'),
      ).to.be.true
    })
  }

  it('tells of an id that is used twice', () => {
    const twice = sound + sound.slice(sound.indexOf('  - id: threat'))
    const told = readUrgent('urgent.yaml', twice).problems
    expect(told[0]).to.deep.include({ line: 28, what: 'uses the id "threat" twice' })
  })

  it('gives no kinds while a group is missing, and all of them while only a case fails', () => {
    expect(read('words: [threats', 'words: [treats').urgent).to.equal(undefined)
    expect(read('he threatened us', 'he thanked us').urgent).to.have.length(1)
    expect(readUrgent('urgent.yaml', 'kinds: [').urgent).to.equal(undefined)
  })

  it('allows a near miss of one kind that is a case of another', () => {
    const second = `  - id: lessons
    title: Lessons
    steps: [{ text: Teach. }]
    patterns: [{ words: [lesson] }]
    cases: { trigger: [a lesson about knives], nearMiss: [he threatened us] }
`
    expect(inspectUrgent('urgent.yaml', sound + second)).to.deep.equal([])
  })
})
