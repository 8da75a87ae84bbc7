// The symbols beside a tone's words. They are drawn once on the page, so that every card can refer to them.
import { html } from './html.ts'

export const icons = html`<svg class="icons" aria-hidden="true" width="0" height="0">
  <symbol id="icon-page" viewBox="0 0 20 20">
    <path d="M5 2.5h7L15.5 6v11.5H5z" />
    <path d="M7.5 9h5M7.5 12h5M7.5 15h3" />
  </symbol>
  <symbol id="icon-question" viewBox="0 0 20 20">
    <circle cx="10" cy="10" r="7.5" />
    <path d="M7.7 7.8a2.4 2.4 0 1 1 3.4 2.4c-.8.4-1.1.8-1.1 1.6M10 14.2v.1" />
  </symbol>
  <symbol id="icon-none" viewBox="0 0 20 20">
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13 13 4.5 4.5M6.8 9h4.4" />
  </symbol>
  <symbol id="icon-alert" viewBox="0 0 20 20">
    <path d="M10 2.5v10M10 16.6v.2" class="thick" />
  </symbol>
  <symbol id="icon-tick" viewBox="0 0 20 20">
    <circle cx="10" cy="10" r="7.5" />
    <path d="m6.5 10.3 2.5 2.5 4.6-5.2" />
  </symbol>
  <symbol id="icon-caution" viewBox="0 0 20 20">
    <path d="M10 2.8 18 17H2z" />
    <path d="M10 8v4.2M10 14.5v.1" />
  </symbol>
  <symbol id="icon-stop" viewBox="0 0 20 20">
    <path d="M6.7 2.5h6.6l4.2 4.2v6.6l-4.2 4.2H6.7l-4.2-4.2V6.7z" />
    <path d="M6.5 10h7" />
  </symbol>
</svg>`
