// What a launch tells while it goes on.
import type { Step } from "#core/project/project";
import type { RunFile } from "#core/store/runFile";

export type LaunchEvent =
  | { readonly type: "run"; readonly id: string; readonly folder: string }
  | {
      readonly type: "step";
      readonly index: number;
      readonly of: number;
      readonly role: Step["role"];
      readonly command: readonly string[];
    }
  | {
      readonly type: "progress";
      /** Of the compiler's last reading; null before the first. */
      readonly phase: string | null;
      /** Of all processes of the step together. */
      readonly rssBytes: number;
      /** Since the step's start. */
      readonly elapsedMs: number;
    }
  | {
      readonly type: "failedStep";
      readonly index: number;
      readonly of: number;
      readonly role: Step["role"];
      /** The file with its standard error. */
      readonly errors: string;
    }
  | { readonly type: "end"; readonly run: RunFile; readonly hasReadings: boolean };

export type Tell = (event: LaunchEvent) => void;
