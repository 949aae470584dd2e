// What no printed line explains. Node kinds explain nothing here, since they overlap.
import type { Charge } from "./charges.ts";
import type { Span } from "./spans.ts";

/** The part of a span, or of a step in it, that no printed line explains; negative where the lines explain too much. */
export interface Remainder {
  readonly span: number;
  /** −1 for the span itself. */
  readonly step: number;
  readonly bytes: number;
}

/** How much of each span and step is charged to functions. */
export class Explained {
  readonly #bytes = new Map<string, number>();
  readonly #charged = new Set<number>();

  /** Charges of one span and step. */
  add(charges: readonly Charge[]): void {
    const [first] = charges;
    if (first !== undefined) {
      this.#charged.add(first.span);
      const bytes = charges.reduce((sum, { absurd, deltaBytes }) => sum + (absurd ? 0 : deltaBytes), 0);
      this.#bytes.set(`${first.span} ${first.step}`, bytes);
    }
  }

  /** What of a span and step is charged to functions that were not kept. */
  addRest(span: number, step: number, bytes: number): void {
    this.#charged.add(span);
    this.#bytes.set(`${span} ${step}`, this.bytes(span, step) + bytes);
  }

  bytes(span: number, step: number): number {
    return this.#bytes.get(`${span} ${step}`) ?? 0;
  }

  /** True when a line of the span, or of a step in it, named a function. */
  isCharged(span: number): boolean {
    return this.#charged.has(span);
  }
}

/** One for each span and step whose delta is known and true. */
export function remaindersOf(spans: readonly Span[], explained: Explained): readonly Remainder[] {
  const rest = (span: number, step: number, bytes: number): Remainder => ({
    ...{ span, step },
    bytes: bytes - explained.bytes(span, step),
  });
  return spans.flatMap((span, index) => {
    if (span.deltaBytes === undefined || span.absurd || span.kind !== "phase") {
      return [];
    }
    const steps = span.steps.flatMap((step, at) =>
      step.deltaBytes === undefined ? [] : [rest(index, at, step.deltaBytes)],
    );
    const inSteps = span.steps.reduce((sum, step) => sum + (step.deltaBytes ?? 0), 0);
    return [...steps, rest(index, -1, span.deltaBytes - inSteps)];
  });
}
