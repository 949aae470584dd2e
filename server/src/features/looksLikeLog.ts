// Is a file on disk a memory log? Asked for files that are too large for an editor to hand out.
import type { Connection, Disposable } from "vscode-languageserver";
import { looksLikeMemoryLog } from "#core/log/looksLikeLog";
import type { Host } from "../files.ts";
import { handle } from "../handle.ts";
import * as protocol from "../protocol.ts";
import type { ServerState } from "../serverState.ts";

const BEGINNING_BYTES = 65_536;

export function registerLooksLikeLog(connection: Connection, state: ServerState): Disposable {
  return connection.onRequest(
    protocol.looksLikeLog,
    handle<{ readonly uri: string }, boolean>(connection.console, false, async ({ uri }) =>
      looksLikeMemoryLog(await beginning(uri, state.host)),
    ),
  );
}

async function beginning(uri: string, { files, decode }: Host): Promise<string> {
  let text = "";
  let length = 0;
  for await (const chunk of files.readFrom(uri, 0)) {
    text += decode(chunk.subarray(0, BEGINNING_BYTES - length));
    length += chunk.byteLength;
    if (length >= BEGINNING_BYTES) {
      break;
    }
  }
  return text;
}
