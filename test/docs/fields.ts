// The field tables of docs/json.md, and how an answer is held against them.
import type { Doc } from "../support/docs.ts";

export interface Field {
  /** The objects that have it: `report[].phases[]`. */
  readonly path: string;
  readonly name: string;
  /** `integer or null`, `"enter" or "leave"`, `integer, optional` */
  readonly type: string;
}

/** An object of an answer, and where it stands in it. */
export interface Found {
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Rows of the tables below headings such as `report[].phases[]`. */
export function documentedFields({ rows }: Doc): readonly Field[] {
  return rows.flatMap(({ heading, cells: [name = "", type = ""] }) => {
    const path = /^`([\w[\].]+)`$/.exec(heading)?.[1];
    return path === undefined ? [] : [{ path, name: name.replaceAll("`", ""), type }];
  });
}

/** All objects, with those that stand alone: some of these map names to figures, and their keys are no fields. */
export function objectsIn(value: unknown, path: string): readonly Found[] {
  return Array.isArray(value)
    ? value.flatMap((item: unknown) => objectsAt(item, `${path}[]`))
    : objectsAt(value, path);
}

function objectsAt(value: unknown, path: string): readonly Found[] {
  if (!isObject(value)) {
    return [];
  }
  return [
    { path, value },
    ...Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, `${path}.${key}`)),
  ];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isOptional({ type }: Field): boolean {
  return type.endsWith(", optional");
}

/** @param value undefined where the object does not have the field */
export function isOfType(value: unknown, field: Field): boolean {
  if (value === undefined) {
    return isOptional(field);
  }
  return field.type
    .replace(/, optional$/, "")
    .split(" or ")
    .some((type) => isOf(value, type));
}

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "string":
    case "number":
    case "boolean":
      return typeof value === type;
    default:
      return JSON.stringify(value) === type;
  }
}
