/** The prediction ledger and the trend. */
export const ledgerTexts = {
  "ledger.metric":
    "{metric} is no metric; expected “peak”, “phase:typecheck”, “function:mir$mir_emit” or “kind:NODE_CALL”",
  "ledger.absent": "neither log has {metric}",
  "ledger.several": "{metric} has {count} figures, which overlap: they are not added up",
  "ledger.below": "{metric} is printed on one side only: on the other it is below {limit}",
  "ledger.oneSide": "{metric} is known on one side only",
  "ledger.absurd": "{metric} has a value that cannot be true",
  "ledger.noBase": "there is no earlier run of this build that came to its end; name one with --base",
  "ledger.unfinished": "the run is {status}: only one that came to its end is compared",
  "ledger.predicted": "predicted {predicted} of {metric}",
  "ledger.measured": "measured  {measured} since {base}",
  "ledger.unmeasured": "not measured: {reason}",
  "ledger.ratio": ", {ratio} the prediction",
  "ledger.noChange": ", no change",
  "trend.expected": "expected, not measured",
} as const;
