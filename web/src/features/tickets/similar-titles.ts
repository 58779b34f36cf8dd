const STOP_WORDS = new Set(
  "the and for not can cannot with from that this have has does doesn when what where why how are was were will you your our any all but out off into get got just very please help need needs want problem issue question".split(
    " ",
  ),
);

const SHORTEST_WORD = 3;
/** So many letters in common make "course" and "courses", "enrol" and "enrolment" one word. */
const COMMON_START = 4;

/** The words of a text that say what it is about. */
export function tellingWords(text: string): string[] {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD && !STOP_WORDS.has(word));
  return [...new Set(words)];
}

function isSameWord(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (short.length >= COMMON_START && long.startsWith(short));
}

/** How many of these words the text has. */
export function wordsInCommon(words: readonly string[], text: string): number {
  const others = tellingWords(text);
  return words.filter((word) => others.some((other) => isSameWord(word, other))).length;
}

/** Those whose text has the most of these words, at least `least` of them, best first. */
export function bestMatches<T>(
  words: readonly string[],
  items: readonly T[],
  textOf: (item: T) => string,
  least: number,
  most: number,
): T[] {
  return items
    .map((item) => ({ item, count: wordsInCommon(words, textOf(item)) }))
    .filter(({ count }) => count >= Math.max(1, least))
    .sort((one, other) => other.count - one.count)
    .slice(0, most)
    .map(({ item }) => item);
}
