// A process that writes runs without end, until it is killed. Arguments: the workspace folder, and what to do.
import { createRunFolder } from "../../server/node/store/runFolder.ts";
import { changeRunFile } from "../../server/node/store/runText.ts";

const [, , workspace = "", mode, folder = ""] = process.argv;

/** Long enough that a write is often under way when the end comes. */
const NOTE = "a note that is long enough ".repeat(20_000);

async function write(): Promise<never> {
  const run = mode === "update" ? await createRunFolder(workspace, { origin: "launch" }) : undefined;
  for (let round = 0; ; round++) {
    if (mode === "create") {
      await createRunFolder(workspace, { origin: "launch", note: NOTE });
    } else if (mode === "change") {
      await changeRunFile(folder, { note: `${process.pid} ${round} ${NOTE}` }, workspace);
    } else {
      await run?.update({ note: `${round} ${NOTE}`, wallMs: round });
    }
    process.stdout.write(`${round}\n`);
  }
}

write().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
