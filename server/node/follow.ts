// Follows one file by looking at it again and again.
import type { Disposable } from "vscode-languageserver-protocol";
import type { FileState } from "../src/files.ts";

/** @param pollMs time between two looks; a slow look delays the next one, so that they never pile up */
export function follow(
  look: () => Promise<FileState | undefined>,
  pollMs: number,
  changed: () => void,
): Disposable {
  let last: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;
  const poll = async (): Promise<void> => {
    // A file that cannot be looked at now counts as unchanged: the next look may tell.
    const now = await look().then(print, () => last);
    if (disposed) {
      return;
    }
    if (last !== undefined && now !== last) {
      changed();
    }
    last = now;
    timer = setTimeout(again, pollMs);
  };
  const again = (): void => {
    poll().catch(() => undefined);
  };
  again();
  return {
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
    },
  };
}

function print(state: FileState | undefined): string {
  return state === undefined ? "gone" : `${state.identity} ${state.sizeBytes} ${state.modifiedMs}`;
}
