// The same suite in a desktop VS Code: @vscode/test-electron downloads one, so this needs the network.
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { copyDemo, ROOT } from "../support/demo.ts";

const demo = await copyDemo();
try {
  await runTests({
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: join(ROOT, "dist", "test", "suite.cjs"),
    launchArgs: [demo.folder, "--disable-extensions"],
  });
} finally {
  await demo.remove();
}
