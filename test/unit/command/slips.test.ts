// A slip on the command line: the word or the option that is nearest is named, and nothing is done.
import { expect } from 'chai'
import { askCommand } from '../../../src/command/ask.ts'
import { campaignCommand } from '../../../src/command/campaign.ts'
import { checkCommand } from '../../../src/command/check.ts'
import type { Command } from '../../../src/command/context.ts'
import { listing } from '../../../src/command/examples.ts'
import { manifest } from '../../../src/command/manifest.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { policyCommand } from '../../../src/command/policy.ts'
import { registerCommand } from '../../../src/command/register.ts'
import { scenarioCommand } from '../../../src/command/scenario.ts'
import { signCommand } from '../../../src/command/sign.ts'
import { storeCommand } from '../../../src/command/store.ts'
import { run } from '../../kit/command.ts'

const slips: readonly (readonly [name: string, command: Command, argv: readonly string[], says: string])[] = [
  ['policy', policyCommand, ['lsit'], 'There is no “policy lsit”. Did you mean list?'],
  ['people', peopleCommand, ['imprt', 'staff.csv'], 'There is no “people imprt”. Did you mean import?'],
  ['people', peopleCommand, ['import', 'staff.csv', '--prt'], 'There is no option --prt. Did you mean --part?'],
  ['campaign', campaignCommand, ['reopn', 'c1'], 'There is no “campaign reopn”. Did you mean reopen?'],
  ['people', peopleCommand, ['--hlp'], 'There is no “people --hlp”. Did you mean --help?'],
  ['sign', signCommand, ['--hepl'], 'There is no option --hepl. Did you mean --help?'],
  ['campaign', campaignCommand, ['open', '--polcy', 'x'], 'There is no option --polcy. Did you mean --policy?'],
  ['register', registerCommand, ['exprt', 'all.csv'], 'There is no “register exprt”. Did you mean export?'],
  ['register', registerCommand, ['list', '-x'], 'There is no option -x.\n'],
  ['sign', signCommand, ['papr'], 'There is no “sign papr”. Did you mean paper?'],
  ['scenario', scenarioCommand, ['grahp'], 'There is no “scenario grahp”. Did you mean graph?'],
  ['ask', askCommand, ['--jsn', 'photos?'], 'There is no option --jsn. Did you mean --json?'],
  ['check', checkCommand, ['--anwser', 'a=b'], 'There is no option --anwser. Did you mean --answer?'],
  ['check', checkCommand, ['graph'], '“graph” is not an option of check.'],
  ['manifest', manifest, ['teams', '--appid', 'x'], 'There is no option --appid. Did you mean --app-id?'],
  // Where nothing is near, the usage alone says what there is.
  ['policy', policyCommand, ['frobnicate'], 'There is no “policy frobnicate”.\nUsage:'],
  ['register', registerCommand, [], 'Usage:'],
]

/** Commands whose `--help` sends people on to what they say where nothing follows. */
const uses: Readonly<Record<string, Command>> = {
  policy: policyCommand,
  people: peopleCommand,
  campaign: campaignCommand,
  register: registerCommand,
  sign: signCommand,
  scenario: scenarioCommand,
  store: storeCommand,
  manifest,
}

describe('all uses of a command', () => {
  it('are listed by the commands that say so', () => {
    expect(Object.keys(uses)).to.have.members([...listing])
  })
  for (const [name, command] of Object.entries(uses))
    it(`${name}: each on a line`, async () => {
      const { err } = await run(command, [])
      const lines = err
        .join('\n')
        .split('\n')
        .filter((line) => line.includes(` ${name} `) || line.startsWith('Usage:'))
      expect(lines.length).to.be.greaterThan(1)
    })
})

describe('a slip on the command line', () => {
  for (const [name, command, argv, says] of slips)
    it(`${name} ${argv.join(' ')}`, async () => {
      const { status, err, out } = await run(command, argv)
      expect(status).to.equal(2)
      expect(err.join('\n').startsWith(says), err.join('\n')).to.equal(true)
      expect(err.join('\n')).to.include('Usage:').and.not.include('positional')
      expect(out).to.deep.equal([])
    })
})
