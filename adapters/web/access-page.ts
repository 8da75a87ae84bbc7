// What the page does for people who use a keyboard, a screen reader, large letters or have little sight, and where it
// falls short.
import { html } from './html.ts'
import { layout } from './layout.ts'

export function accessPage(school: string): string {
  return layout(
    { title: 'Accessibility', school },
    html` <main class="notice">
      <h1>Accessibility</h1>
      <p>
        This page is meant to be used by everybody. It aims at level AA of the Web Content Accessibility Guidelines,
        version 2.2.
      </p>
      <h2>What you can do</h2>
      <ul>
        <li>use everything with a keyboard alone</li>
        <li>read it at 320 pixels wide, or at 400 %, without scrolling sideways</li>
        <li>hear answers read by a screen reader as they come</li>
        <li>have it light or dark, as your device says, and without moving parts</li>
        <li>use it without JavaScript, except in Teams, which needs it to say who you are</li>
      </ul>
      <h2>What does not work yet</h2>
      <ul>
        <li>
          Nobody who uses a screen reader every day has tried the page yet. Programs and people with a keyboard have.
        </li>
      </ul>
      <h2>If something keeps you out</h2>
      <p>Tell the school office or the senior leadership team. You can also ask in Slack or Microsoft Teams instead.</p>
      <p><a href="/">Back to Policy Guide</a></p>
    </main>`,
  )
}
