import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { manifest } from '../../../src/command/manifest.ts'
import { run } from '../../kit/command.ts'

describe('npm run manifest', () => {
  it('slack: the file as it stands, for Socket Mode', async () => {
    const { status, out } = await run(manifest, ['slack'])
    expect(status).to.equal(0)
    expect(JSON.parse(out.join('\n'))).to.deep.equal(JSON.parse(readFileSync('manifest/slack.json', 'utf8')))
  })

  it('slack --url: the same with the address filled in', async () => {
    const { status, out } = await run(manifest, ['slack', '--url', 'https://guide.example.sch.uk'])
    expect(status).to.equal(0)
    expect(out.join('\n').match(/https:\/\/guide\.example\.sch\.uk\/slack\/events/g)).to.have.length(3)
  })

  const misused: readonly [string[], RegExp][] = [
    [[], /Which manifest/],
    [['discord'], /Which manifest/],
    [['slack', '--url', 'guide'], /not an address/],
    [['slack', '--url', 'http://guide.example.sch.uk'], /https/],
    [['slack', '--urls', 'x'], /--urls/],
  ]
  for (const [argv, said] of misused) {
    it(`${argv.join(' ') || 'nothing'}: says what is missing`, async () => {
      const { status, out, err } = await run(manifest, argv)
      expect(status).to.equal(2)
      expect(out).to.deep.equal([])
      expect(err.join('\n')).to.match(said).and.to.contain('Usage')
    })
  }
})
