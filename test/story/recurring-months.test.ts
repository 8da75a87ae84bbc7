// Asking again so many months after each person's last signature: on every platform, and by the clock with signatures
// of different days.
import { expect } from 'chai'
import type { App } from '../../src/app.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Card } from '../../src/chat/cards.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import type { NewEntry } from '../../src/journal/types.ts'
import { editionInForce } from '../../src/policy/force.ts'
import { verify } from '../../src/proof/verify.ts'
import { editionText } from '../../src/standing/declared.ts'
import { recurringActions } from '../../src/recurring/actions.ts'
import { foldInvolvement } from '../../src/standing/fold.ts'
import { matterAbout } from '../../src/turn/matter.ts'
import { day, policy as id } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { startPosting } from '../kit/posting.ts'
import { septemberPack } from '../kit/september-pack.ts'
import { story as tell } from '../kit/stages.ts'
import { meadowLane, morePolicies } from '../kit/three-policies.ts'

const library = meadowLane({ ...morePolicies(1), ...septemberPack })
const story = (what: string, told: Parameters<typeof tell>[1]) => tell(what, told, { library })

describe('asking again so many months after signing, in conversation', () => {
  story('a campaign recurs so many months after signing', async ({ slt }) => {
    await slt.says('campaigns for attendance')
    await slt.fills({ 'Who is asked': 'all', 'By which day': '18/12/2026' }, 'Open the campaign')
    await slt.presses('Open it')
    await slt.presses('Ask again regularly')
    await slt.presses('Months after signing')
    const slip = await slt.fills({ 'Months after the last signature': 'often' }, 'Ask again after so many months')
    expect(slip.last.title).to.include('Months after signing')
    expect(slip.last.text).to.include('Write a whole number of months from 1 to 60')
    const set = await slt.fills({ 'Months after the last signature': '6 months' }, 'Ask again after so many months')
    expect(set.last.text)
      .to.include('It is asked for again 6 months after each person’s last signature, and nobody has signed yet.')
      .and.include('The day follows from the first signature.')
    expect((await slt.presses('Stop asking again')).last.text).to.include('It is asked for once.')
  })
})

