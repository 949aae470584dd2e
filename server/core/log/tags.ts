// Tags of the family: `[mem]`, `[mem-fn]`, `[kind N]`, our own (`[mem-cp]`), and others of the same make that no rule reads.
import { CLOSE_BRACKET, COLON, isBlank, LF, MINUS, OPEN_BRACKET, SPACE, TAB } from "./bytes.ts";

/** Tags of our own shapes. `[mem-fn]` is theirs and ours. */
type OwnTag = "kind" | "checkpoint" | "callee" | "site" | "event";

type Tag = "mem" | "function" | "kind" | "other";

/** Bytes of `[mem]`, `[mem-fn]` and of `[kind`, the number and its bracket not included. */
export const TAG_LENGTHS = { mem: 5, function: 8, kind: 5 } as const;

const D = 0x64;
const E = 0x65;
const F = 0x66;
const I = 0x69;
const K = 0x6b;
const M = 0x6d;
const N = 0x6e;
const UNDERSCORE = 0x5f;

/** True when a tag of the family begins with the bracket at `at`: `[mem` or `[kind`, and then no further letter. */
export function isTag(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] === M) {
    return bytes[at + 2] === E && bytes[at + 3] === M && endsWord(bytes[at + 4]);
  }
  return (
    bytes[at + 1] === K &&
    bytes[at + 2] === I &&
    bytes[at + 3] === N &&
    bytes[at + 4] === D &&
    endsWord(bytes[at + 5])
  );
}

/** `[memory]` and `[mem\]` are not ours; a line that stops right after `[mem` may have been. */
function endsWord(byte: number | undefined): boolean {
  switch (byte) {
    case CLOSE_BRACKET:
    case MINUS:
    case UNDERSCORE:
    case COLON:
    case LF:
    case undefined:
      return true;
    default:
      return isBlank(byte);
  }
}

/** Which tag of the family begins at `at`, where `isTag` said yes. */
export function tagAt(bytes: Uint8Array, at: number): Tag {
  if (bytes[at + 1] === K) {
    // A bare `[kind]` carries no number and so claims nothing that could be read.
    return bytes[at + 5] === SPACE || bytes[at + 5] === TAB ? "kind" : "other";
  }
  if (bytes[at + 4] === CLOSE_BRACKET) {
    return "mem";
  }
  const isFunction =
    bytes[at + 4] === MINUS && bytes[at + 5] === F && bytes[at + 6] === N && bytes[at + 7] === CLOSE_BRACKET;
  return isFunction ? "function" : "other";
}

const OWN_TAGS: readonly (readonly [tag: OwnTag, text: string])[] = [
  ["kind", "[mem-kind]"],
  ["checkpoint", "[mem-cp]"],
  ["callee", "[mem-callee]"],
  ["site", "[mem-site]"],
  ["event", "[mem-event]"],
];

/** The tag of our own at `at`, and its length in bytes. */
export function ownTagAt(bytes: Uint8Array, at: number): { tag: OwnTag; length: number } | undefined {
  const found = OWN_TAGS.find(([, text]) => startsWith(bytes, at, text));
  return found && { tag: found[0], length: found[1].length };
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) {
      return false;
    }
  }
  return true;
}

/** The tags of [start, end) by place, in order. */
export function tagsIn(bytes: Uint8Array, start: number, end: number): readonly number[] {
  const tags: number[] = [];
  for (let at = findTag(bytes, start, end); at !== -1; at = findTag(bytes, at + 1, end)) {
    tags.push(at);
  }
  return tags;
}

/** Where the first tag of [start, end) begins; −1 when there is none. What lies behind `end` is not looked at. */
export function findTag(bytes: Uint8Array, start: number, end: number): number {
  const part = bytes.subarray(start, end);
  let at = part.indexOf(OPEN_BRACKET);
  while (at !== -1 && !isTag(part, at)) {
    at = part.indexOf(OPEN_BRACKET, at + 1);
  }
  return at === -1 ? -1 : start + at;
}
