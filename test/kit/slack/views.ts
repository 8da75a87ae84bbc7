// Makes, changes and describes modals and homes, for the Web API and for acknowledgements.
import { randomBytes } from 'node:crypto'
import { checkView, viewBytes } from './blocks/view.ts'
import { type Fields, fieldsOf, flagOf, type Json, listOf, textOf } from '../json.ts'
import { filledAtFirst } from './forms.ts'
import { filledIn, withIds } from './messages.ts'
import { openViews, type State, type View } from './state.ts'
import { refuse, refuseFor } from './api/method.ts'

/** Why Slack refuses the view, or undefined. `own` is the view to be replaced. */
export function viewRefusal(
  state: State,
  view: Json | undefined,
  kind: 'modal' | 'home',
  own?: View,
): Fields | undefined {
  if (JSON.stringify(view ?? null).length > viewBytes) return refuse('view_too_large')
  const problems = checkView(view, kind)
  if (problems.length > 0) return refuseFor('invalid_arguments', problems)
  const external = textOf(fieldsOf(view)['external_id']) ?? ''
  const taken =
    external !== '' && openViews(state).some((other) => other !== own && other.body['external_id'] === external)
  return taken ? refuse('duplicate_external_id') : undefined
}

export function newView(
  state: State,
  about: {
    readonly kind: 'modal' | 'home'
    readonly user: string
    readonly body: Fields
    readonly on?: View | undefined
  },
): View {
  const id = state.nextId('V')
  const view: View = {
    id,
    kind: about.kind,
    user: about.user,
    rootId: about.on?.rootId ?? id,
    previousId: about.on?.id,
    body: {},
    hash: '',
    filled: {},
  }
  return setView(state, view, about.body)
}

/** Changes what a view shows. Typed values stay where block_id and action_id stay. */
export function setView(state: State, view: View, body: Fields): View {
  view.body = { ...fieldsOf(filledIn(body)), blocks: withIds(body['blocks']) }
  view.filled = filledAtFirst(listOf(view.body['blocks']), view.filled)
  view.hash = `${Math.floor(state.now().getTime() / 1000)}.${randomBytes(6).toString('base64url')}`
  return view
}

/** A view in Slack's shape, as in answers and payloads. */
export function describedView(state: State, view: View): Fields {
  const { body } = view
  return {
    id: view.id,
    team_id: state.ids.team,
    type: view.kind,
    blocks: body['blocks'],
    private_metadata: body['private_metadata'] ?? '',
    callback_id: body['callback_id'] ?? '',
    state: { values: view.filled },
    hash: view.hash,
    title: body['title'] ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: flagOf(body['clear_on_close']),
    notify_on_close: flagOf(body['notify_on_close']),
    close: body['close'] ?? null,
    submit: body['submit'] ?? null,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: state.ids.app,
    external_id: body['external_id'] ?? '',
    app_installed_team_id: state.ids.team,
    bot_id: state.ids.bot,
  }
}
