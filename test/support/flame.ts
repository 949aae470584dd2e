// Flame columns in the domain's notation, one frame a line, parents before children:
//
//   run;(start) init 1 MB                                  a reading: width, no delta
//   run;typecheck +5401 MB @23                             a phase; its log line as shown
//   run;typecheck;mir_lower$mir_lower_expr +136 MB source  a function with a source
//   run;typecheck;bad +99999 MB absurd                     a value that cannot be true: no width
//   run;typecheck;(remainder) +5265 MB
//
// Without a figure a frame's delta is the sum of its children's. Widths are made as the server makes them.
import { MEBIBYTE } from "#core/base/units";
import { encodeFlameBlock } from "#core/view/flameBlock";
import {
  FLAG_ABSURD,
  FLAG_HAS_SOURCE,
  FLAG_OVER_EXPLAINED,
  type FlameColumns,
  FRAME_KINDS,
  type FrameKind,
} from "#core/view/flameColumns";
import type { ShowFlame } from "#messages";

const LINE =
  /^(?:\((?<kind>\w+)\))?(?<name>.*?)(?: (?<sign>[+-])?(?<mb>\d+) MB)?(?: @(?<line>\d+))?(?<flags>(?: (?:source|absurd))*)$/;

interface Node {
  readonly kind: FrameKind;
  readonly name: string;
  readonly children: Node[];
  readonly line: number;
  readonly reading: number;
  readonly source: boolean;
  readonly absurd: boolean;
  readonly own: number | undefined;
}

/** The columns of a folded text. */
export function flame(folded: string): FlameColumns {
  const byPath = new Map<string, Node>();
  for (const text of folded.split("\n").map((line) => line.trim())) {
    const path = text.split(";");
    if (text !== "") {
      const node = nodeOf(path.at(-1) ?? "", path.length - 1);
      const parents = path.slice(0, -1).join(";");
      byPath.set([...path.slice(0, -1), headOf(path.at(-1) ?? "")].join(";"), node);
      byPath.get(parents)?.children.push(node);
    }
  }
  const [root] = byPath.values();
  if (root === undefined) {
    throw new Error("the folded text has no frame");
  }
  return columnsOf(root);
}

/** The message that shows these columns. */
export function showOf(columns: FlameColumns, rest: Partial<ShowFlame> = {}): ShowFlame {
  const { buffer } = encodeFlameBlock(columns);
  if (!(buffer instanceof ArrayBuffer)) {
    throw new Error("the block is not a plain buffer");
  }
  return {
    type: "show",
    generation: 1,
    title: "before-fix.log, run 1",
    block: buffer,
    strings: columns.strings,
    overlapping: [],
    netBytes: null,
    differences: [],
    locale: "en",
    ...rest,
  };
}

/** Id of the first frame with this name. */
export function idOf(columns: FlameColumns, name: string): number {
  const string = columns.strings.indexOf(name);
  const id = columns.name.indexOf(string);
  if (string < 0 || id < 0) {
    throw new Error(`no frame is called ${name}`);
  }
  return id;
}

function nodeOf(text: string, depth: number): Node {
  const { kind, name = "", sign, mb, line, flags = "" } = LINE.exec(text)?.groups ?? {};
  const bytes = mb === undefined ? undefined : Number(mb) * MEBIBYTE;
  return {
    kind: kind === undefined ? kindAt(depth) : (FRAME_KINDS.find((known) => known === kind) ?? "function"),
    name: name.trim(),
    children: [],
    line: line === undefined ? -1 : Number(line) - 1,
    reading: sign === undefined ? (bytes ?? 0) : 0,
    source: flags.includes("source"),
    absurd: flags.includes("absurd"),
    own: sign === undefined || bytes === undefined ? undefined : bytes * (sign === "-" ? -1 : 1),
  };
}

/** What lines below name the frame by: without figures and flags. */
function headOf(text: string): string {
  const { kind, name = "" } = LINE.exec(text)?.groups ?? {};
  return kind === undefined ? name : `(${kind})${name}`;
}

function kindAt(depth: number): FrameKind {
  return depth === 0 ? "run" : depth === 1 ? "phase" : "function";
}

function deltaOf(node: Node): number {
  const none = node.children.length === 0;
  return node.own ?? (none ? Number.NaN : explainedBy(node));
}

