// Names are removed from what is kept, even a name that was added only just before.
import { expect } from 'chai'
import { createApp } from '../../../src/app.ts'
import { loadLibrary } from '../../../src/command/knowledge.ts'
import { memoryPorts } from '../../kit/ports.ts'

describe('the names of the staff', () => {
  it('are taken out of a question from the moment on in which somebody is known', async () => {
    const { ports, close } = await memoryPorts()
    const kept: string[] = []
    const keepQuestion: typeof ports.store.keepQuestion = (question) => {
      kept.push(question.text)
      return ports.store.keepQuestion(question)
    }
    const library = loadLibrary({ root: '.', home: 'test/no-home' })
    const app = createApp({ ...ports, store: { ...ports.store, keepQuestion } }, library)
    const meet = (id: string, name: string) =>
      ports.directory.keep({ platform: 'web', id }, { name, email: undefined, roles: ['staff'] })
    const ask = (id: string) =>
      app.hear({
        kind: 'said',
        id,
        account: { platform: 'web', id: 'someone' },
        place: { platform: 'web', id: 'someone', kind: 'private' },
        text: 'may priya and peach be friends with parents on facebook?',
      })
    await meet('1', 'Priya Nair')
    await ask('1')
    await meet('2', 'Tom Peach')
    await ask('2')
    await close()
    expect(kept.map((text) => [text.includes('priya'), text.includes('peach')])).to.deep.equal([
      [false, true],
      [false, false],
    ])
  })
})
