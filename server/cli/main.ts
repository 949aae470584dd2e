// `quartz-rss`: arguments → a command → an exit code.
import { parseArgs } from "node:util";
import { t } from "#core/base/text";
import { EXIT_OK, EXIT_UNUSABLE, type Streams } from "./io.ts";
import { type ReportFormat, report } from "./report.ts";
import { symbols } from "./symbols.ts";

const DEFAULT_TOP = 10;

/** @param version printed for `--version` */
export async function run(args: readonly string[], streams: Streams, version: string): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
        format: { type: "string", default: "text" },
        top: { type: "string", default: String(DEFAULT_TOP) },
        root: { type: "string" },
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
    if (command !== "report" && command !== "symbols") {
      throw new UsageError(t("cli.unknownCommand", { command }));
    }
    if (files.length === 0) {
      throw new UsageError(t("cli.noFiles", { command }));
    }
    return command === "report"
      ? await report({ files, format: reportFormatOf(values.format), top: topOf(values.top) }, streams)
      : await symbols({ files, format: formatOf(values.format), root: values.root }, streams);
  } catch (error) {
    if (error instanceof UsageError || (error instanceof TypeError && "code" in error)) {
      streams.err(t("cli.usage", { message: error.message }));
      return EXIT_UNUSABLE;
    }
    throw error;
  }
}

class UsageError extends Error {}

function formatOf(format: string): "text" | "json" {
  if (format !== "text" && format !== "json") {
    throw new UsageError(t("cli.format", { format }));
  }
  return format;
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
