// Every key that quartz-rss.json may have. A test holds the JSON schema to it.
import { t } from "../base/text.ts";
import { type Fields, readFields, type Shape } from "./fields.ts";
import type {
  Bound,
  Budget,
  BudgetTarget,
  Build,
  MeasuredUnit,
  ProjectDispatcher,
  Retention,
  Step,
} from "./project.ts";
import * as readers from "./readers.ts";
import type { Value } from "./value.ts";

const { choice, list, path, text, time, size } = readers;

const STDOUT = { file: path };
const STEP = {
  role: choice(["build", "measure"]),
  command: readers.command,
  cwd: path,
  env: readers.environment,
  stdout: (value: Value): Step["stdout"] =>
    value.node.type === "object" ? fileOf(value) : choice(["discard"], t("project.expectedStdout"))(value),
  timeLimit: time,
  rssLimit: size,
};
const BUILD = { name: text, file: path, steps: list(step), patch: path };
const BUDGET = {
  peak: peakOf,
  phase: text,
  function: text,
  kind: text,
  dispatcher: text,
  limit: size,
  growth: readers.growth,
  tolerance: readers.tolerance,
};
const DISPATCHER = { function: text, phase: text, kind: text, guard: text, onGuard: text };
const UNIT = { phase: text, file: path, call: text, label: text };
const RETENTION = { runs: readers.wholeNumber };

export const PROJECT = {
  // For the editor, which completes by it.
  $schema: text,
  builds: list(build),
  budgets: list(budget),
  constantsFile: path,
  dispatchers: list((value): ProjectDispatcher | undefined => {
    const fields = readFields(value, DISPATCHER, ["function"]);
    return fields?.function === undefined ? undefined : { ...fields, function: fields.function };
  }),
  units: list((value): MeasuredUnit | undefined => {
    const { phase, file, call, label } = readFields(value, UNIT, ["phase", "file", "call", "label"]) ?? {};
    return phase === undefined || file === undefined || call === undefined || label === undefined
      ? undefined
      : { phase, file, call, label };
  }),
  retention: (value: Value): Retention | undefined => {
    const runs = readFields(value, RETENTION, ["runs"])?.runs;
    return runs === undefined ? undefined : { runs };
  },
};

/** The objects of the file, by the name of their definition in the schema. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  ...{ build: BUILD, step: STEP, stdout: STDOUT, budget: BUDGET },
  ...{ dispatcher: DISPATCHER, unit: UNIT, retention: RETENTION },
};

function fileOf(value: Value): { readonly file: string } | undefined {
  const file = readFields(value, STDOUT, ["file"])?.file;
  return file === undefined ? undefined : { file };
}

function build(value: Value): Build | undefined {
  const fields = readFields(value, BUILD, ["name", "file"]);
  if (fields?.name === undefined || fields.file === undefined) {
    return undefined;
  }
  const { name, file, steps, patch } = fields;
  return { name, file, steps: steps ?? [], ...(patch === undefined ? {} : { patch }) };
}

function step(value: Value): Step | undefined {
  const fields = readFields(value, STEP, ["role", "command"]);
  if (fields?.role === undefined || fields.command === undefined) {
    return undefined;
  }
  const { timeLimit, rssLimit, ...rest } = fields;
  return {
    ...rest,
    role: fields.role,
    command: fields.command,
    ...(timeLimit === undefined ? {} : { timeLimitMs: timeLimit }),
    ...(rssLimit === undefined ? {} : { rssLimitBytes: rssLimit }),
  };
}

/** A limit, or `true` where `growth` says how much. */
function peakOf(value: Value): number | true | undefined {
  return value.node.type === "boolean" && value.node.value === true ? true : size(value);
}

function budget(value: Value): Budget | undefined {
  const { problems } = value.book;
  const before = problems.length;
  const fields = readFields(value, BUDGET);
  const told = problems.slice(before);
  // What is wrong with one of its values is said already, and so is a key that stands for a missing one.
  if (fields === undefined || told.some(({ code }) => code !== "unknownKey")) {
    return undefined;
  }
  const target = targetOf(fields);
  const bound = boundOf(fields);
  if (told.length > 0 && (target === undefined || bound === undefined)) {
    return undefined;
  }
  if (target === undefined) {
    return value.refuse("conflict", t("project.budgetTarget", { key: value.path }));
  }
  if (bound === undefined) {
    return value.refuse("conflict", t("project.budgetBound", { key: value.path }));
  }
  return {
    target,
    bound,
    ...(fields.tolerance === undefined ? {} : { tolerance: fields.tolerance }),
    key: fields.growth !== undefined ? "growth" : fields.limit !== undefined ? "limit" : "peak",
    index: Number(/\d+(?=\]$)/.exec(value.path)?.[0] ?? 0),
    range: value.range,
  };
}

function targetOf({
  peak,
  phase,
  kind,
  dispatcher,
  ...rest
}: Fields<typeof BUDGET>): BudgetTarget | undefined {
  const where = phase === undefined ? {} : { phase };
  const given = [peak, rest.function, kind].filter((one) => one !== undefined).length;
  if (
    given > 1 ||
    (peak !== undefined && phase !== undefined) ||
    (dispatcher !== undefined && kind === undefined)
  ) {
    return undefined;
  }
  if (peak !== undefined) {
    return { kind: "peak" };
  }
  if (rest.function !== undefined) {
    return { kind: "function", name: rest.function, ...where };
  }
  if (kind !== undefined) {
    return { kind: "nodeKind", name: kind, ...where, ...(dispatcher === undefined ? {} : { dispatcher }) };
  }
  return phase === undefined ? undefined : { kind: "phase", name: phase };
}

function boundOf({ peak, limit, growth }: Fields<typeof BUDGET>): Bound | undefined {
  const limits = [limit, peak].filter((one) => typeof one === "number");
  const [bytes] = limits;
  if (limits.length + (growth === undefined ? 0 : 1) !== 1) {
    return undefined;
  }
  if (growth !== undefined) {
    return { kind: "growth", amount: growth };
  }
  return bytes === undefined ? undefined : { kind: "limit", bytes };
}
