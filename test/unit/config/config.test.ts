// The environment's settings for the page’s address and for email: accepted, or refused with what to write instead.
import { expect } from 'chai'
import { readConfig } from '../../../src/config.ts'

const read = (env: Record<string, string>) => readConfig(env, '/home')
const problems = (env: Record<string, string>) => {
  const config = read(env)
  return config.kind === 'problems' ? config.problems : []
}
const config = (env: Record<string, string>) => {
  const found = read(env)
  if (found.kind === 'problems') throw new Error(found.problems.join('\n'))
  return found.config
}

describe('config: the address of the page', () => {
  it('is none unless it is set', () => {
    expect([config({}).publicUrl, config({ PUBLIC_URL: ' ' }).publicUrl]).to.eql([undefined, undefined])
  })

  for (const [given, expected] of [
    ['https://policies.school.example', 'https://policies.school.example'],
    ['https://Policies.School.example/', 'https://policies.school.example'],
    ['https://policies.school.example:8443', 'https://policies.school.example:8443'],
    ['http://127.0.0.1:3978', 'http://127.0.0.1:3978'],
    ['http://localhost:3978/', 'http://localhost:3978'],
    ['http://[::1]:3978', 'http://[::1]:3978'],
  ] as const) {
    it(`may be ${given}`, () => expect(config({ PUBLIC_URL: given }).publicUrl).to.equal(expected))
  }

  for (const given of [
    'policies.school.example',
    'http://policies.school.example',
    'http://localhost.evil.example',
    'ftp://policies.school.example',
    'https://policies.school.example/guide',
    'https://policies.school.example/?a=b',
    'https://secret-word:secret-word@policies.school.example',
  ]) {
    it(`may not be ${given}`, () => {
      const [problem = '', ...more] = problems({ PUBLIC_URL: given })
      expect(more).to.be.empty
      expect(problem)
        .to.match(/^PUBLIC_URL must /)
        .and.not.include('secret-word')
    })
  }
})

describe('config: the database', () => {
  for (const [given, said] of [
    ['mysql://a@b/c', 'must be the address of a PostgreSQL database'],
    ['postgres://a:b/c@host/school', 'write # as %23'],
    ['postgres://a:b@host:99999/school', 'a port is at most 65535'],
  ] as const)
    it(`may not be ${given}`, () => {
      expect(problems({ DATABASE_URL: given })).to.have.lengthOf(1)
      expect(problems({ DATABASE_URL: given })[0])
        .to.include('DATABASE_URL ')
        .and.include(said)
    })
})

describe('config: email', () => {
  const MAIL_FROM = 'Policy Guide <policies@school.example>'

  it('is off unless it is set', () => expect(config({ MAIL_FROM }).mail).to.equal(undefined))

  for (const [given, expected] of [
    ['smtp://mail.school.example', { host: 'mail.school.example', port: 587, secure: false, login: undefined }],
    ['smtps://mail.school.example', { host: 'mail.school.example', port: 465, secure: true, login: undefined }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, secure: false, login: undefined }],
    [
      'smtp://policies%40school.example:p%40ss%2Fword%23%25@mail.school.example:587',
      {
        host: 'mail.school.example',
        port: 587,
        secure: false,
        login: { user: 'policies@school.example', password: 'p@ss/word#%' },
      },
    ],
  ] as const) {
    it(`goes by ${given}`, () => {
      expect(config({ SMTP_URL: given, MAIL_FROM }).mail).to.eql({ ...expected, from: MAIL_FROM })
    })
  }

  for (const given of [
    'mail.school.example',
    'https://mail.school.example',
    'smtp://',
    'smtp://user:secret-word@mail.school.example/path',
    'smtp://mail.school.example?tls=off',
    'smtp://user:secret-word#1@mail.school.example',
  ]) {
    it(`does not go by ${given}`, () => {
      const [problem = ''] = problems({ SMTP_URL: given, MAIL_FROM })
      expect(problem)
        .to.match(/^SMTP_URL must /)
        .and.not.include('secret-word')
    })
  }

  it('needs an address that it comes from', () => {
    expect(problems({ SMTP_URL: 'smtp://127.0.0.1' })).to.eql([
      'MAIL_FROM must be set when SMTP_URL is: the address that emails come from.',
    ])
    for (const from of ['policies', 'a@b, c@d', 'Me <a@b>\r\nBcc: <c@d>', 'a b@c'])
      expect([from, problems({ SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: from }).length]).to.eql([from, 1])
    for (const from of ['policies@school.example', 'policies@localhost', 'Hilltop School <p@school.example>'])
      expect([from, problems({ SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: from })]).to.eql([from, []])
  })
})

describe('config: operations', () => {
  it('takes a token for /metrics that nobody guesses, and never says it', () => {
    const token = 'a-token-of-32-characters-or-more'
    expect([config({}).metricsToken, config({ METRICS_TOKEN: ' ' }).metricsToken]).to.eql([undefined, undefined])
    expect(config({ METRICS_TOKEN: token }).metricsToken).to.equal(token)
    for (const given of ['secret-word', 'nineteen-characters', 'twenty characters or more with spaces']) {
      const [problem = '', ...more] = problems({ METRICS_TOKEN: given })
      expect(more).to.be.empty
      expect(problem)
        .to.match(/^METRICS_TOKEN must be at least 20 characters/)
        .and.not.include(given)
    }
  })

  it('logs as much as it is told to', () => {
    expect([config({}).logLevel, config({ LOG_LEVEL: 'trace' }).logLevel]).to.eql(['info', 'trace'])
    expect(problems({ LOG_LEVEL: 'everything' })[0]).to.match(/^LOG_LEVEL /)
  })
})

describe('config: the school’s own pages', () => {
  it('are none unless they are set, and https alone', () => {
    expect(config({}).pages).to.deep.equal({ website: undefined, privacy: undefined, terms: undefined })
    const SCHOOL_PRIVACY_URL = 'https://www.school.example/privacy?of=staff'
    expect(config({ SCHOOL_PRIVACY_URL }).pages.privacy).to.equal(SCHOOL_PRIVACY_URL)
    for (const given of ['www.school.example', 'http://www.school.example/terms']) {
      expect(problems({ SCHOOL_TERMS_URL: given }).join()).to.match(/^SCHOOL_TERMS_URL must .*https:/)
    }
  })
})
