import { usualBelongings } from '../../../src/turn/meeting.ts'
import { expect } from 'chai'
import { pack, type ActionOf } from '../../../src/chat/actions.ts'
import { unstyled, type Block, type Button, type Card } from '../../../src/chat/cards.ts'
import type { ChatEvent } from '../../../src/chat/events.ts'
import type { Place } from '../../../src/chat/people.ts'
import type { Reply } from '../../../src/chat/replies.ts'
import type { checkActions } from '../../../src/check/actions.ts'
import { hashOfReference } from '../../../src/check/reference.ts'
import { walk } from '../../../src/check/paths.ts'
import { wordsOfAnswers } from '../../../src/check/words.ts'
import { begin, hearAnswer, hearDraft, startCheck } from '../../../src/check/talk.ts'
import type { Answers, Scenario } from '../../../src/guide/scenario.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import type { Library } from '../../../src/turn/library.ts'
import type { Turn } from '../../../src/turn/turn.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'
import { aTurn } from '../../kit/turn.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { realPolicy, realScenario } from './builders.ts'

const scenario = realScenario()
const account = { platform: 'web', id: 'ann' } as const
const privatePlace: Place = { platform: 'web', id: 'ann', kind: 'private' }
const sharedPlace: Place = { platform: 'slack', id: 'staffroom', kind: 'shared' }

