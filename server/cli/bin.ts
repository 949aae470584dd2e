// The process around the CLI.
import { run } from "./main.ts";

/** Put in by the bundler from package.json. */
declare const QUARTZ_RSS_VERSION: string;

// A reader that goes away (`| head`) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exitCode = error.code === "EPIPE" ? 0 : 2;
});

process.exitCode = await run(
  process.argv.slice(2),
  {
    in: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(`${text}\n`),
  },
  QUARTZ_RSS_VERSION,
);
