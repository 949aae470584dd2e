// A line of a log without what terminals and web pages put into it, as the log's reader sees it.

export interface PlainLine {
  readonly text: string;
  /** The column in the line as it stands that `at`, an offset in `text`, has. Both in UTF-16 code units. */
  readonly columnOf: (at: number) => number;
}

/** ECMA-48 sequences (colours, titles), control characters, characters without width. */
const NOT_TEXT = new RegExp(
  [
    String.raw`\u001b\[[ -?]*[@-~]?`,
    String.raw`\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?`,
    String.raw`\u001b[ -/]*[0-~]?`,
    String.raw`[\u0000-\u0008\u000a-\u000c\u000e-\u001f\u007f]`,
    String.raw`[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]`,
  ].join("|"),
  "g",
);

const HARD_BLANK = /[\u00a0\u2000-\u200a\u202f]/g;
const MINUS_SIGN = /\u2212/g;

/** Hard blanks become blanks, the typographic minus a plain one; what is no text is taken out. */
export function plainLine(line: string): PlainLine {
  const replaced = line.replace(HARD_BLANK, " ").replace(MINUS_SIGN, "-");
  const gaps: { readonly at: number; readonly removed: number }[] = [];
  let removed = 0;
  const text = replaced.replace(NOT_TEXT, (sequence, offset: number) => {
    gaps.push({ at: offset - removed, removed: sequence.length });
    removed += sequence.length;
    return "";
  });
  if (removed === 0) {
    return { text, columnOf: (at) => at };
  }
  const columnOf = (at: number): number =>
    gaps.reduce((column, gap) => (gap.at <= at ? column + gap.removed : column), at);
  return { text, columnOf };
}
