// What is said of a line of our own that cannot be read, and an example of each shape.
export const ownProblemTexts = {
  "problem.ownWord": "Found {found}; expected a word like `key=value`, in a line like `{example}`.",
  "problem.ownTwice":
    "Found {found}, its key for the second time; expected it once, in a line like `{example}`.",
  "problem.ownOpenQuote": "Found {found}; expected a closing quote, in a line like `{example}`.",
  "problem.ownEscape":
    'Found {found} in quotes; expected a backslash only in `\\"` and `\\\\`, in a line like `{example}`.',
  "problem.ownBehindQuote":
    "Found {found} right behind a quoted value; expected a blank, in a line like `{example}`.",
  "problem.ownValue": "Found {found}; expected {expected}, in a line like `{example}`.",
  "problem.ownMissing": "Found {found}; expected also {expected}, in a line like `{example}`.",
  "problem.ownText": "a text that is not empty",
  "problem.ownBytes": "whole bytes, as in `-4096`",
  "problem.ownReading": "whole bytes, 0 or more",
  "problem.ownCount": "a whole number, 0 or more",
  "problem.ownIndex": "a whole number from 0 to 9007199254740991",
  "problem.ownKindNumber": "a whole number from 0 to 4294967294",
  "problem.ownSource": "a file and a line from 1, as in `middle/typecheck.qz:412`",
  "problem.ownEdge": "`enter` or `leave`",
  "problem.ownTime": "milliseconds, as in `9872.125`",
  "problem.unsafeCount": "{limit}",
  "problem.unsafeTime": "{limit} ms",
  "problem.ownKindExample": "[mem-kind] dispatcher=tc_expr kind=9 total=6044000000 calls=69186",
  "problem.ownFunctionExample": "[mem-fn] fn=mir_lower$mir_lower_expr total=142606336",
  "problem.ownCheckpointExample":
    "[mem-cp] fn=typecheck_expr_handlers$tc_expr_call index=3 total=1048576 calls=69186",
  "problem.ownCalleeExample": "[mem-callee] fn=typecheck_registry$tc_lookup_struct total=1048576 calls=69186",
  "problem.ownSiteExample": "[mem-site] at=middle/typecheck.qz:412 what=str_byte_slice calls=69186",
  "problem.ownEventExample": "[mem-event] fn=mir_lower$mir_lower_all edge=enter rss=6056574976",
} as const;
