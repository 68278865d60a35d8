/** Words that carry no object: a draft may lose them without loss. Short function words stand here too. */
const FILLER: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf(
    'hereby thereof therein herein thereto hereto shall will must should would could might that this these those such said also further furthermore moreover therefore with from into upon their them they than then when where which whose while order accordance respect particular following above below including include includes well other another same each both every being been have having does done article paragraph section agreement present about among between during within without under over through only more most some very what whom whereby the and for any all its his her of in to on by as at an a or nor but not no it be is are was may can',
  ),
  fr: setOf(
    'dans avec pour sans sous leur leurs cette ceux celles celui elle elles ainsi aussi plus entre comme tout tous toute toutes même notamment conformément présent présente accord article paragraphe doit doivent sera seront être avoir dont selon afin',
  ),
  es: setOf(
    'para como sobre entre esta este estos estas dicho dicha dichos dichas también además según conforme presente acuerdo artículo párrafo deberá deberán será serán todo toda todos todas cada otro otra otros otras incluido incluida incluyendo desde hasta',
  ),
  ar: setOf('هذا هذه ذلك تلك التي الذي الذين وفقا بموجب كما أيضا المادة الاتفاق'),
};

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** The filler words of a language, in lower case. */
export function fillerWords(language: string): ReadonlySet<string> {
  return FILLER[language] ?? NO_WORDS;
}
