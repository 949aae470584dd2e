import { expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { growthFiles } from "#core/view/growthFiles";
import { heatScalesOf } from "#core/view/heatMarks";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

const index = indexOf({
  "m.qz": "def long()\nend\n\ndef short()\nend\n",
  "small.qz": "def one()\nend\n",
  "gave.qz": "def back()\nend\n",
  "walk.qz":
    "def tc_expr(node: Int)\n  var kind = ast::ast_get_kind(node)\n  if kind == NODE_CALL\n    return call(node)\n  end\nend\n\ndef call(node: Int)\n  1\nend\n",
  "quiet.qz": "def nothing()\nend\n",
});

test("files with growth have a badge by heat, and say what they hold; kinds are not summed", () => {
  const model = modelOf(
    "[mem-fn] +500 MB: m$long\n[mem-fn] +20 MB: m$short\n[mem-fn] +9 MB: small$one\n[mem-fn] -50 MB: gave$back\n[kind 1009] +90 MB / 10 stmts\n[kind 9] +80 MB / 10 stmts\n[mem] t: 600 MB (+600) (1ms)\n[mem-fn] +30 MB: m$short\n[mem] mir: 700 MB (+100) (2ms)",
  );
  const attribution = attribute(model, index);
  const { spots, files } = growthFiles(attribution, heatScalesOf(attribution), "en");
  expect(files.map(({ uri, badge, tooltip }) => `${uri.slice(8)} ${badge} ${tooltip}`)).toEqual([
    "m.qz ↑3 Memory growth: +520 MB while t, +30 MB while mir",
    "small.qz ↑1 Memory growth: +9 MB while t",
    "walk.qz ↑3 Memory growth: compiler code +90 MB NODE_CALL inclusive",
  ]);
  expect(spots).toEqual({ count: 4, tooltip: "Hot spots: 1 in compiler code, 3 compiled functions" });
});
