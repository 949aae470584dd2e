// package.json and the code must say the same.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HEAT_CURVES, HEAT_LEVELS } from "#core/model/heat";
import { LENS_DENSITIES } from "#core/view/lenses";
import { CLIENT_DEFAULTS } from "../../client/src/clientSettings.ts";
import { DEFAULT_SETTINGS, HEAT_SCOPES, parseSettings } from "../../server/src/settings.ts";
import { ROOT } from "../support/demo.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
interface Setting {
  readonly default: unknown;
  readonly order: number;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

const manifest: {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
  };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
} = JSON.parse(read("package.json"));

test("every contributed command has a handler", () => {
  const files = [
    "client/src/baseline.ts",
    "client/src/commands.ts",
    "client/src/treeCommands.ts",
    "server/src/protocol.ts",
  ];
  const table = files.map(read).join("\n");
  expect(
    manifest.contributes.commands.map(({ command }) => command).filter((id) => !table.includes(`"${id}"`)),
  ).toEqual([]);
});

const sections = manifest.contributes.configuration;
const settings = sections.flatMap(({ properties }) => Object.entries(properties));

/** Read by the language client's own library. */
const TRACE = { "quartzRss.trace.server": "off" };

/** `{ lens: { enabled: true } }` → `quartzRss.lens.enabled: true` */
function flat(value: unknown, name: string): readonly (readonly [name: string, value: unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => flat(inner, `${name}.${key}`))
    : [[name, value]];
}

test("settings have the defaults that server and client assume, and there are no others", () => {
  const assumed = [...flat(DEFAULT_SETTINGS, "quartzRss"), ...flat(CLIENT_DEFAULTS, "quartzRss")];
  expect(Object.fromEntries(settings.map(([name, setting]) => [name, setting.default]))).toEqual({
    ...Object.fromEntries(assumed),
    ...TRACE,
  });
});

test("every default is what the server makes of it, and of nothing", () => {
  expect(parseSettings(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  expect(parseSettings(undefined)).toEqual(DEFAULT_SETTINGS);
});

test("settings with a choice offer what the server reads, each described", () => {
  const offered = settings.flatMap(([name, { enum: choices }]) => (choices ? [[name, choices]] : []));
  expect(Object.fromEntries(offered)).toEqual({
    "quartzRss.lens.density": LENS_DENSITIES,
    "quartzRss.heat.scope": HEAT_SCOPES,
    "quartzRss.heat.curve": HEAT_CURVES,
    "quartzRss.trace.server": ["off", "messages", "verbose"],
  });
  for (const [, { enum: choices, enumDescriptions }] of settings) {
    expect(enumDescriptions?.length).toBe(choices?.length);
  }
});

test("settings are in sections, in order, and described", () => {
  expect(sections.slice(0, 4).map(({ title }) => title)).toEqual([
    "Logs",
    "Figures in the Source",
    "Code Lenses",
    "Heat",
  ]);
  const ascends = (orders: readonly number[]): boolean =>
    orders.every((order, at) => order > (orders[at - 1] ?? 0));
  expect(ascends(sections.map(({ order }) => order))).toBe(true);
  for (const { properties } of sections) {
    expect(ascends(Object.values(properties).map(({ order }) => order))).toBe(true);
  }
  expect(settings.filter(([, { markdownDescription }]) => !/\.$/.test(markdownDescription))).toEqual([]);
});

test("every heat level of both families and both directions is a theme colour with all four defaults", () => {
  const colors = new Map(manifest.contributes.colors.map(({ id, defaults }) => [id, Object.keys(defaults)]));
  for (const family of ["subject", "handler", "grew", "shrank"]) {
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
