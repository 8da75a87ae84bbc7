// People and characters whom everybody may name: authors, artists, sportspeople, scientists, and characters of stories
// and plays.
import type { Token } from './tokens.ts'

/** The places, as word indexes, that belong to such a name. */
export function publicPlaces(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>()
  tokens.forEach(({ word }, at) => {
    for (const name of byFirstWord.get(word) ?? []) {
      if (name.every((part, offset) => tokens[at + offset]?.word === part)) {
        name.forEach((_, offset) => places.add(at + offset))
      }
    }
  })
  return places
}

const known = // Authors and artists
  (
    'william shakespeare|shakespeare|charles dickens|jane austen|roald dahl|julia donaldson|jacqueline wilson|david walliams|' +
    'michael morpurgo|michael rosen|malorie blackman|j k rowling|jk rowling|philip pullman|enid blyton|beatrix potter|c s lewis|' +
    'arthur conan doyle|agatha christie|george orwell|mary shelley|charlotte bronte|emily bronte|anne bronte|oscar wilde|' +
    'lewis carroll|a a milne|benjamin zephaniah|simon armitage|carol ann duffy|maya angelou|john steinbeck|alex rider|' +
    'anthony horowitz|robert louis stevenson|rudyard kipling|william wordsworth|william blake|william golding|j b priestley|' +
    'pablo picasso|vincent van gogh|claude monet|frida kahlo|andy warhol|leonardo da vinci|banksy|david hockney|tracey emin|' +
    // Music and screen
    'taylor swift|ed sheeran|beyonce|harry styles|elton john|george ezra|david bowie|freddie mercury|john lennon|' +
    'paul mccartney|andrew lloyd webber|stormzy|lewis capaldi|olivia rodrigo|billie eilish|dua lipa|ariana grande|' +
    'johann sebastian bach|wolfgang amadeus mozart|ludwig van beethoven|gustav holst|edward elgar|benjamin britten|' +
    'david attenborough|ant and dec|graham norton|claudia winkleman|bradley walsh|joe wicks|michael mcintyre|peter kay|' +
    // Science, history, public life
    'isaac newton|albert einstein|charles darwin|stephen hawking|marie curie|ada lovelace|alan turing|rosalind franklin|' +
    'alexander fleming|florence nightingale|mary seacole|edward jenner|brian cox|tim peake|mary anning|katherine johnson|' +
    'anne frank|nelson mandela|martin luther king|rosa parks|mahatma gandhi|emmeline pankhurst|winston churchill|' +
    'henry viii|henry the eighth|anne boleyn|king charles|queen elizabeth|queen victoria|prince william|prince harry|' +
    'alfred the great|william the conqueror|julius caesar|napoleon bonaparte|guy fawkes|samuel pepys|john lewis|' +
    'malala yousafzai|malala|greta thunberg|barack obama|boris johnson|rishi sunak|keir starmer|michael gove|nicola sturgeon|' +
    'angela rayner|bridget phillipson|margaret thatcher|tony blair|david cameron|theresa may|liz truss|' +
    // Sport
    'marcus rashford|harry kane|jude bellingham|bukayo saka|lionel messi|cristiano ronaldo|andy murray|emma raducanu|' +
    'leah williamson|mo farah|jessica ennis|dina asher smith|lewis hamilton|tom daley|gareth southgate|david beckham|' +
    'serena williams|roger federer|rafael nadal|ben stokes|ellie simmonds|keely hodgkinson|max verstappen|alex scott|' +
    // Stories, plays, figures
    'harry potter|hermione granger|ron weasley|romeo and juliet|lady macbeth|macbeth|hamlet|othello|king lear|' +
    'king arthur|robin hood|peter pan|alice in wonderland|mary poppins|oliver twist|sherlock holmes|' +
    'dick whittington|jack and the beanstalk|aladdin|cinderella|snow white|billy elliot|elf on the shelf|' +
    'winnie the pooh|paddington|thomas the tank engine|bob the builder|postman pat|fireman sam|peppa pig|bluey|' +
    'horrid henry|tracy beaker|percy jackson|charlie and the chocolate factory|charlie bucket|willy wonka|miss honey|miss trunchbull|' +
    'mr men|mr tumble|mr bean|mr whippy|mr blobby|mr wolf|mr twit|mrs twit|mr fox|mr darcy|mr potato head|mrs claus|mrs doubtfire|mrs brown|' +
    'miss world|miss marple|miss piggy|miss havisham|miss saigon|mr birling|dr who|doctor who|dr martens|dr pepper|dr jekyll|dr seuss|' +
    'dr dolittle|dr barnardo|father christmas|santa claus|santa|rudolph|barbie|moana|simba|mufasa|shrek|gruffalo|' +
    'george and the dragon|st george|saint george|joseph and the|mary and joseph|virgin mary|jesus|adam and eve|noah s ark|noah ark|tess of the|' +
    'jane eyre|george milton|curley|eva smith|jekyll and hyde|hansel and gretel|rapunzel|tom and jerry|ben and jerry|ben jerry|' +
    'duke of edinburgh|prince of wales|james bond|darth vader|luke skywalker|indiana jones|bridget jones|alexa|siri|john lewis|' +
    'marks and spencer|marks spencer|jo malone|paul smith|ted baker|laura ashley|lloyds|morrisons|mcdonald|mcdonalds|wetherspoons|nando|nandos|' +
    'sainsbury|levi|greggs|debenhams|barclays|alexander technique|the simpsons|bart simpson|homer simpson|luigi|sonic'
  )
    .split('|')
    .map((name) => name.split(' '))

const byFirstWord = new Map<string, string[][]>()
for (const name of known) byFirstWord.set(name[0] ?? '', [...(byFirstWord.get(name[0] ?? '') ?? []), name])
