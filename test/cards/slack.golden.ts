// What the gallery looks like in Slack; written by UPDATE_GOLDEN=1, checked by the types of Slack’s own package.
import type { types } from '@slack/bolt'
import type { SlackMessage } from '../../adapters/slack/show.ts'

export interface Golden {
  readonly messages: Readonly<Record<string, readonly SlackMessage[]>>
  readonly modals: Readonly<Record<string, types.ModalView>>
  readonly homes: Readonly<Record<string, types.HomeView>>
}

export const golden: Golden = {
  messages: {
    answered: [
      {
        text: '6.d Reputation: think before you post. (Social Media Policy 6.d, edition October 2015)',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: '6.d Reputation',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_quote',
                elements: [
                  {
                    type: 'text',
                    text: 'Think before you post anything.',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: ' A post is hard to take back. …',
                  },
                ],
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'Social Media Policy 6.d, edition October 2015 · summary',
                emoji: false,
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'The policy stops here. ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'It announces a list and gives none.',
                  },
                ],
              },
            ],
          },
          {
            type: 'actions',
            block_id: '2.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Read the whole section',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
                style: 'primary',
                action_id: 'b0.0',
              },
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Share with the channel',
                  emoji: false,
                },
                value: '1{"do":"share","card":"q-1","policy":"social-media","edition":"2015-10","section":"6.d"}',
                action_id: 'b0.1',
              },
              {
                type: 'overflow',
                options: [
                  {
                    text: {
                      type: 'plain_text',
                      text: 'Who can I ask?',
                      emoji: false,
                    },
                    value: '1{"do":"whom","policy":"social-media"}',
                  },
                  {
                    text: {
                      type: 'plain_text',
                      text: 'See also 6.e Friends',
                      emoji: false,
                    },
                    value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.e"}',
                  },
                  {
                    text: {
                      type: 'plain_text',
                      text: 'See also 7 Bullying',
                      emoji: false,
                    },
                    value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
                  },
                  {
                    text: {
                      type: 'plain_text',
                      text: 'About this answer',
                      emoji: false,
                    },
                    value:
                      '1{"do":"because","question":"q-1","policy":"social-media","edition":"2015-10","section":"6.d"}',
                  },
                ],
                action_id: 'b0.2',
              },
            ],
          },
          {
            type: 'context_actions',
            block_id: '3.f',
            elements: [
              {
                type: 'feedback_buttons',
                action_id: 'f',
                positive_button: {
                  text: {
                    type: 'plain_text',
                    text: 'This helped',
                    emoji: false,
                  },
                  value: '1{"do":"rate","question":"q-1","helpful":true}',
                },
                negative_button: {
                  text: {
                    type: 'plain_text',
                    text: 'It did not help',
                    emoji: false,
                  },
                  value: '1{"do":"rate","question":"q-1","helpful":false}',
                },
              },
            ],
          },
        ],
      },
    ],
    unsure: [
      {
        text: 'I am not sure. This may be what you mean: 6.d Reputation.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'This may be what you mean',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_quote',
                elements: [
                  {
                    type: 'text',
                    text: 'Think before you post.',
                  },
                ],
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: '6.d Reputation · Social Media Policy 6.d',
                emoji: false,
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_quote',
                elements: [
                  {
                    type: 'text',
                    text: 'Be kind.',
                  },
                ],
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: '7 Bullying · Social Media Policy 7',
                emoji: false,
              },
            ],
          },
          {
            type: 'actions',
            block_id: '2.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Read 6.d Reputation',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
                accessibility_label: 'Read 6.d Reputation',
                action_id: 'b0.0',
              },
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Read 7 Bullying',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
                accessibility_label: 'Read 7 Bullying',
                action_id: 'b0.1',
              },
            ],
          },
        ],
      },
    ],
    'not-covered': [
      {
        text: 'I can’t find that in the policies I know.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'I can’t find that in the policies I know',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'I looked in: Social Media Policy.',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    urgent: [
      {
        text: 'If a child may be in danger: speak to the safeguarding lead now.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: '❗ If a child may be in danger',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                style: 'ordered',
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Speak to the safeguarding lead now.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Do not investigate.',
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'What you wrote here is not kept.',
                emoji: false,
              },
            ],
          },
        ],
      },
    ],
    draft: [
      {
        text: 'Can I post this? Paste your draft, or go on without one.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'Can I post this?',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'A few questions, and you know where you stand.',
                  },
                ],
              },
            ],
          },
          {
            type: 'input',
            block_id: '1-draft.draft',
            label: {
              type: 'plain_text',
              text: 'Your draft',
              emoji: false,
            },
            hint: {
              type: 'plain_text',
              text: 'It is read once and not kept.',
              emoji: false,
            },
            optional: true,
            dispatch_action: false,
            element: {
              type: 'plain_text_input',
              action_id: 'draft',
              multiline: true,
              max_length: 3000,
            },
          },
          {
            type: 'input',
            block_id: '1-draft.where',
            label: {
              type: 'plain_text',
              text: 'Where?',
              emoji: false,
            },
            optional: false,
            dispatch_action: false,
            element: {
              type: 'plain_text_input',
              action_id: 'where',
              multiline: false,
              max_length: 80,
            },
          },
          {
            type: 'actions',
            block_id: '1-draft.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Check this draft for me now',
                  emoji: false,
                },
                value: '1{"do":"draft","scenario":"can-i-post-this"}',
                style: 'primary',
                action_id: 'b0.0',
              },
            ],
          },
        ],
      },
    ],
    question: [
      {
        text: 'Does it show or name a pupil? Yes, no, or I don’t know.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'Does it show or name a pupil of the school?',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Does it show or name a pupil?',
                  },
                ],
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'A first name or a year group counts.',
                emoji: false,
              },
            ],
          },
          {
            type: 'actions',
            block_id: '2.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Yes',
                  emoji: false,
                },
                value:
                  '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
                action_id: 'b0.0',
              },
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'No',
                  emoji: false,
                },
                value:
                  '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
                action_id: 'b0.1',
              },
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'I don’t know',
                  emoji: false,
                },
                value:
                  '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
                action_id: 'b0.2',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '3.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Change: where',
                  emoji: false,
                },
                value:
                  '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
                action_id: 'b0.0',
              },
            ],
          },
        ],
      },
    ],
    'go-ahead': [
      {
        text: 'Go ahead: nothing in the policy speaks against it.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: '✅ Go ahead',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                style: 'bullet',
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Your own account: ',
                        style: {
                          bold: true,
                        },
                      },
                      {
                        type: 'text',
                        text: 'say that it is you.',
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    caution: [
      {
        text: 'Ask first.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: '⚠️ Ask first',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Ask the senior leadership team.',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    stop: [
      {
        text: 'Do not post this.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: '⛔ Do not post this',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'It names a pupil.',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    declaration: [
      {
        text: 'Tick each statement, type your name, and press Sign.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'Sign the declaration',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'One statement is not ticked.',
                  },
                ],
              },
            ],
          },
          {
            type: 'input',
            block_id: '1-sign.s0',
            label: {
              type: 'plain_text',
              text: 'I have read it.',
              emoji: false,
            },
            optional: false,
            dispatch_action: false,
            element: {
              type: 'checkboxes',
              action_id: 's0',
              options: [
                {
                  text: {
                    type: 'plain_text',
                    text: 'I confirm this',
                    emoji: false,
                  },
                  value: 'yes',
                },
              ],
              initial_options: [
                {
                  text: {
                    type: 'plain_text',
                    text: 'I confirm this',
                    emoji: false,
                  },
                  value: 'yes',
                },
              ],
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Please look at this: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'Tick this if you stand by it.',
                  },
                ],
              },
            ],
          },
          {
            type: 'input',
            block_id: '1-sign.s1',
            label: {
              type: 'plain_text',
              text: 'I know whom to ask.',
              emoji: false,
            },
            optional: false,
            dispatch_action: false,
            element: {
              type: 'checkboxes',
              action_id: 's1',
              options: [
                {
                  text: {
                    type: 'plain_text',
                    text: 'I confirm this',
                    emoji: false,
                  },
                  value: 'yes',
                },
              ],
            },
          },
          {
            type: 'input',
            block_id: '1-sign.name',
            label: {
              type: 'plain_text',
              text: 'Your name',
              emoji: false,
            },
            optional: false,
            dispatch_action: false,
            element: {
              type: 'plain_text_input',
              action_id: 'name',
              multiline: false,
              max_length: 120,
              initial_value: 'Priya Nair',
            },
          },
          {
            type: 'input',
            block_id: '1-sign.group',
            label: {
              type: 'plain_text',
              text: 'Group',
              emoji: false,
            },
            hint: {
              type: 'plain_text',
              text: 'Where you work.',
              emoji: false,
            },
            optional: false,
            dispatch_action: false,
            element: {
              type: 'static_select',
              action_id: 'group',
              options: [
                {
                  text: {
                    type: 'plain_text',
                    text: 'Teaching',
                    emoji: false,
                  },
                  value: 'teaching',
                },
                {
                  text: {
                    type: 'plain_text',
                    text: 'No group yet',
                    emoji: false,
                  },
                  value: 'none',
                },
              ],
              initial_option: {
                text: {
                  type: 'plain_text',
                  text: 'No group yet',
                  emoji: false,
                },
                value: 'none',
              },
            },
          },
          {
            type: 'actions',
            block_id: '1-sign.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Sign',
                  emoji: false,
                },
                value:
                  '1{"do":"sign","policy":"social-media","edition":"2015-10","wording":"0000000000000000000000000000000000000000000000000000000000000000"}',
                style: 'primary',
                action_id: 'b0.0',
              },
            ],
          },
        ],
      },
    ],
    understanding: [
      {
        text: 'Not quite: question 2 of 8. The policy says it otherwise. What do you do with a visitor?',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'Not quite: question 2 of 8',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'The policy says it otherwise. Here is the section: read it, and try again.',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: '2 Walking about the school',
                    style: {
                      bold: true,
                    },
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_quote',
                elements: [
                  {
                    type: 'text',
                    text: 'A visitor is never left alone with pupils.',
                  },
                ],
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'Visitors Policy 2, edition September 2026',
                emoji: false,
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'What do you do with a visitor whom you invited?',
                    style: {
                      bold: true,
                    },
                  },
                ],
              },
            ],
          },
          {
            type: 'section',
            block_id: '5.r0',
            text: {
              type: 'plain_text',
              text: 'I stay with them',
              emoji: false,
            },
            accessory: {
              type: 'button',
              action_id: 'r',
              text: {
                type: 'plain_text',
                text: 'Choose',
                emoji: false,
              },
              value:
                '1{"do":"understand","policy":"visitors","edition":"2026-09","question":"alone.1","chosen":0,"again":true}',
              accessibility_label: 'Choose: I stay with them',
            },
          },
          {
            type: 'section',
            block_id: '5.r1',
            text: {
              type: 'plain_text',
              text: 'I ask the office to look after them, and go on with my own work meanwhile',
              emoji: false,
            },
            accessory: {
              type: 'button',
              action_id: 'r',
              text: {
                type: 'plain_text',
                text: 'Choose',
                emoji: false,
              },
              value:
                '1{"do":"understand","policy":"visitors","edition":"2026-09","question":"alone.1","chosen":1,"again":true}',
              accessibility_label: 'Choose: I ask the office to look after them, and go on with my own work…',
            },
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'How often you try is not counted or kept.',
                emoji: false,
              },
            ],
          },
        ],
      },
    ],
    register: [
      {
        text: '13 of 20 have signed.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'Register',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Teaching: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: '12 of 12 have signed\n■■■■■■■■■■',
                  },
                  {
                    type: 'text',
                    text: '\nGovernors: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: '1 of 8 have signed\n■□□□□□□□□□',
                  },
                  {
                    type: 'text',
                    text: '\nNo group yet: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'Nobody is asked to sign yet\n□□□□□□□□□□',
                  },
                ],
              },
            ],
          },
          {
            type: 'table',
            block_id: '1',
            column_settings: [
              {
                is_wrapped: true,
              },
              {
                is_wrapped: true,
              },
              {
                is_wrapped: true,
              },
            ],
            rows: [
              [
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [
                        {
                          type: 'text',
                          text: 'Name',
                          style: {
                            bold: true,
                          },
                        },
                      ],
                    },
                  ],
                },
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [
                        {
                          type: 'text',
                          text: 'Group',
                          style: {
                            bold: true,
                          },
                        },
                      ],
                    },
                  ],
                },
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [
                        {
                          type: 'text',
                          text: 'Standing',
                          style: {
                            bold: true,
                          },
                        },
                      ],
                    },
                  ],
                },
              ],
              [
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [
                        {
                          type: 'text',
                          text: 'Łukasz <Nowak> & Söhne',
                          style: {
                            bold: true,
                          },
                        },
                      ],
                    },
                  ],
                },
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [
                        {
                          type: 'text',
                          text: 'teaching staff',
                        },
                      ],
                    },
                  ],
                },
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [
                        {
                          type: 'text',
                          text: 'signed on 3 September 2026',
                        },
                      ],
                    },
                  ],
                },
              ],
              [
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [
                        {
                          type: 'text',
                          text: 'Siobhán O’Brien-Featherstonehaugh',
                          style: {
                            bold: true,
                          },
                        },
                      ],
                    },
                  ],
                },
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [
                        {
                          type: 'text',
                          text: 'governors',
                        },
                      ],
                    },
                  ],
                },
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [
                        {
                          type: 'text',
                          text: 'asked, not begun, due 18 December 2026',
                        },
                      ],
                    },
                  ],
                },
              ],
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'link',
                    url: 'https://policies.school.example/receipt/abc',
                    text: 'Receipt as a PDF',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    progress: [
      {
        text: '13 of 20 have signed.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'How it stands',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Signed, by group\n',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'Teaching: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: '12 of 12 have signed\n■■■■■■■■■■',
                  },
                  {
                    type: 'text',
                    text: '\nGovernors: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: '1 of 8 have signed\n■□□□□□□□□□',
                  },
                  {
                    type: 'text',
                    text: '\nNo group yet: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'Nobody is asked to sign yet\n□□□□□□□□□□',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'A senior leader can print this for you.',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    timeline: [
      {
        text: 'Timeline: Social Media Policy. 9 of 20 have signed.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'Timeline: Social Media Policy',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                style: 'bullet',
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '5 October 2026: opened.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '2 November 2026: reminder 7 days before.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '6 November 2026: reminder 3 days before, changed <again>.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '9 November 2026: due, reminder on the day.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '10 November 2026: line managers hear who is late.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '16 November 2026: reminder 7 days after.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Holidays and closed days: 24 October 2026 to 1 November 2026.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Today, 4 November 2026: signed so far, 9 of 20.',
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    'bundle certificate': [
      {
        text: 'Certificate for the bundle September pack: 2 signed. Verification code cccc-cccc-cccc-cccc-cccc.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: '✅ Your certificate: September pack',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Bundle: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'September pack (september-pack.1)',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'By: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'Priya Nair',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'All that was asked of them is signed: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: '14 September 2026 at 16:20:00 (GMT+1, Europe/London)',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Excused by the school from: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'lone-working',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                style: 'ordered',
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Attendance Policy, edition 2026-09: ',
                        style: {
                          bold: true,
                        },
                      },
                      {
                        type: 'text',
                        text: 'signed on 14 September 2026 at 16:20:00 (GMT+1, Europe/London); in Slack, with their own account; 4 of 12 sections were opened here before signing, from 7 September 2026 at 09:05:00 (GMT+1, Europe/London) to 14 September 2026 at 16:10:00 (GMT+1, Europe/London); code 1111-1111-1111-1111-1111.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Code of Conduct for All Adults Who Work or Volunteer at the School, edition 2026-09: ',
                        style: {
                          bold: true,
                        },
                      },
                      {
                        type: 'text',
                        text: 'signed on 14 September 2026 at 16:20:00 (GMT+1, Europe/London); in Slack, with their own account; 4 of 12 sections were opened here before signing, from 7 September 2026 at 09:05:00 (GMT+1, Europe/London) to 14 September 2026 at 16:10:00 (GMT+1, Europe/London); code 2222-2222-2222-2222-2222.',
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Verification code: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'cccc-cccc-cccc-cccc-cccc',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Head of the journal: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: '42:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'link',
                    url: 'https://policies.school.example/certificate/abc.pdf',
                    text: 'Certificate for the bundle as a PDF',
                  },
                ],
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'To check it, anybody gives the PDF or the code to the school. Say “my receipt” to see this again.',
                emoji: false,
              },
            ],
          },
        ],
      },
    ],
    'bundle timeline': [
      {
        text: 'Timeline: September pack. Today, 14 September 2026: signed all of theirs so far, 2 of 12.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'Timeline: September pack',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                style: 'bullet',
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '1 September 2026: opened.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '30 September 2026: due: Code of Conduct for All Adults Who Work or Volunteer at the School.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '7 October 2026: reminder 7 days before.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '14 October 2026: due, reminder on the day.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '15 October 2026: line managers hear who is late.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '21 October 2026: reminder 7 days after.',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Today, 14 September 2026: signed all of theirs so far, 2 of 12.',
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'It goes on until everybody has signed.',
                emoji: false,
              },
            ],
          },
          {
            type: 'actions',
            block_id: '3.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Back to the bundle',
                  emoji: false,
                },
                value: '1{"do":"bundle","bundle":"september-pack"}',
                action_id: 'b0.0',
              },
            ],
          },
        ],
      },
    ],
    'to hand on': [
      {
        text: 'To whom do you hand the campaign for the Social Media Policy, due 30 September 2026? It is with Priya Nair now.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'Hand it to somebody',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'To whom do you hand the campaign for the Social Media Policy, due 30 September 2026? It is with Priya Nair now.',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'They may: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'See who has signed and who has not, remind everybody of it, and give it a later day.',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Nothing else opens by this: no other campaign or policy, no people and no settings. It cannot be closed.',
                  },
                ],
              },
            ],
          },
          {
            type: 'input',
            block_id: '3-hand-campaign.whom',
            label: {
              type: 'plain_text',
              text: 'To whom',
              emoji: false,
            },
            hint: {
              type: 'plain_text',
              text: 'A name, or an email address.',
              emoji: false,
            },
            optional: false,
            dispatch_action: false,
            element: {
              type: 'plain_text_input',
              action_id: 'whom',
              multiline: false,
              max_length: 200,
            },
          },
          {
            type: 'actions',
            block_id: '3-hand-campaign.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Hand it over',
                  emoji: false,
                },
                value: '1{"do":"hand-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
                style: 'primary',
                action_id: 'b0.0',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '4.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Leave it as it is',
                  emoji: false,
                },
                value: '1{"do":"campaigns","policy":"september-pack"}',
                action_id: 'b0.0',
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'They are told at once, in working hours. You can take it back at any time, and go on seeing all of it.',
                emoji: false,
              },
            ],
          },
        ],
      },
    ],
    'handed to you': [
      {
        text: 'Joanne Clarke has handed you the campaign for the Social Media Policy, due 30 September 2026.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'This is with you now',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Joanne Clarke has handed you the campaign for the Social Media Policy, due 30 September 2026.',
                    style: {
                      bold: true,
                    },
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                style: 'bullet',
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Social Media Policy: asks everybody by 30 September 2026.',
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'What you may do: ',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: 'See who has signed and who has not, remind everybody of it, and give it a later day.',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Nothing else opens by this: no other campaign or policy, no people and no settings. It cannot be closed.',
                  },
                ],
              },
            ],
          },
          {
            type: 'actions',
            block_id: '4.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'See how it stands',
                  emoji: false,
                },
                value: '1{"do":"mind-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
                style: 'primary',
                action_id: 'b0.0',
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'Say “handed to me” to come back to it.',
                emoji: false,
              },
            ],
          },
        ],
      },
    ],
    'taken back': [
      {
        text: 'The campaign for the Social Media Policy, due 30 September 2026 is no longer with you: the senior leadership team has taken it back. You need not do anything more. Thank you.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'No longer with you',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'The campaign for the Social Media Policy, due 30 September 2026 is no longer with you: the senior leadership team has taken it back. You need not do anything more. Thank you.',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    'with you': [
      {
        text: '11 of 13 have signed; 2 have not.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'With you: Social Media Policy',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: '11 of 13 have signed; 2 have not.',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: ' It asks everybody to sign by 30 September 2026.',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: 'Have not signed',
                    style: {
                      bold: true,
                    },
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                style: 'bullet',
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Daniel Hughes:',
                        style: {
                          bold: true,
                        },
                      },
                      {
                        type: 'text',
                        text: ' asked, not begun, due 30 September 2026',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: 'Sam O’Neill-Featherstonehaugh:',
                        style: {
                          bold: true,
                        },
                      },
                      {
                        type: 'text',
                        text: ' asked, not begun, due 30 September 2026; 1 reminder sent',
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'actions',
            block_id: '3.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Have signed: 11',
                  emoji: false,
                },
                value:
                  '1{"do":"mind-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12","show":"signed"}',
                action_id: 'b0.0',
              },
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Are excused: 1',
                  emoji: false,
                },
                value:
                  '1{"do":"mind-campaign","policy":"september-pack","campaign":"september-pack@2026-09.12","show":"excused"}',
                action_id: 'b0.1',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '4.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Remind all who have not signed',
                  emoji: false,
                },
                value: '1{"do":"remind-minded","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
                action_id: 'b0.0',
              },
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: 'Give it a later day',
                  emoji: false,
                },
                value: '1{"do":"prepare-later","policy":"september-pack","campaign":"september-pack@2026-09.12"}',
                action_id: 'b0.1',
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'Only you see this. It is about this one campaign.',
                emoji: false,
              },
            ],
          },
        ],
      },
    ],
    'people’s own words': [
      {
        text: '&lt;!channel&gt; *bold* &amp; &lt;@U012AB3CD&gt; said &lt;https://example.org|this&gt;',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: '<!channel> *bold* & <@U012AB3CD>',
              emoji: false,
            },
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: '<!here> & ',
                  },
                  {
                    type: 'text',
                    text: '<@U012AB3CD>',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: ' :tada: `code`',
                  },
                ],
              },
            ],
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_quote',
                elements: [
                  {
                    type: 'text',
                    text: '> quoted �',
                  },
                ],
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: '<#C012AB3CD>',
                emoji: false,
              },
            ],
          },
          {
            type: 'actions',
            block_id: '2.b0',
            elements: [
              {
                type: 'button',
                text: {
                  type: 'plain_text',
                  text: '<!channel>',
                  emoji: false,
                },
                value: '1{"do":"help"}',
                accessibility_label: '<!channel> & more',
                action_id: 'b0.0',
              },
            ],
          },
        ],
      },
    ],
  },
  modals: {
    draft: {
      type: 'modal',
      callback_id: 'card',
      title: {
        type: 'plain_text',
        text: 'Can I post this?',
        emoji: false,
      },
      close: {
        type: 'plain_text',
        text: 'Close',
        emoji: false,
      },
      submit: {
        type: 'plain_text',
        text: 'Check this draft for…',
        emoji: false,
      },
      private_metadata: '1{"do":"draft","scenario":"can-i-post-this"}',
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                {
                  type: 'text',
                  text: 'A few questions, and you know where you stand.',
                },
              ],
            },
          ],
        },
        {
          type: 'input',
          block_id: '0.1-draft.draft',
          label: {
            type: 'plain_text',
            text: 'Your draft',
            emoji: false,
          },
          hint: {
            type: 'plain_text',
            text: 'It is read once and not kept.',
            emoji: false,
          },
          optional: true,
          dispatch_action: false,
          element: {
            type: 'plain_text_input',
            action_id: 'draft',
            multiline: true,
            max_length: 3000,
          },
        },
        {
          type: 'input',
          block_id: '0.1-draft.where',
          label: {
            type: 'plain_text',
            text: 'Where?',
            emoji: false,
          },
          optional: false,
          dispatch_action: false,
          element: {
            type: 'plain_text_input',
            action_id: 'where',
            multiline: false,
            max_length: 80,
          },
        },
      ],
    },
    question: {
      type: 'modal',
      callback_id: 'card',
      title: {
        type: 'plain_text',
        text: 'Policy Guide',
        emoji: false,
      },
      close: {
        type: 'plain_text',
        text: 'Close',
        emoji: false,
      },
      blocks: [
        {
          type: 'header',
          text: {
            type: 'plain_text',
            text: 'Does it show or name a pupil of the school?',
            emoji: false,
          },
        },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                {
                  type: 'text',
                  text: 'Does it show or name a pupil?',
                },
              ],
            },
          ],
        },
        {
          type: 'context',
          elements: [
            {
              type: 'plain_text',
              text: 'A first name or a year group counts.',
              emoji: false,
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.2.b0',
          elements: [
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'Yes',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
              action_id: 'b0.0',
            },
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'No',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
              action_id: 'b0.1',
            },
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'I don’t know',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
              action_id: 'b0.2',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.3.b0',
          elements: [
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'Change: where',
                emoji: false,
              },
              value:
                '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
              action_id: 'b0.0',
            },
          ],
        },
      ],
    },
    two: {
      type: 'modal',
      callback_id: 'card',
      title: {
        type: 'plain_text',
        text: 'Do not post this',
        emoji: false,
      },
      close: {
        type: 'plain_text',
        text: 'Close',
        emoji: false,
      },
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                {
                  type: 'text',
                  text: 'It names a pupil.',
                },
              ],
            },
          ],
        },
        {
          type: 'divider',
        },
        {
          type: 'header',
          text: {
            type: 'plain_text',
            text: 'This may be what you mean',
            emoji: false,
          },
        },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_quote',
              elements: [
                {
                  type: 'text',
                  text: 'Think before you post.',
                },
              ],
            },
          ],
        },
        {
          type: 'context',
          elements: [
            {
              type: 'plain_text',
              text: '6.d Reputation · Social Media Policy 6.d',
              emoji: false,
            },
          ],
        },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_quote',
              elements: [
                {
                  type: 'text',
                  text: 'Be kind.',
                },
              ],
            },
          ],
        },
        {
          type: 'context',
          elements: [
            {
              type: 'plain_text',
              text: '7 Bullying · Social Media Policy 7',
              emoji: false,
            },
          ],
        },
        {
          type: 'actions',
          block_id: '1.2.b0',
          elements: [
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'Read 6.d Reputation',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
              accessibility_label: 'Read 6.d Reputation',
              action_id: 'b0.0',
            },
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'Read 7 Bullying',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
              accessibility_label: 'Read 7 Bullying',
              action_id: 'b0.1',
            },
          ],
        },
      ],
    },
  },
  homes: {
    draft: {
      type: 'home',
      blocks: [
        {
          type: 'header',
          text: {
            type: 'plain_text',
            text: 'Can I post this?',
            emoji: false,
          },
        },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                {
                  type: 'text',
                  text: 'A few questions, and you know where you stand.',
                },
              ],
            },
          ],
        },
        {
          type: 'input',
          block_id: '0.1-draft.draft',
          label: {
            type: 'plain_text',
            text: 'Your draft',
            emoji: false,
          },
          hint: {
            type: 'plain_text',
            text: 'It is read once and not kept.',
            emoji: false,
          },
          optional: true,
          dispatch_action: false,
          element: {
            type: 'plain_text_input',
            action_id: 'draft',
            multiline: true,
            max_length: 3000,
          },
        },
        {
          type: 'input',
          block_id: '0.1-draft.where',
          label: {
            type: 'plain_text',
            text: 'Where?',
            emoji: false,
          },
          optional: false,
          dispatch_action: false,
          element: {
            type: 'plain_text_input',
            action_id: 'where',
            multiline: false,
            max_length: 80,
          },
        },
        {
          type: 'actions',
          block_id: '0.1-draft.b0',
          elements: [
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'Check this draft for me now',
                emoji: false,
              },
              value: '1{"do":"draft","scenario":"can-i-post-this"}',
              style: 'primary',
              action_id: 'b0.0',
            },
          ],
        },
        {
          type: 'header',
          text: {
            type: 'plain_text',
            text: 'Does it show or name a pupil of the school?',
            emoji: false,
          },
        },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                {
                  type: 'text',
                  text: 'Does it show or name a pupil?',
                },
              ],
            },
          ],
        },
        {
          type: 'context',
          elements: [
            {
              type: 'plain_text',
              text: 'A first name or a year group counts.',
              emoji: false,
            },
          ],
        },
        {
          type: 'actions',
          block_id: '1.2.b0',
          elements: [
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'Yes',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
              action_id: 'b0.0',
            },
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'No',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
              action_id: 'b0.1',
            },
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'I don’t know',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
              action_id: 'b0.2',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '1.3.b0',
          elements: [
            {
              type: 'button',
              text: {
                type: 'plain_text',
                text: 'Change: where',
                emoji: false,
              },
              value:
                '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
              action_id: 'b0.0',
            },
          ],
        },
      ],
    },
  },
}
