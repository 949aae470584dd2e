// Stage: run model → profile tree. Phases in time order; inside a phase its steps in time order, then functions from
// large to small, then the remainder. A node's weight is its width: never negative, while its delta is signed.
// Node kinds are no part of it: they overlap, so they have no width.
import { groupBy } from "../base/group.ts";
import { MEBIBYTE } from "../base/units.ts";
import type { Charge } from "./charges.ts";
import type { RunModel } from "./runModel.ts";
import type { Span, Step } from "./spans.ts";

export type NodeKind = "run" | "start" | "phase" | "subPhase" | "gap" | "open" | "function" | "remainder";

export interface ProfileNode {
  readonly kind: NodeKind;
  readonly name: string;
  /** Signed bytes; undefined where the log gives none. */
  readonly deltaBytes: number | undefined;
  /** Width in bytes, ≥ 0: the larger of |delta| and what the children need. */
  readonly weight: number;
  /** 0-based log line. */
  readonly line: number | undefined;
  readonly absurd: boolean;
  /** How far the children go above the node, in bytes; 0 when they fit. */
  readonly overExplainedBytes: number;
  readonly children: readonly ProfileNode[];
}

export function profileTree(model: RunModel, title: string): ProfileNode {
  const charges = groupBy(model.charges, (charge) => `${charge.span} ${charge.step}`);
  const children = model.spans.map((span, index) => spanNode(span, index, model, charges));
  const last = model.run.phases.at(-1);
  const head = {
    kind: "run",
    name: title,
    deltaBytes: last?.rssBytes,
    line: undefined,
    absurd: false,
  } as const;
  // What is open lies beyond the last reading, so it does not over-explain the run.
  return { ...parent(head, children), overExplainedBytes: 0 };
}

type Charges = ReadonlyMap<string, readonly Charge[]>;

function spanNode(span: Span, index: number, model: RunModel, charges: Charges): ProfileNode {
  if (span.kind === "start" && span.deltaBytes === undefined) {
    const rssBytes = model.run.phases[0]?.rssBytes ?? 0;
    return { ...leaf("start", span.name, undefined, span.line), weight: rssBytes };
  }
  const steps = span.steps.map((step, at) => stepNode(step, index, at, model, charges));
  const functions = functionNodes(charges.get(`${index} -1`));
  const children = [...steps, ...functions, ...remainderNode(model, index, -1)];
  const { kind, name, deltaBytes, line, absurd } = span;
  return parent({ kind, name, deltaBytes, line, absurd }, children);
}

function stepNode(step: Step, span: number, at: number, model: RunModel, charges: Charges): ProfileNode {
  const { name, deltaBytes, line } = step;
  const children = [...functionNodes(charges.get(`${span} ${at}`)), ...remainderNode(model, span, at)];
  return parent({ kind: "subPhase", name, deltaBytes, line, absurd: false }, children);
}

function functionNodes(charges: readonly Charge[] = []): readonly ProfileNode[] {
  return charges.map((charge) => {
    const node = leaf("function", charge.name, charge.deltaBytes, charge.line);
    return charge.absurd ? { ...node, absurd: true, weight: 0 } : node;
  });
}

/** No box for nothing, and none for a negative rest: that one is said as "over-explained" on the parent. */
function remainderNode(model: RunModel, span: number, step: number): readonly ProfileNode[] {
  const rest = model.remainders.find((remainder) => remainder.span === span && remainder.step === step);
  const released = (model.spans[span]?.deltaBytes ?? 0) < 0;
  if (rest === undefined || rest.bytes === 0 || (rest.bytes < 0 && !released)) {
    return [];
  }
  return [leaf("remainder", "", rest.bytes, undefined)];
}

function leaf(
  kind: NodeKind,
  name: string,
  deltaBytes: number | undefined,
  line: number | undefined,
): ProfileNode {
  const weight = Math.abs(deltaBytes ?? 0);
  return { kind, name, deltaBytes, weight, line, absurd: false, overExplainedBytes: 0, children: [] };
}

type Head = Pick<ProfileNode, "kind" | "name" | "deltaBytes" | "line" | "absurd">;

function parent(head: Head, children: readonly ProfileNode[]): ProfileNode {
  const needed = children.reduce((sum, child) => sum + child.weight, 0);
  const grown = children.reduce(
    (sum, child) => sum + (child.absurd ? 0 : (child.deltaBytes ?? child.weight)),
    0,
  );
  const own = head.absurd ? 0 : Math.abs(head.deltaBytes ?? 0);
  const over = head.absurd || head.deltaBytes === undefined ? 0 : grown - head.deltaBytes;
  // The log floors to whole MB: children that go one MB above their parent may still fit in truth.
  const overExplainedBytes = over > MEBIBYTE ? over : 0;
  return { ...head, weight: Math.max(own, needed), overExplainedBytes, children };
}
