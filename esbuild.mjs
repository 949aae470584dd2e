// @ts-check
// Bundles client, server, CLI, page, suites and benches. Flags: --watch, --production (minify), --tests (suites too).
import { chmod, cp, mkdir, readFile } from "node:fs/promises";
import { build, context } from "esbuild";

const flags = new Set(process.argv.slice(2));
const { version } = JSON.parse(await readFile("package.json", "utf8"));

/** @type {import("esbuild").BuildOptions} */
const node = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minify: flags.has("--production"),
  sourcemap: flags.has("--production") ? false : "linked",
  logLevel: "warning",
  legalComments: "none",
  // jsonrpc and uri ship a UMD build first, whose requires a bundler cannot see
  mainFields: ["module", "main"],
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ["client/src/extension.ts"], outfile: "dist/client.cjs", external: ["vscode"] },
  {
    ...node,
    entryPoints: ["server/node/main.ts"],
    outfile: "dist/server.cjs",
    // the glob library asks for its own address, which a CommonJS bundle does not have
    define: { "import.meta.url": "bundleUrl" },
    banner: {
      js: '#!/usr/bin/env node\nconst bundleUrl = require("node:url").pathToFileURL(__filename).href;',
    },
  },
  {
    ...node,
    entryPoints: ["server/cli/bin.ts"],
    outfile: "dist/cli.cjs",
    banner: { js: "#!/usr/bin/env node" },
    define: { QUARTZ_RSS_VERSION: JSON.stringify(version) },
  },
  {
    ...node,
    entryPoints: ["media/src/main.ts"],
    outfile: "dist/media/chart.js",
    platform: "browser",
    target: "es2022",
    format: "iife",
  },
];

if (flags.has("--tests")) {
  bundles.push(
    {
      ...node,
      entryPoints: ["test/host/suite.ts"],
      outfile: "dist/test/suite.cjs",
      external: ["vscode", "mocha"],
    },
    {
      ...node,
      entryPoints: ["test/host/electron.ts"],
      outfile: "dist/test/electron.mjs",
      format: "esm",
      packages: "external",
    },
    { ...node, entryPoints: ["test/bench/main.ts"], outfile: "dist/test/bench.cjs" },
    { ...node, entryPoints: ["test/fuzz/main.ts"], outfile: "dist/test/fuzz.cjs" },
  );
}

await mkdir("dist/media", { recursive: true });
await cp("media/chart.css", "dist/media/chart.css");
await cp("media/icons", "dist/media/icons", { recursive: true });
await cp("client/launchers", "dist/bin", { recursive: true });
await chmod("dist/bin/quartz-rss", 0o755);

if (flags.has("--watch")) {
  for (const options of bundles) {
    const watched = await context(options);
    await watched.watch();
  }
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
