// `quartz-rss`: arguments → a command → an exit code.
import { parseArgs } from "node:util";
import { t } from "#core/base/text";
import { check } from "./check.ts";
import { diff } from "./diff.ts";
import { init } from "./init.ts";
import { EXIT_OK, EXIT_UNUSABLE, type Streams } from "./io.ts";
import { launchCommands } from "./launchCommands.ts";
import { type ReportFormat, report } from "./report.ts";
import { readRun } from "./runInput.ts";
import { storeCommands } from "./storeCommands.ts";
import { symbols } from "./symbols.ts";
import { formatOf, UsageError } from "./usage.ts";

const DEFAULT_TOP = 10;

/** @param version printed for `--version` */
export async function run(args: readonly string[], streams: Streams, version: string): Promise<number> {
  try {
    const own = storeCommands.get(args[0] ?? "") ?? launchCommands.get(args[0] ?? "");
    if (own !== undefined && !args.includes("--help") && !args.includes("-h")) {
      return await own(args.slice(1), streams);
    }
    if (own !== undefined) {
      await streams.out(`${t("cli.help")}\n`);
      return EXIT_OK;
    }
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
        format: { type: "string", default: "text" },
        top: { type: "string", default: String(DEFAULT_TOP) },
        root: { type: "string" },
        run: { type: "string" },
        "base-run": { type: "string" },
        config: { type: "string" },
        baseline: { type: "string" },
        tighten: { type: "boolean", default: false },
        force: { type: "boolean", default: false },
      },
    });
    const [command, ...files] = positionals;
    if (values.version === true) {
      await streams.out(`${version}\n`);
      return EXIT_OK;
    }
    if (values.help === true || command === undefined) {
      await streams.out(`${t("cli.help")}\n`);
      return values.help === true ? EXIT_OK : EXIT_UNUSABLE;
    }
    if (command === "diff") {
      const [base, run, ...others] = files;
      if (base === undefined || run === undefined || others.length > 0) {
        throw new UsageError(t("cli.diffFiles"));
      }
      const numbers = { baseNumber: runNumberOf(values["base-run"]), runNumber: runNumberOf(values.run) };
      const [format, top] = [formatOf(values.format), topOf(values.top)];
      return await diff({ base, run, ...numbers, format, top }, streams);
    }
    if (command === "init") {
      if (files.length > 0) {
        throw new UsageError(t("cli.noArguments"));
      }
      return await init(process.cwd(), values.force, streams);
    }
    if (command === "check") {
      const [log] = files;
      if (log === undefined || files.length > 1) {
        throw new UsageError(t("cli.oneLog"));
      }
      const { config, baseline, tighten } = values;
      return await check({ log, config, baseline, tighten, format: formatOf(values.format) }, streams);
    }
    if (command !== "report" && command !== "symbols") {
      throw new UsageError(t("cli.unknownCommand", { command }));
    }
    if (files.length === 0) {
      throw new UsageError(t("cli.noFiles", { command }));
    }
    return command === "report"
      ? await reportWith(values.baseline, values["base-run"], {
          ...{ files, format: reportFormatOf(values.format), top: topOf(values.top) },
          streams,
        })
      : await symbols({ files, format: formatOf(values.format), root: values.root }, streams);
  } catch (error) {
    if (error instanceof UsageError || (error instanceof TypeError && "code" in error)) {
      streams.err(t("cli.usage", { message: error.message }));
      return EXIT_UNUSABLE;
    }
    throw error;
  }
}

interface ReportCall {
  readonly files: readonly string[];
  readonly format: ReportFormat;
  readonly top: number;
  readonly streams: Streams;
}

/** A baseline that cannot be used is told; the report is printed all the same. */
async function reportWith(
  baseline: string | undefined,
  number: string | undefined,
  { streams, ...options }: ReportCall,
): Promise<number> {
  if (baseline === undefined) {
    return report(options, streams);
  }
  if (options.format !== "markdown") {
    throw new UsageError(t("cli.baselineFormat"));
  }
  if (baseline === "-" && options.files.includes("-")) {
    throw new UsageError(t("cli.twoInputs"));
  }
  const base = await readRun(baseline, runNumberOf(number), streams);
  const code = await report({ ...options, baseline: base }, streams);
  return base === undefined ? EXIT_UNUSABLE : code;
}

function reportFormatOf(format: string): ReportFormat {
  return format === "markdown" ? format : formatOf(format);
}

function topOf(top: string): number {
  if (!/^[1-9]\d{0,6}$/.test(top)) {
    throw new UsageError(t("cli.top", { top }));
  }
  return Number(top);
}

function runNumberOf(number: string | undefined): number | undefined {
  if (number !== undefined && !/^[1-9]\d{0,6}$/.test(number)) {
    throw new UsageError(t("cli.runNumber", { number }));
  }
  return number === undefined ? undefined : Number(number);
}
