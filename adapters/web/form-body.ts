// What a form of the page posts, parsed.
import express, { type RequestHandler } from 'express'

/**
 * Parses what a form posts, up to this many bytes. Each platform reads its own bodies, because some need the raw bytes.
 */
export function formBody(limit: number): RequestHandler {
  return express.urlencoded({ extended: false, limit })
}
