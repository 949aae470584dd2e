// Problems of project files, and budgets that the shown run exceeds, at the budget and in the source. Always pushed: nobody
// need have the files open, and what is wrong in one follows from another.
import { type Connection, type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Range } from "#core/base/range";
import { evaluateBudgets } from "#core/model/budgets";
import { type BudgetMark, budgetMarks } from "#core/view/budgets/budgetMarks";
import type { ServerState } from "../serverState.ts";

/** Sends what is different since the last call. */
export function budgetDiagnostics(connection: Connection, state: ServerState): () => void {
  const sent = new Map<string, string>();
  return () => {
    const byUri = new Map<string, Diagnostic[]>();
    const add = (uri: string, range: Range, code: string, message: string): void => {
      const items = byUri.get(uri) ?? [];
      items.push({ range, code, message, source: "quartz-rss", severity: DiagnosticSeverity.Warning });
      byUri.set(uri, items);
    };
    for (const { uri, problems } of state.projects.all) {
      for (const { range, code, message } of problems) {
        add(uri, range, code, message);
      }
    }
    for (const { uri, range, message } of exceeded(state)) {
      add(uri, range, "budget-exceeded", message);
    }
    for (const uri of new Set([...sent.keys(), ...byUri.keys()])) {
      const diagnostics = byUri.get(uri) ?? [];
      const text = JSON.stringify(diagnostics);
      if (text !== (sent.get(uri) ?? "[]")) {
        sent.set(uri, text);
        connection
          .sendDiagnostics({ uri, diagnostics })
          .catch((error: unknown) => connection.console.error(String(error)));
      }
    }
  };
}

/** Those of the project that is nearest to the shown log. */
function exceeded({ profiles, projects, sources, runs }: ServerState): readonly BudgetMark[] {
  const { shown } = runs;
  if (shown?.run.kind !== "measured") {
    return [];
  }
  const { uri, project } = projects.around(shown.log);
  const profile = project.budgets.length === 0 ? undefined : profiles.current;
  if (profile === undefined) {
    return [];
  }
  const { model, attribution, comparison } = profile;
  const base = comparison?.diff.base;
  const kindNames = sources.kindNamesAround(shown.log);
  const results = evaluateBudgets(project.budgets, { model, base, kindNames });
  return budgetMarks(results, attribution, uri);
}
