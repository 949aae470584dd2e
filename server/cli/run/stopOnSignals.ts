// A person, an editor or a closed terminal wants it to stop.
const SIGNALS = ["SIGHUP", "SIGINT", "SIGTERM"] as const;

export interface Stop {
  readonly signal: AbortSignal;
  /** From now on signals end this process again. */
  readonly dispose: () => void;
}

/** However often it is asked, what was started is ended in order first. */
export function stopOnSignals(): Stop {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  for (const name of SIGNALS) {
    process.on(name, stop);
  }
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of SIGNALS) {
        process.off(name, stop);
      }
    },
  };
}
