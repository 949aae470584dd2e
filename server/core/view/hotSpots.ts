// Attribution → places to walk through with "next hot spot", the largest growth first.
import type { Range } from "../base/range.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Family } from "./family.ts";
import { subjectBytes } from "./heatMarks.ts";

export interface HotSpot {
  readonly uri: string;
  readonly range: Range;
  readonly family: Family;
  readonly name: string;
}

/** Compiler code first, since causes are there; each family by growth, one entry a place. */
export function hotSpotsOf(attribution: Attribution): readonly HotSpot[] {
  const handlers = attribution.handlers
    .filter(({ kind }) => !kind.absurd && kind.totalBytes > 0)
    .toSorted((a, b) => b.kind.totalBytes - a.kind.totalBytes)
    .flatMap(({ kind, branches, handlers: [handler] }): HotSpot[] => {
      const [place] = branches;
      if (handler !== undefined) {
        return [{ uri: handler.uri, range: handler.symbol.nameRange, family: "handler", name: kind.name }];
      }
      return place === undefined
        ? []
        : [{ uri: place.uri, range: place.branch.range, family: "handler", name: kind.name }];
    });
  const subjects = attribution.subjects
    .filter((figure) => subjectBytes(figure) > 0)
    .toSorted((a, b) => subjectBytes(b) - subjectBytes(a))
    .flatMap(({ entry, name }): HotSpot[] =>
      entry === undefined ? [] : [{ uri: entry.uri, range: entry.symbol.nameRange, family: "subject", name }],
    );
  const seen = new Set<string>();
  return [...handlers, ...subjects].filter(({ uri, range }) => {
    const place = `${uri} ${range.start.line}`;
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}
