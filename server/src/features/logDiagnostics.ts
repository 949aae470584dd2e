// Problems of a log: pulled by clients that can (`textDocument/diagnostic`), pushed to all others.
import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type DocumentDiagnosticParams,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
} from "vscode-languageserver";
import { diagnosticsOf, type LogDiagnostic } from "#core/view/log/logDiagnostics";
import { handle } from "../handle.ts";
import type { ServerState } from "../serverState.ts";
import { pushOnChange } from "./pushDiagnostics.ts";

const SOURCE = "quartz-rss";

/** True when the client asks for diagnostics itself. */
export function pullsDiagnostics({ capabilities }: Pick<ServerState, "capabilities">): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

export function registerLogDiagnostics(connection: Connection, state: ServerState): Disposable {
  if (!pullsDiagnostics(state)) {
    return pushOnChange(connection, state, (uri) => itemsOf(uri, state));
  }
  // By method: the library's own register wants a cancellation in a form that only servers make.
  return connection.onRequest(
    DocumentDiagnosticRequest.method,
    handle<DocumentDiagnosticParams, FullDocumentDiagnosticReport>(
      connection.console,
      report([]),
      ({ textDocument }) => report(itemsOf(textDocument.uri, state)),
    ),
  );
}

function report(items: Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}

function itemsOf(uri: string, { logs }: ServerState): Diagnostic[] {
  const document = logs.get(uri);
  return document === undefined ? [] : diagnosticsOf(document.log.runs, document.lines).map(diagnostic);
}

function diagnostic({ severity, ...rest }: LogDiagnostic): Diagnostic {
  const { Warning, Information } = DiagnosticSeverity;
  return { ...rest, severity: severity === "warning" ? Warning : Information, source: SOURCE };
}
