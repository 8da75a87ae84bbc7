// What the manifest tells Teams matches what the code does, and Teams would accept the manifest and its icons.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { z } from 'zod'
import { botName, commands, extension } from '../../adapters/teams/names.ts'
import { house } from '../kit/house.ts'
import { fill, hashOfPackage, nextMade } from '../../src/command/manifest-package.ts'
import { problemsOf } from '../../src/command/manifest-schema.ts'
import { readPng } from '../kit/png.ts'

const Manifest = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  id: z.string(),
  localizationInfo: z.object({ defaultLanguageTag: z.string() }),
  developer: z.object({ name: z.string(), websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({
    short: z.string(),
    full: z.string(),
    features: z.array(z.object({ title: z.string(), description: z.string() })),
  }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  accentColor: z.string(),
  bots: z.tuple([
    z.looseObject({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(
            z.object({ title: z.string(), description: z.string(), type: z.literal('prompt'), prompt: z.string() }),
          ),
        }),
      ),
    }),
  ]),
  composeExtensions: z.tuple([
    z.looseObject({
      botId: z.string(),
      commands: z.array(
        z.looseObject({
          id: z.string(),
          type: z.enum(['query', 'action']),
          context: z.array(z.string()),
          title: z.string(),
          description: z.string(),
          parameters: z.array(z.looseObject({ name: z.string() })).default([]),
        }),
      ),
    }),
  ]),
  permissions: z.array(z.string()),
})

const template = readFileSync('manifest/teams.json', 'utf8')
const manifest = Manifest.parse(JSON.parse(template))
const [bot] = manifest.bots
const [compose] = manifest.composeExtensions
const website = 'https://www.example.sch.uk/'
const addresses = { website, privacy: website, terms: website }
const filling = { appId: '5e1f0c1d-2b3a-4c5d-8e9f-0a1b2c3d4e5f', ...addresses, version: '1.1.0' }
const why = 'manifest/teams.json and adapters/teams/names.ts differ: put it into both, or into neither.'

describe('manifest/teams.json and the code', () => {
  it('the bot is for one person, for group chats and for channels', () =>
    expect(bot.scopes).to.have.members(['personal', 'groupChat', 'team']))

  it('each of these has one list of commands, with all that the bot knows', () => {
    for (const scope of bot.scopes) {
      const lists = bot.commandLists.filter(({ scopes }) => scopes.includes(scope))
      expect(lists, scope).to.have.length(1)
      expect(
        lists[0]?.commands.map(({ title }) => title),
        why,
      ).to.have.ordered.members([...commands])
    }
  })

  it('no list is for a place where the bot is not', () =>
    expect(bot.scopes).to.include.members(bot.commandLists.flatMap(({ scopes }) => scopes)))

  it('a command, and the sentence that Teams puts into the box for it, mean the same', () => {
    for (const { title, prompt } of bot.commandLists.flatMap((list) => list.commands)) {
      expect(house.recognise(title, [])?.name, `"${title}"`).to.equal(title)
      expect(house.recognise(prompt, [])?.name, `"${prompt}"`).to.equal(title)
    }
  })

  it('the message extension searches and acts as the code hears it', () => {
    expect(
      compose.commands.map(({ id, type, context, parameters }) => ({
        id,
        type,
        context,
        parameters: parameters.map(({ name }) => name),
      })),
      why,
    ).to.deep.equal([
      {
        id: extension.search,
        type: 'query',
        context: ['compose', 'commandBox'],
        parameters: [extension.searchParameter],
      },
      { id: extension.action, type: 'action', context: ['compose', 'message', 'commandBox'], parameters: [] },
    ])
    const [search, action] = compose.commands
    expect(search, 'the search shows sections before the first word').to.include({ initialRun: true })
    expect(action, 'the dialog is made by the bot, not by Teams').to.include({ fetchTask: true })
  })

  it('is called what the bot calls itself', () => expect(manifest.name.short, why).to.equal(botName))

  it('asks for as little as it can', () => {
    // The bot knows who writes to it, and writes to people who have not written first.
    expect(manifest.permissions).to.deep.equal(['identity', 'messageTeamMembers'])
    // It may list the people in a conversation without more permissions. It frames nothing, signs nobody in and reads
    // nothing unasked.
    expect(manifest).to.deep.include({ validDomains: [] })
    for (const more of ['authorization', 'webApplicationInfo', 'devicePermissions', 'staticTabs', 'configurableTabs'])
      expect(manifest, more).not.to.have.property(more)
  })
})

