// Is a text a memory log? Told from its beginning, so that an editor can ask before it reads the rest.

/** An entry that can be read, and the character before it. */
const ENTRY =
  /(^|.)\[(?:mem\]\s*[A-Za-z_][\w.$-]{0,255}\s*:[\s~]*\d+\s*MB\b|mem-fn\][\s~+-]*\d+\s*MB\s*:\s*\S|kind\s+\d+\][\s~+-]*\d+\s*MB\s*\/\s*\d|mem-[a-z]+\]\s+[a-z_]+=\S)/;

/** A tag in a quotation is only spoken of. */
const QUOTES = ['"', "'", "`"];

/** Lines of a log may be long, but no entry begins so late. */
const MAX_LINE_LENGTH = 4096;

/**
 * True when at least two lines hold an entry of a memory log that can be read, or the first line that is not blank is
 * one. Colours, timestamps and other programs' prefixes may stand before the tag; quotations and sentences about tags,
 * as in source code and hand-offs, do not count.
 * @param text the beginning of the text: 64 KB are enough
 */
export function looksLikeMemoryLog(text: string): boolean {
  let isFirst = true;
  let entries = 0;
  for (const line of linesOf(text)) {
    const isEntry = holdsEntry(line);
    if (isEntry && (isFirst || entries === 1)) {
      return true;
    }
    entries += isEntry ? 1 : 0;
    isFirst &&= line.trim() === "";
  }
  return false;
}

function* linesOf(text: string): Iterable<string> {
  let from = 0;
  while (from < text.length) {
    const lineEnd = text.indexOf("\n", from);
    const end = lineEnd === -1 ? text.length : lineEnd;
    yield text.slice(from, Math.min(end, from + MAX_LINE_LENGTH));
    from = end + 1;
  }
}

function holdsEntry(line: string): boolean {
  if (!line.includes("[mem") && !line.includes("[kind")) {
    return false;
  }
  const plain = withoutColours(line);
  const entry = ENTRY.exec(plain);
  if (entry === null) {
    return false;
  }
  const [, before = ""] = entry;
  return !QUOTES.includes(before) && !isSentence(plain.slice(0, entry.index + before.length));
}

/** Without the sequences (`ESC [ 3 1 m`) that colour a terminal. */
function withoutColours(line: string): string {
  const [first = "", ...others] = line.split("\u001b[");
  return [first, ...others.map((part) => part.replace(/^[ -?]*[@-~]/, ""))].join("");
}

/** `After the fix, [mem] …` is one; `12:00:03 INFO [mem] …`, `make build: [mem] …` and `# [mem] …` are none. */
function isSentence(prefix: string): boolean {
  const words = prefix.trim().split(/\s+/);
  const isPlain = (word: string): boolean => /^\p{L}+[,.]?$/u.test(word);
  return isPlain(words.at(-1) ?? "") && words.filter(isPlain).length >= 2;
}
