/** What is said where there is nothing or little to show, and what the server writes into its log. */
export const workspaceTexts = {
  "match.functions": "{matched} of {all} functions of this log are in this workspace.",
  "match.kinds": "{matched} of {all} node kinds of this log have a branch in this workspace.",
  "match.otherCommit":
    "The modules of the others are here, the functions are not: the log may be of another commit.",
  "match.otherRoot":
    "The modules of the others are not here: the log may be of another root. Open the folder that was compiled, or name the root file under builds[].file in quartz-rss.json.",
  "match.rootFile":
    "The others have no module, as functions of the root file: name it under builds[].file in quartz-rss.json, or open the folder that was compiled.",
  "match.noSources":
    "There is no .qz file in this workspace: the figures of {title} have no place to stand at.",
  "match.elsewhere":
    "{count} of the {matched} functions found are not in the log's folder, but in another one of this workspace.",
  "match.openFolder": "Open Another Folder…",
  "match.openProjectFile": "Open quartz-rss.json",
  "match.chooseRun": "Choose Another Run…",
  "lens.otherFolder": "from a log of {folder}",

  "server.indexed": "indexed {files} files, {lines} lines in {time}",
  "server.logRead": "log read: {size} in {time}",
  "server.attribution": "attribution: {time}",
  "server.restarted": "Quartz RSS: the language server was restarted.",
} as const;
