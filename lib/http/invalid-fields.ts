// What a schema found wrong, as fields a program can mend: stable words instead of the validator's own.
import type { z } from "zod";
import type { InvalidField } from "../errors/request-error.ts";

/** Most fields named in one answer; no schema of the API has as many. */
const MAX_FIELDS = 20;

/** How a field can fail to have the shape it must have. */
export type ShapeCode =
  | "missing"
  | "wrong-type"
  | "wrong-format"
  | "not-an-option"
  | "too-short"
  | "too-long"
  | "too-small"
  | "too-large"
  | "wrong";

/** A field whose value does not have the shape it must have. */
export interface ShapeError extends InvalidField {
  code: ShapeCode;
  /** Of `wrong-type`: the type it must have, by its name in JSON. */
  expected?: string;
  /** Of `too-short` and `too-small`. */
  min?: number;
  /** Of `too-long` and `too-large`. */
  max?: number;
  /** Of `not-an-option`: the values there are. */
  options?: readonly unknown[];
}

type Issue = z.core.$ZodIssue;

/** The fields of `body` that the issues are about, each once, in the order of the schema. */
export function shapeErrors(issues: readonly Issue[], body: unknown): ShapeError[] {
  const byField = new Map<string, ShapeError>();
  for (const issue of issues.flatMap((issue) => nearest(issue, body))) {
    const field = issue.path.map(String).join(".") || "body";
    if (byField.size < MAX_FIELDS && !byField.has(field)) {
      byField.set(field, { field, ...shapeError(issue, body) });
    }
  }
  return [...byField.values()];
}

/** The issues of the alternative that `body` comes nearest to: the first with something it can be about. */
function nearest(issue: Issue, body: unknown): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const [first = []] = issue.errors;
  const meant = issue.errors.find((branch) => branch.some(({ path }) => isPresent(body, path)));
  const branch = meant ?? first;
  return branch.length === 0 ? [issue] : branch;
}

function shapeError(issue: Issue, body: unknown): Omit<ShapeError, "field"> {
  if (!isPresent(body, issue.path)) return { code: "missing" };
  switch (issue.code) {
    case "invalid_type":
      return { code: "wrong-type", expected: issue.expected };
    case "invalid_format":
      return { code: "wrong-format" };
    case "invalid_value":
      return { code: "not-an-option", options: issue.values.map(String) };
    case "invalid_union":
      return { code: "not-an-option", ...optionsOf(issue) };
    case "too_small":
      return {
        code: issue.origin === "string" ? "too-short" : "too-small",
        min: Number(issue.minimum),
      };
    case "too_big":
      return {
        code: issue.origin === "string" ? "too-long" : "too-large",
        max: Number(issue.maximum),
      };
    default:
      return { code: "wrong" };
  }
}

function optionsOf(issue: Issue): { options?: readonly unknown[] } {
  return "options" in issue && Array.isArray(issue.options) ? { options: issue.options } : {};
}

/** True when `body` has something at `path`: JSON has no undefined, so what is not there was left out. */
function isPresent(body: unknown, path: readonly PropertyKey[]): boolean {
  let value = body;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return false;
    value = Reflect.get(value, name);
  }
  return value !== undefined;
}
