// The process around the CLI.
import { t } from "#core/base/text";
import { EXIT_OK, EXIT_UNUSABLE } from "./io.ts";
import { run } from "./main.ts";

/** Put in by the bundler from package.json. */
declare const QUARTZ_RSS_VERSION: string;

// A reader that goes away (`| head`) is no fault of ours.
let lost: NodeJS.ErrnoException | undefined;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  lost = error;
});

// Messages that nobody reads are no reason to leave work undone.
process.stderr.on("error", () => undefined);

/** Where nobody reads any more, nothing is waited for. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

run(
  process.argv.slice(2),
  {
    in: process.stdin,
    out: write,
    err: (text) => void process.stderr.write(`${text}\n`),
  },
  QUARTZ_RSS_VERSION,
).then(
  (code) => {
    if (lost !== undefined && lost.code !== "EPIPE") {
      process.stderr.write(`${t("cli.outputLost", { cause: lost.message })}\n`);
    }
    process.exitCode = lost === undefined ? code : lost.code === "EPIPE" ? EXIT_OK : EXIT_UNUSABLE;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = EXIT_UNUSABLE;
  },
);
