import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // Nothing has module-level state, so files can share one: loading it a hundred times is what took the time.
          // No test measures time, and on a busy machine reading on for seconds is no failure.
          testTimeout: 60_000,
          isolate: false,
          pool: "threads",
          include: [
            "test/{core,node,protocol,cli,media,docs,fuzz}/**/*.test.ts",
            "test/house/manifest.test.ts",
          ],
        },
      },
      {
        test: {
          name: "vscode",
          include: ["test/{host,ui,process}/**/*.test.ts", "test/house/{layers,pack}.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // A browser, an editor and a server share the machine: what fails twice is broken. A second try is shown as one.
          retry: 1,
          // A workbench on two cores can take seconds over what is a frame elsewhere.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
