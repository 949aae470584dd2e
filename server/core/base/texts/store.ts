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
} as const;
