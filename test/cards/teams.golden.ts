// What the gallery looks like in Teams; written by UPDATE_GOLDEN=1, checked by the types of Microsoft’s own package.
import type { IAdaptiveCard } from '@microsoft/teams.cards'

type Cards = Readonly<Record<string, IAdaptiveCard>>

export interface Golden {
  readonly messages: Cards
  readonly dialogs: Cards
  readonly own: Cards
}

export const golden: Golden = {
  messages: {
    answered: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: '6.d Reputation: think before you post. (Social Media Policy 6.d, edition October 2015)',
      speak: '6.d Reputation: think before you post. (Social Media Policy 6.d, edition October 2015)',
      body: [
        {
          type: 'TextBlock',
          text: '6.d Reputation',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: 'Think before you post anything.',
                  weight: 'Bolder',
                },
                {
                  type: 'TextRun',
                  text: ' A post is hard to take back. …',
                },
              ],
            },
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: 'Social Media Policy 6.d, edition October 2015 · summary',
                  isSubtle: true,
                  size: 'Small',
                },
              ],
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'The policy stops here. ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'It announces a list and gives none.',
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Read the whole section',
              data: {
                a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
              },
              associatedInputs: 'none',
              style: 'positive',
              fallback: {
                type: 'Action.Submit',
                title: 'Read the whole section',
                data: {
                  a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Share with the channel',
              data: {
                a: '1{"do":"share","card":"q-1","policy":"social-media","edition":"2015-10","section":"6.d"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Share with the channel',
                data: {
                  a: '1{"do":"share","card":"q-1","policy":"social-media","edition":"2015-10","section":"6.d"}',
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Who can I ask?',
              data: {
                a: '1{"do":"whom","policy":"social-media"}',
              },
              associatedInputs: 'none',
              mode: 'secondary',
              fallback: {
                type: 'Action.Submit',
                title: 'Who can I ask?',
                data: {
                  a: '1{"do":"whom","policy":"social-media"}',
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'See also 6.e Friends',
              data: {
                a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.e"}',
              },
              associatedInputs: 'none',
              mode: 'secondary',
              fallback: {
                type: 'Action.Submit',
                title: 'See also 6.e Friends',
                data: {
                  a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.e"}',
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'See also 7 Bullying',
              data: {
                a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
              },
              associatedInputs: 'none',
              mode: 'secondary',
              fallback: {
                type: 'Action.Submit',
                title: 'See also 7 Bullying',
                data: {
                  a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'About this answer',
              data: {
                a: '1{"do":"because","question":"q-1","policy":"social-media","edition":"2015-10","section":"6.d"}',
              },
              associatedInputs: 'none',
              mode: 'secondary',
              fallback: {
                type: 'Action.Submit',
                title: 'About this answer',
                data: {
                  a: '1{"do":"because","question":"q-1","policy":"social-media","edition":"2015-10","section":"6.d"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'This helped',
              data: {
                a: '1{"do":"rate","question":"q-1","helpful":true}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'This helped',
                data: {
                  a: '1{"do":"rate","question":"q-1","helpful":true}',
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'It did not help',
              data: {
                a: '1{"do":"rate","question":"q-1","helpful":false}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'It did not help',
                data: {
                  a: '1{"do":"rate","question":"q-1","helpful":false}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    unsure: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'I am not sure. This may be what you mean: 6.d Reputation.',
      speak: 'I am not sure. This may be what you mean: 6.d Reputation.',
      body: [
        {
          type: 'TextBlock',
          text: 'This may be what you mean',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: 'Think before you post.',
                },
              ],
            },
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: '6.d Reputation · Social Media Policy 6.d',
                  isSubtle: true,
                  size: 'Small',
                },
              ],
            },
          ],
        },
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: 'Be kind.',
                },
              ],
            },
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: '7 Bullying · Social Media Policy 7',
                  isSubtle: true,
                  size: 'Small',
                },
              ],
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Read 6.d Reputation',
              data: {
                a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
              },
              associatedInputs: 'none',
              tooltip: 'Read 6.d Reputation',
              fallback: {
                type: 'Action.Submit',
                title: 'Read 6.d Reputation',
                data: {
                  a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Read 7 Bullying',
              data: {
                a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
              },
              associatedInputs: 'none',
              tooltip: 'Read 7 Bullying',
              fallback: {
                type: 'Action.Submit',
                title: 'Read 7 Bullying',
                data: {
                  a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    'not-covered': {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'I can’t find that in the policies I know.',
      speak: 'I can’t find that in the policies I know.',
      body: [
        {
          type: 'TextBlock',
          text: 'I can’t find that in the policies I know',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'I looked in: Social Media Policy.',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    urgent: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'If a child may be in danger: speak to the safeguarding lead now.',
      speak: 'If a child may be in danger: speak to the safeguarding lead now.',
      body: [
        {
          type: 'Container',
          style: 'attention',
          bleed: true,
          items: [
            {
              type: 'TextBlock',
              text: '❗ If a child may be in danger',
              style: 'heading',
              size: 'Large',
              weight: 'Bolder',
              wrap: true,
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '1. ',
            },
            {
              type: 'TextRun',
              text: 'Speak to the safeguarding lead now.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '2. ',
            },
            {
              type: 'TextRun',
              text: 'Do not investigate.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'What you wrote here is not kept.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    draft: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Can I post this? Paste your draft, or go on without one.',
      speak: 'Can I post this? Paste your draft, or go on without one.',
      body: [
        {
          type: 'TextBlock',
          text: 'Can I post this?',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'A few questions, and you know where you stand.',
            },
          ],
        },
        {
          type: 'Input.Text',
          id: 'draft',
          label: 'Your draft',
          isRequired: false,
          isMultiline: true,
          maxLength: 10000,
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: 'It is read once and not kept.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
        {
          type: 'Input.Text',
          id: 'where',
          label: 'Where?',
          isRequired: false,
          isMultiline: false,
          maxLength: 80,
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Check this draft for me now',
              data: {
                a: '1{"do":"draft","scenario":"can-i-post-this"}',
              },
              style: 'positive',
              fallback: {
                type: 'Action.Submit',
                title: 'Check this draft for me now',
                data: {
                  a: '1{"do":"draft","scenario":"can-i-post-this"}',
                },
              },
            },
            {
              type: 'Action.Submit',
              title: 'Write in a larger window',
              associatedInputs: 'auto',
              data: {
                msteams: {
                  type: 'task/fetch',
                },
                form: {
                  fields: [
                    {
                      kind: 'lines',
                      id: 'draft',
                      label: 'Your draft',
                      hint: 'It is read once and not kept.',
                      required: false,
                      max: 10000,
                    },
                    {
                      kind: 'line',
                      id: 'where',
                      label: 'Where?',
                      required: true,
                      max: 80,
                    },
                  ],
                  submit: {
                    label: 'Check this draft for me now',
                    a: '1{"do":"draft","scenario":"can-i-post-this"}',
                  },
                },
              },
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    question: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Does it show or name a pupil? Yes, no, or I don’t know.',
      speak: 'Does it show or name a pupil? Yes, no, or I don’t know.',
      body: [
        {
          type: 'TextBlock',
          text: 'Does it show or name a pupil of the school?',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Does it show or name a pupil?',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'A first name or a year group counts.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Yes',
              data: {
                a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Yes',
                data: {
                  a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'No',
              data: {
                a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'No',
                data: {
                  a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'I don’t know',
              data: {
                a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'I don’t know',
                data: {
                  a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Change: where',
              data: {
                a: '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Change: where',
                data: {
                  a: '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    'go-ahead': {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Go ahead: nothing in the policy speaks against it.',
      speak: 'Go ahead: nothing in the policy speaks against it.',
      body: [
        {
          type: 'Container',
          style: 'good',
          bleed: true,
          items: [
            {
              type: 'TextBlock',
              text: '✅ Go ahead',
              style: 'heading',
              size: 'Large',
              weight: 'Bolder',
              wrap: true,
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: 'Your own account: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'say that it is you.',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    caution: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Ask first.',
      speak: 'Ask first.',
      body: [
        {
          type: 'Container',
          style: 'warning',
          bleed: true,
          items: [
            {
              type: 'TextBlock',
              text: '⚠️ Ask first',
              style: 'heading',
              size: 'Large',
              weight: 'Bolder',
              wrap: true,
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Ask the senior leadership team.',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    stop: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Do not post this.',
      speak: 'Do not post this.',
      body: [
        {
          type: 'Container',
          style: 'attention',
          bleed: true,
          items: [
            {
              type: 'TextBlock',
              text: '⛔ Do not post this',
              style: 'heading',
              size: 'Large',
              weight: 'Bolder',
              wrap: true,
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'It names a pupil.',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    declaration: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Tick each statement, type your name, and press Sign.',
      speak: 'Tick each statement, type your name, and press Sign.',
      body: [
        {
          type: 'TextBlock',
          text: 'Sign the declaration',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'One statement is not ticked.',
            },
          ],
        },
        {
          type: 'Input.Toggle',
          id: 's0',
          label: 'I have read it.',
          isRequired: true,
          errorMessage: 'Please tick the box, or leave the form as it is.',
          title: 'I confirm this',
          valueOn: 'yes',
          valueOff: '',
          value: 'yes',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '⚠️ Tick this if you stand by it.',
              weight: 'Bolder',
            },
          ],
        },
        {
          type: 'Input.Toggle',
          id: 's1',
          label: 'I know whom to ask.',
          isRequired: true,
          errorMessage: 'Please tick the box, or leave the form as it is.',
          title: 'I confirm this',
          valueOn: 'yes',
          valueOff: '',
          value: '',
          wrap: true,
        },
        {
          type: 'Input.Text',
          id: 'name',
          label: 'Your name',
          isRequired: true,
          errorMessage: 'Please fill in “Your name”.',
          isMultiline: false,
          maxLength: 120,
          value: 'Priya Nair',
        },
        {
          type: 'Input.ChoiceSet',
          id: 'group',
          label: 'Group',
          isRequired: true,
          errorMessage: 'Please choose one for “Group”.',
          choices: [
            {
              title: 'Teaching',
              value: 'teaching',
            },
            {
              title: 'No group yet',
              value: 'none',
            },
          ],
          style: 'expanded',
          isMultiSelect: false,
          wrap: true,
          value: 'none',
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: 'Where you work.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Sign',
              data: {
                a: '1{"do":"sign","policy":"social-media","edition":"2015-10","wording":"0000000000000000000000000000000000000000000000000000000000000000"}',
              },
              style: 'positive',
              fallback: {
                type: 'Action.Submit',
                title: 'Sign',
                data: {
                  a: '1{"do":"sign","policy":"social-media","edition":"2015-10","wording":"0000000000000000000000000000000000000000000000000000000000000000"}',
                },
              },
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    understanding: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Not quite: question 2 of 8. The policy says it otherwise. What do you do with a visitor?',
      speak: 'Not quite: question 2 of 8. The policy says it otherwise. What do you do with a visitor?',
      body: [
        {
          type: 'TextBlock',
          text: 'Not quite: question 2 of 8',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'The policy says it otherwise. Here is the section: read it, and try again.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: '2 Walking about the school',
              weight: 'Bolder',
            },
          ],
        },
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: 'A visitor is never left alone with pupils.',
                },
              ],
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Visitors Policy 2, edition September 2026',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
        {
          type: 'TextBlock',
          text: 'What do you do with a visitor whom you invited?',
          style: 'heading',
          size: 'Medium',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'Container',
          style: 'emphasis',
          spacing: 'Small',
          selectAction: {
            type: 'Action.Execute',
            verb: 'act',
            title: 'I stay with them',
            data: {
              a: '1{"do":"understand","policy":"visitors","edition":"2026-09","question":"alone.1","chosen":0,"again":true}',
            },
            associatedInputs: 'none',
            fallback: {
              type: 'Action.Submit',
              title: 'I stay with them',
              data: {
                a: '1{"do":"understand","policy":"visitors","edition":"2026-09","question":"alone.1","chosen":0,"again":true}',
              },
              associatedInputs: 'none',
            },
          },
          items: [
            {
              type: 'TextBlock',
              text: 'I stay with them',
              wrap: true,
              color: 'Accent',
            },
          ],
        },
        {
          type: 'Container',
          style: 'emphasis',
          spacing: 'Small',
          selectAction: {
            type: 'Action.Execute',
            verb: 'act',
            title: 'I ask the office to look after them, and go on with my own work meanwhile',
            data: {
              a: '1{"do":"understand","policy":"visitors","edition":"2026-09","question":"alone.1","chosen":1,"again":true}',
            },
            associatedInputs: 'none',
            fallback: {
              type: 'Action.Submit',
              title: 'I ask the office to look after them, and go on with my own work meanwhile',
              data: {
                a: '1{"do":"understand","policy":"visitors","edition":"2026-09","question":"alone.1","chosen":1,"again":true}',
              },
              associatedInputs: 'none',
            },
          },
          items: [
            {
              type: 'TextBlock',
              text: 'I ask the office to look after them, and go on with my own work meanwhile',
              wrap: true,
              color: 'Accent',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'How often you try is not counted or kept.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    register: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: '13 of 20 have signed.',
      speak: '13 of 20 have signed.',
      body: [
        {
          type: 'TextBlock',
          text: 'Register',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Signed, by group',
              weight: 'Bolder',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Teaching: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: '12 of 12 have signed',
            },
          ],
        },
        {
          type: 'ColumnSet',
          spacing: 'Small',
          columns: [
            {
              type: 'Column',
              width: 100,
              style: 'accent',
              minHeight: '8px',
              items: [],
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Governors: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: '1 of 8 have signed',
            },
          ],
        },
        {
          type: 'ColumnSet',
          spacing: 'Small',
          columns: [
            {
              type: 'Column',
              width: 13,
              style: 'accent',
              minHeight: '8px',
              items: [],
            },
            {
              type: 'Column',
              width: 87,
              style: 'emphasis',
              minHeight: '8px',
              items: [],
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'No group yet: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'Nobody is asked to sign yet',
            },
          ],
        },
        {
          type: 'ColumnSet',
          spacing: 'Small',
          columns: [
            {
              type: 'Column',
              width: 100,
              style: 'emphasis',
              minHeight: '8px',
              items: [],
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: 'Łukasz <Nowak> & Söhne',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: ': teaching staff, signed on 3 September 2026',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: 'Siobhán O’Brien-Featherstonehaugh',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: ': governors, asked, not begun, due 18 December 2026',
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.OpenUrl',
              title: 'Receipt as a PDF',
              url: 'https://policies.school.example/receipt/abc',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    progress: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: '13 of 20 have signed.',
      speak: '13 of 20 have signed.',
      body: [
        {
          type: 'TextBlock',
          text: 'How it stands',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'Chart.HorizontalBar.Stacked',
          title: 'Signed, by group',
          showTitle: true,
          showLegend: true,
          data: [
            {
              title: 'Teaching',
              data: [
                {
                  legend: 'Signed',
                  value: 12,
                  color: 'categoricalBlue',
                },
                {
                  legend: 'Outstanding',
                  value: 0,
                  color: 'divergingGray',
                },
              ],
            },
            {
              title: 'Governors',
              data: [
                {
                  legend: 'Signed',
                  value: 1,
                  color: 'categoricalBlue',
                },
                {
                  legend: 'Outstanding',
                  value: 7,
                  color: 'divergingGray',
                },
              ],
            },
          ],
          fallback: {
            type: 'TextBlock',
            text: 'Signed, by group',
            style: 'heading',
            size: 'Medium',
            weight: 'Bolder',
            wrap: true,
          },
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Teaching: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: '12 of 12 have signed',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Governors: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: '1 of 8 have signed',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'No group yet: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'Nobody is asked to sign yet',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'A senior leader can print this for you.',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    timeline: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Timeline: Social Media Policy. 9 of 20 have signed.',
      speak: 'Timeline: Social Media Policy. 9 of 20 have signed.',
      body: [
        {
          type: 'TextBlock',
          text: 'Timeline: Social Media Policy',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'Image',
          url: 'https://policies.school.example/timeline/abc.png',
          altText:
            'Timeline: Social Media Policy. 5 October 2026: opened. 2 November 2026: reminder 7 days before. 6 November 2026: reminder 3 days before, changed <again>. 9 November 2026: due, reminder on the day. 10 November 2026: line managers hear who is late. 16 November 2026: reminder 7 days after. Holidays and closed days: 24 October 2026 to 1 November 2026. Today, 4 November 2026: signed so far, 9 of 20.',
          size: 'Stretch',
          msteams: {
            allowExpand: true,
          },
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '5 October 2026: opened.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '2 November 2026: reminder 7 days before.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '6 November 2026: reminder 3 days before, changed <again>.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '9 November 2026: due, reminder on the day.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '10 November 2026: line managers hear who is late.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '16 November 2026: reminder 7 days after.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: 'Holidays and closed days: 24 October 2026 to 1 November 2026.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: 'Today, 4 November 2026: signed so far, 9 of 20.',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    'bundle certificate': {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Certificate for the bundle September pack: 2 signed. Verification code cccc-cccc-cccc-cccc-cccc.',
      speak: 'Certificate for the bundle September pack: 2 signed. Verification code cccc-cccc-cccc-cccc-cccc.',
      body: [
        {
          type: 'Container',
          style: 'good',
          bleed: true,
          items: [
            {
              type: 'TextBlock',
              text: '✅ Your certificate: September pack',
              style: 'heading',
              size: 'Large',
              weight: 'Bolder',
              wrap: true,
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Bundle: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'September pack (september-pack.1)',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'By: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'Priya Nair',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'All that was asked of them is signed: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: '14 September 2026 at 16:20:00 (GMT+1, Europe/London)',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Excused by the school from: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'lone-working',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '1. ',
            },
            {
              type: 'TextRun',
              text: 'Attendance Policy, edition 2026-09: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'signed on 14 September 2026 at 16:20:00 (GMT+1, Europe/London); in Slack, with their own account; 4 of 12 sections were opened here before signing, from 7 September 2026 at 09:05:00 (GMT+1, Europe/London) to 14 September 2026 at 16:10:00 (GMT+1, Europe/London); code 1111-1111-1111-1111-1111.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '2. ',
            },
            {
              type: 'TextRun',
              text: 'Code of Conduct for All Adults Who Work or Volunteer at the School, edition 2026-09: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'signed on 14 September 2026 at 16:20:00 (GMT+1, Europe/London); in Slack, with their own account; 4 of 12 sections were opened here before signing, from 7 September 2026 at 09:05:00 (GMT+1, Europe/London) to 14 September 2026 at 16:10:00 (GMT+1, Europe/London); code 2222-2222-2222-2222-2222.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Verification code: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'cccc-cccc-cccc-cccc-cccc',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Head of the journal: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: '42:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc',
            },
          ],
        },
        {
          type: 'Container',
          style: 'emphasis',
          spacing: 'Small',
          selectAction: {
            type: 'Action.OpenUrl',
            title: 'Certificate for the bundle as a PDF',
            url: 'https://policies.school.example/certificate/abc.pdf',
          },
          items: [
            {
              type: 'TextBlock',
              text: 'Certificate for the bundle as a PDF',
              wrap: true,
              color: 'Accent',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'To check it, anybody gives the PDF or the code to the school. Say “my receipt” to see this again.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    'bundle timeline': {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Timeline: September pack. Today, 14 September 2026: signed all of theirs so far, 2 of 12.',
      speak: 'Timeline: September pack. Today, 14 September 2026: signed all of theirs so far, 2 of 12.',
      body: [
        {
          type: 'TextBlock',
          text: 'Timeline: September pack',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'Image',
          url: 'https://policies.school.example/timeline/def.png',
          altText:
            'Timeline: September pack. 1 September 2026: opened. 30 September 2026: due: Code of Conduct for All Adults Who Work or Volunteer at the School. 7 October 2026: reminder 7 days before. 14 October 2026: due, reminder on the day. 15 October 2026: line managers hear who is late. 21 October 2026: reminder 7 days after. Today, 14 September 2026: signed all of theirs so far, 2 of 12.',
          size: 'Stretch',
          msteams: {
            allowExpand: true,
          },
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '1 September 2026: opened.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '30 September 2026: due: Code of Conduct for All Adults Who Work or Volunteer at the School.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '7 October 2026: reminder 7 days before.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '14 October 2026: due, reminder on the day.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '15 October 2026: line managers hear who is late.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: '21 October 2026: reminder 7 days after.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: 'Today, 14 September 2026: signed all of theirs so far, 2 of 12.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'It goes on until everybody has signed.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Back to the bundle',
              data: {
                a: '1{"do":"bundle","bundle":"september-pack"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Back to the bundle',
                data: {
                  a: '1{"do":"bundle","bundle":"september-pack"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    'to hand on': {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText:
        'To whom do you hand the campaign for the Social Media Policy, due 30 September 2026? It is with Priya Nair now.',
      speak:
        'To whom do you hand the campaign for the Social Media Policy, due 30 September 2026? It is with Priya Nair now.',
      body: [
        {
          type: 'TextBlock',
          text: 'Hand it to somebody',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'To whom do you hand the campaign for the Social Media Policy, due 30 September 2026? It is with Priya Nair now.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'They may: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'See who has signed and who has not, remind everybody of it, and give it a later day.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Nothing else opens by this: no other campaign or policy, no people and no settings. It cannot be closed.',
            },
          ],
        },
        {
          type: 'Input.Text',
          id: 'whom',
          label: 'To whom',
          isRequired: true,
          errorMessage: 'Please fill in “To whom”.',
          isMultiline: false,
          maxLength: 200,
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: 'A name, or an email address.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Hand it over',
              data: {
                a: '1{"do":"hand-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
              },
              style: 'positive',
              fallback: {
                type: 'Action.Submit',
                title: 'Hand it over',
                data: {
                  a: '1{"do":"hand-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
                },
              },
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Leave it as it is',
              data: {
                a: '1{"do":"campaigns","policy":"september-pack"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Leave it as it is',
                data: {
                  a: '1{"do":"campaigns","policy":"september-pack"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'They are told at once, in working hours. You can take it back at any time, and go on seeing all of it.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    'handed to you': {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Joanne Clarke has handed you the campaign for the Social Media Policy, due 30 September 2026.',
      speak: 'Joanne Clarke has handed you the campaign for the Social Media Policy, due 30 September 2026.',
      body: [
        {
          type: 'TextBlock',
          text: 'This is with you now',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Joanne Clarke has handed you the campaign for the Social Media Policy, due 30 September 2026.',
              weight: 'Bolder',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: 'Social Media Policy: asks everybody by 30 September 2026.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'What you may do: ',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: 'See who has signed and who has not, remind everybody of it, and give it a later day.',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Nothing else opens by this: no other campaign or policy, no people and no settings. It cannot be closed.',
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'See how it stands',
              data: {
                a: '1{"do":"mind-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
              },
              associatedInputs: 'none',
              style: 'positive',
              fallback: {
                type: 'Action.Submit',
                title: 'See how it stands',
                data: {
                  a: '1{"do":"mind-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Say “handed to me” to come back to it.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    'taken back': {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText:
        'The campaign for the Social Media Policy, due 30 September 2026 is no longer with you: the senior leadership team has taken it back. You need not do anything more. Thank you.',
      speak:
        'The campaign for the Social Media Policy, due 30 September 2026 is no longer with you: the senior leadership team has taken it back. You need not do anything more. Thank you.',
      body: [
        {
          type: 'TextBlock',
          text: 'No longer with you',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'The campaign for the Social Media Policy, due 30 September 2026 is no longer with you: the senior leadership team has taken it back. You need not do anything more. Thank you.',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    'with you': {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: '11 of 13 have signed; 2 have not.',
      speak: '11 of 13 have signed; 2 have not.',
      body: [
        {
          type: 'TextBlock',
          text: 'With you: Social Media Policy',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: '11 of 13 have signed; 2 have not.',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: ' It asks everybody to sign by 30 September 2026.',
            },
          ],
        },
        {
          type: 'TextBlock',
          text: 'Have not signed',
          style: 'heading',
          size: 'Medium',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: 'Daniel Hughes:',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: ' asked, not begun, due 30 September 2026',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: '• ',
            },
            {
              type: 'TextRun',
              text: 'Sam O’Neill-Featherstonehaugh:',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: ' asked, not begun, due 30 September 2026; 1 reminder sent',
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Have signed: 11',
              data: {
                a: '1{"do":"mind-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12","show":"signed"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Have signed: 11',
                data: {
                  a: '1{"do":"mind-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12","show":"signed"}',
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Are excused: 1',
              data: {
                a: '1{"do":"mind-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12","show":"excused"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Are excused: 1',
                data: {
                  a: '1{"do":"mind-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12","show":"excused"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Remind all who have not signed',
              data: {
                a: '1{"do":"remind-minded","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Remind all who have not signed',
                data: {
                  a: '1{"do":"remind-minded","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Give it a later day',
              data: {
                a: '1{"do":"prepare-later","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Give it a later day',
                data: {
                  a: '1{"do":"prepare-later","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Only you see this. It is about this one campaign.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    'people’s own words': {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: '‹!channel› \\*bold\\* & ‹@U012AB3CD› said ‹https://example.org|this›',
      speak: '‹!channel› *bold* & ‹@U012AB3CD› said ‹https://example.org|this›',
      body: [
        {
          type: 'TextBlock',
          text: '<!channel> \\*bold\\* & <@U012AB3CD>',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: '<!here> & ',
            },
            {
              type: 'TextRun',
              text: '<@U012AB3CD>',
              weight: 'Bolder',
            },
            {
              type: 'TextRun',
              text: ' :tada: `code`',
            },
          ],
        },
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: '> quoted �',
                },
              ],
            },
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: '<#C012AB3CD>',
                  isSubtle: true,
                  size: 'Small',
                },
              ],
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: '<!channel>',
              data: {
                a: '1{"do":"help"}',
              },
              associatedInputs: 'none',
              tooltip: '<!channel> & more',
              fallback: {
                type: 'Action.Submit',
                title: '<!channel>',
                data: {
                  a: '1{"do":"help"}',
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
  },
  dialogs: {
    draft: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Can I post this? Paste your draft, or go on without one.',
      speak: 'Can I post this? Paste your draft, or go on without one.',
      body: [
        {
          type: 'TextBlock',
          text: 'Can I post this?',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'A few questions, and you know where you stand.',
            },
          ],
        },
        {
          type: 'Input.Text',
          id: 'draft',
          label: 'Your draft',
          isRequired: false,
          isMultiline: true,
          maxLength: 10000,
        },
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            {
              type: 'TextRun',
              text: 'It is read once and not kept.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
        {
          type: 'Input.Text',
          id: 'where',
          label: 'Where?',
          isRequired: true,
          errorMessage: 'Please fill in “Where?”.',
          isMultiline: false,
          maxLength: 80,
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Submit',
              title: 'Check this draft for me now',
              data: {
                a: '1{"do":"draft","scenario":"can-i-post-this"}',
              },
              style: 'positive',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
    two: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Do not post this.',
      speak: 'Do not post this.',
      body: [
        {
          type: 'Container',
          style: 'attention',
          bleed: true,
          items: [
            {
              type: 'TextBlock',
              text: '⛔ Do not post this',
              style: 'heading',
              size: 'Large',
              weight: 'Bolder',
              wrap: true,
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'It names a pupil.',
            },
          ],
        },
        {
          type: 'TextBlock',
          text: 'This may be what you mean',
          style: 'heading',
          size: 'Medium',
          weight: 'Bolder',
          wrap: true,
          separator: true,
          spacing: 'Large',
        },
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: 'Think before you post.',
                },
              ],
            },
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: '6.d Reputation · Social Media Policy 6.d',
                  isSubtle: true,
                  size: 'Small',
                },
              ],
            },
          ],
        },
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: 'Be kind.',
                },
              ],
            },
            {
              type: 'RichTextBlock',
              inlines: [
                {
                  type: 'TextRun',
                  text: '7 Bullying · Social Media Policy 7',
                  isSubtle: true,
                  size: 'Small',
                },
              ],
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Submit',
              title: 'Read 6.d Reputation',
              data: {
                a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
              },
              associatedInputs: 'none',
              tooltip: 'Read 6.d Reputation',
            },
            {
              type: 'Action.Submit',
              title: 'Read 7 Bullying',
              data: {
                a: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
              },
              associatedInputs: 'none',
              tooltip: 'Read 7 Bullying',
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
  },
  own: {
    question: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Does it show or name a pupil? Yes, no, or I don’t know.',
      speak: 'Does it show or name a pupil? Yes, no, or I don’t know.',
      body: [
        {
          type: 'TextBlock',
          text: 'Does it show or name a pupil of the school?',
          style: 'heading',
          size: 'Large',
          weight: 'Bolder',
          wrap: true,
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'Does it show or name a pupil?',
            },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            {
              type: 'TextRun',
              text: 'A first name or a year group counts.',
              isSubtle: true,
              size: 'Small',
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Yes',
              data: {
                a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
                own: true,
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Yes',
                data: {
                  a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
                  own: true,
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'No',
              data: {
                a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
                own: true,
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'No',
                data: {
                  a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
                  own: true,
                },
                associatedInputs: 'none',
              },
            },
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'I don’t know',
              data: {
                a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
                own: true,
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'I don’t know',
                data: {
                  a: '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
                  own: true,
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
        {
          type: 'ActionSet',
          actions: [
            {
              type: 'Action.Execute',
              verb: 'act',
              title: 'Change: where',
              data: {
                a: '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
                own: true,
              },
              associatedInputs: 'none',
              fallback: {
                type: 'Action.Submit',
                title: 'Change: where',
                data: {
                  a: '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
                  own: true,
                },
                associatedInputs: 'none',
              },
            },
          ],
        },
      ],
      msteams: {
        width: 'full',
      },
    },
  },
}
