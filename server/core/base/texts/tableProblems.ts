// What is said of a cell in a pasted table that claims a figure and cannot be read.
export const tableProblemTexts = {
  "problem.tableUnit": "Found {found}; expected a unit, in the heading or the cell.",
  "problem.tableDelta": "Found {found}; expected a figure like `+136 MB` or `12.47 GB`.",
  "problem.tableReading": "Found {found}; expected a reading without a sign, like `5776 MB` or `12.47 GB`.",
  "problem.tableCount": "Found {found}; expected a whole number, like `69,186`.",
  "problem.tableElapsed": "Found {found}; expected a time, like `9871 ms` or `9.87 s`.",
  "problem.tableGluedRow": "Found {found}; expected a row like `NODE_CALL (9)69,186+5,764 MB~87 KB/call`.",
} as const;
