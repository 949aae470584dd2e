// What stands where in a line of a log: the names and places that lead to sources, and those that have figures.
import type { Range } from "../../base/range.ts";
import { readFields } from "../../log/own/fields.ts";
import { SOURCE } from "../../log/own/values.ts";
import type { SourcePlace } from "../../log/record.ts";
import { plainLine } from "./plainLine.ts";

/** A word of a line, [from, to) in UTF-16 code units of the line as it stands. */
export type LogWord = WordSpan & (FunctionWord | KindWord | PhaseWord | PlaceWord);

interface WordSpan {
  readonly from: number;
  readonly to: number;
}

export function wordRange(line: number, { from, to }: WordSpan): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

interface FunctionWord {
  readonly type: "function";
  readonly name: string;
}

/** `[kind 1009]` of the compiler, or `kind=9` of a probe, which names its dispatcher. */
interface KindWord {
  readonly type: "kind";
  /** As printed: with the offset for expressions where no dispatcher is named. */
  readonly number: number;
  readonly dispatcher: string | undefined;
}

/** The name in front of a reading. */
interface PhaseWord {
  readonly type: "phase";
  readonly name: string;
}

/** `FILE:LINE` of a probe. Not trusted. */
interface PlaceWord {
  readonly type: "place";
  readonly source: SourcePlace;
}

/** Longer lines are not read by the log's reader either. */
const MAX_LENGTH = 65_536;

const TAG = /\[(?:mem(?:-(fn|kind|cp|callee|site|event))?|kind[ \t]+(\d{1,10}))\]/g;
const ANY_TAG = /\[(?:mem|kind)(?=[\]\-_:\s]|$)/;
const READING = /^(\s*)([A-Za-z_][\w.$-]{0,255})\s*:[\s~]*\d+\s*MB(?!\w)/;
const FUNCTION = /^([\s~+-]*\d+\s*MB\s*:\s*)(\S.*)$/;

/** In line order. Empty for a line without a tag, and for entries that cannot be read. */
export function wordsOf(line: string): readonly LogWord[] {
  if (line.length > MAX_LENGTH) {
    return [];
  }
  const { text, columnOf } = plainLine(line);
  return [...text.matchAll(TAG)].flatMap((tag) =>
    entryWords(text, tag).map((word) => ({
      ...word,
      from: columnOf(word.from),
      to: columnOf(word.to - 1) + 1,
    })),
  );
}

/** The word at a place between two characters, or beside it. */
export function wordAt(line: string, character: number): LogWord | undefined {
  return wordsOf(line).find(({ from, to }) => from <= character && character <= to);
}

function entryWords(text: string, tag: RegExpExecArray): readonly LogWord[] {
  const [printed, own, kind] = tag;
  const from = tag.index + printed.length;
  const body = text.slice(from, entryEnd(text, tag.index, from)).trimEnd();
  if (kind !== undefined) {
    return [{ type: "kind", number: Number(kind), dispatcher: undefined, from: tag.index, to: from }];
  }
  if (own === undefined) {
    const [, before = "", name] = READING.exec(body) ?? [];
    const start = from + before.length;
    return name === undefined ? [] : [{ type: "phase", name, from: start, to: start + name.length }];
  }
  const [, before = "", rest = ""] = (own === "fn" ? FUNCTION.exec(body) : null) ?? [];
  if (rest === "") {
    return fieldWords(body, from);
  }
  const name = rest.slice(0, nameEnd(rest));
  const start = from + before.length;
  return [{ type: "function", name, from: start, to: start + name.length }];
}

/** As the log's reader has it: blanks between brackets are part of a name, others end it. */
function nameEnd(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (/[<(]/.test(character)) {
      depth++;
    } else if (character === ")" || (character === ">" && text[at - 1] !== "-")) {
      depth--;
    } else if (depth <= 0 && /[ \t\r]/.test(character)) {
      return at;
    }
  }
  return text.length;
}

/** An entry ends before the next tag, or where a quotation that holds it closes. */
function entryEnd(text: string, tag: number, from: number): number {
  const found = text.slice(from).search(ANY_TAG);
  const next = found === -1 ? text.length : from + found;
  const quote = text[tag - 1] ?? "";
  const close = /["'`]/.test(quote) ? text.indexOf(quote, from) : -1;
  return close === -1 ? next : Math.min(next, close);
}

function fieldWords(body: string, at: number): readonly LogWord[] {
  const fields = readFields(body);
  if (fields.type === "broken") {
    return [];
  }
  const dispatcher = fields.byKey.get("dispatcher")?.value;
  return [...fields.byKey.values()].flatMap(({ key, value, at: from, end }): LogWord[] => {
    const span = { from: at + from, to: at + end };
    switch (key) {
      case "fn":
      case "caller":
        return value === "" ? [] : [{ type: "function", name: value, ...span }];
      case "kind":
        return /^\d{1,10}$/.test(value) ? [{ type: "kind", number: Number(value), dispatcher, ...span }] : [];
      case "at": {
        const source = SOURCE.read(value);
        return source === undefined ? [] : [{ type: "place", source, ...span }];
      }
      default:
        return [];
    }
  });
}
