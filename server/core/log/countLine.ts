// State counts: `tc interner.strings: 3042`, `tc registry: structs=47 funcs=2140`. A figure with MB is never one.
import { type Fault, safeInteger, unsafeInteger } from "./fault.ts";

export interface CountEntry {
  readonly key: string;
  readonly value: number;
}

interface CountFigures {
  readonly entries: readonly CountEntry[];
  readonly faults: readonly Fault[];
}

/** @param body what stands behind `[mem]`. Undefined when that is no count. */
export function readCounts(body: string): CountFigures | undefined {
  const colon = body.lastIndexOf(":");
  const key = body.slice(0, Math.max(colon, 0)).trim();
  // A clock and an address have colons too, but a digit or a slash before theirs, or no blank behind it.
  const isGlued = /\S/.test(body[colon + 1] ?? " ");
  if (!/\p{L}/u.test(key) || (isGlued && /[\d/]/.test(key)) || /:$/.test(key)) {
    return undefined;
  }
  const words = [...body.slice(colon + 1).matchAll(/[^\s,]+/g)];
  const entries: CountEntry[] = [];
  const faults: Fault[] = [];
  for (const { 0: word, index } of words) {
    const [, name, digits] = /^(?:([^=]+)=)?(-?\d+)$/.exec(word) ?? [];
    // A number without a name stands alone.
    if (digits === undefined || (name === undefined && words.length > 1)) {
      return undefined;
    }
    const value = safeInteger(Number(digits));
    if (Number.isNaN(value)) {
      faults.push(unsafeInteger(body, colon + 1 + index + word.length - digits.length));
    }
    entries.push({ key: name === undefined ? key : `${key}.${name}`, value });
  }
  return entries.length === 0 ? undefined : { entries, faults };
}
