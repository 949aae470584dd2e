// Lines without a tag that belong to the log all the same.

export interface NoteFigures {
  /** As printed, without what stands before it. */
  readonly text: string;
  /** `# Expected …` heads a block of expected values; `# Wall time: …` is part of one. */
  readonly part: "header" | "expectation" | "measured";
}

/** A Markdown heading (`# Expected outcome`) has no colon. */
const HEADER = /^\s*#+\s*expected\b.*:|^\s*#+\s*expected\s*(?:\([^)]*\))?\s*(?:before|after)?\s*$/i;
const WALL_TIME = /^\s*#+\s*wall time\b/i;
const FUNCTION_TOTAL = /\.\.\.\s*\d+ total functions leaked\b/;

export function readNote(line: string): NoteFigures | undefined {
  if (HEADER.test(line)) {
    return { text: line.trim(), part: "header" };
  }
  if (WALL_TIME.test(line)) {
    return { text: line.trim(), part: "expectation" };
  }
  const total = FUNCTION_TOTAL.exec(line);
  if (total === null) {
    return undefined;
  }
  const part = line.trimStart().startsWith("#") ? "expectation" : "measured";
  return { text: line.slice(total.index).trim(), part };
}
