// Which runs a command makes, in which order.
import type { Build, Step } from "#core/project/project";

/** One run of several. */
export interface PlannedRun {
  readonly build: Build;
  /** Name of the compiler, where several are compared. */
  readonly variant: string | null;
}

/**
 * Compilers take turns, so that what changes on the machine meanwhile changes for all of them. What the build's own steps
 * make is made once; for given compilers it is not needed.
 * @param compilers absolute paths; none where the build's own is used
 */
export function planRuns(build: Build, compilers: readonly string[], repeat: number): readonly PlannedRun[] {
  const measures = build.steps.filter(({ role }) => role === "measure");
  const rounds = Array.from({ length: repeat }, (_, round) => round);
  if (compilers.length === 0) {
    return rounds.map((round) => ({
      build: round === 0 ? build : { ...build, steps: measures },
      variant: null,
    }));
  }
  return rounds.flatMap(() =>
    compilers.map((compiler) => ({
      build: { ...build, steps: measures.map((step) => withCompiler(step, compiler)) },
      variant: compiler,
    })),
  );
}

function withCompiler(step: Step, compiler: string): Step {
  return { ...step, command: [compiler, ...step.command.slice(1)] };
}
