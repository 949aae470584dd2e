/** The run store: what is wrong with its files, and what `quartz-rss runs` and `import` say. */
export const storeTexts = {
  "store.newer": "it has version {version}: made by a newer version: update Quartz RSS Lens",
  "store.notObject": "{where} is not an object: {value}",
  "store.notText": "{where} is not a text: {value}",
  "store.notMoment": "{where} is not a moment such as “2026-11-25T08:50:00Z”: {value}",
  "store.notCount": "{where} is not a number from 0 on: {value}",
  "store.notInteger": "{where} is not a whole number: {value}",
  "store.notTexts": "{where} is not a list of texts: {value}",
  "store.notOneOf": "{where} is {value}; expected one of {choices}",
  "store.notId": "id is not a run's, such as “20261125T085000Z-3f9a”: {value}",
  "store.tooLong": "run.json has {bytes} bytes, which no run needs",
  "store.unchangeable": "{file}: cannot be changed: {cause}",
  "store.running": "{id} goes on: end it first",
  "store.noRun": "there is no run {id}",
  "store.noRunFile": "it has no run.json",
  "store.otherId": "run.json is that of {id}",
  "store.noMemoryLines": "it has no memory lines; expected such as “[mem] typecheck: 5776 MB (+5401)”",
} as const;
