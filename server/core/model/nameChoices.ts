// What people decided for names with several candidates, as it is kept between sessions. Not trusted when it comes back.
import type { NameChoice } from "../quartz/nameHints.ts";

/** Whatever is not a choice is left out; of several for one name the last counts. */
export function parseNameChoices(value: unknown): readonly NameChoice[] {
  const choices = Array.isArray(value) ? value.flatMap(choiceOf) : [];
  return choices.reduce(withChoice, []);
}

export function withChoice(choices: readonly NameChoice[], choice: NameChoice): readonly NameChoice[] {
  return [...withoutChoice(choices, choice.name), choice];
}

export function withoutChoice(choices: readonly NameChoice[], name: string): readonly NameChoice[] {
  return choices.filter((choice) => choice.name !== name);
}

function choiceOf(value: unknown): readonly NameChoice[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const { name, uri, mangledName, arity }: Readonly<Record<string, unknown>> = { ...value };
  return typeof name === "string" && typeof uri === "string" && typeof mangledName === "string"
    ? [{ name, uri, mangledName, arity: typeof arity === "number" ? arity : null }]
    : [];
}
