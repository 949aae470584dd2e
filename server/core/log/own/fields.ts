// The words of a line of our own, before anybody knows what its keys mean.
import { isBlank } from "../bytes.ts";
import { quoted } from "../fault.ts";

/** One `key=value`. Offsets are in UTF-16 code units of the text that it was read from. */
export interface Field {
  readonly key: string;
  /** Without the quotes and escapes that it may be written with. */
  readonly value: string;
  /** Where the value begins, its quote included. */
  readonly at: number;
  /** Behind the value and its quote. */
  readonly end: number;
  /** As printed, for messages. */
  readonly word: string;
  /** The text ends within it: nothing tells that the value is whole. */
  readonly open: boolean;
}

/** All words of a text, by key, in the order of the text. */
export interface Fields {
  readonly type: "fields";
  readonly byKey: ReadonlyMap<string, Field>;
}

/** A word that is none. */
export interface BrokenField {
  readonly type: "broken";
  readonly at: number;
  readonly expected:
    | "problem.ownWord"
    | "problem.ownTwice"
    | "problem.ownOpenQuote"
    | "problem.ownEscape"
    | "problem.ownBehindQuote";
  /** What to show of it. */
  readonly found: string;
  /** The text ends within it: had it gone on, it might have been a word. */
  readonly open: boolean;
}

const QUOTED = /^"([^"\\]*(?:\\["\\][^"\\]*)*)("?)/;

/**
 * Words are separated by blanks. Any key of `[a-z_][a-z0-9_-]*` is taken, each only once. A word
 * `#`, `←` or `<-` begins a remark.
 */
export function readFields(text: string): Fields | BrokenField {
  const byKey = new Map<string, Field>();
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    if (isRemark(text, at)) {
      break;
    }
    const field = readField(text, at);
    if ("type" in field) {
      return field;
    }
    if (byKey.has(field.key)) {
      return broken("problem.ownTwice", at, field.word, false);
    }
    byKey.set(field.key, field);
    at = skipBlanks(text, field.end);
  }
  return { type: "fields", byKey };
}

function isRemark(text: string, at: number): boolean {
  return /^(?:#|←|<-)(?:\s|$)/.test(text.slice(at, at + 3));
}

function readField(text: string, from: number): Field | BrokenField {
  const bareEnd = skipWord(text, from);
  const word = text.slice(from, bareEnd);
  const [head, key] = /^([a-z_][a-z0-9_-]*)=/.exec(word) ?? [];
  if (head === undefined || key === undefined) {
    return broken("problem.ownWord", from, word, bareEnd === text.length);
  }
  const at = from + head.length;
  return text[at] === '"'
    ? readQuoted(text, key, at)
    : { key, value: word.slice(head.length), at, end: bareEnd, word, open: bareEnd === text.length };
}

/** @param at where the opening quote stands, right behind `key=` */
function readQuoted(text: string, key: string, at: number): Field | BrokenField {
  const [printed = "", inside = "", close = ""] = QUOTED.exec(text.slice(at)) ?? [];
  const end = at + printed.length;
  if (close === "") {
    // Half an escape at the end is no wrong one.
    return end + 1 < text.length
      ? broken("problem.ownEscape", end, text.slice(end, end + 2), false)
      : broken("problem.ownOpenQuote", at, text.slice(at), true);
  }
  if (end < text.length && !isBlankAt(text, end)) {
    return broken("problem.ownBehindQuote", end, text.slice(end, skipWord(text, end)), false);
  }
  const value = inside.replace(/\\(.)/g, "$1");
  return { key, value, at, end, word: `${key}=${printed}`, open: false };
}

function broken(expected: BrokenField["expected"], at: number, found: string, open: boolean): BrokenField {
  return { type: "broken", at, expected, found: quoted(found), open };
}

function isBlankAt(text: string, at: number): boolean {
  return isBlank(text.charCodeAt(at));
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlankAt(text, at)) {
    at++;
  }
  return at;
}

function skipWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlankAt(text, at)) {
    at++;
  }
  return at;
}
