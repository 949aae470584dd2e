// The end of a hand-off: what its figures do not allow to say, and how to come by them again.
import { t } from "../../base/text.ts";
import type { RunSummary } from "../../model/runSummary.ts";
import type { RunFile } from "../../store/runFile.ts";
import { factsKnowPeak, wasUnderPressure } from "./facts.ts";
import { fenced, section } from "./markdownTable.ts";

/** Only what one might conclude from the figures of this page. */
export function limitsSection(summary: RunSummary, facts: RunFile | undefined): readonly string[] {
  const { charges, kinds, probes, run, spans } = summary;
  const pressure = wasUnderPressure(facts);
  const limits = [
    charges.length > 0 && t("handoff.limitSubject"),
    kinds.length + probes.length > 0 && t("handoff.limitInclusive"),
    charges.length + kinds.length > 0 && t("handoff.limitCensored"),
    run.peakBytes === undefined && !factsKnowPeak(facts) && t("handoff.limitPeak"),
    pressure === true && t("handoff.limitPressure"),
    pressure === undefined && t("handoff.limitPressureUnknown"),
    spans.some(({ kind, deltaBytes }) => kind === "phase" && (deltaBytes ?? 1) <= 0) &&
      t("handoff.limitFree"),
    t("handoff.limitOnce"),
  ];
  return section(t("handoff.limits"), [
    limits.filter((limit) => limit !== false).map((limit) => `- ${limit}`),
  ]);
}

/** Commands that can be pasted as they are; without a record, the compiler's has the usual form. */
export function commandsSection(log: string, facts: RunFile | undefined): readonly string[] {
  const known = facts !== undefined && facts.command.length > 0;
  const measure = known
    ? `${facts.command.map(shellWord).join(" ")} 2>mem.log >/dev/null`
    : "quartz --no-cache --memory-stats -I std main.qz 2>mem.log >/dev/null";
  const name = /^[(-]/.test(log) ? "mem.log" : shellWord(log);
  return section(t("handoff.commands"), [
    [t(known ? "handoff.commandsMeasure" : "handoff.commandsMeasureAny")],
    fenced([measure], "sh"),
    [t("handoff.commandsRead")],
    fenced([`quartz-rss report ${name}`, `quartz-rss report --format json ${name}`], "sh"),
  ]);
}

/** One word of a POSIX shell, whatever it holds. A line break would end the fenced line: it becomes a blank. */
function shellWord(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ");
  return /^[\w@%+=:,./-]+$/.test(line) ? line : `'${line.replaceAll("'", "'\\''")}'`;
}
