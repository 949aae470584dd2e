// What is known of a run beside its log: how it was made, and where.
import { t } from "../../base/text.ts";
import { formatAmount, formatReading, formatSeconds } from "../../base/units.ts";
import type { Run } from "../../log/record.ts";
import type { Pressure, RunFile } from "../../store/runFile.ts";
import { escapeProse, inlineCode } from "../markdown.ts";
import { section } from "./markdownTable.ts";

/** The part of the page that says where the figures are from; what is unknown is said once. */
export function factsSection(run: Run, log: string, facts: RunFile | undefined): readonly string[] {
  const rows = [
    fact(t("handoff.log"), inlineCode(log)),
    ...(facts === undefined ? [] : factRows(facts)),
    ...peakRows(run, facts),
  ];
  return section(t("handoff.environment"), [rows, facts === undefined ? [t("handoff.noFacts")] : []]);
}

/** True where memory was certainly short; undefined where nobody looked. */
export function wasUnderPressure(facts: RunFile | undefined): boolean | undefined {
  const looks = [facts?.pressure.before, facts?.pressure.after].filter(isGiven);
  const used = looks.flatMap(({ swapUsedBytes, compressedBytes }) =>
    [swapUsedBytes, compressedBytes].filter(isGiven),
  );
  return used.length === 0 ? undefined : used.some((bytes) => bytes > 0);
}

/** True where somebody measured a peak from outside. */
export function factsKnowPeak(facts: RunFile | undefined): boolean {
  return facts?.peakFrom === "measured" && facts.peakBytes !== null;
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function fact(name: string, text: string): string {
  return `- ${name}: ${text}`;
}

function factRows(facts: RunFile): readonly string[] {
  const { platform, pressure } = facts;
  const rows: readonly (readonly [name: string, text: string])[] = [
    [t("handoff.status"), statusText(facts)],
    [t("handoff.noteFact"), escapeProse(facts.note ?? "")],
    [t("handoff.command"), inlineCode(facts.command.join(" "))],
    [t("handoff.compiler"), compilerText(facts.compiler)],
    [t("handoff.subject"), subjectText(facts.subject)],
    [
      t("handoff.platform"),
      platform === null ? "" : escapeProse(`${platform.os} ${platform.release} ${platform.arch}`),
    ],
    [t("handoff.allocator"), escapeProse(facts.allocator ?? "")],
    [t("handoff.wall"), facts.wallMs === null ? "" : formatSeconds(facts.wallMs)],
    [
      t("handoff.pressure"),
      [pressureText(t("handoff.before"), pressure.before), pressureText(t("handoff.after"), pressure.after)]
        .filter((text) => text !== "")
        .join("; "),
    ],
  ];
  return rows.filter(([, text]) => text !== "").map(([name, text]) => fact(name, text));
}

function statusText({ status, exit }: RunFile): string {
  const ends = [
    status,
    isGiven(exit?.code) && t("handoff.exitCode", { code: exit.code }),
    exit?.signal,
    exit?.reason,
  ];
  return ends
    .filter((end) => typeof end === "string")
    .map(escapeProse)
    .join(", ");
}

function compilerText(compiler: RunFile["compiler"]): string {
  if (compiler === null) {
    return "";
  }
  const more = [compiler.version, compiler.commit, compiler.sha256 && `sha256 ${compiler.sha256}`];
  return [inlineCode(compiler.path), ...more.filter(isGiven).map(escapeProse)].join(", ");
}

function subjectText(subject: RunFile["subject"]): string {
  const parts = [
    subject?.commit && t("handoff.subjectCommit", { commit: escapeProse(subject.commit) }),
    subject?.dirtyHash && t("handoff.subjectDirty", { hash: escapeProse(subject.dirtyHash) }),
  ];
  return parts.filter(isGiven).join(", ");
}

function pressureText(when: string, pressure: Pressure | null): string {
  return pressure === null
    ? ""
    : t("handoff.pressureAt", {
        when,
        free: amount(pressure.freeBytes),
        swap: amount(pressure.swapUsedBytes),
      });
}

function amount(bytes: number | null): string {
  return bytes === null ? "?" : formatAmount(bytes);
}

function peakRows(run: Run, facts: RunFile | undefined): readonly string[] {
  const [bytes, source] =
    run.peakBytes !== undefined
      ? [run.peakBytes, t("handoff.peakPrinted")]
      : facts?.peakFrom === "measured" && facts.peakBytes !== null
        ? [facts.peakBytes, t("handoff.peakMeasured")]
        : [run.maxReadingBytes, t("handoff.peakReading")];
  return bytes === undefined
    ? []
    : [fact(t("handoff.peak"), t("handoff.peakFrom", { peak: formatReading(bytes), source }))];
}
