/** What two runs differ in, and what stands in the way of comparing them. */
export const compareTexts = {
  "compare.expectedBase": "The base is an expectation, not a measured run: all its figures are approximate.",
  "compare.expectedRun":
    "The new run is an expectation, not a measured one: all its figures are approximate.",
  "compare.expectedBoth": "Both are expectations, neither was measured: all figures are approximate.",
  "compare.extent":
    "The runs did not come equally far: the base's last phase is {base}, the new run's {run}. Times and highest readings are not compared.",
  "compare.functionsBase":
    "Only the base has lines of compiled functions, so nothing is known of what became of them.",
  "compare.functionsRun":
    "Only the new run has lines of compiled functions, so nothing is known of what they were before.",
  "compare.kindsBase": "Only the base has lines of node kinds, so nothing is known of what became of them.",
  "compare.kindsRun":
    "Only the new run has lines of node kinds, so nothing is known of what they were before.",
  "compare.platform": "Different platforms: {base}, then {run}. Resident memory is not counted alike.",
  "compare.allocator": "Different allocators: {base}, then {run}.",
  "compare.cacheBase":
    "The base ran without --no-cache: what its compiler took from the cache is missing in its figures.",
  "compare.cacheRun":
    "The new run ran without --no-cache: what its compiler took from the cache is missing in its figures.",
  "compare.cacheBoth":
    "Both ran without --no-cache: what the compiler took from the cache is missing in the figures.",
  "compare.flags": "Different flags: “{base}”, then “{run}”.",
  "compare.subject": "Different sources were compiled: {base}, then {run}.",
  "compare.dirty": "{commit} with changes {hash}",
  "compare.functions": "Different numbers of functions were compiled: {base}, then {run}.",
  "compare.pressureBase": "Memory was short during the base: its resident sizes are lower bounds.",
  "compare.pressureRun": "Memory was short during the new run: its resident sizes are lower bounds.",
  "compare.pressureBoth": "Memory was short during both runs: their resident sizes are lower bounds.",
  "compare.peakOrigin": "The peaks are of different origins: {base}, then {run}.",
  "compare.printed": "printed by the compiler",
  "compare.measured": "measured around the process",
  "compare.reading": "only the highest reading",
} as const;
