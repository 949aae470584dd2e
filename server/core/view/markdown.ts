// Text that we did not write, put into Markdown: it stays text, whatever it holds.

const MAX_LENGTH = 256;

/** As inline code. Line breaks become blanks, long text is cut; nothing visible gives nothing. */
export function inlineCode(text: string): string {
  const shown = oneLine(text);
  if (shown === "") {
    return "";
  }
  const longest = [...shown.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const gap = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${fence}${gap}${shown}${gap}${fence}`;
}

/** As plain words: no emphasis, no link (not even a bare address), no HTML. Line breaks become blanks. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/**
 * As plain words within a line of a document that people also read as it stands: only what could mean something there is
 * escaped. Not for the beginning of a line.
 */
export function escapeProse(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>&|~#!@$]/g, "\\$&")
    .replace(/:(?=\/\/)|(?<=www)\./gi, "\\$&");
}

/** @param label Markdown @param target a URI that we made ourselves */
export function markdownLink(label: string, target: string): string {
  return `[${label}](<${target.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
}

/** As a list with bullets. @param items Markdown, each of one line */
export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
