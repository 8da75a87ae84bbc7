// Finds what a program cannot read for a person: another language, and pictures that the text mentions or names.
import { placesOf, type PersonalSpan } from '../kit/personal/types.ts'
import { wordsOf } from '../kit/text.ts'

/** The whole text, where it seems to be in a language whose sensitive words are not known here. */
export function placesOfOtherLanguage(text: string): PersonalSpan<'other-language'>[] {
  return isOtherLanguage(text) ? [{ kind: 'other-language', start: 0, end: text.length }] : []
}

function isOtherLanguage(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters - latin >= 4 && (letters - latin) / letters > 0.3) return true
  const words = wordsOf(text)
  if (words.length < 4) return false
  const own = words.filter((word) => english.has(word)).length
  const others = words.filter((word) => foreign.has(word) && !english.has(word)).length
  return others >= 2 && others > own
}

const english = new Set(
  (
    'the of and to in is it you that he was for on are with as his they at be this have from or had by but what all were we when your ' +
    'can said there an each which she do how their if will up about out then them so some her would make like him into has more my no ' +
    "our me not just who us am been than now today very i a don't it's i'm did get got one"
  ).split(' '),
)
const foreign = new Set(
  // French, Spanish, German, Polish, Romanian, Portuguese, Italian, Welsh
  (
    'le la les des du une un est et pour dans avec pas sur mes nos notre votre je tu nous vous ils elle sont qui que ' +
    'el los las una es y para en con por muy mis nuestro nuestra este esta pero como ' +
    'der die das und ist nicht ein eine mit auf für fur von zu ich wir sie meine unsere sehr ' +
    'jest nie się sie na do że ze jak ale moja moje moj z w dla od tak czy bardzo dzisiaj ' +
    'este si nu pe cu la din mai sunt foarte copiii noastra noastră ' +
    'o os as não nao uma com para meu minha nosso nossa muito são sao ' +
    'il lo gli che di è per non sono molto della nostra ' +
    "yn y yr mae a'r i'r ein ni fy eu gan wedi ar bod o'r gyda roedd oedd ydy ydyn iawn blant blwyddyn flwyddyn ysgol diolch pawb heddiw " +
    'ddoe yfory llongyfarchiadau disgyblion dosbarth athro athrawes rhieni gwych llun lluniau hwyl taith wythnos gwaith bendigedig ' +
    'arbennig fwynhau mwynhau arian elusen hapus penblwydd croeso dysgu wrth bawb ffantastig'
  ).split(' '),
)

const pictures = [
  /\b(?:IMG|DSC|DSCF|PXL|VID|MVI)[_-]?\d{3,}\S{0,20}/gi,
  /(?<![\w/.-])[\w-]{1,60}\.(?:jpe?g|png|heic|gif|webp|mp4|mov)\b/gi,
  /[[(<](?:[a-z]+ ){0,3}(?:photo|image|picture|pic|video|screenshot|gif|sticker)s?(?: [a-z]+){0,6}[\])>]/gi,
  /\b(?:photos?|pics?|pictures?|images?|videos?|screenshots?|selfies?) (?:is |are )?(?:attached|below|above|enclosed|included|to follow)\b/gi,
  /\b(?:attached|see|here'?s|here are|check out) (?:(?:is|are|the|a|my|our|some|this|these|his|her) ){0,3}(?:photos?|pics?|pictures?|images?|videos?|screenshots?|selfies?)\b/gi,
]

export function placesOfPictures(text: string): PersonalSpan<'picture'>[] {
  return placesOf('picture', text, pictures)
}
