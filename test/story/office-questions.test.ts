// Questions that found no answer, in the office over HTTP and without a script: listed, tried, added as a known
// question, and withdrawn.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'

const question = 'may we bring a zeppelin to sports day'

describe('the office: questions', () => {
  let office: TestOffice
  afterEach(() => office.close())

  const begin = async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('owner', 'Ada Okafor', ['staff', 'policy-owner']),
      somebody('admin', 'Bo Lin', ['staff', 'administrator']),
      somebody('staff', 'Daniel Hughes', ['staff']),
    ])
    const kept = { outcome: 'not-covered', policy: undefined, section: undefined, certainty: 0 } as const
    const ask = (id: string, text: string) =>
      office.ports.store.keepQuestion({ ...kept, id, at: office.ports.clock(), text })
    await ask('q1', question)
    await ask('q2', `${question} please`)
    await ask('q3', 'is Daniel Hughes in the airship')
    await ask('q4', '')
    await ask('q5', 'rules for zeppelin use')
  }

  it('shows them grouped, with counts and without names, and what adding one changes before it is added', async () => {
    await begin()
    const browser = await office.enter('owner')
    const listed = words(await browser.open('/office/questions'))
    expect(listed).to.include('zeppelin').and.include(' 2 ').and.not.include('Hughes')
    const page = await browser.open('/office/questions/q1')
    expect(words(page)).to.include('Found now: not in the policies.')
    const nowhere = await browser.send(press(page, 'See what would change'), { section: '99.z' })
    expect(words(nowhere)).to.include('Nothing was added yet.')
    const tried = await browser.send(press(nowhere, 'See what would change'), { question, section: '6.d' })
    expect(words(tried))
      .to.include('Before: not in the policies.')
      .and.match(/After: [^.]*, 6\.d /)
    expect(words(tried)).to.match(/other questions/)
    expect(await office.ports.lessons.taught()).to.deep.equal([])
    const added = await browser.send(press(tried, 'Add it'), { question, section: '6.d' })
    expect(words(added)).to.include('Added.').and.include('Added as known questions')
    expect((await office.ports.lessons.taught())[0]).to.deep.include({
      by: 'owner',
      questions: [question],
      practice: false,
    })
    expect(words(await browser.open('/office/questions/q1'))).to.match(/Found now: [^.]*, 6\.d /)
    const withdrawn = await browser.send(press(await browser.open('/office/questions'), 'Withdraw it'))
    expect(words(withdrawn)).to.include('Withdrawn.')
    expect(await office.ports.lessons.taught()).to.deep.equal([])
  })

  it('adds a word that leads to what the policies call it, keeps the file’s comments, and takes it back', async () => {
    await begin()
    writeFileSync(join(office.home, 'words.yaml'), '# Ours.\n- says: [blimp] # old\n  means: [parents]\n')
    const browser = await office.enter('slt')
    const page = await browser.open('/office/questions/q5')
    const nonsense = { 'word-says': 'zeppelin, airship', 'word-means': 'flibbertigibbet' }
    const nowhere = await browser.send(press(page, 'See what the word would change'), nonsense)
    expect(words(nowhere)).to.include('No section says “flibbertigibbet”.').and.include('Nothing was added yet.')
    const meant = { ...nonsense, 'word-means': 'social networking sites' }
    const tried = await browser.send(press(nowhere, 'See what the word would change'), meant)
    expect(words(tried))
      .to.include('Before: not in the policies.')
      .and.match(/After: [^.]*Social Media Policy, \d/)
    expect(readFileSync(join(office.home, 'words.yaml'), 'utf8')).not.to.include('zeppelin')
    const added = await browser.send(press(tried, 'Add the word'), meant)
    expect(words(added)).to.include('The word was added.')
    expect(readFileSync(join(office.home, 'words.yaml'), 'utf8')).to.equal(
      '# Ours.\n- says: [blimp] # old\n  means: [parents]\n- says: [zeppelin, airship]\n  means: [social networking sites]\n',
    )
    expect(words(await browser.open('/office/questions/q5'))).not.to.include('Found now: not in the policies.')
    const settings = await browser.open('/office/settings')
    expect(words(await browser.send(press(settings, 'Take this back')))).to.include('Taken back.')
    expect(words(await browser.open('/office/questions/q5'))).to.include('Found now: not in the policies.')
  })

  it('writes the school’s own note beside a section, seen before it stands, and withdraws it', async () => {
    await begin()
    const browser = await office.enter('owner')
    const page = await browser.open('/office/questions/q1')
    const wish = { 'note-section': '6.d', 'note-text': 'Ask Daniel Hughes about airships.', 'note-until': '2040-01-01' }
    const late = await browser.send(press(page, 'See how the note reads'), wish)
    expect(words(late)).to.include('Give a day from today on')
    const given = { ...wish, 'note-until': '2027-07-21' }
    const seen = await browser.send(press(late, 'See how the note reads'), given)
    expect(words(seen))
      .to.match(/Below Social Media Policy 6\.d, .*until 21 July 2027: “Ask .* about airships\.”/)
      .and.not.include('Hughes”')
    expect(await office.ports.schoolNotes.standing()).to.deep.equal([])
    const added = await browser.send(press(seen, 'Add the note'), given)
    expect(words(added)).to.include('The note stands below the section').and.include('The school’s own notes')
    const [note] = await office.ports.schoolNotes.standing()
    expect(note).to.deep.include({ by: 'owner', who: 'the policy owner', takenUp: true, practice: false })
    expect(note?.text).not.to.include('Hughes')
    expect(words(await browser.send(press(await browser.open('/office/questions'), 'Withdraw the note')))).to.include(
      'Nobody is shown that note.',
    )
    expect(await office.ports.schoolNotes.standing()).to.deep.equal([])
  })

  it('is for those who may teach, also while a page stays open, and takes no forged form', async () => {
    await begin()
    expect((await (await office.enter('admin')).raw('/office/questions')).status).to.equal(403)
    expect((await (await office.enter('staff')).raw('/office/questions')).status).to.equal(403)
    const browser = await office.enter('slt')
    const page = await browser.open('/office/questions/q1')
    const body = new URLSearchParams({
      guard: 'x'.repeat(43),
      do: 'add',
      question,
      policy: 'social-media',
      section: '6.d',
    })
    expect((await browser.raw('/office/questions/q1', { method: 'POST', body })).status).to.equal(403)
    await office.ports.people.put([somebody('slt', 'Joanne Clarke', ['staff'])])
    const guard = page.querySelector('input[name=guard]')?.getAttribute('value') ?? ''
    const late = new URLSearchParams({ guard, do: 'add', question, policy: 'social-media', section: '6.d' })
    expect((await browser.raw('/office/questions/q1', { method: 'POST', body: late })).status).to.equal(403)
    expect(await office.ports.lessons.taught()).to.deep.equal([])
  })
})
