import { expect, test } from "vitest";
import { members } from "../../../server/node/process/members.ts";
import { parseStat, parseStatus } from "../../../server/node/process/procFiles.ts";
import { parsePs } from "../../../server/node/process/psOutput.ts";

/** As macOS prints it: the environment stands behind the command. */
const PS = `    1     0     1 Ss    14816 Mon Nov 23 08:00:12 2026     /sbin/launchd
  501     1   501 S     20480 Wed Nov 25 09:00:01 2026     node cli.cjs run self TERM=xterm QUARTZ_RSS_RUN=other
  777   501   777 R+  7999488 Wed Nov 25 09:00:02 2026     ./quartz --memory-stats q.qz HOME=/Users/m QUARTZ_RSS_RUN=a-1 LANG=C
  778   777   777 S      2048 Wed Nov 25 09:00:03 2026     (helper)
  779     1   779 S      4096 Wed Nov  5 09:00:03 2026     daemon QUARTZ_RSS_RUN=a-1
  780   777   777 Z         0 Wed Nov 25 09:00:03 2026     (gone)
  781     1   781 S      4096 Wed Nov 25 09:00:03 2026     another QUARTZ_RSS_RUN=a-12
`;

test("ps of macOS: resident sizes, start times, and who is marked", () => {
  const rows = parsePs(PS, "QUARTZ_RSS_RUN=a-1");
  expect(rows.map(({ pid, isMarked }) => [pid, isMarked])).toEqual([
    [1, false],
    [501, false],
    [777, true],
    [778, false],
    [779, true],
    [781, false],
  ]);
  expect(rows[2]).toMatchObject({ parent: 501, group: 777, rssBytes: 7999488 * 1024 });
  expect(rows[4]?.start).toBe("Wed Nov 5 09:00:03 2026");
});

test("to a launch belong the marked, what descends from them, and who belonged before", () => {
  const rows = parsePs(PS, "QUARTZ_RSS_RUN=a-1");
  const pids = (known: readonly string[]) =>
    members(rows, new Set(known), undefined)
      .map(({ pid }) => pid)
      .toSorted((a, b) => a - b);
  expect(pids([])).toEqual([777, 778, 779]);
  expect(pids(["781 Wed Nov 25 09:00:03 2026", "501 another start"])).toEqual([777, 778, 779, 781]);
});

test("Linux: a program's name may look like the fields behind it", () => {
  const fields = `4242 (a) S 1 (x) R 17 4242 17 0 -1 4194304 ${"0 ".repeat(12)}98765 4096 512`;
  expect(parseStat(fields)).toEqual({ parent: 17, group: 4242, start: "98765", isOver: false });
  expect(parseStat("")).toBeUndefined();
  expect(parseStatus("Name:\tquartz\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\n")).toEqual({
    rssBytes: 1024 * 1024,
    peakBytes: 2048 * 1024,
  });
  expect(parseStatus("Name:\tkthread\n")).toBeUndefined();
});
