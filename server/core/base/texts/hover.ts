/** Hovers over a source, and what is said of state counts. In hovers the arguments are Markdown; in notes, plain text. */
export const hoverTexts = {
  "hover.changedRun": "⚠ Changed since the run: the figure is of the code as it was then.",
  "hover.changedImport":
    "⚠ Changed since the log was imported: the figure is of the code as it was then, or before.",
  "hover.allKinds": "All kinds in {dispatcher}, {phase}: {ratio}",
  "hover.noRemainder":
    "How much of the phase no line explains cannot be told: kinds overlap, and no line on a function is printed.",
  "hover.limits": "Not to be concluded from it:",
  "hover.victim":
    "That this function is the cause. Long functions come first because they are long; causes show in the figures of compiler code.",
  "hover.jumps":
    "What one node costs. RSS grows in jumps, so a single call shows 0 or a jump, and the average is an estimate.",
  "hover.pages": "That memory is still in use. macOS keeps freed pages, and one live block can pin 100 MB.",
  "hover.pressure":
    "That a smaller figure means less memory. Under pressure (swap, the macOS compressor) RSS is a lower bound.",
  "hover.printedPeak": "That more was never needed. The peak, {peak}, is the one that the log prints.",
  "hover.noPeak":
    "What the peak was. The log prints none: {reading} is only the highest reading, and between readings RSS may have been higher.",
  "hover.further": "Further figures, listed in the tree: {count}",
  "hover.chart": "Show in the chart",
  "hover.tree": "Reveal in the tree",

  "state.small": "tracked state ≈ {bytes} of {growth} MB, {share}: freeing it cannot help",
  "state.large": "tracked state ≈ {bytes} of {growth} MB, {share}: freeing it gives back no more than that",
  "state.alone": "tracked state ≈ {bytes}",
  "state.entries": "tracked entries: {entries}, reckoned at {size} bytes each",
  "state.counts": "counts, no sizes: {counts}",
  "state.count": "{key} {value}",
  "state.nothingToFree":
    "there was almost nothing to free: tracked state ≈ {bytes} of {growth} MB {phase}, {share}",
  "state.somethingToFree": "there was to free: tracked state ≈ {bytes}",
  "state.unknownToFree": "how much there was to free is not known: the log counts no tracked entries",
  "state.platform":
    "beside that, macOS keeps freed malloc pages: RSS does not fall there even where memory was freed",
  "status.state": "{phase}: {notes}",
} as const;
