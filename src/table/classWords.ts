/**
 * What a classroom is made of and speaks in: sizes, the letters of codes, and lists of ids for posts, preset cables and the words that generated names are made of. How they
 * are worded stands in assets/words (`post-…`, `cable-…`, `name-quality-…`, `name-thing-…`).
 */

/** Most people in a room, worlds in a room, characters in a free message. */
export const mostPeople = 45;
export const mostWorlds = 4;
export const mostLetters = 280;

/** Letters of a code: none looks or sounds like another one in the list. */
export const codeLetters = 'ACDEFGHJKMNPQRTUVWXY3479';
export const codeLength = 6;

/** Posts in a team; with more than three in a team the further ones mirror it, with two the head is also the analyst. */
export const teamPosts = ['head', 'envoy', 'analyst', 'headAnalyst', 'alone', 'mirror'] as const;
export type TeamPost = (typeof teamPosts)[number];

/** Posts outside the four capitals; who takes one sees what everybody sees. */
export const plainPosts = ['observer', 'press', 'un', 'humanitarian', 'archivist'] as const;
export type PlainPost = (typeof plainPosts)[number];

/** Phrases that can always be sent. */
export const cables = [
  'wantToTalk',
  'whatDoYouWant',
  'whatCanYouOffer',
  'offerComing',
  'lookAtOffer',
  'needTime',
  'agree',
  'cannotAgree',
  'otherTerms',
  'putInWriting',
  'weKeptOurWord',
  'whyNotKept',
  'keepItBetweenUs',
  'sayItTogether',
  'thinkOfPeople',
  'askStatement',
  'askAccess',
  'thankYou',
] as const;
export type Cable = (typeof cables)[number];

export const nameQualities = [
  'amber',
  'ancient',
  'brisk',
  'bright',
  'calm',
  'careful',
  'clear',
  'coastal',
  'copper',
  'curious',
  'distant',
  'early',
  'eastern',
  'evening',
  'fair',
  'fresh',
  'gentle',
  'golden',
  'green',
  'hidden',
  'indigo',
  'kind',
  'level',
  'light',
  'lively',
  'long',
  'mild',
  'morning',
  'northern',
  'open',
  'patient',
  'quick',
  'quiet',
  'ready',
  'silver',
  'southern',
  'steady',
  'still',
  'western',
  'winter',
] as const;
export type NameQuality = (typeof nameQualities)[number];

export const nameThings = [
  'almond',
  'apricot',
  'atlas',
  'bridge',
  'cedar',
  'compass',
  'cypress',
  'falcon',
  'fig',
  'fountain',
  'garden',
  'harbour',
  'heron',
  'hill',
  'island',
  'jasmine',
  'lantern',
  'laurel',
  'lemon',
  'library',
  'meadow',
  'mint',
  'mountain',
  'oak',
  'olive',
  'orchard',
  'paper',
  'pine',
  'poplar',
  'quill',
  'river',
  'saffron',
  'sparrow',
  'spring',
  'star',
  'stork',
  'swallow',
  'thyme',
  'valley',
  'walnut',
] as const;
export type NameThing = (typeof nameThings)[number];

/** The keys of the words of a generated name: they fill `name-whole`. */
export function nameKeys({ quality, thing }: { quality: NameQuality; thing: NameThing }): [string, string] {
  return [`name-quality-${quality}`, `name-thing-${thing}`];
}

/** The key of a post's name; with `.note` that of what it may do. */
export function postKey(post: TeamPost | PlainPost): string {
  return `post-${post}`;
}

/** The key of a preset phrase. */
export function cableKey(cable: Cable): string {
  return `cable-${cable}`;
}
