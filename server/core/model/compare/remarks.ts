// What stands in the way of comparing two runs, said before any figure.
import { type TextKey, t } from "../../base/text.ts";
import { formatCount } from "../../base/units.ts";
import type { Run } from "../../log/record.ts";
import type { Peak } from "./peak.ts";
import { isUnderPressure } from "./pressure.ts";
import { REMARK_CODES, type Remark, type RemarkCode } from "./runDiff.ts";
import type { RunFacts } from "./runFacts.ts";
import { isExpected } from "./values.ts";

/** One run with all that is known of it. */
export interface Side {
  readonly run: Run;
  readonly facts: RunFacts;
  readonly peak: Peak | undefined;
}

/** @param locale BCP 47 tag for counts */
export function remarksOn(base: Side, run: Side, locale: string): readonly Remark[] {
  return REMARK_CODES.flatMap((code) => {
    const text = REMARKS[code](base, run, locale);
    return text === undefined ? [] : [{ code, text }];
  });
}

/** Did both runs come to the same last phase? Where one has none, there is nothing to tell by. */
export function isEven(base: Run, run: Run): boolean {
  const [before, now] = [lastPhase(base), lastPhase(run)];
  return before === undefined || now === undefined || before === now;
}

type Look = (base: Side, run: Side, locale: string) => string | undefined;

const REMARKS: Readonly<Record<RemarkCode, Look>> = {
  expectation: (base, run) =>
    sideText(isExpected(base.run), isExpected(run.run), {
      base: "compare.expectedBase",
      run: "compare.expectedRun",
      both: "compare.expectedBoth",
    }),
  extent: (base, run) =>
    isEven(base.run, run.run)
      ? undefined
      : t("compare.extent", { base: lastPhase(base.run) ?? "", run: lastPhase(run.run) ?? "" }),
  functionLines: ({ run: base }, { run }) =>
    sideText(hasFunctions(base) && !hasFunctions(run), hasFunctions(run) && !hasFunctions(base), {
      base: "compare.functionsBase",
      run: "compare.functionsRun",
    }),
  kindLines: ({ run: base }, { run }) =>
    sideText(hasKinds(base) && !hasKinds(run), hasKinds(run) && !hasKinds(base), {
      base: "compare.kindsBase",
      run: "compare.kindsRun",
    }),
  platform: ({ facts: base }, { facts: run }) =>
    changed("compare.platform", platformText(base), platformText(run)),
  allocator: ({ facts: base }, { facts: run }) => changed("compare.allocator", base.allocator, run.allocator),
  cache: ({ facts: base }, { facts: run }) =>
    sideText(mayCache(base), mayCache(run), {
      base: "compare.cacheBase",
      run: "compare.cacheRun",
      both: "compare.cacheBoth",
    }),
  flags: ({ facts: base }, { facts: run }) => changed("compare.flags", flagsText(base), flagsText(run)),
  subject: ({ facts: base }, { facts: run }) =>
    changed("compare.subject", subjectText(base), subjectText(run)),
  functions: ({ run: base }, { run }, locale) =>
    changed("compare.functions", functionsText(base, locale), functionsText(run, locale)),
  pressure: ({ facts: base }, { facts: run }) =>
    sideText(isUnderPressure(base.pressure), isUnderPressure(run.pressure), {
      base: "compare.pressureBase",
      run: "compare.pressureRun",
      both: "compare.pressureBoth",
    }),
  peakOrigin: ({ peak: base }, { peak: run }) =>
    base === undefined || run === undefined || base.from === run.from
      ? undefined
      : t("compare.peakOrigin", { base: t(`compare.${base.from}`), run: t(`compare.${run.from}`) }),
};

type SideKey = Extract<
  TextKey,
  `compare.${"expected" | "functions" | "kinds" | "cache" | "pressure"}${"Base" | "Run" | "Both"}`
>;

function sideText(
  base: boolean,
  run: boolean,
  keys: { readonly base: SideKey; readonly run: SideKey; readonly both?: SideKey },
): string | undefined {
  const key = base && run ? keys.both : base ? keys.base : run ? keys.run : undefined;
  return key === undefined ? undefined : t(key);
}

/** Undefined where a side is not known, or both are the same. */
function changed(
  key: Extract<TextKey, `compare.${"platform" | "allocator" | "flags" | "subject" | "functions"}`>,
  base: string | null,
  run: string | null,
): string | undefined {
  return base === null || run === null || base === run ? undefined : t(key, { base, run });
}

function hasFunctions({ functions, probes }: Run): boolean {
  return functions.length > 0 || probes.places.some(({ type }) => type === "function");
}

function hasKinds({ kinds, probes }: Run): boolean {
  return kinds.length > 0 || probes.places.some(({ type }) => type === "kind");
}

function lastPhase({ phases }: Run): string | undefined {
  return phases.findLast(({ subPhase }) => !subPhase)?.name;
}

function platformText({ platform }: RunFacts): string | null {
  return platform && `${platform.os} ${platform.arch} ${platform.release}`;
}

/** The command is known, and without the flag parts of it may come from the compiler's cache. */
function mayCache({ command, flags }: RunFacts): boolean {
  return command.length > 0 && ![...command, ...flags].includes("--no-cache");
}

function flagsText({ command, flags }: RunFacts): string | null {
  return command.length === 0 ? null : flags.filter((flag) => flag !== "--no-cache").join(" ");
}

function subjectText({ subject }: RunFacts): string | null {
  if (subject === null || subject.commit === null) {
    return null;
  }
  const commit = subject.commit.slice(0, 12);
  return subject.dirtyHash === null
    ? commit
    : t("compare.dirty", { commit, hash: subject.dirtyHash.slice(0, 12) });
}

/** What the type checker counts, where it does. */
function functionsText({ counts }: Run, locale: string): string | null {
  const count = counts.findLast(({ key }) => /\bregistry\.funcs$/.test(key))?.value;
  return count === undefined || Number.isNaN(count) ? null : formatCount(count, locale);
}
