// Word lists that separate names from other words: titles, first names that are also words, and words that are never
// names.

export const titles = new Set('mr mrs ms miss mx dr sir madam professor prof rev reverend lady lord'.split(' '))

/** First names that are also words, months, places or plants. On their own they say nothing about a person. */
export const commonForenames = new Set(
  (
    'amber angel april art august autumn bay bill bliss bob brook buddy carol chance charity chase chelsea china chip christian ' +
    'chuck clay cliff crystal daisy dale dawn dean dell dot drew earl ebony eden eve faith fern florence forest frank gale gene ' +
    'georgia glen grace grant guy happy harmony harry hazel heath heather holly hope hunter iris ivy jack jade jasmine jay jean ' +
    'jesus jewel jim joy june jordan justice kent lance lane laurel lily lotus mark mars max may mercy miles mona nick noel norm ' +
    'olive opal page paris pat patience pearl penny perry pierce poppy prince prudence queen ray red reed rich rick river rob robin ' +
    'rock rod rose ruby rusty saffron sage sally sandy scarlet scott season sky skip sonny star stone storm sue summer sunny teddy ' +
    'terry tiger troy trinity tuesday victor violet wade wally ward warren will willow winter woody young'
  ).split(' '),
)

/** Words that are written with a capital but are not surnames, and not first names after "well done". */
export const neverNames = new Set(
  (
    'a academy all also am an and any april are art as at august autumn award band be because bbc biology board book boys but by ' +
    'cafe can centre challenge chemistry choir christmas church class club coach college concert council county court covid crew cross cup ' +
    'day december did do does drama dt easter ebooks eid england english europe event everybody everyone facebook fair family february ' +
    'festival football for form french friday from gcse geography german girls governors great group guide had hall has have he head ' +
    'headteacher here history hockey house how i if in instagram is it its january july june key kids lane latin league library line ' +
    'london lots maths may me men monday music my national netball next no not november now october of office on one open or our ' +
    'park parents pe physics please primary prom pta pupils quiz re reception road rugby saturday scheme school science sept september ' +
    'she show sixth so south north east west spanish sports spring square staff station street students summer sunday swimming teacher teachers ' +
    'team teams tennis thanks that the their them then there they this thursday to today tomorrow tour town trip trust tuesday twitter ' +
    'uk us village was way we wednesday week well were what when where which who why winter with women world year years yes ' +
    'yesterday you your yr everyone’s'
  ).split(' '),
)

/** After a first name, these words show that it belongs to a place, a dish or a prize. */
export const makesPlace = new Set(
  (
    'road rd street avenue lane close drive park palace station line hospital square house hall theatre theater centre center ' +
    'court primary school academy college church cathedral sponge cup trophy award prize bridge gardens island beach museum ' +
    'stadium arena university infirmary hotel inn pub falls river lake mountain day cottage foundation trust scheme'
  ).split(' '),
)

/** Before a first name, these words show that it belongs to a saint, a king, a storm or a ship. */
export const makesOther = new Set(
  'st saint port lake mount king queen prince princess duke storm hurricane hms hotel pope ss emperor tsar lady lord sir dame cafe café'.split(
    ' ',
  ),
)
