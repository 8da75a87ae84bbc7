// Counts what happens on the platforms: troubles that the log reports, and what became of what was sent.
import type { Chat, Log, Mail, Meter } from '../ports/ports.ts'

/**
 * A log whose warnings and errors are counted as troubles of `where`; a platform's lines also say which platform it is.
 */
export function countedLog(log: Log, meter: Pick<Meter, 'troubled'>, where: Parameters<Meter['troubled']>[0]): Log {
  const say = (about: Readonly<Record<string, unknown>>) => (where === 'app' ? about : { platform: where, ...about })
  return {
    info: (about, what) => log.info(say(about), what),
    warn: (about, what) => {
      meter.troubled(where, 'warn')
      log.warn(say(about), what)
    },
    error: (about, what) => {
      meter.troubled(where, 'error')
      log.error(say(about), what)
    },
  }
}

/** A notice has a log line of its own when it is settled; everything else gets one here. */
export function countedChat(chat: Chat, { meter, log }: { meter: Pick<Meter, 'posted'>; log: Log }): Chat {
  return {
    async post(place, card, about) {
      const posted = await chat.post(place, card, about)
      meter.posted(place.platform, posted.kind)
      if (about?.key === undefined)
        log.info({ platform: place.platform, became: posted.kind }, 'sent what nobody had asked for just now')
      return posted
    },
    find: (place, keys, since) => chat.find(place, keys, since),
    replace: (place, message, card) => chat.replace(place, message, card),
  }
}

export function countedMail(mail: Mail, meter: Pick<Meter, 'posted'>): Mail {
  return {
    on: mail.on,
    async send(letter) {
      const posted = await mail.send(letter)
      meter.posted('email', posted.kind)
      return posted
    },
  }
}
