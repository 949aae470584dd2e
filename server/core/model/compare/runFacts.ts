// What is known of a run beside its log. A run of the store has it, a lone log does not.
import type { RunFile } from "../../store/runFile.ts";
import type { Snapshot } from "../snapshot.ts";

/** Fields of `run.json` that say what a run may be compared with. */
type ComparedFields =
  | "command"
  | "flags"
  | "subject"
  | "platform"
  | "allocator"
  | "pressure"
  | "wallMs"
  | "peakBytes"
  | "peakFrom";

/** A `RunFile` with its snapshot is one. */
export interface RunFacts extends Pick<RunFile, ComparedFields> {
  /** The code as it was: what tells a renamed function. */
  readonly snapshot: Snapshot | null;
}

/** Of a log that nothing else is known of. */
export const NO_FACTS: RunFacts = {
  ...{ command: [], flags: [], subject: null, platform: null, allocator: null },
  ...{ pressure: { before: null, after: null }, wallMs: null, peakBytes: null, peakFrom: null },
  snapshot: null,
};
