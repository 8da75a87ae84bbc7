// Names are taken out of what is kept, without asking for everybody's with every question.
import { expect } from 'chai'
import { createApp } from '../../../src/app.ts'
import { loadLibrary } from '../../../src/command/knowledge.ts'
import { memoryPorts } from '../../kit/ports.ts'

describe('the names of the staff', () => {
  it('are read again once a minute has passed, not with every question', async () => {
    const { ports, setClock, close } = await memoryPorts('2026-11-23T09:00:00Z')
    const kept: string[] = []
    let reads = 0
    const app = createApp(
      {
        ...ports,
        store: {
          ...ports.store,
          keepQuestion: (question) => {
            kept.push(question.text)
            return ports.store.keepQuestion(question)
          },
        },
        directory: {
          ...ports.directory,
          names: () => {
            reads += 1
            return Promise.resolve(reads === 1 ? ['Priya Nair'] : ['Priya Nair', 'Tom Peach'])
          },
        },
      },
      loadLibrary({ root: '.', home: 'test/no-home' }),
    )
    const ask = (id: string) =>
      app.hear({
        kind: 'said',
        id,
        account: { platform: 'web', id: 'someone' },
        place: { platform: 'web', id: 'someone', kind: 'private' },
        text: 'may priya and peach be friends with parents on facebook?',
      })
    await ask('1')
    await ask('2')
    setClock('2026-11-23T09:01:00Z')
    await ask('3')
    await close()
    expect(reads).to.equal(2)
    expect(kept.map((text) => [text.includes('priya'), text.includes('peach')])).to.deep.equal([
      [false, true],
      [false, true],
      [false, false],
    ])
  })
})
