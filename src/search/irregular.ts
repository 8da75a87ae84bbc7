// English words whose forms no ending explains: "taken" is a form of "take", and "children" are a child. Forms that are
// more often another word are left out, such as "saw", "leaves" and "felt", and so are verbs that say next to nothing by
// themselves, such as "make" and "give": with all their forms they would be found everywhere.

const verbs = `
bear borne; beat beaten; bend bent; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; build
built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; creep crept; deal dealt; dig dug; draw
drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fallen; feed fed; fight fought;
flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze
frozen; grow grew grown; hang hung; hear heard; hide hid hidden; kneel knelt; lean leant; leap leapt; learn learnt;
leave left; lend lent; light lit; lose lost; meet met; oversleep overslept; overtake overtook overtaken; pay paid; prove
proven; repay repaid; ride rode ridden; ring rang rung; rise risen; run ran; sell sold; send sent; sew sewn; shake shook
shaken; shine shone; shoot shot; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid;
smell smelt; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spit spat; spoil spoilt;
steal stole stolen; stick stuck; sting stung; strike struck stricken; strive strove striven; swear swore sworn; sweep
swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; throw threw thrown;
tread trod trodden; undertake undertook undertaken; uphold upheld; wake woke woken; wear wore worn; weave wove woven;
weep wept; win won; withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written; rewrite
rewrote rewritten; overhear overheard; mislead misled; misunderstand misunderstood; rebuild rebuilt; retake retook
retaken; overpay overpaid; handwrite handwrote handwritten; outgrow outgrew outgrown`

const nouns = `
child children; man men; woman women; foot feet; tooth teeth; goose geese; mouse mice; louse lice; wife wives;
knife knives; half halves; shelf shelves; thief thieves; loaf loaves; wolf wolves; self selves; calf calves;
scarf scarves; criterion criteria; phenomenon phenomena; curriculum curricula; appendix appendices; index indices; analysis analyses;
crisis crises; diagnosis diagnoses; bacterium bacteria; policeman policemen; policewoman policewomen;
chairman chairmen; fireman firemen; grandchild grandchildren; schoolchild schoolchildren; stepchild stepchildren; penny pence;
alumnus alumni; memorandum memoranda; referendum referenda; syllabus syllabi; stimulus stimuli; nucleus nuclei; ox oxen;
policy polices`

/** The word that a form belongs to, or the word itself. */
export function baseOf(word: string): string {
  return bases.get(word) ?? word
}

const bases: ReadonlyMap<string, string> = new Map(
  [verbs, nouns].flatMap((list) =>
    list
      .trim()
      .split(';')
      .flatMap((line): [string, string][] => {
        const [base = '', ...forms] = line.trim().split(/\s+/)
        return forms.map((form) => [form, base])
      }),
  ),
)
