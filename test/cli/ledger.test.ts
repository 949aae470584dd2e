import { afterEach, beforeEach, expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { formatRunFile, newRunFile, type RunFile } from "#core/store/runFile";
import { runCli } from "../support/cli.ts";
import { fixtureBytes } from "../support/logs.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace({});
});
afterEach(() => workspace.remove());

const cli = (...args: readonly string[]) => runCli([...args, "--folder", workspace.folder]);
const idOf = (number: number): string => `20261125T08500${number}Z-0000`;

async function put(number: number, log: string, known: Partial<RunFile> = {}): Promise<void> {
  const run = newRunFile({ origin: "launch", status: "finished", build: "self", ...known, id: idOf(number) });
  await workspace.write(`.quartz-rss/runs/${run.id}/run.json`, formatRunFile(run));
  await workspace.write(`.quartz-rss/runs/${run.id}/stderr.log`, fixtureBytes(log));
}

const hypothesis = { text: "intern names once", metric: "phase:typecheck", predictedBytes: -5000 * MEBIBYTE };

test("a prediction and what it came to, against the run before or a chosen one", async () => {
  await put(1, "before-fix.log");
  await put(2, "after-fix.log", { hypothesis });
  const { code, out, err } = await cli("ledger");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain(`${idOf(2)}  intern names once
  predicted -5,000 MB of phase:typecheck
  measured  -4,664 MB since ${idOf(1)}, 0.93× the prediction
`);
  expect(JSON.parse((await cli("ledger", "--format", "json", "--base", idOf(2))).out)).toMatchObject([
    { run: idOf(2), base: idOf(2), metric: "phase:typecheck", measuredBytes: 0, ratio: 0, noChange: true },
  ]);
});

test("what was not measured says why", async () => {
  await put(1, "before-fix.log", { hypothesis });
  await put(2, "after-fix.log", { hypothesis, status: "failed" });
  const rows: readonly { reason: string; measuredBytes: null }[] = JSON.parse(
    (await cli("ledger", "--format", "json")).out,
  );
  expect(rows.map(({ reason, measuredBytes }) => [measuredBytes, reason])).toEqual([
    [null, "the run is failed: only one that came to its end is compared"],
    [null, "there is no earlier run of this build that came to its end; name one with --base"],
  ]);
  expect(await cli("ledger", "--base", idOf(7))).toEqual({
    code: 2,
    out: "",
    err: `there is no run ${idOf(7)}\n`,
  });
});

test("peak and phases over the runs that came to their end", async () => {
  await put(1, "before-fix.log", { label: "before" });
  await put(2, "after-fix.log", { subject: { commit: "ca2f64fc0e1f4a5b", dirtyHash: "ab" } });
  await put(3, "after-fix.log", { status: "cancelled" });
  const { code, out } = await cli("trend");
  expect(code).toBe(0);
  expect(out).toContain(`phase:typecheck, self
  ${idOf(1)}     +5,401 MB             before
  ${idOf(2)}       +737 MB  ca2f64fc+
`);
  expect(JSON.parse((await cli("trend", "--format", "json")).out)[0]).toMatchObject({
    ...{ metric: "peak", kind: "measured", platform: null, build: "self" },
    points: [
      { run: idOf(1), label: "before", from: "reading" },
      { run: idOf(2), commit: "ca2f64fc0e1f4a5b", isDirty: true },
    ],
  });
});

test("a damaged run is told, the others count", async () => {
  await put(1, "before-fix.log");
  await workspace.write(`.quartz-rss/runs/${idOf(2)}/run.json`, "{");
  const { code, out, err } = await cli("trend");
  expect(code).toBe(0);
  expect(out).toContain(idOf(1));
  expect(err).toMatch(new RegExp(`${idOf(2)}: .*JSON`));
});
