// Runs inside a real extension host: `run()` is what VS Code calls as its extension tests. Results go to the console
// as lines that the runner outside reads, one a test, and to the exit code.
import Mocha from "mocha";
import { defineBuildTests } from "./buildTests.ts";
import { defineDriftTests } from "./driftTests.ts";
import { defineHoverTests } from "./hoverTests.ts";
import { defineLogDocumentTests } from "./logDocumentTests.ts";
import { defineMannerTests } from "./mannerTests.ts";
import { defineOverlayTests } from "./overlayTests.ts";
import { defineSettingsTests } from "./settingsTests.ts";

/** In front of each result line. */
const MARK = "QUARTZ_RSS_RESULT";

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, reporter: "min" });
  mocha.suite.emit("pre-require", globalThis, "suite", mocha);
  defineOverlayTests();
  defineLogDocumentTests();
  defineMannerTests();
  defineHoverTests();
  defineDriftTests();
  defineSettingsTests();
  defineBuildTests();
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures === 0) {
        resolve();
      } else {
        reject(new Error(`${failures} tests failed`));
      }
    });
    runner.on("pass", (test) => say({ title: test.fullTitle() }));
    runner.on("fail", (test, error: Error) =>
      say({ title: test.fullTitle(), error: error.stack ?? error.message }),
    );
  });
}

function say(result: { readonly title: string; readonly error?: string }): void {
  // biome-ignore lint/suspicious/noConsole: the console is the only way out of the extension host
  console.log(`${MARK} ${JSON.stringify(result)}`);
}