function explainedBy(node: Node): number {
  return node.children.reduce((sum, child) => {
    const delta = deltaOf(child);
    return sum + (child.absurd ? 0 : Number.isNaN(delta) ? weightOf(child) : delta);
  }, 0);
}

function weightOf(node: Node): number {
  const needed = node.children.reduce((sum, child) => sum + weightOf(child), 0);
  return node.absurd ? needed : Math.max(Math.abs(node.own ?? 0), needed, node.reading);
}

function flagsOf(node: Node): number {
  const over = !node.absurd && node.own !== undefined && node.children.length > 0;
  return (
    (node.source ? FLAG_HAS_SOURCE : 0) |
    (node.absurd ? FLAG_ABSURD : 0) |
    (over && explainedBy(node) - deltaOf(node) > MEBIBYTE ? FLAG_OVER_EXPLAINED : 0)
  );
}

function columnsOf(root: Node): FlameColumns {
  const frames = [{ node: root, parent: -1, start: 0 }];
  const rowOffsets = [0];
  for (let from = 0; from < frames.length; from = rowOffsets.at(-1) ?? frames.length) {
    const row = frames.slice(from);
    rowOffsets.push(frames.length);
    for (const [index, { node, start }] of row.entries()) {
      let left = start;
      for (const child of node.children) {
        frames.push({ node: child, parent: from + index, start: left });
        left += weightOf(child);
      }
    }
  }
  const strings = [...new Set(frames.map(({ node }) => node.name))];
  return {
    start: Float64Array.from(frames, ({ start }) => start),
    weight: Float64Array.from(frames, ({ node }) => weightOf(node)),
    delta: Float64Array.from(frames, ({ node }) => deltaOf(node)),
    parent: Int32Array.from(frames, ({ parent }) => parent),
    name: Uint32Array.from(frames, ({ node }) => strings.indexOf(node.name)),
    line: Int32Array.from(frames, ({ node }) => node.line),
    rowOffsets: Uint32Array.from(rowOffsets),
    kind: Uint8Array.from(frames, ({ node }) => FRAME_KINDS.indexOf(node.kind)),
    flags: Uint8Array.from(frames, ({ node }) => flagsOf(node)),
    strings,
  };
}

/** A run of many frames: under the root `rows` rows, each of `across` frames of one MB that lie side by side. */
export function manyFrames(across: number, rows: number): FlameColumns {
  const frames = 1 + across * rows;
  const column = (index: number): number => (index - 1) % across;
  const body = Array.from({ length: frames });
  return {
    start: Float64Array.from(body, (_, index) => (index === 0 ? 0 : column(index) * MEBIBYTE)),
    weight: Float64Array.from(body, (_, index) => (index === 0 ? across : 1) * MEBIBYTE),
    delta: Float64Array.from(body, (_, index) => (index === 0 ? across : 1) * MEBIBYTE),
    parent: Int32Array.from(body, (_, index) => (index === 0 ? -1 : Math.max(index - across, 0))),
    name: Uint32Array.from(body, (_, index) => (index === 0 ? 0 : 1)),
    line: Int32Array.from(body, (_, index) => index),
    rowOffsets: Uint32Array.from({ length: rows + 2 }, (_, row) => (row === 0 ? 0 : 1 + (row - 1) * across)),
    kind: Uint8Array.from(body, (_, index) => FRAME_KINDS.indexOf(index === 0 ? "run" : "function")),
    flags: new Uint8Array(frames),
    strings: ["run", "mir_lower$mir_lower_expr"],
  };
}

/** The columns, and how many of their values have been read since: work is counted, not timed. */
export function counted(columns: FlameColumns): {
  readonly columns: FlameColumns;
  readonly reads: () => number;
} {
  let reads = 0;
  const watch = <T extends object>(values: T): T =>
    new Proxy(values, {
      get: (target, key) => {
        reads += typeof key === "string" && /^\d+$/.test(key) ? 1 : 0;
        return Reflect.get(target, key, target);
      },
    });
  const { start, weight, parent } = columns;
  return {
    columns: { ...columns, start: watch(start), weight: watch(weight), parent: watch(parent) },
    reads: () => reads,
  };
}
