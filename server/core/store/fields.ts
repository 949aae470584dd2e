// Values of a JSON object that is not trusted. What is missing is null; what is there must be what it should be.
import { t } from "../base/text.ts";

/** A value is not what it should be; the message says which and what was found. */
export class FieldError extends Error {}

export class Fields {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #where: string;

  /** @param where path of the object, empty for the whole @throws FieldError where it is no object */
  constructor(value: unknown, where = "") {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new FieldError(
        t("store.notObject", { where: where === "" ? "JSON" : where, value: show(value) }),
      );
    }
    this.#values = new Map(Object.entries(value));
    this.#where = where;
  }

  /** A text, or null. */
  text(key: string): string | null {
    const value = this.#get(key);
    return value === null || typeof value === "string" ? value : this.#fail("store.notText", key);
  }

  needText(key: string): string {
    return this.text(key) ?? this.#fail("store.notText", key);
  }

  /** A moment in UTC, or null. */
  moment(key: string): string | null {
    const text = this.text(key);
    const isMoment =
      text === null ||
      (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text) && !Number.isNaN(Date.parse(text)));
    return isMoment ? text : this.#fail("store.notMoment", key);
  }

  /** A whole number that can be counted exactly, or null. */
  integer(key: string, least = 0): number | null {
    const value = this.#get(key);
    if (value === null) {
      return null;
    }
    const isGood = typeof value === "number" && Number.isSafeInteger(value) && value >= least;
    return isGood ? value : this.#fail(least === 0 ? "store.notCount" : "store.notInteger", key);
  }

  needInteger(key: string, least = 0): number {
    return this.integer(key, least) ?? this.#fail(least === 0 ? "store.notCount" : "store.notInteger", key);
  }

  /** Milliseconds, or null. */
  duration(key: string): number | null {
    const value = this.#get(key);
    const isGood = value === null || (typeof value === "number" && Number.isFinite(value) && value >= 0);
    return isGood ? value : this.#fail("store.notCount", key);
  }

  texts(key: string): readonly string[] {
    const value = this.#get(key) ?? [];
    const isGood = Array.isArray(value) && value.every((item): item is string => typeof item === "string");
    return isGood ? value : this.#fail("store.notTexts", key);
  }

  oneOf<T extends string>(key: string, choices: readonly T[]): T | null {
    const value = this.#get(key);
    const choice = choices.find((candidate) => candidate === value);
    return value === null ? null : (choice ?? this.#fail("store.notOneOf", key, choices));
  }

  needOneOf<T extends string>(key: string, choices: readonly T[]): T {
    return this.oneOf(key, choices) ?? this.#fail("store.notOneOf", key, choices);
  }

  /** An object as `read` makes it, or null. */
  object<T>(key: string, read: (fields: Fields) => T): T | null {
    const value = this.#get(key);
    return value === null ? null : read(new Fields(value, this.#path(key)));
  }

  #get(key: string): unknown {
    return this.#values.get(key) ?? null;
  }

  #path(key: string): string {
    return this.#where === "" ? key : `${this.#where}.${key}`;
  }

  #fail(
    what:
      | "store.notText"
      | "store.notMoment"
      | "store.notCount"
      | "store.notInteger"
      | "store.notTexts"
      | "store.notOneOf",
    key: string,
    choices: readonly string[] = [],
  ): never {
    const given = { where: this.#path(key), value: show(this.#values.get(key)) };
    throw new FieldError(
      what === "store.notOneOf" ? t(what, { ...given, choices: choices.join(", ") }) : t(what, given),
    );
  }
}

/** Short enough for a message. */
function show(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 80);
}
