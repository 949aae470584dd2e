import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { logBytes } from "../support/logBytes.ts";
import type { FuzzTarget } from "./fuzz.ts";
import {
  checkAccounts,
  checkBeginnings,
  checkChunks,
  checkLineEnds,
  checkProblems,
  checkTakenRuns,
  isUtf16,
  readLog,
} from "./logInvariants.ts";
import { type Material, makeInput } from "./mutate.ts";
import type { Random } from "./random.ts";

/** Relative to the folder of package.json, in which npm runs its scripts and vitest its tests. */
const FIXTURES = "test/fixtures/logs";
const GENERATED = 500;
/** A line of this length is not read whole, and a CR more can make it that long. */
const SHORT = 60_000;

const WORDS = [
  "[mem]¦[mem-fn]¦[kind ¦[mem-kind]¦[mem-cp]¦[mem-callee]¦[mem-site]¦[mem-event]¦[mem¦]¦NODE_CALL (9)¦13,132",
  '+¦-¦~¦#¦9¦57¦99999999999999999¦ MB¦ MB: ¦:¦/¦(¦)¦ms¦=¦|¦---¦"¦←¦...¦ ¦\t¦\n¦\n¦\r\n¦\r¦\0¦\ufeff',
  "a$b¦init¦_pass1¦peak¦# Expected¦current¦phase=mir ¦fn=a$b ¦self=5 ¦total=7 ¦calls=3 ¦at=x.qz:5 ",
  "edge=enter ¦rss=1 ¦kind=9 ¦\u001b[32m¦\u001b[0m¦\u001b",
].flatMap((words) => words.split("¦"));

/** @param seed of the generated logs, which stand beside the fixtures */
export function logTarget(seed: number): FuzzTarget {
  const fixtures = readdirSync(FIXTURES, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => new Uint8Array(readFileSync(join(parentPath, name))));
  const generated = fc.sample(logBytes, { seed, numRuns: GENERATED });
  const material: Material = {
    samples: [...fixtures, ...generated],
    words: WORDS.map((word) => new TextEncoder().encode(word)),
  };
  return { input: (random) => makeInput(random, material), check: checkLog };
}

/** One of the ways in which it must read the same is enough: there are many inputs. */
function checkLog(bytes: Uint8Array, random: Random): void {
  const whole = readLog(bytes);
  checkAccounts(whole, bytes);
  checkProblems(whole, bytes);
  const way = random.pick(["chunks", "runs", "beginning", "CRLF"] as const);
  if (way === "chunks") {
    checkChunks(whole, bytes, placesIn(bytes, random));
  } else if (way === "runs") {
    checkTakenRuns(whole, bytes, placesIn(bytes, random));
  } else if (!isUtf16(bytes) && way === "beginning") {
    checkBeginnings(bytes, placesIn(bytes, random), true);
  } else if (!isUtf16(bytes) && bytes.length < SHORT) {
    checkLineEnds(whole, bytes);
  }
}

/** Up to three places in ascending order. */
function placesIn(bytes: Uint8Array, random: Random): readonly number[] {
  return Array.from({ length: random.below(4) }, () => random.below(bytes.length + 1)).sort((a, b) => a - b);
}
