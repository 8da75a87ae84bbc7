// The web page as a platform: what the app may post through, and the routes by which a browser comes in.
import type { Express } from 'express'
import type { Connection, Directory, Log } from '../../src/ports.ts'
import { readAssets } from './assets.ts'
import { personas } from './people.ts'
import { createPace } from './pace.ts'
import { limits } from './limits.ts'
import { openRoom, type Hear, type Room } from './room.ts'
import { mountOff, mountPractice } from './routes.ts'
import { openStreams } from './stream.ts'

export interface WebOptions {
  readonly hear: Hear
  readonly school: { readonly name: string }
  readonly directory: Directory
  readonly clock: () => Date
  readonly newId: () => string
  readonly log: Log
  /** On only when the server listens on loopback: whoever opens the page may be anybody. */
  readonly practice: boolean
  /** The folder with package.json. */
  readonly root: string
}

export function connectWeb(options: WebOptions): Connection & { mount(app: Express): void } {
  const { practice, school, log, newId } = options
  const assets = readAssets(options.root)
  const streams = openStreams()
  const rooms = new Map<string, Room>(personas.map((persona) => [persona.id, openRoom(persona, options)]))

  return {
    platform: 'web',
    chat: {
      post(place, card) {
        const room = practice ? rooms.get(place.id) : undefined
        if (room === undefined)
          return Promise.reject(new Error(`The web page has no place ${JSON.stringify(place.id)}.`))
        room.transcript.put(newId(), { kind: 'card', card })
        return Promise.resolve()
      },
    },
    mount(app) {
      const pace = createPace(limits.postsPerMinute, options.clock)
      if (!practice) mountOff(app, { assets, school: school.name })
      else mountPractice(app, { assets, school: school.name, rooms, streams, pace, log, newId })
    },
    health: () => ({
      ok: true,
      what: practice
        ? `Practice page on, ${streams.open()} open in browsers.`
        : 'Practice page off: the server does not listen on loopback.',
    }),
    close() {
      streams.close()
      return Promise.resolve()
    },
  }
}
