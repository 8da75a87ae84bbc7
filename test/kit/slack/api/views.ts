// views.*: opens, pushes, updates and publishes views.
import { type Fields, fieldsOf, type Json, textOf } from '../../json.ts'
import { openViews, type Person, type State } from '../state.ts'
import { describedView, newView, setView, viewRefusal } from '../views.ts'
import { refuse, refuseFor, type Found, type Method } from './method.ts'

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': ({ state }, args) =>
    show(state, args, (person, body) => {
      const view = newView(state, { kind: 'modal', user: person.id, body })
      person.modals = [view]
      return { ok: true, view: describedView(state, view) }
    }),

  'views.push': ({ state }, args) =>
    show(state, args, (person, body) => {
      // Slack stacks three views at most.
      if (person.modals.length >= 3) return refuse('push_limit_reached')
      const view = newView(state, { kind: 'modal', user: person.id, body, on: person.modals.at(-1) })
      person.modals.push(view)
      return { ok: true, view: describedView(state, view) }
    }),

  'views.update': ({ state }, args) => {
    const [id, external] = [textOf(args['view_id']), textOf(args['external_id'])]
    const view = openViews(state).find(
      (one) => one.id === id || (external !== undefined && external !== '' && one.body['external_id'] === external),
    )
    // The person may have closed the view in the meantime.
    if (view === undefined) return refuse('not_found')
    const wrong = viewRefusal(state, args['view'], view.kind, view)
    if (wrong !== undefined) return wrong
    if (stale(args['hash'], view.hash)) return refuse('hash_conflict')
    return { ok: true, view: describedView(state, setView(state, view, fieldsOf(args['view']))) }
  },

  'views.publish': ({ state }, args) => {
    const person = state.people.get(textOf(args['user_id']) ?? '')
    if (person === undefined) return refuse('user_not_found')
    if (!state.settings.homeTab) return refuse('not_enabled')
    const wrong = viewRefusal(state, args['view'], 'home', person.home)
    if (wrong !== undefined) return wrong
    if (stale(args['hash'], person.home?.hash)) return refuse('hash_conflict')
    const body = fieldsOf(args['view'])
    person.home = person.home
      ? setView(state, person.home, body)
      : newView(state, { kind: 'home', user: person.id, body })
    return { ok: true, view: describedView(state, person.home) }
  },
}

/** How long a trigger_id is valid, in milliseconds. */
const triggerLife = 3000

function show(state: State, args: Fields, put: (person: Person, body: Fields) => Fields): Fields {
  const wrong = viewRefusal(state, args['view'], 'modal')
  if (wrong !== undefined) return wrong
  const person = exchanged(state, args['trigger_id'])
  return 'error' in person ? person.error : put(person.found, fieldsOf(args['view']))
}

/** Returns the person of the trigger, and uses it up. */
function exchanged(state: State, id: Json | undefined): Found<Person> {
  if (typeof id !== 'string' || id === '') {
    return { error: refuseFor('invalid_arguments', [{ rule: 'missing required field: trigger_id', at: '' }]) }
  }
  const trigger = state.triggers.get(id)
  const person = state.people.get(trigger?.user ?? '')
  if (trigger === undefined || person === undefined) return { error: refuse('invalid_trigger_id') }
  if (trigger.used) return { error: refuse('exchanged_trigger_id') }
  if (state.now().getTime() - trigger.at > triggerLife) return { error: refuse('expired_trigger_id') }
  trigger.used = true
  return { found: person }
}

function stale(hash: Json | undefined, current: string | undefined): boolean {
  return hash !== undefined && hash !== '' && hash !== current
}
