// package.json and the code must say the same.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HEAT_LEVELS } from "#core/model/heat";
import { DEFAULT_SETTINGS } from "../../server/src/settings.ts";
import { ROOT } from "../support/demo.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const manifest: {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
} = JSON.parse(read("package.json"));

test("every contributed command has a handler", () => {
  const table = `${read("client/src/commands.ts")}${read("server/src/protocol.ts")}`;
  expect(
    manifest.contributes.commands.map(({ command }) => command).filter((id) => !table.includes(`"${id}"`)),
  ).toEqual([]);
});

test("settings have the defaults that the server assumes", () => {
  const { properties } = manifest.contributes.configuration;
  expect({
    log: properties["quartzRss.log"]?.default,
    logFiles: properties["quartzRss.logFiles"]?.default,
  }).toEqual(DEFAULT_SETTINGS);
});

test("every heat level of both families is a theme colour with all four defaults", () => {
  const colors = new Map(manifest.contributes.colors.map(({ id, defaults }) => [id, Object.keys(defaults)]));
  for (const family of ["subject", "handler"]) {
    for (const level of HEAT_LEVELS) {
      expect(colors.get(`quartzRss.${family}${level}`)).toEqual([
        "dark",
        "light",
        "highContrast",
        "highContrastLight",
      ]);
    }
  }
});

test("versions are exact, and nothing runs on install", () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
});

test("there is one vscode-jsonrpc", () => {
  const lock: { readonly packages: Readonly<Record<string, unknown>> } = JSON.parse(
    read("package-lock.json"),
  );
  expect(Object.keys(lock.packages).filter((path) => path.endsWith("/vscode-jsonrpc"))).toHaveLength(1);
});