describe('manifest/teams.json with a tab', () => {
  const tab = { publicUrl: 'https://policies.example.sch.uk', uri: `api://policies.example.sch.uk/${filling.appId}` }
  const Filled = z.looseObject({ staticTabs: z.unknown(), webApplicationInfo: z.unknown(), validDomains: z.unknown() })
  const filled = Filled.parse(fill(template, { ...filling, tab }))

  it('names one page, the address that it may be at, and how Teams says who somebody is', () => {
    const { staticTabs, webApplicationInfo, validDomains } = filled
    expect({ staticTabs, webApplicationInfo, validDomains }).to.deep.equal({
      staticTabs: [
        {
          entityId: 'mine',
          name: 'What concerns you',
          contentUrl: 'https://policies.example.sch.uk/tab',
          websiteUrl: 'https://policies.example.sch.uk',
          scopes: ['personal'],
        },
      ],
      webApplicationInfo: { id: filling.appId, resource: tab.uri },
      validDomains: ['policies.example.sch.uk'],
    })
  })

  it('fits Microsoft’s schema, and differs from the app without one in nothing else', async () => {
    expect(await problemsOf(filled)).to.deep.equal([])
    const { staticTabs: _tabs, webApplicationInfo: _info, ...rest } = filled
    expect({ ...rest, validDomains: [] }).to.deep.equal(fill(template, filling))
  })

  it('is another content, so the version counts up', () => {
    const icons = { color: new Uint8Array(), outline: new Uint8Array() }
    const without = hashOfPackage(fill(template, filling), icons)
    const last = nextMade(undefined, without)
    expect(nextMade(last, hashOfPackage(filled, icons)).version).to.equal('1.2.0')
    expect(nextMade(last, without).version).to.equal('1.1.0')
  })
})

describe('manifest/teams.json and Teams', () => {
  it('holds what is filled in, and nothing of one school', () => {
    expect([manifest.id, bot.botId, compose.botId]).to.deep.equal(['{{appId}}', '{{appId}}', '{{appId}}'])
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer
    expect([websiteUrl, privacyUrl, termsOfUseUrl]).to.deep.equal(['{{website}}', '{{privacy}}', '{{terms}}'])
    expect(JSON.stringify(fill(template, filling))).not.to.contain('{{')
  })

  it('fits Microsoft’s schema, in a version that Teams serves today', async () => {
    expect(await problemsOf(fill(template, filling))).to.deep.equal([])
    const [, minor] = manifest.manifestVersion.split('.').map(Number)
    expect(minor).to.be.within(25, 27)
    expect(manifest.$schema).to.contain(`/v${manifest.manifestVersion}/`)
  })

  it('the schema is really read: what is wrong is said', async () => {
    expect((await problemsOf(JSON.parse(template))).join('\n')).to.match(/botId must match pattern/)
    const newer = template.replace('/v1.27/', '/v9.99/')
    expect((await problemsOf(fill(newer, filling))).join()).to.match(/no schema that can be checked here/)
  })

  it('stays within the limits that Teams shows text in', () => {
    // Most limits are the schema's; menus cut off commands well before the schema's limit.
    for (const { title, description } of bot.commandLists.flatMap((list) => list.commands)) {
      expect(title.length, title).to.be.at.most(32)
      expect(description.length, description).to.be.at.most(128)
    }
    expect(bot.commandLists.flatMap((list) => list.commands).length).to.be.at.most(10)
    expect(manifest.name.short.length).to.be.at.most(30)
    expect(manifest.description.short.length).to.be.at.most(80)
    expect(manifest.description.full).not.to.equal(manifest.description.short)
  })

  it('speaks British English', () => expect(manifest.localizationInfo).to.deep.equal({ defaultLanguageTag: 'en-gb' }))
})

describe('the icons for Teams', () => {
  const color = readPng(readFileSync(`manifest/${manifest.icons.color}`))
  const outline = readPng(readFileSync(`manifest/${manifest.icons.outline}`))
  const every = ({ width, height }: { width: number; height: number }) =>
    Array.from({ length: width * height }, (_, at) => [at % width, Math.floor(at / width)] as const)

  it('colour: 192 × 192, the ground from edge to edge, the mark in the middle', () => {
    expect([color.width, color.height]).to.deep.equal([192, 192])
    expect(hex(color.at(0, 0)), 'the ground is the accent colour').to.equal(manifest.accentColor)
    const drawn = every(color).filter(([x, y]) => hex(color.at(x, y)) !== manifest.accentColor)
    expect(drawn.length).to.be.greaterThan(1_000)
    // Teams rounds the corners and asks that a mark stay within the middle 120 × 120 pixels.
    for (const [x, y] of drawn) expect([Math.min(x, y) >= 36, Math.max(x, y) < 156]).to.deep.equal([true, true])
    expect(every(color).every(([x, y]) => color.at(x, y)[3] === 255)).to.be.true
  })

  it('outline: 32 × 32, white lines on nothing', () => {
    expect([outline.width, outline.height, outline.alpha]).to.deep.equal([32, 32, true])
    const seen = every(outline)
      .map(([x, y]) => outline.at(x, y))
      .filter(([, , , opacity]) => opacity > 0)
    expect(seen.length).to.be.within(100, 500)
    expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).to.be.true
    expect(outline.at(0, 0)[3], 'the corner is empty').to.equal(0)
  })

  it('are kept as drawings beside the pictures, of the same size', () => {
    for (const [name, size] of [
      ['color', 192],
      ['outline', 32],
    ] as const)
      expect(readFileSync(`manifest/${name}.svg`, 'utf8')).to.contain(`width="${size}" height="${size}"`)
  })
})

function hex([red, green, blue]: readonly [number, number, number, number]): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
