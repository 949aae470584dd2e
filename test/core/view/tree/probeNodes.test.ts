import { expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { logSources } from "#core/view/log/logSources";
import { probeSections } from "#core/view/tree/probeNodes";
import { rowOf } from "#core/view/tree/treeNode";
import { modelOf } from "../../../support/model.ts";
import { indexOf } from "../../../support/sources.ts";

const index = indexOf({ "self-hosted/middle/h.qz": "def tc_call()\n  1\n  2\nend\n\ndef lookup()\nend\n" });

const LOG = `[mem-cp] phase=t fn=h$tc_call index=0 label="ufcs rewrite" at=middle/h.qz:2 self=20971520 total=22020096 calls=69186
[mem-cp] phase=t fn=h$tc_call index=1 total=94371840 calls=69186
[mem-callee] phase=t fn=h$lookup self=41943040 total=44040192 calls=10
[mem-site] fn=h$lookup at=../../etc/passwd:1 what=str_byte_slice calls=14 bytes=5242880
[mem-site] at=other/x.qz:9 what=lambda calls=3
[mem] t: 200 MB (+200) (1ms)`;

test("checkpoints, wrapped functions and sites are sections whose rows lead to their place, never outside", () => {
  const model = modelOf(LOG);
  const sources = logSources(index, () => new Map());
  const source = { model, attribution: attribute(model, index), sources, folders: ["file://"], locale: "en" };
  const lines = probeSections(source, "growth").flatMap((section) => [
    `${rowOf(section).label} | ${rowOf(section).description}`,
    ...section.children.map((node) => {
      const { label, description, place } = rowOf(node);
      return `  ${label} | ${description} -> ${place === null ? "nowhere" : `${place.uri.slice(8)} ${place.range.start.line}`}`;
    }),
  ]);
  expect(lines).toEqual([
    "Checkpoints | parts of functions; they overlap, never summed",
    "  +90 MB h$tc_call #1 | while t · 69,186 calls · self-hosted/middle/h.qz:1 -> self-hosted/middle/h.qz 0",
    "  +21 MB h$tc_call #0 ufcs rewrite | while t · self +20 MB · 69,186 calls · self-hosted/middle/h.qz:2 -> self-hosted/middle/h.qz 1",
    "Wrapped functions | over all callers; they overlap, never summed",
    "  +42 MB h$lookup | while t · self +40 MB · 10 calls · self-hosted/middle/h.qz:6 -> self-hosted/middle/h.qz 5",
    "Allocation sites | bytes asked for, which is no RSS",
    "  5 MB asked for by str_byte_slice in h$lookup | while t · 14 calls · self-hosted/middle/h.qz:6 -> self-hosted/middle/h.qz 5",
    "  (no figure) lambda | while t · 3 calls · other/x.qz:9 -> nowhere",
  ]);
});
