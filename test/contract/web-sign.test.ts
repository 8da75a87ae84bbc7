// The whole bot behind links: somebody with nothing but an email address signs, and nobody can reach what is not
// theirs.
import { expect } from 'chai'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Day } from '../../src/kit/days.ts'
import { browse, type Browse } from '../kit/browse.ts'
import { deedsOf } from '../kit/evidence.ts'
import { theLibrary, theProjects, withNewEdition } from '../kit/library.ts'
import { publicUrl, school, serveVisitors, wholeApp, type Visit, type VisitOptions } from '../kit/visit.ts'
import { answersRight, asking, rightLabels, wrongLabel } from '../kit/understanding.ts'
import { find, handOf, readScreen } from '../kit/web.ts'

describe('web: signing by a link', () => {
  const [amir, , slt, governor] = school
  const edition = { kind: 'sign', policy: 'social-media', edition: '2015-10' } as const
  let visit: Visit
  const running: Visit[] = []
  const serve = async (options: Partial<VisitOptions> = {}) => {
    visit = await serveVisitors({ app: wholeApp(theLibrary()), ...options })
    running.push(visit)
  }
  beforeEach(() => serve())
  afterEach(() => Promise.all(running.splice(0).map((each) => each.close())))

  const words = (browser: Browse) => browser.page().structuredText
  const toSign = async (person: string) => visit.comeIn(await visit.link(person, edition, 60 * 24 * 7))
  const signatures = async (person: string) =>
    (await visit.ports.journal.historyOf(person)).flatMap(({ fact }) => (fact.kind === 'signed' ? [fact] : []))
  const readOn = async (browser: Browse) => {
    const hand = handOf(browser)
    await hand.presses('Start reading')
    for (let step = 0; step < 60; step++) {
      const { last } = readScreen(browser.page())
      if (last.buttons.includes('Go to the declaration')) return hand.presses('Go to the declaration')
      await hand.presses('Next')
    }
    throw new Error('The declaration never comes')
  }
  const sign = async (browser: Browse, name: string) => {
    const boxes = find(browser.page(), 'form.fields').querySelectorAll('legend')
    const ticks = boxes.map((each) => [each.textContent.replace(/\s+/g, ' ').trim(), 'yes'] as const)
    return handOf(browser).fills({ ...Object.fromEntries(ticks), 'Your name, typed in full': name }, 'Sign')
  }
  /** Presses a button that the page does not show, with the right token. */
  const forge = async (browser: Browse, action: Action) => {
    const guard = find(browser.page(), 'input[name=guard]').getAttribute('value') ?? ''
    const as = find(browser.page(), 'input[name=as]').getAttribute('value') ?? ''
    const body = new URLSearchParams({ as, guard, packed: pack(action) })
    await browser.raw('/sign/press', { method: 'POST', body, headers: { Origin: publicUrl } })
    await browser.open('/sign')
    return readScreen(browser.page())
  }

  it('goes from the link to the receipt without a script', async () => {
    const browser = await toSign(governor.id)
    expect(words(browser)).to.include('Gwen')
    await readOn(browser)
    expect(browser.page().querySelectorAll('script')).to.be.empty
    await sign(browser, 'Gwen Tudor')
    expect(words(browser)).to.include('Thank you, Gwen').and.include('Verification code')
    const [signed, ...more] = await signatures(governor.id)
    expect(more).to.be.empty
    expect(signed).to.include({
      how: 'link',
      platform: 'web',
      person: governor.id,
      edition: '2015-10',
      practice: false,
    })
    const { opened = 0, of, first, last } = signed?.read ?? {}
    expect([opened > 0 && opened === of, first, last], 'all was opened, and when').to.deep.equal([
      true,
      '2026-11-23T09:00:00.000Z',
      '2026-11-23T09:00:00.000Z',
    ])

    const link = browser.page().querySelector('article a[href*="/receipt/"]')?.getAttribute('href') ?? ''
    const pdf = await fetch(new URL(new URL(link).pathname, visit.web.url))
    const bytes = Buffer.from(await pdf.arrayBuffer())
    expect([pdf.status, pdf.headers.get('content-type')]).to.eql([200, 'application/pdf'])
    expect(bytes.subarray(0, 5).toString()).to.equal('%PDF-')
  })

  it('where questions are asked before signing, they are answered by the link, without a script, and say so in the title', async () => {
    const library = asking()
    await serve({ app: wholeApp(library) })
    const questions = library.policies.find(({ id }) => id === 'social-media')?.understanding ?? []
    const browser = await toSign(governor.id)
    const hand = handOf(browser)
    await hand.says('sign')
    expect(words(browser)).to.include('there are 8 short questions')
    await sign(browser, 'Gwen Tudor').then(
      () => expect.fail('there is no form to sign yet'),
      () => undefined,
    )
    await hand.presses('Begin with the questions')
    for (const [at, question] of questions.entries()) {
      expect(find(browser.page(), 'title').text).to.include(`Question ${at + 1} of 8`)
      if (at === 0) {
        await hand.presses(wrongLabel(question))
        expect(find(browser.page(), 'title').text).to.include('Not quite: question 1 of 8')
        expect(words(browser)).to.include('4 Scope')
      }
      // Where several choices are right, each has a group of its own, which a screen reader names.
      const several = rightLabels(question).length > 1 ? question.choices.length : 0
      expect(browser.page().querySelectorAll('form.fields fieldset legend')).to.have.lengthOf(several)
      await answersRight(hand, question)
    }
    expect(browser.page().querySelectorAll('script')).to.be.empty
    await hand.presses('Go to the declaration')
    await sign(browser, 'Gwen Tudor')
    expect(words(browser)).to.include('Thank you, Gwen').and.include('all questions were answered right')
    expect((await signatures(governor.id)).map(({ understood }) => understood?.how)).to.deep.equal(['all-right'])
  })

  it('has a title for each step, and a name that the browser may fill in', async () => {
    const browser = await toSign(governor.id)
    const titles = [find(browser.page(), 'title').text]
    await handOf(browser).presses('Start reading')
    titles.push(find(browser.page(), 'title').text)
    await handOf(browser).presses('Next')
    titles.push(find(browser.page(), 'title').text)
    await handOf(browser).says('sign')
    titles.push(find(browser.page(), 'title').text)
    const own = browser.page().querySelectorAll('form.fields input[autocomplete=name]')
    expect(own, 'the name, and nothing else').to.have.length(1)
    await sign(browser, 'Gwen Tudor')
    titles.push(find(browser.page(), 'title').text)
    expect(new Set(titles).size, titles.join('; ')).to.equal(titles.length)
    for (const title of titles) expect(title).to.match(/ · Policy Guide$/)
  })

  it('can be left and taken up again by the same link, and not once it is signed', async () => {
    const path = await visit.link(governor.id, edition, 60 * 24 * 7)
    const first = await visit.comeIn(path)
    await handOf(first).presses('Start reading')
    await handOf(first).presses('Next')
    await handOf(first).presses('Next')
    const second = await visit.comeIn(path)
    await handOf(second).says('read and sign')
    expect(words(second)).to.include('Section 3 of')
    const third = await visit.comeIn(path)
    await handOf(third).says('sign')
    await sign(third, 'Gwen Tudor')
    expect((await signatures(governor.id)).length).to.equal(1)
    const late = browse(visit.web.url)
    await late.open(path)
    expect([late.status(), words(late).includes('This has been signed')]).to.eql([410, true])
    await third.open(path)
    expect(words(third)).to.include('Thank you, Gwen')
  })

  it('says for whom it is; once it is over, a new one goes to the same address, and to nobody else', async () => {
    const path = await visit.link(amir.id, edition, 60)
    const browser = browse(visit.web.url)
    await browser.open(path)
    expect(words(browser)).to.include('This link is for Amir Haddad alone')
    visit.setClock('2026-11-23T11:00:00Z')
    const asks = async (at: string) => {
      await browser.open(at)
      expect([browser.status(), words(browser).includes('Send me a new link')]).to.eql([410, true])
      await browser.send(find(browser.page(), 'main button'))
      return words(browser)
    }
    const said = await asks(path)
    expect(said).to.include('Look in your email').and.not.include('Amir')
    expect(await asks(`/sign/${'z'.repeat(43)}`), 'an invented one').to.equal(said)
    const [letter] = await visit.mailbox.arrived(1)
    expect(letter?.to).to.deep.equal(['a.haddad@school.example'])
    const fresh = /\/sign\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    const again = await visit.comeIn(fresh)
    await handOf(again).says('sign')
    await sign(again, 'Amir Haddad')
    expect(await signatures(amir.id)).to.have.length(1)
    const [, confirmed] = await visit.mailbox.arrived(2)
    expect(confirmed?.text).to.include('If it was not you').and.include('Head of the journal at that moment')
    await asks(path)
    expect(visit.mailbox.letters, 'whoever has signed gets no link').to.have.length(2)
  })

  it('signs for nobody else, whatever the form says', async () => {
    const [one, other] = [await toSign(amir.id), await toSign(governor.id)]
    await readOn(one)
    const form = find(one.page(), 'form.fields')
    const body = new URLSearchParams()
    for (const field of form.querySelectorAll('input')) {
      body.set(field.getAttribute('name') ?? '', field.getAttribute('value') ?? '')
    }
    body.set('packed', find(form, 'button').getAttribute('value') ?? '')
    body.set('field-name', 'Amir Haddad')
    const sent = await other.raw('/sign/press', { method: 'POST', body, headers: { Origin: publicUrl } })
    body.set('as', governor.id)
    const forged = await other.raw('/sign/press', { method: 'POST', body, headers: { Origin: publicUrl } })
    expect([sent.status, forged.status]).to.eql([409, 403])
    expect([await signatures(amir.id), await signatures(governor.id)]).to.eql([[], []])
  })

  it('does nothing but sign, even for somebody of SLT', async () => {
    const browser = await toSign(slt.id)
    for (const action of [
      { do: 'register', policy: 'social-media' },
      { do: 'person', policy: 'social-media', person: amir.id },
      { do: 'new-person', policy: 'social-media' },
      { do: 'status' },
      { do: 'check', scenario: 'can-i-post-this' },
      { do: 'sign', policy: 'social-media', edition: '2026-11', wording: 'a'.repeat(64) },
    ] as const) {
      const { last } = await forge(browser, action)
      expect([action.do, last.title]).to.eql([action.do, 'Not by this link'])
      expect(last.text).not.to.include(amir.name)
    }
    for (const said of ['register', 'open', 'status', 'check']) {
      expect((await handOf(browser).says(said)).last.title).to.equal('Not by this link')
    }
  })

  it('shows nobody’s receipt but one’s own', async () => {
    const browser = await toSign(governor.id)
    await readOn(browser)
    await sign(browser, 'Gwen Tudor')
    const [entry] = deedsOf(await visit.ports.journal.historyOf(governor.id))
    const other = await toSign(slt.id)
    const { last } = await forge(other, { do: 'receipt', entry: entry?.id ?? '' })
    expect(last.text).not.to.include('Gwen')
  })

  it('signs no newer edition than the link is for', async () => {
    await serve({ app: wholeApp(withNewEdition(theLibrary(), { id: '2026-11', published: '2026-11-01' as Day })) })
    const browser = await toSign(governor.id)
    const { last } = await handOf(browser).says('sign')
    if (last.buttons.includes('Sign')) await sign(browser, 'Gwen Tudor')
    expect(await signatures(governor.id)).to.eql([])
  })

  it('says how to import the adopted text where the restated one is not accepted', async () => {
    await serve({ app: wholeApp(theProjects()) })
    const browser = await toSign(governor.id)
    const { text } = (await handOf(browser).says('read and sign')).last
    expect(text).to.include('a summary in other words').and.include('in the office on the web page, under Policies')
    expect(await signatures(governor.id)).to.eql([])
  })

  describe('the register as a file', () => {
    it('is for SLT, and holds no formula', async () => {
      await serve({ people: [...school, { ...amir, id: 'p-evil', name: '=1+1', email: 'e@school.example' }] })
      const browser = await visit.comeIn(await visit.link(slt.id, { kind: 'open' }))
      const response = await browser.raw('/register.csv')
      const text = await response.text()
      expect(response.headers.get('content-disposition')).to.include('register-social-media-2015-10-2026-11-23.csv')
      expect(text).to.include(amir.name).and.include(`"'=1+1"`)
    })

    it('is not for anybody else', async () => {
      const browser = await visit.comeIn(await visit.link(amir.id, { kind: 'open' }))
      const response = await browser.raw('/register.csv')
      expect([response.status, (await response.text()).includes(governor.name)]).to.eql([403, false])
    })
  })

  it('is offered from chat: “open” gives a link that lets one in', async () => {
    const browser = await visit.comeIn(await visit.link(amir.id, { kind: 'open' }))
    await handOf(browser).says('open')
    const link = browser.page().querySelector('article a[href*="/enter/"]')?.getAttribute('href') ?? ''
    expect(words(await visit.comeIn(new URL(link).pathname))).to.include(`You are ${amir.name}`)
  })
})
