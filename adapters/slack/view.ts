// Cards as views: a modal, or the Home tab.
import { compact, defined } from '../../src/kit/defined.ts'
import type { types } from '@slack/bolt'
import { pack } from '../../src/chat/actions.ts'
import type { Card } from '../../src/chat/cards.ts'
import { showForm } from './form.ts'
import { limits } from './limits.ts'
import { botName } from './names.ts'
import { showBlock, showBlocks, showTitle } from './show.ts'
import { plainText } from './text.ts'

/** Marks our modals; what submitting one means is packed in its private_metadata. */
export const modalId = 'card'

/**
 * One modal for everything that is shown together: the cards one below the other, under the first one's title. The
 * first form is sent with the modal's own button, as Slack requires; any other has a button of its own.
 */
export function showModal(cards: readonly Card[]): types.ModalView {
  const [first] = cards
  const form = cards.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'form')
  const title = first?.title ?? botName
  const blocks = cards.flatMap((card, c) =>
    compact([
      c > 0 && ({ type: 'divider' } as const),
      (c > 0 || title.length > limits.modalTitle) && showTitle(card),
      ...showBlocks(card.blocks, (block, b) =>
        block === form ? showForm(block.form, `${c}.${b}`) : showBlock(block, `${c}.${b}`),
      ),
    ]),
  )
  return {
    type: 'modal',
    callback_id: modalId,
    title: plainText(title.length <= limits.modalTitle ? title : botName, limits.modalTitle),
    close: plainText('Close', limits.modalButton),
    ...defined({
      submit: form === undefined ? undefined : plainText(form.form.submit.label, limits.modalButton),
      private_metadata: form === undefined ? undefined : pack(form.form.submit.action),
    }),
    blocks: fitView(blocks.length > 0 ? blocks : cards.map(showTitle)),
  }
}

/** Shown while an answer is being made, because Slack only lets a modal be opened within three seconds. */
export const oneMoment: types.ModalView = {
  type: 'modal',
  callback_id: modalId,
  title: plainText(botName, limits.modalTitle),
  close: plainText('Close', limits.modalButton),
  blocks: [{ type: 'section', text: plainText('One moment …', limits.header) }],
}

/** A view cannot continue in a second one. */
function fitView(blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  if (blocks.length <= limits.viewBlocks) return [...blocks]
  const more = plainText(
    'There is more than fits here. Ask me in a message to read the whole of it.',
    limits.contextText,
  )
  return [...blocks.slice(0, limits.viewBlocks - 1), { type: 'context', elements: [more] }]
}

export function showHome(cards: readonly Card[]): types.HomeView {
  return {
    type: 'home',
    blocks: fitView(
      cards.flatMap((card, c) => [
        showTitle(card),
        ...showBlocks(card.blocks, (block, b) => showBlock(block, `${c}.${b}`)),
      ]),
    ),
  }
}
