// Figures on one line, as authors write down what to expect: `typecheck ~5389 MB, peak ~12438 MB`.
import { KNOWN_PHASES } from "./phases.ts";
import { readReading } from "./table/figure.ts";

export interface SummaryItem {
  /** A phase, or `peak`. */
  readonly name: string;
  /** NaN where it is not a safe integer. */
  readonly bytes: number;
  readonly approximate: boolean;
  /** Where the figure begins in the line, in UTF-16 code units. */
  readonly at: number;
}

export interface Summary {
  /** `Expected …:` stands before the items. */
  readonly headed: boolean;
  readonly items: readonly SummaryItem[];
}

const LEAD = /^[\s#/>*-]*/;
const HEADING = /^expected\b[^:]{0,200}:/i;
const ITEM = /^\s*([A-Za-z_][\w.$-]{0,255})(?:\s{0,16}:\s{0,16}|\s{1,16}|(?=[~≈]))(?=\S)/;
const KNOWN = new RegExp(`^(?:[Pp]eak|${KNOWN_PHASES})$`);

/** Further parts make it something else than a line that a person wrote. */
const MAX_ITEMS = 64;

/** Undefined where the line does not consist of such items, or where none of them names something of the compiler. */
export function readSummary(text: string): Summary | undefined {
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const heading = HEADING.exec(text.slice(lead, lead + 256))?.[0];
  const from = lead + (heading?.length ?? 0);
  const noteAt = text.indexOf("←", from);
  const body = text.slice(from, noteAt === -1 ? undefined : noteAt).trimEnd();
  const items = readItems(body.endsWith(".") ? body.slice(0, -1) : body, from, heading !== undefined);
  return items?.some(({ name }) => KNOWN.test(name)) ? { headed: heading !== undefined, items } : undefined;
}

/** @param offset of `text` in its line */
function readItems(text: string, offset: number, headed: boolean): readonly SummaryItem[] | undefined {
  const items: SummaryItem[] = [];
  let from = offset;
  // A comma between digits parts groups, not items.
  for (const part of text.split(/([;,])(?!\d)/, 2 * MAX_ITEMS)) {
    if (part !== "," && part !== ";") {
      const item = readItem(part, from, headed);
      if (item === undefined) {
        return undefined;
      }
      items.push(item);
    }
    from += part.length;
  }
  return items.length < MAX_ITEMS ? items : undefined;
}

function readItem(part: string, offset: number, headed: boolean): SummaryItem | undefined {
  const [printed, name] = ITEM.exec(part) ?? [];
  if (printed === undefined || name === undefined) {
    return undefined;
  }
  const value = part.slice(printed.length);
  const figure = readReading(value, undefined);
  // Without a heading, only the `~` tells what to expect from what is told of something else.
  if (figure.type !== "value" || figure.rest !== "" || !(headed || /^[~≈]/.test(value))) {
    return undefined;
  }
  return { name, bytes: figure.value, approximate: figure.approximate, at: offset + printed.length };
}
