// Fits the weights of the search: `node --import tsx test/bench/fit.ts`. It prints weights to copy into
// src/search/rank.ts and certainty.ts by hand, and how they do on each policy when that policy is left out.
//
// Ranking: maximises the probability of the right section among all of its shelf (a softmax over the sums). The
// questions are those of the strangers' policies that may be looked at, alone and among ten, and the known questions of
// the project's own policy, asked of its bare text without those questions. Certainty: logistic regression in which
// both classes weigh the same.
import { openDesk } from '../../src/turn/desk.ts'
import { coverSigns, sectionSigns } from '../../src/search/certainty.ts'
import type { SearchIndex } from '../../src/search/build.ts'
import { readQuery } from '../../src/search/query.ts'
import { rankSections, signNames, weights, type Ranked, type Signs } from '../../src/search/rank.ts'
import { projectsOwn, shelfOf, strangersPolicies, strangersQuestions } from './shelves.ts'

interface Case {
  readonly group: string
  readonly index: SearchIndex
  readonly q: string
  readonly right: string | undefined
}

const id = (ranked: Ranked) => `${ranked.section.edition.policy} ${ranked.section.section.ref}`

function cases(): Case[] {
  const looked = strangersQuestions().filter(({ half }) => half === 'looked at')
  const policies = strangersPolicies()
  const bare = { ...projectsOwn(), asked: new Map(), words: [] }
  const bareIndex = openDesk(bare)(new Date('2026-11-30T12:00:00Z')).index
  const ten = openDesk({ ...bare, policies: [...bare.policies, ...policies] })(new Date('2026-11-30T12:00:00Z')).index
  const known = [...(projectsOwn().asked.get('social-media') ?? [])].flatMap(([ref, { asked }]) =>
    asked.filter((_, at) => at % 5 === 0).map((q) => ({ q, right: `social-media ${ref}` })),
  )
  const alone = new Map(policies.map((policy) => [policy.id, shelfOf(policy.id, [policy]).index]))
  return [
    ...looked.flatMap(({ q, covered }): Case[] => {
      if (covered === undefined)
        return [...alone]
          .slice(0, 4)
          .flatMap(([group, index]) => [{ group, index, q, right: undefined }])
          .concat([{ group: 'none', index: ten, q, right: undefined }])
      const right = `${covered.policy} ${covered.ref}`
      const own = alone.get(covered.policy)
      // A question that one policy covers is covered by none of the others.
      const others = [...alone].slice(0, 4).filter(([policy]) => policy !== covered.policy)
      return [
        ...(own === undefined ? [] : [{ group: covered.policy, index: own, q, right }]),
        { group: covered.policy, index: ten, q, right },
        ...others.map(([group, index]) => ({ group: `${group}?`, index, q, right: undefined })),
      ]
    }),
    ...known.map(({ q, right }) => ({ group: 'social-media', index: bareIndex, q, right })),
    ...known.map(({ q, right }) => ({ group: 'social-media', index: ten, q, right })),
  ]
}

const fitted = signNames.filter((name) => name !== 'own')
interface Row {
  readonly group: string
  readonly weight: number
  readonly signs: number[][]
  readonly right: number
}

function rows(all: readonly Case[]): Row[] {
  return all.flatMap(({ group, index, q, right }): Row[] => {
    if (right === undefined) return []
    const ranked = rankSections(readQuery(q, index), index)
    const at = ranked.findIndex((each) => id(each) === right)
    if (at < 0) return []
    return [
      {
        group,
        weight: group === 'social-media' ? 0.2 : 1,
        signs: ranked.map(({ signs }) => fitted.map((name) => signs[name])),
        right: at,
      },
    ]
  })
}

