// The hover of a log.
import type { Position } from "#core/base/range";
import type { Run } from "#core/log/record";
import { hoverAt, type LogHover } from "#core/view/log/logHover";
import { wordAt } from "#core/view/log/logWords";
import type { ServerState } from "../serverState.ts";

export function logHover(
  { logs, locale }: ServerState,
  uri: string,
  { line, character }: Position,
): LogHover | undefined {
  // Most places have no word, and then the log need not be read.
  const isWord = wordAt(logs.lines(uri)?.at(line) ?? "", character) !== undefined;
  const document = isWord ? logs.get(uri) : undefined;
  if (document === undefined) {
    return undefined;
  }
  const sources = logs.meaningFor(uri);
  const source = { ...document, sources, model: (run: Run) => logs.model(run, uri), locale };
  return hoverAt(source, line, character);
}
