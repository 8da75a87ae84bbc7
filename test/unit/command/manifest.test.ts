import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { expect } from 'chai'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { manifest } from '../../../src/command/manifest.ts'
import { problemsOfIcons } from '../../../src/command/manifest-package.ts'
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
    [['slack', 'teams'], /Which manifest/],
    [['slack', '--out', 'x.zip'], /printed/],
    [['teams', '--url', 'http://www.example.sch.uk'], /https/],
    [['teams', '--url', 'www.example.sch.uk'], /not an address/],
    [['teams', '--out', ''], /name of a file/],
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

describe('npm run manifest -- teams', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'manifest-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  const appId = '5E1F0C1D-2b3a-4c5d-8e9f-0a1b2c3d4e5f'
  const url = 'https://www.example.sch.uk/policies'
  const pages = { SCHOOL_PRIVACY_URL: `${url}/privacy`, SCHOOL_TERMS_URL: `${url}/terms` }
  const make = (more: readonly string[] = [], out = join(folder, 'app.zip'), env: Record<string, string> = {}) =>
    run(manifest, ['teams', '--app-id', appId, '--url', url, '--out', out, ...more], {
      env,
      home: join(folder, 'home'),
    })
  const Packed = z.looseObject({ version: z.string(), developer: z.looseObject({}) })
  const packed = (path = join(folder, 'app.zip')) =>
    Packed.parse(JSON.parse(new TextDecoder().decode(unzipSync(readFileSync(path))['manifest.json'])))

  it('writes the package: the manifest filled in, with its icons', async () => {
    const { status, out } = await make()
    expect([status, out]).to.deep.equal([0, [`Written: ${join(folder, 'app.zip')}`]])
    const files = unzipSync(readFileSync(join(folder, 'app.zip')))
    expect(Object.keys(files)).to.have.members(['manifest.json', 'color.png', 'outline.png'])
    expect(Buffer.from(files['color.png'] ?? [])).to.deep.equal(readFileSync('manifest/color.png'))
    const Made = z.looseObject({ id: z.string(), bots: z.tuple([z.looseObject({})]), developer: z.looseObject({}) })
    const made = Made.parse(JSON.parse(new TextDecoder().decode(files['manifest.json'])))
    expect([made.id, made.bots[0]['botId']]).to.deep.equal([appId.toLowerCase(), appId.toLowerCase()])
    expect(made.developer).to.include({ websiteUrl: url, privacyUrl: url, termsOfUseUrl: url })
    expect(readdirSync(folder), 'nothing else is left').to.deep.equal(['app.zip', 'home'])
    expect(readdirSync(join(folder, 'home'))).to.deep.equal(['policy-guide-teams.json'])
  })

  it('takes the app id and the addresses from the environment, and writes into the home folder', async () => {
    const home = join(folder, 'not', 'there', 'yet')
    const env = {
      MICROSOFT_APP_ID: appId.toLowerCase(),
      SCHOOL_WEBSITE_URL: url,
      PUBLIC_URL: 'https://guide.example',
      ...pages,
    }
    const { status, err } = await run(manifest, ['teams'], { home, env })
    expect([status, err.join()]).to.satisfy(([code, said]: [number, string]) => code === 0 && !said.includes('Not set'))
    expect(packed(join(home, 'policy-guide-teams.zip')).developer).to.include({
      websiteUrl: url,
      privacyUrl: `${url}/privacy`,
      termsOfUseUrl: `${url}/terms`,
    })
  })

  it('leads to the web page of Policy Guide where the school names no page of its own', async () => {
    const env = { MICROSOFT_APP_ID: appId, PUBLIC_URL: 'https://guide.example' }
    const { err } = await run(manifest, ['teams', '--out', join(folder, 'app.zip')], { home: folder, env })
    const websiteUrl = 'https://guide.example/'
    expect(packed().developer).to.include({ websiteUrl, privacyUrl: websiteUrl, termsOfUseUrl: websiteUrl })
    expect(err.join()).to.match(/Not set: SCHOOL_PRIVACY_URL, SCHOOL_TERMS_URL/)
  })

  it('without any address nothing is written, and it says what to set', async () => {
    const { status, err } = await run(manifest, ['teams', '--app-id', appId, '--out', join(folder, 'app.zip')])
    expect([status, readdirSync(folder)]).to.deep.equal([2, []])
    expect(err.join()).to.match(/SCHOOL_WEBSITE_URL.*PUBLIC_URL.*--url/)
  })

  it('the version counts up with the content, and with nothing else', async () => {
    const path = join(folder, 'app.zip')
    await make()
    expect(packed().version, 'above 1.0.0, which all packages were').to.equal('1.1.0')
    await make([], join(folder, 'again.zip'))
    expect(readFileSync(join(folder, 'again.zip'))).to.deep.equal(readFileSync(path))
    await make(['--replace'], path, pages)
    expect(packed().version).to.equal('1.2.0')
    await make(['--replace'], path)
    expect(packed().version, 'what it was before is new, too').to.equal('1.3.0')
  })

  it('a package that was not written does not count', async () => {
    await make()
    expect((await make([], join(folder, 'app.zip'), pages)).status).to.equal(1)
    await make(['--replace'], join(folder, 'app.zip'), pages)
    expect(packed().version).to.equal('1.2.0')
  })

  it('gives the same bytes each time, wherever the clock stands', async () => {
    await make()
    const script = `
      import { readFileSync } from 'node:fs'
      import { fill, zip } from './src/command/manifest-package.ts'
      const manifest = fill(readFileSync('manifest/teams.json', 'utf8'), JSON.parse(process.argv[1]))
      const icons = { color: readFileSync('manifest/color.png'), outline: readFileSync('manifest/outline.png') }
      process.stdout.write(await zip(manifest, icons))`
    const addresses = { website: url, privacy: url, terms: url, version: '1.1.0' }
    const filling = JSON.stringify({ appId: appId.toLowerCase(), ...addresses })
    const elsewhere = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script, filling],
      {
        env: { ...process.env, TZ: 'Pacific/Kiritimati' },
      },
    )
    expect(elsewhere).to.deep.equal(readFileSync(join(folder, 'app.zip')))
  })

  it('a second time it finds the very same there, and leaves it', async () => {
    await make()
    const before = statSync(join(folder, 'app.zip')).ino
    const { status, out } = await make()
    expect(status).to.equal(0)
    expect(out.join()).to.match(/there already, the very same/)
    expect(statSync(join(folder, 'app.zip')).ino).to.equal(before)
  })

  it('does not write over another file unless told to', async () => {
    const path = join(folder, 'app.zip')
    writeFileSync(path, 'the holiday pictures')
    const { status, err } = await make()
    expect(status).to.equal(1)
    expect(err.join()).to.match(/there already, and differs.*--replace/)
    expect(readFileSync(path, 'utf8')).to.equal('the holiday pictures')
    expect((await make(['--replace'])).status).to.equal(0)
    expect(Object.keys(unzipSync(readFileSync(path)))).to.include('manifest.json')
  })

  it('says so where it cannot write, and writes nothing', async () => {
    writeFileSync(join(folder, 'file'), '')
    mkdirSync(join(folder, 'folder'))
    for (const [path, reason] of [
      ['missing/app.zip', 'no such folder'],
      ['file/app.zip', 'no such folder'],
      ['folder', 'it is a folder'],
    ] as const) {
      const { status, err } = await make([], join(folder, path))
      expect([status, err.join()], path).to.satisfy(
        ([code, said]: [number, string]) => code === 1 && said.includes(reason) && said.includes('--out'),
      )
    }
    expect(readdirSync(folder), 'no version was used up').to.deep.equal(['file', 'folder'])
  })

  const refusals: readonly [string, readonly string[], Record<string, string>, RegExp][] = [
    ['no app id', [], {}, /Set MICROSOFT_APP_ID, or give --app-id/],
    ['half an app id', ['--app-id', '5e1f0c1d'], {}, /--app-id is not a whole id/],
    ['half an app id in the environment', [], { MICROSOFT_APP_ID: '5e1f0c1d' }, /MICROSOFT_APP_ID is not a whole id/],
  ]
  for (const [what, argv, env, said] of refusals) {
    it(`${what}: says where to find it, and repeats nothing`, async () => {
      const { status, out, err } = await run(manifest, ['teams', ...argv, '--out', join(folder, 'app.zip')], { env })
      expect([status, out]).to.deep.equal([2, []])
      expect(err.join('\n')).to.match(said).and.to.contain('entra.microsoft.com').and.not.to.contain('5e1f0c1d')
      expect(readdirSync(folder)).to.deep.equal([])
    })
  }

  it('the icons must be what Teams takes', () => {
    const [color, outline] = [readFileSync('manifest/color.png'), readFileSync('manifest/outline.png')]
    expect(problemsOfIcons({ color, outline })).to.deep.equal([])
    expect(problemsOfIcons({ color: outline, outline: color })).to.deep.equal([
      'color.png is 32 × 32 pixels; Teams wants 192 × 192.',
      'outline.png is 192 × 192 pixels; Teams wants 32 × 32.',
      'outline.png has no transparent ground; Teams wants white lines on nothing.',
    ])
    expect(problemsOfIcons({ color: Buffer.from('<svg/>'), outline })).to.deep.equal([
      'color.png is not a PNG picture.',
    ])
  })
})
