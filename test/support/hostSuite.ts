// Runs a suite inside the extension host of a real VS Code. The suite is a CommonJS module that exports `run()`,
// the very module that @vscode/test-electron takes as its extensionTestsPath.
import { setTimeout as timer } from "node:timers/promises";
import { type HostOptions, startHost } from "./workbench.ts";

export interface SuiteOptions extends HostOptions {
  readonly suitePath: string;
  readonly extensionDevelopmentPath: string;
  readonly limitMs?: number;
}

export interface SuiteResult {
  /** 0 when `run()` was fulfilled, 1 when it was rejected. */
  readonly code: number;
  /** What the suite and the extension host printed, the reason of a failure included. */
  readonly log: string;
}

const LIMIT_MS = 120_000;

/** What the host says in every run: how it connects, and which native modules were not built. */
const HOST_NOISE = new RegExp(
  [
    "^Resolv(ing|ed) connection token",
    "^Creating a socket",
    String.raw`^\[(reconnection|AgentHost|AccountPolicy|Service Worker)`,
    "^Updating additional builtin extensions cache",
    "^getaddrinfo",
    "^(Error: )?(Could not locate the bindings file|Cannot find module './build/Release/)",
  ].join("|"),
);

export async function runSuite({
  suitePath,
  limitMs = LIMIT_MS,
  ...options
}: SuiteOptions): Promise<SuiteResult> {
  const host = await startHost(options);
  const lines: string[] = [];
  const limit = new AbortController();
  try {
    await host.page.exposeFunction("codeAutomationLog", (type: string, args: readonly unknown[]) => {
      const text = args.map(String).join(" ");
      if (!HOST_NOISE.test(text)) lines.push(type === "error" ? `error: ${text}` : text);
    });
    const ended = new Promise<number>((resolve) => {
      void host.page.exposeFunction("codeAutomationExit", resolve);
    });
    await host.load({ extensionTestsPath: suitePath });
    const tooLate = timer(limitMs, `did not end within ${limitMs / 1000} s`, { signal: limit.signal });
    const serverEnded = host.exited.then((code) => `lost its server (exit code ${code})`);
    const outcome = await Promise.race([ended, tooLate, serverEnded]);
    if (typeof outcome === "number") return { code: outcome, log: lines.join("\n") };
    throw new Error(`The suite ${suitePath} ${outcome}. It printed:\n${lines.join("\n")}`);
  } finally {
    limit.abort();
    await host.stop();
  }
}
