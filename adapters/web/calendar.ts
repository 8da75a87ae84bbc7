// The school's calendar for programs that subscribe to it: by somebody's private link, as often as they look, within
// reason.
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Person } from '../../src/chat/people.ts'
import { deadLinkPage, tooManyPage } from './door-pages.ts'
import type { Doorstep } from './doorstep.ts'
import { limits } from './limits.ts'
import { createPace } from './pace.ts'
import type { Web } from './post.ts'

interface Feed {
  readonly text: string
  /** Changes whenever what it says changes; letters and figures. */
  readonly tag: string
}

export interface CalendarOn {
  readonly web: Pick<Web, 'school'>
  readonly letIn: RequestHandler
  readonly doorstep: Doorstep
  readonly clock: () => Date
  /** Undefined for people who may not see it, or not any more. */
  calendar(person: Person): Promise<Feed | undefined>
}

export function mountCalendar(app: Express, { web, letIn, doorstep, clock, calendar }: CalendarOn): void {
  const pace = createPace({ most: limits.calendarsPerMinute }, clock)
  app.get('/calendar/:token.ics', letIn, async (request: Request, response: Response) => {
    // Asked about each time, so that a link that was withdrawn shows nothing more; unchanged content is not sent again.
    response.set({ 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' })
    const knock = await doorstep.knock(request, 'calendar')
    if (knock.kind === 'too-many' || (knock.kind === 'link' && !pace.may(knock.person.id))) {
      response.status(429).set('Retry-After', '60').send(tooManyPage(web.school))
      return
    }
    const feed = knock.kind === 'link' ? await calendar(knock.person) : undefined
    if (feed === undefined) {
      response.status(410).send(deadLinkPage(web.school, 'calendar'))
      return
    }
    // Weak, because each copy also says when it was written.
    response.set('ETag', `W/"${feed.tag}"`)
    // Compared here: Express sends everything again to a program that also asks caches to leave it alone.
    if (request.get('If-None-Match')?.includes(`"${feed.tag}"`)) {
      response.status(304).end()
      return
    }
    response.set('Content-Disposition', 'inline; filename="policies.ics"')
    response.type('text/calendar; charset=utf-8').send(feed.text)
  })
}
