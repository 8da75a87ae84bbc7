// What the gallery looks like in Slack; written by UPDATE_GOLDEN=1, checked by the types of Slack’s own package.
import type { types } from '@slack/bolt'
import type { SlackMessage } from '../../adapters/slack/show.ts'

export interface Golden {
  readonly messages: readonly SlackMessage[]
  readonly modal: types.ModalView
  readonly home: types.HomeView
}

export const golden: Readonly<Record<string, Golden>> = {
  answered: {
    messages: [
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
                    text: 'Think before you ',
                  },
                  {
                    type: 'text',
                    text: 'post',
                    style: {
                      bold: true,
                    },
                  },
                  {
                    type: 'text',
                    text: ' anything.',
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
                text: 'Social Media Policy 6.d, edition October 2015',
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
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: 'Read the whole section',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
                style: 'primary',
              },
              {
                type: 'button',
                action_id: 'b0.1',
                text: {
                  type: 'plain_text',
                  text: 'This helped',
                  emoji: false,
                },
                value: '1{"do":"rate","question":"q-1","helpful":true}',
              },
              {
                type: 'button',
                action_id: 'b0.2',
                text: {
                  type: 'plain_text',
                  text: 'It did not help',
                  emoji: false,
                },
                value: '1{"do":"rate","question":"q-1","helpful":false}',
              },
              {
                type: 'button',
                action_id: 'b0.3',
                text: {
                  type: 'plain_text',
                  text: 'Whom can I ask?',
                  emoji: false,
                },
                value: '1{"do":"whom","policy":"social-media"}',
              },
              {
                type: 'button',
                action_id: 'b0.4',
                text: {
                  type: 'plain_text',
                  text: 'Share with the channel',
                  emoji: false,
                },
                value: '1{"do":"share","card":"q-1","policy":"social-media","edition":"2015-10","section":"6.d"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '2.b1',
            elements: [
              {
                type: 'button',
                action_id: 'b1.0',
                text: {
                  type: 'plain_text',
                  text: '6.e Friends',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.e"}',
              },
              {
                type: 'button',
                action_id: 'b1.1',
                text: {
                  type: 'plain_text',
                  text: '7 Bullying',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
              },
            ],
          },
          {
            type: 'context',
            elements: [
              {
                type: 'plain_text',
                text: 'This is a summary in other words, not the school’s adopted text.',
                emoji: false,
              },
            ],
          },
        ],
      },
    ],
    modal: {
      type: 'modal',
      callback_id: 'card',
      title: {
        type: 'plain_text',
        text: '6.d Reputation',
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
              type: 'rich_text_quote',
              elements: [
                {
                  type: 'text',
                  text: 'Think before you ',
                },
                {
                  type: 'text',
                  text: 'post',
                  style: {
                    bold: true,
                  },
                },
                {
                  type: 'text',
                  text: ' anything.',
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
              text: 'Social Media Policy 6.d, edition October 2015',
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
          block_id: '0.2.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: 'Read the whole section',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
              style: 'primary',
            },
            {
              type: 'button',
              action_id: 'b0.1',
              text: {
                type: 'plain_text',
                text: 'This helped',
                emoji: false,
              },
              value: '1{"do":"rate","question":"q-1","helpful":true}',
            },
            {
              type: 'button',
              action_id: 'b0.2',
              text: {
                type: 'plain_text',
                text: 'It did not help',
                emoji: false,
              },
              value: '1{"do":"rate","question":"q-1","helpful":false}',
            },
            {
              type: 'button',
              action_id: 'b0.3',
              text: {
                type: 'plain_text',
                text: 'Whom can I ask?',
                emoji: false,
              },
              value: '1{"do":"whom","policy":"social-media"}',
            },
            {
              type: 'button',
              action_id: 'b0.4',
              text: {
                type: 'plain_text',
                text: 'Share with the channel',
                emoji: false,
              },
              value: '1{"do":"share","card":"q-1","policy":"social-media","edition":"2015-10","section":"6.d"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.2.b1',
          elements: [
            {
              type: 'button',
              action_id: 'b1.0',
              text: {
                type: 'plain_text',
                text: '6.e Friends',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.e"}',
            },
            {
              type: 'button',
              action_id: 'b1.1',
              text: {
                type: 'plain_text',
                text: '7 Bullying',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
            },
          ],
        },
        {
          type: 'context',
          elements: [
            {
              type: 'plain_text',
              text: 'This is a summary in other words, not the school’s adopted text.',
              emoji: false,
            },
          ],
        },
      ],
    },
    home: {
      type: 'home',
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
                  text: 'Think before you ',
                },
                {
                  type: 'text',
                  text: 'post',
                  style: {
                    bold: true,
                  },
                },
                {
                  type: 'text',
                  text: ' anything.',
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
              text: 'Social Media Policy 6.d, edition October 2015',
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
          block_id: '0.2.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: 'Read the whole section',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
              style: 'primary',
            },
            {
              type: 'button',
              action_id: 'b0.1',
              text: {
                type: 'plain_text',
                text: 'This helped',
                emoji: false,
              },
              value: '1{"do":"rate","question":"q-1","helpful":true}',
            },
            {
              type: 'button',
              action_id: 'b0.2',
              text: {
                type: 'plain_text',
                text: 'It did not help',
                emoji: false,
              },
              value: '1{"do":"rate","question":"q-1","helpful":false}',
            },
            {
              type: 'button',
              action_id: 'b0.3',
              text: {
                type: 'plain_text',
                text: 'Whom can I ask?',
                emoji: false,
              },
              value: '1{"do":"whom","policy":"social-media"}',
            },
            {
              type: 'button',
              action_id: 'b0.4',
              text: {
                type: 'plain_text',
                text: 'Share with the channel',
                emoji: false,
              },
              value: '1{"do":"share","card":"q-1","policy":"social-media","edition":"2015-10","section":"6.d"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.2.b1',
          elements: [
            {
              type: 'button',
              action_id: 'b1.0',
              text: {
                type: 'plain_text',
                text: '6.e Friends',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.e"}',
            },
            {
              type: 'button',
              action_id: 'b1.1',
              text: {
                type: 'plain_text',
                text: '7 Bullying',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
            },
          ],
        },
        {
          type: 'context',
          elements: [
            {
              type: 'plain_text',
              text: 'This is a summary in other words, not the school’s adopted text.',
              emoji: false,
            },
          ],
        },
      ],
    },
  },
  unsure: {
    messages: [
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
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: '6.d Reputation',
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
                text: 'Social Media Policy 6.d',
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
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: 'Read this section',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
                accessibility_label: 'Read this section: 6.d Reputation',
              },
            ],
          },
          {
            type: 'divider',
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  {
                    type: 'text',
                    text: '7 Bullying',
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
                text: 'Social Media Policy 7',
                emoji: false,
              },
            ],
          },
        ],
      },
    ],
    modal: {
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
            text: 'This may be what you mean',
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
                  text: '6.d Reputation',
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
              text: 'Social Media Policy 6.d',
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
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: 'Read this section',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
              accessibility_label: 'Read this section: 6.d Reputation',
            },
          ],
        },
        {
          type: 'divider',
        },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                {
                  type: 'text',
                  text: '7 Bullying',
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
              text: 'Social Media Policy 7',
              emoji: false,
            },
          ],
        },
      ],
    },
    home: {
      type: 'home',
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
              type: 'rich_text_section',
              elements: [
                {
                  type: 'text',
                  text: '6.d Reputation',
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
              text: 'Social Media Policy 6.d',
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
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: 'Read this section',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6.d"}',
              accessibility_label: 'Read this section: 6.d Reputation',
            },
          ],
        },
        {
          type: 'divider',
        },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                {
                  type: 'text',
                  text: '7 Bullying',
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
              text: 'Social Media Policy 7',
              emoji: false,
            },
          ],
        },
      ],
    },
  },
  'not-covered': {
    messages: [
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
    modal: {
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
    home: {
      type: 'home',
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
  },
  urgent: {
    messages: [
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
    modal: {
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
    home: {
      type: 'home',
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
  },
  draft: {
    messages: [
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
            block_id: '1.draft',
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
            block_id: '1.where',
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
            block_id: '1.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: 'Check this draft for me now',
                  emoji: false,
                },
                value: '1{"do":"draft","scenario":"can-i-post-this"}',
                style: 'primary',
              },
            ],
          },
        ],
      },
    ],
    modal: {
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
          block_id: '0.1.draft',
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
          block_id: '0.1.where',
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
    home: {
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
          block_id: '0.1.draft',
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
          block_id: '0.1.where',
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
          block_id: '0.1.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: 'Check this draft for me now',
                emoji: false,
              },
              value: '1{"do":"draft","scenario":"can-i-post-this"}',
              style: 'primary',
            },
          ],
        },
      ],
    },
  },
  question: {
    messages: [
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
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: 'Yes',
                  emoji: false,
                },
                value:
                  '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
              },
              {
                type: 'button',
                action_id: 'b0.1',
                text: {
                  type: 'plain_text',
                  text: 'No',
                  emoji: false,
                },
                value:
                  '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
              },
              {
                type: 'button',
                action_id: 'b0.2',
                text: {
                  type: 'plain_text',
                  text: 'I don’t know',
                  emoji: false,
                },
                value:
                  '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '3.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: 'Change: where',
                  emoji: false,
                },
                value:
                  '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
              },
            ],
          },
        ],
      },
    ],
    modal: {
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
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: 'Yes',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
            },
            {
              type: 'button',
              action_id: 'b0.1',
              text: {
                type: 'plain_text',
                text: 'No',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
            },
            {
              type: 'button',
              action_id: 'b0.2',
              text: {
                type: 'plain_text',
                text: 'I don’t know',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.3.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: 'Change: where',
                emoji: false,
              },
              value:
                '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
            },
          ],
        },
      ],
    },
    home: {
      type: 'home',
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
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: 'Yes',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"yes"}',
            },
            {
              type: 'button',
              action_id: 'b0.1',
              text: {
                type: 'plain_text',
                text: 'No',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"no"}',
            },
            {
              type: 'button',
              action_id: 'b0.2',
              text: {
                type: 'plain_text',
                text: 'I don’t know',
                emoji: false,
              },
              value:
                '1{"do":"answer","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"pupil","choice":"unknown"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.3.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: 'Change: where',
                emoji: false,
              },
              value:
                '1{"do":"revisit","scenario":"can-i-post-this","answers":{"where":"own-account"},"found":["year-group"],"question":"where"}',
            },
          ],
        },
      ],
    },
  },
  'go-ahead': {
    messages: [
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
    modal: {
      type: 'modal',
      callback_id: 'card',
      title: {
        type: 'plain_text',
        text: 'Go ahead',
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
    home: {
      type: 'home',
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
  },
  caution: {
    messages: [
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
    modal: {
      type: 'modal',
      callback_id: 'card',
      title: {
        type: 'plain_text',
        text: 'Ask first',
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
                  text: 'Ask the senior leadership team.',
                },
              ],
            },
          ],
        },
      ],
    },
    home: {
      type: 'home',
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
  },
  stop: {
    messages: [
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
    modal: {
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
      ],
    },
    home: {
      type: 'home',
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
  },
  'long section': {
    messages: [
      {
        text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. …',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: '9 Everything there is to say about everything, which is more than fits into any title that a platform would show in full on a telephone, and then…',
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
                    text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. ',
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
                    text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. ',
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
                    text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. ',
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
                text: 'Social Media Policy 9',
                emoji: false,
              },
            ],
          },
        ],
      },
      {
        text: '9 Everything there is to say about everything, which is more than fits into any title that a platform would show in full on a telephone, and then some more of it, continued.',
        blocks: [
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
                        text: '1: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '2: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '3: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '4: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '5: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '6: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '7: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '8: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '9: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '10: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '11: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '12: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '13: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '14: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '15: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '16: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '17: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '18: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '19: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '20: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '21: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '22: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '23: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '24: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '25: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '26: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '27: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '28: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '29: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '30: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '31: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '32: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '33: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '34: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '35: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '36: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '37: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '38: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '39: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '40: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '41: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '42: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '43: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '44: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '45: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '46: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '47: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '48: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '49: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '50: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '51: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '52: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '53: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '54: People say what they mean, and mean what they say. ',
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
                type: 'rich_text_list',
                style: 'ordered',
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '55: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '56: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '57: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '58: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '59: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '60: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '61: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '62: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '63: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '64: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '65: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '66: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '67: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '68: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '69: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '70: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '71: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '72: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '73: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '74: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '75: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '76: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '77: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '78: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '79: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '80: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '81: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '82: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '83: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '84: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '85: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '86: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '87: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '88: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '89: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      {
                        type: 'text',
                        text: '90: People say what they mean, and mean what they say. ',
                      },
                    ],
                  },
                ],
                offset: 54,
              },
            ],
          },
        ],
      },
    ],
    modal: {
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
            text: '9 Everything there is to say about everything, which is more than fits into any title that a platform would show in full on a telephone, and then…',
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
                  text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. ',
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
                  text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. ',
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
                  text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. ',
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
              text: 'Social Media Policy 9',
              emoji: false,
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
                      text: '1: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '2: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '3: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '4: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '5: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '6: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '7: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '8: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '9: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '10: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '11: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '12: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '13: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '14: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '15: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '16: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '17: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '18: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '19: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '20: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '21: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '22: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '23: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '24: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '25: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '26: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '27: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '28: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '29: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '30: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '31: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '32: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '33: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '34: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '35: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '36: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '37: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '38: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '39: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '40: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '41: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '42: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '43: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '44: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '45: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '46: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '47: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '48: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '49: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '50: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '51: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '52: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '53: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '54: People say what they mean, and mean what they say. ',
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
              type: 'rich_text_list',
              style: 'ordered',
              elements: [
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '55: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '56: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '57: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '58: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '59: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '60: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '61: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '62: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '63: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '64: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '65: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '66: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '67: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '68: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '69: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '70: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '71: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '72: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '73: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '74: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '75: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '76: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '77: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '78: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '79: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '80: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '81: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '82: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '83: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '84: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '85: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '86: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '87: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '88: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '89: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '90: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
              ],
              offset: 54,
            },
          ],
        },
      ],
    },
    home: {
      type: 'home',
      blocks: [
        {
          type: 'header',
          text: {
            type: 'plain_text',
            text: '9 Everything there is to say about everything, which is more than fits into any title that a platform would show in full on a telephone, and then…',
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
                  text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. ',
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
                  text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. ',
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
                  text: 'People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. People say what they mean, and mean what they say. ',
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
              text: 'Social Media Policy 9',
              emoji: false,
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
                      text: '1: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '2: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '3: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '4: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '5: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '6: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '7: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '8: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '9: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '10: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '11: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '12: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '13: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '14: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '15: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '16: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '17: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '18: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '19: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '20: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '21: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '22: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '23: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '24: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '25: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '26: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '27: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '28: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '29: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '30: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '31: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '32: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '33: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '34: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '35: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '36: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '37: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '38: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '39: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '40: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '41: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '42: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '43: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '44: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '45: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '46: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '47: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '48: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '49: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '50: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '51: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '52: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '53: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '54: People say what they mean, and mean what they say. ',
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
              type: 'rich_text_list',
              style: 'ordered',
              elements: [
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '55: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '56: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '57: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '58: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '59: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '60: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '61: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '62: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '63: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '64: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '65: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '66: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '67: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '68: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '69: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '70: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '71: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '72: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '73: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '74: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '75: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '76: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '77: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '78: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '79: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '80: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '81: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '82: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '83: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '84: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '85: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '86: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '87: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '88: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '89: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
                {
                  type: 'rich_text_section',
                  elements: [
                    {
                      type: 'text',
                      text: '90: People say what they mean, and mean what they say. ',
                    },
                  ],
                },
              ],
              offset: 54,
            },
          ],
        },
      ],
    },
  },
  'many sections': {
    messages: [
      {
        text: 'A policy with sixty sections.',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: 'All sections',
              emoji: false,
            },
          },
          {
            type: 'actions',
            block_id: '0.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '1 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"1"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '1.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '2 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"2"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '2.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '3 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"3"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '3.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '4 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"4"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '4.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '5 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"5"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '5.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '6 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '6.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '7 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '7.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '8 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"8"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '8.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '9 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"9"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '9.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '10 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"10"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '10.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '11 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"11"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '11.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '12 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"12"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '12.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '13 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"13"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '13.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '14 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"14"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '14.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '15 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"15"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '15.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '16 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"16"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '16.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '17 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"17"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '17.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '18 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"18"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '18.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '19 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"19"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '19.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '20 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"20"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '20.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '21 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"21"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '21.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '22 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"22"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '22.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '23 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"23"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '23.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '24 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"24"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '24.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '25 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"25"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '25.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '26 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"26"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '26.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '27 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"27"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '27.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '28 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"28"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '28.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '29 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"29"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '29.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '30 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"30"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '30.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '31 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"31"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '31.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '32 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"32"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '32.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '33 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"33"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '33.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '34 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"34"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '34.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '35 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"35"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '35.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '36 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"36"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '36.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '37 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"37"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '37.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '38 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"38"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '38.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '39 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"39"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '39.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '40 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"40"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '40.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '41 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"41"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '41.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '42 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"42"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '42.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '43 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"43"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '43.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '44 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"44"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '44.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '45 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"45"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '45.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '46 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"46"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '46.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '47 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"47"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '47.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '48 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"48"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '48.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '49 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"49"}',
              },
            ],
          },
        ],
      },
      {
        text: 'All sections, continued.',
        blocks: [
          {
            type: 'actions',
            block_id: '49.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '50 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"50"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '50.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '51 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"51"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '51.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '52 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"52"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '52.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '53 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"53"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '53.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '54 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"54"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '54.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '55 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"55"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '55.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '56 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"56"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '56.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '57 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"57"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '57.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '58 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"58"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '58.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '59 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"59"}',
              },
            ],
          },
          {
            type: 'actions',
            block_id: '59.b0',
            elements: [
              {
                type: 'button',
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '60 A section with a title that goes on for rather longer than a button’s…',
                  emoji: false,
                },
                value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"60"}',
              },
            ],
          },
        ],
      },
    ],
    modal: {
      type: 'modal',
      callback_id: 'card',
      title: {
        type: 'plain_text',
        text: 'All sections',
        emoji: false,
      },
      close: {
        type: 'plain_text',
        text: 'Close',
        emoji: false,
      },
      blocks: [
        {
          type: 'actions',
          block_id: '0.0.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '1 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"1"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.1.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '2 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"2"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.2.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '3 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"3"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.3.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '4 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"4"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.4.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '5 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"5"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.5.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '6 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.6.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '7 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.7.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '8 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"8"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.8.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '9 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"9"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.9.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '10 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"10"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.10.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '11 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"11"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.11.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '12 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"12"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.12.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '13 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"13"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.13.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '14 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"14"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.14.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '15 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"15"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.15.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '16 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"16"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.16.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '17 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"17"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.17.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '18 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"18"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.18.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '19 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"19"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.19.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '20 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"20"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.20.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '21 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"21"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.21.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '22 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"22"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.22.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '23 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"23"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.23.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '24 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"24"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.24.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '25 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"25"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.25.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '26 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"26"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.26.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '27 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"27"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.27.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '28 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"28"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.28.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '29 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"29"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.29.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '30 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"30"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.30.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '31 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"31"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.31.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '32 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"32"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.32.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '33 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"33"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.33.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '34 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"34"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.34.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '35 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"35"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.35.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '36 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"36"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.36.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '37 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"37"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.37.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '38 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"38"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.38.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '39 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"39"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.39.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '40 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"40"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.40.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '41 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"41"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.41.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '42 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"42"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.42.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '43 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"43"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.43.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '44 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"44"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.44.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '45 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"45"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.45.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '46 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"46"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.46.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '47 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"47"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.47.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '48 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"48"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.48.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '49 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"49"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.49.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '50 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"50"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.50.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '51 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"51"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.51.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '52 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"52"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.52.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '53 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"53"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.53.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '54 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"54"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.54.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '55 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"55"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.55.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '56 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"56"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.56.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '57 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"57"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.57.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '58 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"58"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.58.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '59 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"59"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.59.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '60 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"60"}',
            },
          ],
        },
      ],
    },
    home: {
      type: 'home',
      blocks: [
        {
          type: 'header',
          text: {
            type: 'plain_text',
            text: 'All sections',
            emoji: false,
          },
        },
        {
          type: 'actions',
          block_id: '0.0.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '1 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"1"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.1.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '2 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"2"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.2.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '3 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"3"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.3.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '4 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"4"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.4.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '5 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"5"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.5.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '6 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"6"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.6.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '7 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"7"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.7.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '8 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"8"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.8.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '9 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"9"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.9.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '10 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"10"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.10.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '11 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"11"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.11.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '12 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"12"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.12.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '13 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"13"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.13.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '14 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"14"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.14.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '15 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"15"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.15.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '16 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"16"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.16.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '17 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"17"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.17.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '18 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"18"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.18.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '19 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"19"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.19.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '20 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"20"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.20.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '21 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"21"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.21.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '22 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"22"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.22.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '23 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"23"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.23.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '24 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"24"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.24.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '25 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"25"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.25.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '26 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"26"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.26.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '27 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"27"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.27.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '28 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"28"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.28.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '29 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"29"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.29.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '30 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"30"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.30.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '31 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"31"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.31.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '32 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"32"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.32.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '33 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"33"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.33.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '34 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"34"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.34.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '35 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"35"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.35.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '36 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"36"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.36.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '37 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"37"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.37.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '38 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"38"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.38.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '39 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"39"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.39.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '40 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"40"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.40.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '41 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"41"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.41.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '42 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"42"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.42.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '43 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"43"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.43.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '44 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"44"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.44.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '45 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"45"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.45.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '46 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"46"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.46.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '47 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"47"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.47.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '48 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"48"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.48.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '49 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"49"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.49.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '50 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"50"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.50.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '51 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"51"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.51.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '52 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"52"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.52.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '53 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"53"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.53.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '54 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"54"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.54.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '55 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"55"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.55.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '56 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"56"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.56.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '57 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"57"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.57.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '58 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"58"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.58.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '59 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"59"}',
            },
          ],
        },
        {
          type: 'actions',
          block_id: '0.59.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '60 A section with a title that goes on for rather longer than a button’s…',
                emoji: false,
              },
              value: '1{"do":"read","policy":"social-media","edition":"2015-10","section":"60"}',
            },
          ],
        },
      ],
    },
  },
  'people’s own words': {
    messages: [
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
                action_id: 'b0.0',
                text: {
                  type: 'plain_text',
                  text: '<!channel>',
                  emoji: false,
                },
                value: '1{"do":"help"}',
                accessibility_label: '<!channel> & more',
              },
            ],
          },
        ],
      },
    ],
    modal: {
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
          block_id: '0.2.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '<!channel>',
                emoji: false,
              },
              value: '1{"do":"help"}',
              accessibility_label: '<!channel> & more',
            },
          ],
        },
      ],
    },
    home: {
      type: 'home',
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
          block_id: '0.2.b0',
          elements: [
            {
              type: 'button',
              action_id: 'b0.0',
              text: {
                type: 'plain_text',
                text: '<!channel>',
                emoji: false,
              },
              value: '1{"do":"help"}',
              accessibility_label: '<!channel> & more',
            },
          ],
        },
      ],
    },
  },
  'next to nothing': {
    messages: [
      {
        text: '',
        blocks: [
          {
            type: 'header',
            text: {
              type: 'plain_text',
              text: '–',
              emoji: false,
            },
          },
        ],
      },
    ],
    modal: {
      type: 'modal',
      callback_id: 'card',
      title: {
        type: 'plain_text',
        text: '–',
        emoji: false,
      },
      close: {
        type: 'plain_text',
        text: 'Close',
        emoji: false,
      },
      blocks: [],
    },
    home: {
      type: 'home',
      blocks: [
        {
          type: 'header',
          text: {
            type: 'plain_text',
            text: '–',
            emoji: false,
          },
        },
      ],
    },
  },
}
