// Stage: run → its largest figures and the sums of the rest, for a page that names a few. Unlike `modelRun` it makes no
// object for each figure, so that a run of any length can be summed up.
import { Largest } from "../base/largest.ts";
import { REST, type Run } from "../log/record.ts";
import { type Charge, chargeGroups } from "./charges.ts";
import { eachKindFigure, type KindFigure } from "./kindFigures.ts";
import { type ProbeFigure, probeFiguresOf } from "./probeFigures.ts";
import { probeSpansOf } from "./probeSpans.ts";
import { Explained, type Remainder, remaindersOf } from "./remainders.ts";
import { type Span, spansOf } from "./spans.ts";

export interface RunSummary {
  readonly run: Run;
  readonly spans: readonly Span[];
  /** The largest, absurd ones last. */
  readonly charges: readonly Charge[];
  /** Charges that are not among those; absurd ones are in neither figure. */
  readonly rest: { readonly count: number; readonly deltaBytes: number };
  /** Of spans in which something was charged. */
  readonly remainders: readonly Remainder[];
  /** The largest, absurd ones last. */
  readonly kinds: readonly KindFigure[];
  readonly furtherKinds: number;
  readonly probes: readonly ProbeFigure[];
}

/** @param top how many charges and how many kinds are named */
export function summarizeRun(run: Run, kindNames: ReadonlyMap<number, string>, top: number): RunSummary {
  const spans = spansOf(run);
  const probeSpans = probeSpansOf(spans);
  const charges = new Largest<Charge>(top, weightOf);
  const explained = new Explained();
  const all = { count: 0, deltaBytes: 0 };
  for (const group of chargeGroups({ run, spans, probeSpans })) {
    explained.add(group);
    for (const charge of group) {
      charges.add(charge);
      all.count += charge.absurd ? 0 : 1;
      all.deltaBytes += charge.absurd ? 0 : charge.deltaBytes;
    }
  }
  for (const { span, step, count, deltaBytes } of restsOf(run, spans)) {
    explained.addRest(span, step, deltaBytes);
    all.count += count;
    all.deltaBytes += deltaBytes;
  }
  const kinds = new Largest<KindFigure>(top, (kind) => (kind.absurd ? 0 : kind.totalBytes));
  let kindCount = restOfKinds(run);
  for (const kind of eachKindFigure({ run, spans, probeSpans, names: kindNames })) {
    kinds.add(kind);
    kindCount++;
  }
  const named = charges.items.filter(({ absurd }) => !absurd);
  return {
    ...{ run, spans, charges: charges.items },
    rest: {
      count: all.count - named.length,
      deltaBytes: all.deltaBytes - named.reduce((sum, { deltaBytes }) => sum + deltaBytes, 0),
    },
    remainders: remaindersOf(spans, explained).filter(({ span }) => explained.isCharged(span)),
    kinds: kinds.items,
    furtherKinds: kindCount - kinds.items.length,
    probes: probeFiguresOf(run, probeSpans),
  };
}

interface Rest {
  readonly span: number;
  readonly step: number;
  readonly count: number;
  readonly deltaBytes: number;
}

/** The rows that stand for functions that were not kept: each is the last of its phase or step. */
function* restsOf({ functions }: Run, spans: readonly Span[]): Iterable<Rest> {
  const { name, repeats, deltaBytes } = functions;
  for (const [span, { steps, functionRows }] of spans.entries()) {
    for (const [at, rows] of [...steps.map((step) => step.functionRows), functionRows].entries()) {
      const row = rows.to - 1;
      if (row >= rows.from && name[row] === REST) {
        const step = at < steps.length ? at : -1;
        yield { span, step, count: repeats?.[row] ?? 0, deltaBytes: deltaBytes[row] ?? 0 };
      }
    }
  }
}

function restOfKinds({ kinds }: Run): number {
  let count = 0;
  for (let row = 0; row < kinds.length; row++) {
    count += kinds.number[row] === REST ? (kinds.repeats?.[row] ?? 0) : 0;
  }
  return count;
}

function weightOf(charge: Charge): number {
  return charge.absurd ? Number.NEGATIVE_INFINITY : charge.deltaBytes;
}
