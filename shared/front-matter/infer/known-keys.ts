/**
 * What the names of keys tell, in the spellings that blogs use. Values count for more; a name decides where they leave a choice.
 */

/** Values are a post's own even when two posts happen to share one. */
export const isUniqueByName = matcher(
  String.raw`(?:sub|short)?title|name|slug|permalink|url|link|id|guid|uuid|headline|redirect\w*|alias(?:es)?|canonical\w*`,
)
/** Prose. */
export const isProseByName = matcher(
  String.raw`\w*description|\w*excerpt|\w*summary|abstract|lead|intro|tldr|bio`,
)
/** One of a few, so that a value used twice is a choice already. */
export const isChoiceByName = matcher(
  'teams?|categor(?:y|ies)|section|layout|type|kind|template|theme|lang|language|locale|status|department|topic',
)
const person =
  'authors?|by|byline|(?:guest|post|co)authors?|writers?|translat(?:or|edby|ors)|editors?|reviewers?|reviewedby|contributors?|illustrators?|photographers?|speakers?'
/** A person. */
export const isPersonByName = matcher(person)
/** A person, or something else that the site knows by a name. */
export const isReferenceByName = matcher(`${person}|series`)
/** The address of a picture. */
export const isImageByName = matcher(
  String.raw`\w*image(?:url|path|src)?|img|(?:header|hero|og|share|social|cover|featured|preview|background|title)(?:img|pic|picture|photo)|cover|thumb(?:nail)?|\w*thumbnail|hero|banner|photo|picture|avatar|logo|icon|teaser|poster`,
)
/** A list, where no post says otherwise. */
export const isListByName = matcher('tags|categories|keywords|aliases|authors|topics')
/** A date, where no post says otherwise. */
export const isDateByName = matcher(
  'date|pubdate|publishdate|(?:published|updated|modified|created|expiry)(?:on|at|date)?|last(?:mod|modified|modifiedat|updated?)|expirydate',
)
/** Never folded away, however few posts have it. */
export const isAlwaysShown = matcher('title|date|tags|categor(?:y|ies)|authors?|draft|published|description')

/** A test for a whole key, whatever its case and its separators (`header-img`, `headerImg`, `header_img`). */
function matcher(pattern: string): (key: string) => boolean {
  const whole = new RegExp(`^(?:${pattern})$`, 'i')
  return (key) => whole.test(key.replace(/[\s_.-]+/g, ''))
}
