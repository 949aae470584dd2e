import type { FuzzTarget } from "./fuzz.ts";
import { logTarget } from "./logTarget.ts";
import { sourceTarget } from "./sourceTarget.ts";

/** What `npm run fuzz` goes through: name → the target for a seed. */
export const TARGETS: ReadonlyMap<string, (seed: number) => FuzzTarget> = new Map([
  ["log reader", logTarget],
  ["source reader", sourceTarget],
]);

/** @throws when there is none of that name */
export function targetOf(name: string, seed: number): FuzzTarget {
  const make = TARGETS.get(name);
  if (make === undefined) {
    throw new Error(`no target “${name}”; there are: ${[...TARGETS.keys()].join(", ")}`);
  }
  return make(seed);
}