function fit(all: readonly Row[]): number[] {
  let w = fitted.map((name) => weights[name])
  const prior = [...w]
  const total = all.reduce((sum, { weight }) => sum + weight, 0)
  const sharp = 6
  for (let step = 0; step < 300; step++) {
    const slope = w.map((each, k) => -0.02 * (each - (prior[k] ?? 0)))
    for (const { signs, right, weight } of all) {
      const e = signs.map((s) => Math.exp(sharp * s.reduce((sum, each, k) => sum + each * (w[k] ?? 0), 0)))
      const z = e.reduce((a, b) => a + b, 0)
      for (const k of w.keys())
        slope[k] =
          (slope[k] ?? 0) +
          (weight / total) *
            ((signs[right]?.[k] ?? 0) - signs.reduce((sum, s, i) => sum + ((e[i] ?? 0) / z) * (s[k] ?? 0), 0))
    }
    w = w.map((each, k) => Math.max(0, each + 2 * (slope[k] ?? 0)))
  }
  return w
}

const first = (all: readonly Row[], w: readonly number[]) =>
  all.filter(({ signs, right }) => {
    const s = signs.map((each) => each.reduce((sum, x, k) => sum + x * (w[k] ?? 0), 0))
    return s.every((x, at) => at === right || x < (s[right] ?? 0))
  }).length / all.length

const all = cases()
const r = rows(all)
for (const group of new Set(r.map(({ group }) => group))) {
  const [inside, outside] = [r.filter((x) => x.group === group), r.filter((x) => x.group !== group)]
  console.log(
    `${group} left out: first ${first(
      inside,
      fitted.map((n) => weights[n]),
    ).toFixed(3)} as it stands, ${first(inside, fit(outside)).toFixed(3)} fitted without it, of ${inside.length}`,
  )
}
const w = fit(r)
console.log('rank', Object.fromEntries(fitted.map((name, k) => [name, Number((w[k] ?? 0).toFixed(2))])))

/** The index of the one sign that speaks against a section: the topic belongs to another policy. */
const against = 7

/** Logistic regression, slightly regularised; both classes weigh the same. */
function regress(pairs: readonly { x: readonly number[]; y: boolean; weight: number }[]): number[] {
  const size = pairs[0]?.x.length ?? 0
  let b = new Array<number>(size).fill(0)
  const sum = (y: boolean) => pairs.filter((each) => each.y === y).reduce((all, { weight }) => all + weight, 0)
  const [yes, no] = [sum(true), sum(false)]
  for (let step = 0; step < 3000; step++) {
    const slope = b.map((each, k) => (k === 0 ? 0 : -0.003 * each))
    for (const { x, y, weight } of pairs) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, each, k) => sum + each * (b[k] ?? 0), 0)))
      const share = (weight * 0.5) / (y ? yes : no)
      for (const k of b.keys()) slope[k] = (slope[k] ?? 0) + share * ((y ? 1 : 0) - p) * (x[k] ?? 0)
    }
    // A sign that speaks for a section must not get a negative weight.
    b = b.map((each, k) => {
      const next = each + 1.5 * (slope[k] ?? 0)
      return k === 0 ? next : k === against ? Math.min(0, next) : Math.max(0, next)
    })
  }
  return b
}

const use: Signs = process.argv.includes('--refit')
  ? { ...weights, ...Object.fromEntries(fitted.map((n, k) => [n, w[k] ?? 0])) }
  : weights
const judged = all.flatMap(({ group, index, q, right }) => {
  const weight = group === 'social-media' ? 0.15 : group.endsWith('?') ? 0.25 : 1
  const query = readQuery(q, index)
  const ranked = rankSections(query, index, use)
  const [best, second] = ranked
  if (best === undefined) return []
  const cover = coverSigns(query, best, index)
  return [
    {
      weight,
      cover,
      section: sectionSigns(cover, best, second),
      covered: right !== undefined,
      isRight: id(best) === right,
    },
  ]
})
console.log(
  'cover',
  regress(judged.map(({ cover, covered, weight }) => ({ x: cover, y: covered, weight })))
    .map((x) => x.toFixed(2))
    .join(', '),
)
console.log(
  'section',
  regress(judged.map(({ section, isRight, weight }) => ({ x: section, y: isRight, weight })))
    .map((x) => x.toFixed(2))
    .join(', '),
)
