// Hovers over a source: a workspace, a log, and `⟨` in front of the character that a test points at.
import { attribute } from "#core/model/attribution";
import type { DriftOf } from "#core/model/drift";
import { moduleOf } from "#core/quartz/modules";
import type { HoverLinks } from "#core/view/hover/hoverLinks";
import { type SourceHover, sourceHoverAt } from "#core/view/hover/sourceHover";
import { modelOf } from "../../../support/model.ts";
import { indexOf } from "../../../support/sources.ts";

export const LINKS: HoverLinks = {
  log: "file:///q/mem.log",
  chartCommand: "quartzRss.showInChart",
  treeCommand: "quartzRss.revealInTree",
};

export type DriftSaid = Pick<DriftOf, "drift" | "since">;

interface HoverPage {
  readonly log: string;
  /** Path → text; one of them holds the mark. */
  readonly files: Readonly<Record<string, string>>;
  readonly links?: HoverLinks;
  readonly locale?: string;
  /** Of every figure. */
  readonly drift?: DriftSaid;
}

export function hoverOf({
  log,
  files,
  links = LINKS,
  locale = "en",
  drift,
}: HoverPage): SourceHover | undefined {
  const [path, marked] = Object.entries(files).find(([, text]) => text.includes("⟨")) ?? ["", ""];
  const before = marked.slice(0, marked.indexOf("⟨")).split("\n");
  const lines = marked.replace("⟨", "").split("\n");
  const index = indexOf({ ...files, [path]: lines.join("\n") });
  const model = modelOf(log);
  const found = attribute(model, index);
  const attribution = drift === undefined ? found : withDrift(found, drift);
  const names = { index, module: moduleOf(path), line: (line: number) => lines[line] ?? "" };
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return sourceHoverAt({ uri: `file:///${path}`, model, attribution, ...names, links, locale }, position);
}

function withDrift(found: ReturnType<typeof attribute>, drift: DriftSaid): ReturnType<typeof attribute> {
  const byFile = [...found.byFile].map(([uri, { subjects, branches, handlers }]) => {
    const drifted = <T extends { readonly figure: object }>(figures: readonly T[]): readonly T[] =>
      figures.map((one) => ({ ...one, figure: { ...one.figure, ...drift } }));
    return [
      uri,
      { subjects: drifted(subjects), branches: drifted(branches), handlers: drifted(handlers) },
    ] as const;
  });
  return { ...found, byFile: new Map(byFile) };
}

/** Paragraphs without escapes and targets of links. */
export function paragraphs(hover: SourceHover | undefined): readonly string[] | undefined {
  return hover?.markdown
    .split("\n\n")
    .map((paragraph) => paragraph.replace(/\]\(<[^>]*>\)/g, "]").replace(/\\(.)/g, "$1"));
}
