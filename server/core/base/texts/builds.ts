/** Builds of quartz-rss.json in the editor. */
export const buildTexts = {
  "builds.choose": "Choose a build to run",
  "builds.none": "No build with steps in quartz-rss.json.",
  "builds.initialize": "Write One",
  "builds.untrusted": "Builds are not run in Restricted Mode: trust this workspace first.",
  "builds.noFolder": "Open a folder first: a build is run in a workspace folder.",
  "builds.noLog": "“{name}” printed no memory lines. Is --memory-stats among its flags?",
  "builds.initTask": "write quartz-rss.json",
  "kept.running": "running",
  "kept.finished": "finished",
  "kept.failed": "failed",
  "kept.cancelled": "cancelled",
  "kept.limit": "ended at a limit",
  "kept.crashed": "its writer crashed",
  "terminal.path": "Puts quartz-rss on the PATH",
} as const;
