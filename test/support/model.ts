// Run models as text: what a tree or a span list says, one line each.
import { formatDelta } from "#core/base/units";
import type { ProfileNode } from "#core/model/profileTree";
import { modelRun, type RunModel } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { runOf } from "./logs.ts";

export function modelOf(log: string): RunModel {
  return modelRun(runOf(log), nodeKindNames([]));
}

/** `phase typecheck +5401 MB [width 5401]`, children indented. */
export function treeText(node: ProfileNode, indent = ""): string {
  const delta = node.deltaBytes === undefined ? "?" : formatDelta(node.deltaBytes);
  const over = node.overExplainedBytes > 0 ? ` over by ${node.overExplainedBytes / 1_048_576}` : "";
  const flag = node.absurd ? " ⚠" : "";
  const head = `${indent}${node.kind} ${node.name} ${delta} [${node.weight / 1_048_576}]${over}${flag}`;
  return [head, ...node.children.map((child) => treeText(child, `${indent}  `))].join("\n");
}
