// Recorded output of the systems' own tools.
import { expect, test } from "vitest";
import { parseMeminfo } from "#core/store/facts/linuxMemory";
import { parseMacMemory } from "#core/store/facts/macMemory";
import { parseTimeOutput } from "#core/store/facts/timeOutput";
import { parseVersion } from "#core/store/facts/versionText";

const MEMINFO = `MemTotal:       24683656 kB
MemFree:        22903140 kB
MemAvailable:   24054616 kB
SwapCached:            0 kB
SwapTotal:       2097148 kB
SwapFree:        1048572 kB
Zswap:              1024 kB
Zswapped:           4096 kB
`;

const VM_STAT = `Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                                5413.
Pages active:                            374287.
Pages inactive:                          368813.
Pages speculative:                         4837.
Pages throttled:                              0.
Pages wired down:                        140537.
Pages purgeable:                           4150.
"Translation faults":                 912378045.
Pages copy-on-write:                   48912054.
Pages zero filled:                    520193734.
Pages reactivated:                     10342157.
Pages purged:                           7324211.
File-backed pages:                       222381.
Anonymous pages:                         525556.
Pages stored in compressor:              241034.
Pages occupied by compressor:             94716.
Decompressions:                        18934571.
Compressions:                          24198237.
Pageins:                               13264590.
Pageouts:                                172637.
Swapins:                                 305840.
Swapouts:                                425920.
`;

const TIME = `[mem] codegen: 7810 MB (+244) (18300ms)
       18.32 real        16.41 user         1.77 sys
          8189378560  maximum resident set size
                   0  average shared memory size
                   0  average unshared data size
                   0  average unshared stack size
              511923  page reclaims
                  12  page faults
                   0  swaps
                   0  block input operations
                   0  block output operations
                   0  messages sent
                   0  messages received
                   0  signals received
                  23  voluntary context switches
                1841  involuntary context switches
        193482910234  instructions retired
         58234102934  cycles elapsed
          8201437504  peak memory footprint
`;

test("meminfo: what is available, what is in swap, what is compressed", () => {
  expect(parseMeminfo(MEMINFO)).toEqual({
    freeBytes: 24_054_616 * 1024,
    swapUsedBytes: 1_048_576 * 1024,
    compressedBytes: 4096 * 1024,
  });
});

test("an older meminfo leaves null what it does not say", () => {
  expect(parseMeminfo("MemTotal: 1 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB\n")).toEqual({
    ...{ freeBytes: null, swapUsedBytes: 0, compressedBytes: null },
  });
});

test("vm_stat and sysctl: pages times their size, and the swap in use", () => {
  const swap = "vm.swapusage: total = 2048.00M  used = 1024.50M  free = 1023.50M  (encrypted)\n";
  expect(parseMacMemory(VM_STAT, swap)).toEqual({
    freeBytes: (5413 + 368_813 + 4837 + 4150) * 16_384,
    swapUsedBytes: 1024.5 * 1_048_576,
    compressedBytes: 241_034 * 16_384,
  });
});

test("what macOS does not say is null", () => {
  expect(parseMacMemory("Pages free: 12.\n", "")).toEqual({
    ...{ freeBytes: null, swapUsedBytes: null, compressedBytes: null },
  });
});

test("time -l: the peak in bytes, the time, and where its words begin", () => {
  expect(parseTimeOutput(TIME)).toEqual({ peakBytes: 8_189_378_560, wallMs: 18_320, line: 1 });
  expect(
    parseTimeOutput(
      TIME.replace("18.32 real", "18,32 real").replace("16.41", "16,41").replace("1.77", "1,77"),
    ),
  ).toEqual({ peakBytes: 8_189_378_560, wallMs: 18_320, line: 1 });
  expect(parseTimeOutput("[mem] init: 1 MB\n")).toBeUndefined();
});

test.each([
  ["quartz 5.12.5 (ca2f64fc 2026-04-15)\n", "quartz 5.12.5 (ca2f64fc 2026-04-15)", "ca2f64fc"],
  ["\nquartz v5.12.5-3-g1a2b3c4\nbuilt 20260415\n", "quartz v5.12.5-3-g1a2b3c4", "1a2b3c4"],
  ["quartz 5.12.5 built 20260415\n", "quartz 5.12.5 built 20260415", null],
  ["quartz defaced 1234567.abcdef0\n", "quartz defaced 1234567.abcdef0", null],
  ["", null, null],
])("%j says its version and its commit, if it does", (output, version, commit) => {
  expect(parseVersion(output)).toEqual({ version, commit });
});
