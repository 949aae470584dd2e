// Command lines that cannot be followed.
import { t } from "#core/base/text";

/** The message says what is wrong; where to find help is said around it. */
export class UsageError extends Error {}

/** @throws UsageError */
export function formatOf(format: string): "text" | "json" {
  if (format !== "text" && format !== "json") {
    throw new UsageError(t("cli.format", { format }));
  }
  return format;
}