describe('asking again so many months after signing, on the clock', () => {
  const zone = 'Europe/London'
  const policy = theLibrary().policies.find((each) => each.id === id)
  let test: TestPorts
  let app: App
  let posts: { to: string; card: Card; key: string }[]
  let events = 0

  beforeEach(async () => {
    test = await memoryPorts('2026-09-10T09:00:00Z')
    posts = []
    app = start()
    for (const account of ['head', 'teacher', 'cook'])
      await test.ports.directory.keep(
        { platform: 'web', id: account },
        { name: account, email: undefined, roles: account === 'head' ? ['staff', 'slt'] : ['staff'] },
      )
    if (policy === undefined) throw new Error('no policy')
    const audience = { everybody: true, groups: [], roles: [], people: [] }
    const edition = editionInForce(policy, day('2026-09-10'))
    const about = { policy, edition, audience, due: day('2026-09-30'), practice: false, zone, by: 'operator' }
    const stamp = { id: 'c1', at: new Date('2026-09-10T09:00:00Z'), salt: 's' }
    await test.ports.journal.record({ policy: id }, (facts) =>
      openCampaign(facts, { ...about, accepted: [`${id}@2015-10`], stamp }),
    )
  })
  afterEach(() => test.close())

  function start(): App {
    return startPosting(test.ports, (post) => {
      posts.push(post)
      return undefined
    })
  }

  const beat = async (at: string, apps: readonly App[] = [app]) => {
    test.setClock(at)
    await Promise.all(apps.map((each) => each.tick(new Date(at))))
  }
  const hear = async (said: { text: string } | { action: Action; fields?: Record<string, string> }) => {
    const who = { platform: 'web', id: 'head' } as const
    const about = { id: `e${++events}`, account: who, place: { ...who, kind: 'private' } } as const
    const event =
      'text' in said
        ? ({ ...about, kind: 'said', text: said.text } as const)
        : ({ ...about, kind: 'pressed', packed: pack(said.action), fields: said.fields ?? {} } as const)
    const [reply] = await app.hear(event)
    if (reply?.card === undefined) throw new Error('nothing was answered')
    return reply.card
  }
  const signs = async (account: string, at: string) => {
    const person = await test.ports.directory.find({ platform: 'web', id: account })
    const asked = { today: day(at.slice(0, 10)), joinerDays: 5 }
    const matter = policy && matterAbout(policy, editionInForce(policy, asked.today), asked)
    if (person === undefined || matter === undefined) throw new Error('nobody can sign that')
    const { edition, declaration } = matter
    const entry: NewEntry = {
      ...{ id: `signed-${account}-${at}`, at: new Date(at), salt: 'salt', hidden: {} },
      fact: {
        ...{ kind: 'signed', policy: id, edition: edition.id, person: person.id, statements: [], zone },
        ...{ wording: declaration.hash, text: declaration.textHash, how: 'chat', platform: 'web', practice: false },
      },
    }
    await test.ports.journal.record({ policy: id, person: person.id }, (facts) => ({
      entries: [entry],
      wordings: [declaration.wording, editionText(edition)],
      involvement: foldInvolvement([...facts.history, entry], facts.reading),
      outcome: undefined,
    }))
  }
  const campaigns = () => test.ports.journal.campaigns(id)
  const setMonths = async (months: string) => {
    const [campaign] = await campaigns()
    return hear({ action: recurringActions('set-months', { campaign: campaign?.id ?? '' }), fields: { months } })
  }
  const yes = (card: Card | undefined) => {
    const buttons = card?.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])) ?? []
    const action = buttons.find(({ label }) => label.startsWith('Yes'))?.action
    if (action === undefined) throw new Error('there is nothing to say yes to')
    return hear({ action })
  }
  const reminded = () => posts.filter(({ key }) => key.startsWith('reminder:')).map(({ to }) => to).toSorted() // prettier-ignore

  it('opens after a yes when the first signature is old enough, and asks no one whose own is not', async () => {
    await setMonths('6')
    await signs('teacher', '2026-09-14T10:00:00Z')
    await signs('head', '2026-11-20T10:00:00Z')
    await beat('2027-02-26T10:00:00Z')
    expect(posts.filter(({ key }) => key.startsWith('recurring:'))).to.deep.equal([])
    await beat('2027-03-01T10:00:00Z')
    const question = posts.find(({ key }) => key.startsWith('recurring:'))
    expect(question?.card.summary).to.include(
      'It is asked for again 6 months after each person’s last signature, next from 15 March 2027, to sign by 2 April 2027',
    )
    const shown = JSON.stringify(question?.card.blocks)
    expect(shown).to.include('except where a signature is from 3 October 2026 or later, would be asked to sign')
    expect(shown).to.include('2 people are asked to sign; 1 has signed already.')
    await yes(question?.card)
    posts = []
    await beat('2027-03-15T10:00:00Z', [app, start()])
    await beat('2027-03-15T10:40:00Z', [app, start()])
    const [now, before, ...more] = await campaigns()
    expect(more).to.deep.equal([])
    expect(now).to.deep.include({ openedOn: '2027-03-15', due: '2027-04-02', follows: before?.id })
    expect(now?.recurs).to.deep.equal({ every: 'months', months: 6, after: '2027-03-15' })
    expect(reminded()).to.deep.equal(['cook', 'teacher'])
    const beside = 'This round: 1 of 3 have signed. Last round, by 10 September 2026: 0 of 3.'
    expect(JSON.stringify((await hear({ text: 'digest' })).blocks)).to.include(beside)
    expect(JSON.stringify((await hear({ text: 'register' })).blocks)).to.include(beside)
    expect(await verify(test.ports, { fold: foldInvolvement })).to.include({ kind: 'holds' })

    // The teacher signs again, so the head's signature is the next to become six months old.
    await signs('teacher', '2027-03-16T10:00:00Z')
    await beat('2027-05-10T10:00:00Z')
    expect((await hear({ text: 'recurring' })).summary).to.include('next from 20 May 2027')
  })

  it('waits in the digest without a yes, opens nothing, and then asks from the day of the yes', async () => {
    await setMonths('6')
    await signs('teacher', '2026-09-14T10:00:00Z')
    await beat('2027-05-10T10:00:00Z')
    expect(await campaigns()).to.have.length(1)
    expect((await hear({ text: 'digest' })).summary).to.include('waits for your yes: nothing opens without it.')
    const late = await hear({ text: 'recurring' })
    expect(late.summary).to.include('next from 10 May 2027, to sign by 28 May 2027')
    await yes(late)
    await beat('2027-05-10T11:00:00Z')
    expect((await campaigns()).map(({ due }) => due)).to.deep.equal(['2027-05-28', '2026-09-30'])
  })

  it('is left out for so many months, and a signature that was old before counts from now', async () => {
    await signs('teacher', '2026-09-11T10:00:00Z')
    await beat('2027-05-10T10:00:00Z')
    expect((await setMonths('6')).summary).to.include('next from 10 May 2027')
    const [campaign] = await campaigns()
    const after = campaign?.recurs?.after ?? ''
    const left = await hear({ action: recurringActions('skip-recurring', { campaign: campaign?.id ?? '', after }) })
    expect(left.summary).to.include('Not this time.').and.include('next from 13 September 2027')
    expect(await verify(test.ports, { fold: foldInvolvement })).to.include({ kind: 'holds' })
    const [now] = await campaigns()
    if (now?.recurs === undefined) throw new Error('it does not recur')
    const forged = { ...now, recurs: { ...now.recurs, every: 'months', months: 7 } as const }
    await test.ports.journal.record({ policy: id }, () => ({ entries: [], campaign: forged, outcome: undefined }))
    expect(await verify(test.ports, { fold: foldInvolvement })).to.include({ kind: 'broken' })
  })
})
