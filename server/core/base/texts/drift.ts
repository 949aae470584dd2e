/** What has become of code since its figures were made. */
export const driftTexts = {
  "drift.lensImport": "changed since the import · {title}",
  "drift.lensRun": "changed since the run · {title}",
  "drift.statusImport":
    "Since the import of the log, of the code that it names: {changed} changed, {gone} gone.",
  "drift.statusRun": "Since the run, of the code that its log names: {changed} changed, {gone} gone.",
  "drift.statusSameImport": "Since the import of the log, nothing that it names has changed.",
  "drift.statusSameRun": "Since the run, nothing that its log names has changed.",

  "drift.broken": "{file} does not tell what the code was like and is left aside: {cause}",
  "drift.newer":
    "{file} was written by a newer version ({version}) and is left aside, so changes of the code count from now on.",
  "drift.unwritten":
    "{file} cannot be written, so what the code is like now is remembered only until the server ends: {cause}",
  "drift.noFolder":
    "No folder is open, so what the code is like now is remembered only until the server ends.",
  "drift.notPrint": "“log” does not say which log it belongs to",
  "drift.notObject": "{where} is not an object",
  "drift.notText": "{where} is not a text",
  "drift.notVersion": "“version” is {value}, not a version number",
  "drift.notTaken": "“taken” is {value}, neither “run” nor “import”",
  "drift.notLine": "{where} is {value}, not a line number",
  "drift.notHash": "{where} is {value}, not 16 hexadecimal digits",
  "drift.notRelative": "{where} is {value}, which is no path inside the folder",
} as const;
