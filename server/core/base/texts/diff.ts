/** What became of figures from one run to another. */
export const diffTexts = {
  "diff.title": "{run}, against {base}",
  "diff.remark": "! {text}",
  "diff.whole": "The whole run",
  "diff.peak": "peak",
  "diff.elapsed": "elapsed until the last reading",
  "diff.wall": "wall time",
  "diff.phases": "Phases (growth)",
  "diff.functions":
    "Compiled functions, the largest difference first (growth while each was compiled, not what it allocates)",
  "diff.kinds": "Compiler code by node kind (inclusive: totals overlap, never add them)",
  "diff.kind": "{name} in {dispatcher}",
  "diff.noChange": "{now}, no change",
  "diff.was": "{now}, was {before}",
  "diff.new": "{now}, not printed before",
  "diff.newAbove": "{now}, was below {below}",
  "diff.gone": "not printed now, was {before}",
  "diff.goneBelow": "below {below} now, was {before}",
  "diff.renamed": "{name} (was {before})",
} as const;
