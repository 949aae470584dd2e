import { afterEach, beforeEach, expect, test } from "vitest";
import { formatRunFile, newRunFile } from "#core/store/runFile";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

const ID = "20261125T085000Z-3f9a";
let workspace: Workspace;
let session: Session;

beforeEach(async () => {
  workspace = await makeWorkspace({
    ...SMALL_COMPILER,
    [`.quartz-rss/runs/${ID}/stderr.log`]: "[mem] init: 1 MB current (0ms)\n[mem] lex: 9 MB (+8) (1ms)\n",
    [`.quartz-rss/runs/${ID}/run.json`]: formatRunFile(
      newRunFile({ id: ID, origin: "launch", status: "finished", label: "first try", command: ["quartz"] }),
    ),
  });
  session = await startSession({ folder: workspace.folder });
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

test("a kept run can be chosen, by its label and with how it ended", async () => {
  const choices = await session.client.sendRequest(protocol.runs);
  expect(choices.map(({ title, detail }) => [title, detail])).toEqual([
    ["first try, run 1", `finished · ${ID} · 2 phases · 0 function lines · 0 kind lines`],
    ["mem.log, run 1", expect.stringMatching(/^\d+ phases/)],
  ]);
});

test("without a run there is nothing to hand off", async () => {
  expect(await session.client.sendRequest(protocol.handOff)).toBeNull();
});

test("the shown run is handed off, named as in a terminal", async () => {
  await session.client.sendRequest(protocol.useLog, { log: workspace.uri("mem.log") });
  const page = await session.client.sendRequest(protocol.handOff);
  expect(page).toMatch(/^# Where the memory goes: mem\.log, run 1\n/);
  expect(page).toContain("quartz-rss report mem.log\n");
  expect(page).toContain("The log alone does not say which compiler");
});

test("the run of a run folder comes with what is known of it", async () => {
  const log = workspace.uri(`.quartz-rss/runs/${ID}/stderr.log`);
  await session.client.sendRequest(protocol.useLog, { log });
  const page = await session.client.sendRequest(protocol.handOff);
  expect(page).toMatch(/^# Where the memory goes: first try\n/);
  expect(page).toContain("- Command: `quartz`");
  expect(page).toContain(`quartz-rss report .quartz-rss/runs/${ID}/stderr.log`);
});