describe('talking a check through', () => {
  let test: TestPorts
  const library: Library = {
    school: {
      name: 'Larkmead Community School',
      shortNames: ['Larkmead'],
      zone: 'Europe/London',
      signing: { acceptRestated: [], joinerDays: 14, linkDays: 7, headTo: [] },
      belonging: usualBelongings,
      calendar: weekdaysAllYear,
      reminders: { before: [7, 3, 1, 0], every: 7 },
      keptDays: 90,
      contacts: {
        slt: { who: 'the senior leaders', how: 'Ask at the office.' },
        police: { who: 'the police', how: 'Call 999 in immediate danger.' },
      },
    },
    policies: [realPolicy()],
    words: [],
    asked: new Map(),
    urgent: [],
    laws: [],
    scenarios: [scenario],
  }
  const now = new Date('2026-11-23T09:00:00Z')
  const desk = openDesk(library)(now)

  function turn({
    place = privatePlace,
    scenarios = [scenario],
    kind = 'pressed',
    urgent = [],
  }: {
    place?: Place
    scenarios?: Scenario[]
    kind?: 'pressed' | 'said'
    urgent?: Library['urgent']
  } = {}): Turn {
    const happened = { id: 'e1', account, place }
    const event: ChatEvent =
      kind === 'said' ? { ...happened, kind, text: 'check' } : { ...happened, kind, packed: '', fields: {} }
    return aTurn({ event, now, ports: test.ports, library: { ...library, scenarios, urgent }, desk })
  }

  beforeEach(async () => {
    test = await memoryPorts()
  })
  afterEach(() => test.close())

  const way = (answers: Answers = {}, found: string[] = []) => ({
    scenario: scenario.id,
    answers: { ...answers },
    found,
    words: wordsOfAnswers(scenario, answers),
  })
  /** The action that the button of that choice carries. */
  const pressing = (answers: Answers, question: string, choice: string, found: string[] = []) => ({
    do: 'answer' as const,
    ...way(answers, found),
    words: wordsOfAnswers(scenario, { ...answers, [question]: choice }),
    question,
    choice,
  })

  it('begins with the first question, and offers a place for a draft', async () => {
    const [reply] = await startCheck(turn(), { scenario: scenario.id })
    const card = cardOf(reply)
    expect(reply?.to).to.equal('place')
    expect(card.blocks.find(({ kind }) => kind === 'form')).to.nested.include({
      'form.fields[0].id': 'draft',
      'form.fields[0].max': 5_000,
    })
    expect(buttonsOf(card).map(({ label }) => label)).to.deep.equal([
      ...(scenario.questions[1]?.choices ?? []).map(({ text }) => text),
      'Something was sent to me',
      'Look at my draft',
    ])
    expect(wordsOn(card)).to.contain('What is it about?')
  })

  it('asks which check is meant where none of the school’s is about posting', async () => {
    const trip = { ...scenario, id: 'before-a-trip', title: 'Before a trip', detections: [] }
    const [reply] = await begin(turn({ scenarios: [trip] }))
    expect(cardOf(reply).title).to.equal('What would you like to check?')
    expect(buttonsOf(cardOf(reply)).map(({ label }) => label)).to.deep.equal(['Before a trip'])
  })

  it('begins with the one that reads drafts where none has the usual name', async () => {
    const trip = { ...scenario, id: 'before-a-trip', title: 'Before a trip', detections: [] }
    const photos = { ...scenario, id: 'photos' }
    expect(cardOf((await begin(turn({ scenarios: [trip, photos] })))[0]).title).not.to.contain('What would you like')
  })

  it('offers it to the person alone in a shared place', async () => {
    expect((await startCheck(turn({ place: sharedPlace }), { scenario: scenario.id }))[0]?.to).to.equal('person')
  })

  it('asks the first question with the choices as buttons, "I don’t know" last', async () => {
    const [reply] = await hearAnswer(turn(), { do: 'resume', ...way() })
    const card = cardOf(reply)
    expect(reply?.to).to.equal('card')
    expect(card.title).to.equal(scenario.questions[0]?.text)
    expect(buttonsOf(card).at(-1)?.label).to.equal('I don’t know')
    expect(wordsOn(card)).to.contain('Question 1.')
  })

  it('shows the answers so far, each with a button to change it that keeps the others', async () => {
    const answers = { received: 'none', about: 'school' }
    const card = cardOf((await hearAnswer(turn(), pressing(answers, 'where', 'school')))[0])
    const changes = buttonsOf(card).filter(({ action }) => action.do === 'revisit')
    expect(changes.map(({ label }) => label)).to.deep.equal(['Change 1', 'Change 2', 'Change 3'])
    expect(changes[1]?.spoken).to.equal(`Change 2, your answer to: ${scenario.questions[1]?.text ?? ''}`)
    expect(changes[1]?.action).to.deep.equal({
      do: 'revisit',
      ...way({ ...answers, where: 'school' }),
      question: 'about',
    })
  })

  it('asks a question again, says what was answered, and loses nothing', async () => {
    const answers = { received: 'none', about: 'school', where: 'school', people: 'nobody' }
    const card = cardOf((await hearAnswer(turn(), { do: 'revisit', ...way(answers), question: 'where' }))[0])
    expect(card.title).to.equal('Where would you post it?')
    expect(wordsOn(card)).to.contain('You said: A school account or site')
    const own = buttonsOf(card).find(({ label }) => label === 'My own account')
    expect(own?.action).to.deep.equal(pressing(answers, 'where', 'own'))
    const next = cardOf((await hearAnswer(turn(), own?.action as ActionOf<typeof checkActions, 'answer'>))[0])
    expect(next.title).to.equal('Tick what applies, leave the rest')
    expect(buttonsOf(card).find(({ label }) => label === 'Keep my answer')?.action).to.deep.equal({
      do: 'resume',
      ...way(answers),
    })
  })

  it('ends with the ruling in words, each reason with its section, and whom to ask', async () => {
    const answers = { received: 'none', about: 'other', where: 'own' }
    const card = cardOf((await hearAnswer(turn(), pressing({ ...answers, details: 'yes' }, 'whose', 'others')))[0])
    expect(card).to.include({ title: 'Please do not post this', tone: 'stop' })
    const said = wordsOn(card)
    expect(said).to.contain('(Social Media Policy 6.e, edition October 2015)')
    expect(said).to.contain(`Whom to ask: ${realPolicy().ask.who}. Ask at the office.`)
    expect(said).to.contain(
      'This is guidance from the policy, not permission from the school. A draft is kept only if you ask for a yes.',
    )
    expect(said).to.contain('summary in other words, not the school’s adopted text')
    expect(buttonsOf(card).find(({ label }) => label === 'Read 6.e')?.action).to.deep.equal({
      do: 'read',
      policy: 'social-media',
      edition: '2015-10',
      section: '6.e',
    })
    expect(buttonsOf(card).at(-1)?.action).to.deep.equal({ do: 'check', scenario: scenario.id })
  })

  it('puts milder reasons under "Also worth knowing"', async () => {
    const answers = { received: 'none', about: 'school', where: 'own', people: 'adult' }
    const card = cardOf((await hearAnswer(turn(), pressing(answers, 'said', 'derogatory')))[0])
    const said = wordsOn(card)
    expect(said.indexOf('Also worth knowing')).to.be.greaterThan(said.indexOf('online bullying'))
    expect(said.indexOf('codes of practice')).to.be.greaterThan(said.indexOf('Also worth knowing'))
  })

  it('goes ahead with the limits of the policy said, and says where to ask', async () => {
    const answers = { received: 'none', about: 'other', where: 'own', details: 'no', reputation: 'fine' }
    const card = cardOf((await hearAnswer(turn(), pressing(answers, 'made-by', 'me')))[0])
    expect(card).to.include({ title: 'Go ahead', tone: 'go-ahead' })
    expect(wordsOn(card)).to.match(/The policy stops here\. .*\(6\.d\)/)
    expect(buttonsOf(card).map(({ label }) => label)).to.include('Who can I ask?')
  })

  it('says whom to tell at once, and where the police are', async () => {
    const card = cardOf((await hearAnswer(turn(), pressing({}, 'received', 'threat')))[0])
    expect(card).to.include({ title: 'Please report this now', tone: 'urgent' })
    expect(wordsOn(card)).to.contain('Whom to tell: ')
    expect(wordsOn(card)).to.contain('The police: Call 999 in immediate danger.')
    expect(wordsOn(card)).not.to.contain('permission')
  })

  it('keeps the ruling and nothing else, and only when it was reached by an answer', async () => {
    const last = {
      ...way({ received: 'none', about: 'other', where: 'own', details: 'no', reputation: 'fine' }),
      question: 'made-by',
      choice: 'me',
    }
    await hearAnswer(turn(), pressing(last.answers, last.question, last.choice))
    await hearAnswer(turn(), { do: 'resume', ...way({ ...last.answers, 'made-by': 'me' }) })
    const kept = await test.ports.store.rulingsOf(account, 10)
    expect(kept).to.have.length(1)
    const { hash, version, ...rest } = kept[0] ?? {}
    expect(rest).to.deep.equal({
      account,
      at: now,
      scenario: scenario.id,
      ruling: 'go-ahead',
      edition: 'social-media@2015-10',
    })
    expect(version).to.match(/^[0-9a-f]{8}$/)
    expect(hash).to.match(/^[0-9a-f]{64}$/)
  })

  it('gives a reference that the home can check, as long as no word of it is changed', async () => {
    const answers = { received: 'none', about: 'school', where: 'own' }
    const card = cardOf((await hearAnswer(turn(), pressing(answers, 'people', 'pupil')))[0])
    const [, line = ''] = /To quote this, and to have it checked: (.*)/.exec(wordsOn(card)) ?? []
    expect(line).to.match(
      /^can-i-post-this [0-9a-f]{8} · social-media@2015-10 · 2026-11-23 · pupil-own-account@2026-11-30 · [0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/,
    )
    const kept = await test.ports.store.rulingWith(hashOfReference(line) ?? '')
    expect(kept?.ruling).to.equal('do-not')
    expect(await test.ports.store.rulingWith(hashOfReference(` ${line}\n`) ?? '')).to.deep.equal(kept)
    for (const changed of [
      line.replace('2015-10', '2016-10'),
      line.replace('pupil-own-account', 'speak-well'),
      line.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ])
      expect(await test.ports.store.rulingWith(hashOfReference(changed) ?? '')).to.equal(undefined)
    expect(JSON.stringify(kept)).to.not.match(/pupil/)
  })

  for (const matter of ['whistleblowing', 'union', 'grievance']) {
    it(`gives no ruling on ${matter}, never says "don’t", and keeps nothing of it`, async () => {
      const answers = { received: 'none', where: 'own', details: 'yes', whose: 'others' }
      const card = cardOf((await hearAnswer(turn(), pressing(answers, 'about', matter, ['insult'])))[0])
      expect(card.title).to.equal('This is not a matter for this tool')
      const verdict = card.blocks.filter(({ kind }) => kind === 'list')[0]
      expect(`${card.summary} ${verdict?.kind === 'list' ? verdict.items.map(unstyled).join(' ') : ''}`).not.to.match(
        /don.t|do not|must not|never|disciplin/i,
      )
      expect(wordsOn(card)).not.to.match(/Senior Leadership|insult/)
      expect(await test.ports.store.rulingsOf(account, 10)).to.be.empty
    })
  }

  describe('with a draft', () => {
    const draft = 'Ring Ms Pemberton-Quaife on 07700 900123'

    it('says what it can see, asks only the rest, and says so on every card', async () => {
      const first = cardOf((await hearDraft(turn(), { scenario: scenario.id, draft }))[0])
      expect(wordsOn(first)).to.contain('I can see a phone number. “07700 900123”')
      const answers = { received: 'none', about: 'other', where: 'own' }
      const later = cardOf((await hearAnswer(turn(), { do: 'resume', ...way(answers, ['phone-number']) }))[0])
      expect(later.title).to.equal(scenario.questions.find(({ id }) => id === 'whose')?.text)
      expect(wordsOn(later)).to.contain('I can see a phone number.')
    })

    it('knows people of the directory', async () => {
      await test.ports.directory.keep(
        { platform: 'web', id: 'p' },
        { name: 'Ada Pemberton-Quaife', email: undefined, roles: ['staff'] },
      )
      const card = cardOf((await hearDraft(turn(), { scenario: scenario.id, draft }))[0])
      expect(wordsOn(card)).to.contain('a name that is in the school’s directory')
    })

    it('says so when it sees nothing', async () => {
      const card = cardOf((await hearDraft(turn(), { scenario: scenario.id, draft: 'Off to the sea!' }))[0])
      expect(wordsOn(card)).to.contain('I may have missed something')
      expect(wordsOn(cardOf((await hearDraft(turn(), { scenario: scenario.id, draft: '  ' }))[0]))).not.to.contain(
        'missed',
      )
    })

    it('shows what it saw on that one card, and puts nothing of it in a button, in the store or in the log', async () => {
      const [reply] = await hearDraft(turn(), { scenario: scenario.id, draft })
      const actions = buttonsOf(cardOf(reply)).map(({ action }) => action)
      const kept = await test.ports.store.rulingsOf(account, 10)
      expect(JSON.stringify([actions, test.logged, test.posted, kept])).not.to.match(/Pemberton|Quaife|07700|900123/)
      const goOn = actions.find(({ do: verb }) => verb === 'answer') as ActionOf<typeof checkActions, 'answer'>
      expect(JSON.stringify(await hearAnswer(turn(), goOn))).not.to.match(/Pemberton|Quaife|07700|900123/)
    })

    it('can set a finding aside that is wrong', async () => {
      const card = cardOf((await hearDraft(turn(), { scenario: scenario.id, draft }))[0])
      const wrong = buttonsOf(card).find(({ spoken }) =>
        spoken?.endsWith('is wrong, set it aside: I can see a phone number.'),
      )
      expect(wrong?.label).to.equal('1 is wrong')
      const next = cardOf((await hearAnswer(turn(), wrong?.action as ActionOf<typeof checkActions, 'resume'>))[0])
      expect(wordsOn(next)).not.to.contain('phone number.')
    })

    it('begins with what to do now where it tells of something urgent', async () => {
      const pattern = { words: [['ring']], within: 1, near: [], unless: [], asks: [], tells: [] }
      const steps = [{ text: 'Ring the lead.', cites: undefined }]
      const urgent = {
        id: 'threat',
        title: 'Tell somebody now',
        steps,
        patterns: [pattern],
        cases: { trigger: [], nearMiss: [] },
      }
      const first = cardOf((await hearDraft(turn({ urgent: [urgent] }), { scenario: scenario.id, draft }))[0])
      expect(first).to.include({ title: 'Tell somebody now', tone: 'urgent' })
      expect(wordsOn(first)).to.contain('Ring the lead.')
      const goOn = buttonsOf(first).find(({ label }) => label === 'Go on with the check')?.action
      expect(goOn).to.deep.include({ do: 'resume', found: ['urgent', 'phone-number', 'name'] })
    })

    it('answers in private when the draft came along in a shared place', async () => {
      const [reply] = await hearDraft(turn({ place: sharedPlace, kind: 'said' }), { scenario: scenario.id, draft })
      expect(reply?.to).to.equal('person')
    })
  })

  describe('with things to tick', () => {
    const before = { received: 'none', about: 'school', where: 'school' }
    const list = async () => cardOf((await hearAnswer(turn(), pressing(before, 'people', 'adult')))[0])
    const send = async (ticked: readonly string[]) => {
      const go = buttonsOf(await list()).find(({ label }) => label === 'Go on')
      const fields = Object.fromEntries(ticked.map((id) => [id, 'yes']))
      return cardOf((await hearAnswer(turn(), go?.action as ActionOf<typeof checkActions, 'resume'>, fields))[0])
    }

    it('asks five questions in one list', async () => {
      const card = await list()
      expect(card.title).to.equal('Tick what applies, leave the rest')
      const form = card.blocks.find(({ kind }) => kind === 'form')
      const ids = form?.kind === 'form' ? form.form.fields.map(({ id }) => id) : []
      expect(ids).to.include.members([
        'said-derogatory',
        'confidential-records',
        'details-yes',
        'reputation-harm',
        'made-by-ai',
      ])
    })

    for (const [what, ticked, title] of [
      ['nothing', [], 'Go ahead, once you have seen to this'],
      ['an insult', ['said-derogatory'], 'Please do not post this'],
      ['the first of two in one question', ['said-critical', 'said-derogatory'], 'Please do not post this'],
      ['criticism', ['said-critical'], 'Ask first'],
      [
        'a number, of which more is asked',
        ['details-yes'],
        'Whose phone number, address, email, number plate, birthday or age is it?',
      ],
    ] as const) {
      it(`rules as the questions would: ${what}`, async () => {
        expect((await send(ticked)).title).to.equal(title)
      })
    }

    it('asks one by one where somebody is not sure', async () => {
      const one = buttonsOf(await list()).find(({ label }) => label.includes('one by one'))
      const card = cardOf((await hearAnswer(turn(), one?.action as ActionOf<typeof checkActions, 'resume'>))[0])
      expect(card.title).to.equal('What does it say about people from the school?')
      const answer = buttonsOf(card).find(({ label }) => label === 'I don’t know')
      const next = cardOf((await hearAnswer(turn(), answer?.action as ActionOf<typeof checkActions, 'answer'>))[0])
      expect(next.title).to.equal('Does it hold anything you know through your work that is not public?')
    })

    it('does not follow a list in other words', async () => {
      const action = {
        do: 'resume' as const,
        ...way(before),
        ticks: ['said'],
        words: { ...way(before).words, said: '000000' },
      }
      expect(cardOf((await hearAnswer(turn(), action))[0]).title).to.equal('That card is out of date')
    })
  })

  it('sets aside what no longer applies, says so, and keeps it for the way back', async () => {
    const answers = { received: 'none', about: 'school', where: 'own', people: 'pupil' }
    const card = cardOf((await hearAnswer(turn(), pressing(answers, 'about', 'union')))[0])
    expect(card.title).to.equal('This is not a matter for this tool')
    expect(wordsOn(card)).to.contain(
      'No longer counted, and kept in case you change back: Where: My own account · Who: A pupil.',
    )
    const again = buttonsOf(card).find(({ action }) => action.do === 'revisit')?.action
    expect(again).to.deep.include({ answers: { ...answers, about: 'union' } })
  })

  it('asks about answers that contradict each other after a late change, and rules on what is said to be right', async () => {
    const answers = { received: 'none', about: 'school', where: 'own', people: 'pupil' }
    const card = cardOf((await hearAnswer(turn(), pressing(answers, 'about', 'other')))[0])
    expect(card.title).to.equal('Which of these is right?')
    expect(wordsOn(card))
      .to.contain('About: Something else')
      .and.contain('Who: A pupil')
      .and.contain('Nothing is ruled yet')
    const [change, drop] = buttonsOf(card)
    const back = cardOf((await hearAnswer(turn(), change?.action as ActionOf<typeof checkActions, 'revisit'>))[0])
    expect(back.title).to.equal('What is it about?')
    // The same card shown again asks the same question again.
    const again = { do: 'resume' as const, ...way({ ...answers, about: 'other' }) }
    expect(cardOf((await hearAnswer(turn(), again))[0]).title).to.equal('Which of these is right?')
    const on = cardOf((await hearAnswer(turn(), drop?.action as ActionOf<typeof checkActions, 'answer'>))[0])
    expect(on.title).to.not.equal('Which of these is right?')
    expect(wordsOn(on)).to.not.contain('A pupil')
  })

  it('asks again what was answered in other words, or in words that nobody knows', async () => {
    const other = {
      do: 'resume' as const,
      ...way({ received: 'none', about: 'school' }),
      words: { received: '000000' },
    }
    const none = { do: 'resume' as const, scenario: scenario.id, answers: { received: 'none' }, found: [] }
    for (const action of [other, none])
      expect(cardOf((await hearAnswer(turn(), action))[0]).title).to.equal('That card is out of date')
  })

  describe('with an old card', () => {
    it('does not follow a button of a scenario that is gone', async () => {
      const replies = [
        ...(await startCheck(turn(), { scenario: 'gone' })),
        ...(await hearDraft(turn(), { scenario: 'gone', draft: 'x' })),
        ...(await hearAnswer(turn(), { do: 'resume', ...way(), scenario: 'gone' })),
      ]
      expect(replies.map((reply) => cardOf(reply).title)).to.deep.equal(
        Array<string>(3).fill('That button is out of date'),
      )
    })

    const stale: Record<string, ActionOf<typeof checkActions, 'answer' | 'revisit' | 'resume'>> = {
      'a choice that is gone': pressing({ received: 'none' }, 'about', 'weather'),
      'a question that is gone': pressing({ received: 'none' }, 'mood', 'good'),
      'a question to change that is gone': { do: 'revisit', ...way({ received: 'none' }), question: 'mood' },
      'an answer that is gone': { do: 'resume', ...way({ received: 'none', mood: 'good' }) },
    }
    for (const [what, action] of Object.entries(stale)) {
      it(`offers to go on or to start again: ${what}`, async () => {
        const card = cardOf((await hearAnswer(turn(), action))[0])
        expect(card.title).to.equal('That card is out of date')
        expect(buttonsOf(card).map((button) => button.action)).to.deep.equal([
          { do: 'resume', ...way({ received: 'none' }) },
          { do: 'check', scenario: scenario.id },
        ])
      })
    }

    it('passes over a finding that it does not know', async () => {
      const card = cardOf((await hearAnswer(turn(), { do: 'resume', ...way({}, ['telepathy', 'link']) }))[0])
      expect(buttonsOf(card)[0]?.action).to.deep.include({ found: ['link'] })
    })
  })

  it('packs every button of the longest way into what Slack carries', async () => {
    const everything = scenario.detections.map(({ finds }) => finds)
    let longest = 0
    for (const found of [[], everything]) {
      for await (const { answers } of walk(scenario, found)) {
        // Findings can only shorten a path, so the longest path with all findings is longer than any real one.
        const card = cardOf((await hearAnswer(turn(), { do: 'resume', ...way(answers, everything) }))[0])
        for (const { action } of buttonsOf(card)) longest = Math.max(longest, pack(action).length)
      }
    }
    expect(longest).to.be.within(300, 2_000)
  })
})

function cardOf(reply: Reply | undefined): Card {
  if (reply === undefined) throw new Error('no reply')
  return reply.card
}

function buttonsOf({ blocks }: Card): Button[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons
    return block.kind === 'form' ? [block.form.submit] : []
  })
}

function wordsOn({ title, blocks }: Card): string {
  return [title, ...blocks.flatMap(wordsIn)].join('\n')
}

function wordsIn(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'list':
      return block.items.map(unstyled)
    case 'table':
      return block.rows.flat()
    case 'text':
    case 'quote':
    case 'note':
      return [unstyled(block.text)]
    case 'buttons':
    case 'rating':
    case 'form':
    case 'bars':
    case 'chart':
    case 'timeline':
    case 'file':
    case 'link':
    case 'divider':
      return []
  }
}
