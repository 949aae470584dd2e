// Problems of a log: pulled by clients that can (`textDocument/diagnostic`), pushed to all others.
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
} from "vscode-languageserver";
import { diagnosticsOf, type LogDiagnostic } from "#core/view/log/logDiagnostics";
import { handle } from "../handle.ts";
import type { ServerState } from "../serverState.ts";

const SOURCE = "quartz-rss";
/** A document that changes is looked at again when it has been left alone for this long. */
const PUSH_DELAY_MS = 250;

/** True when the client asks for diagnostics itself. */
export function pullsDiagnostics({ capabilities }: Pick<ServerState, "capabilities">): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

export function registerLogDiagnostics(connection: Connection, state: ServerState): Disposable {
  const report = (items: Diagnostic[]): FullDocumentDiagnosticReport => ({
    kind: DocumentDiagnosticReportKind.Full,
    items,
  });
  return pullsDiagnostics(state)
    ? connection.onRequest(
        DocumentDiagnosticRequest.method,
        handle<{ textDocument: { uri: string } }, FullDocumentDiagnosticReport>(
          connection.console,
          report([]),
          ({ textDocument }) => report(itemsOf(textDocument.uri, state)),
        ),
      )
    : pushOnChange(connection, state);
}

function pushOnChange(connection: Connection, state: ServerState): Disposable {
  const waiting = new Map<string, Disposable>();
  const push = (uri: string): void => {
    waiting.delete(uri);
    connection
      .sendDiagnostics({ uri, diagnostics: itemsOf(uri, state) })
      .catch((error: unknown) => connection.console.error(String(error)));
  };
  return state.logs.onDidChange((uri) => {
    waiting.get(uri)?.dispose();
    waiting.set(
      uri,
      state.host.after(PUSH_DELAY_MS, () => push(uri)),
    );
  });
}

function itemsOf(uri: string, { logs }: ServerState): Diagnostic[] {
  const document = logs.get(uri);
  return document === undefined ? [] : diagnosticsOf(document.log.runs, document.lines).map(diagnostic);
}

function diagnostic({ severity, ...rest }: LogDiagnostic): Diagnostic {
  const { Warning, Information } = DiagnosticSeverity;
  return { ...rest, severity: severity === "warning" ? Warning : Information, source: SOURCE };
}
