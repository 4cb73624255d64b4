// The forms of a draft of the fees: one adds a row, one says how long a driver waits and what lateness gives back.
import {
  type FeeAmount,
  type FeeMatrix,
  feeMatrixSchema,
  type FeeRow,
} from "../fees/fee-matrix.ts";

/** Steps of lateness the form has room for. */
export const LATENESS_FIELDS = [0, 1] as const;

/** What cannot be read, by the field or by the rule of the matrix. */
export type FeeProblem =
  | ("fault" | "kind" | "place" | "vehicleClass" | "band" | "withinMinutes" | "amount")
  | ("waitMinutes" | "lateness" | "twice" | "no-show-within" | "never-free" | "order" | "full");

/** A matrix that was sent, or why it is none. */
export type ReadMatrix = { ok: true; matrix: FeeMatrix } | { ok: false; problem: FeeProblem };

type Fields = ReadonlyMap<string, string>;

/** The matrix with the row that was sent. */
export function withSentRow(matrix: FeeMatrix, fields: Fields): ReadMatrix {
  const row = {
    fault: fields.get("fault"),
    kind: fields.get("kind"),
    place: sentPlace(fields),
    vehicleClass: orNull(fields.get("vehicleClass")),
    band: sentBand(fields),
    withinMinutes: sentNumber(fields.get("withinMinutes")),
    amount: sentAmount(fields, "amount"),
  };
  return checked({ ...matrix, rows: [...matrix.rows, row] });
}

/** The matrix without the row of that place in it. */
export function withoutRow(matrix: FeeMatrix, at: string | undefined): FeeMatrix {
  return { ...matrix, rows: matrix.rows.filter((_, i) => String(i) !== at) };
}

/** The matrix with how long a driver waits and the steps of lateness that were sent; an empty step is none. */
export function withSentTimes(matrix: FeeMatrix, fields: Fields): ReadMatrix {
  const lateness = LATENESS_FIELDS.flatMap((i) => {
    const fromMinutes = sentNumber(fields.get(`late${i}`));
    return fromMinutes === null ? [] : [{ fromMinutes, amount: sentAmount(fields, `back${i}`) }];
  });
  return checked({ ...matrix, waitMinutes: sentNumber(fields.get("waitMinutes")), lateness });
}

/** An amount as its two fields have it: percent or whole kronor, and which of them. */
export function amountFields(amount: FeeAmount): { value: number; unit: FeeAmount["kind"] } {
  return amount.kind === "percent"
    ? { value: amount.percent, unit: "percent" }
    : { value: amount.ore / 100, unit: "fixed" };
}

function checked(matrix: unknown): ReadMatrix {
  const parsed = feeMatrixSchema.safeParse(matrix);
  if (parsed.success) return { ok: true, matrix: parsed.data };
  const [issue] = parsed.error.issues;
  const path = issue?.path.map(String) ?? [];
  if (issue?.code === "custom" && isRule(issue.message)) {
    return { ok: false, problem: issue.message };
  }
  if (path[0] === "rows" && path.length === 1) return { ok: false, problem: "full" };
  const field = path[0] === "rows" ? path[2] : path[0];
  return { ok: false, problem: FIELDS.find((name) => name === field) ?? "lateness" };
}

const RULES = ["twice", "no-show-within", "never-free", "order"] as const;
const FIELDS = [
  ...["fault", "kind", "place", "vehicleClass", "band", "withinMinutes", "amount"] as const,
  ...["waitMinutes", "lateness"] as const,
];

function isRule(message: string): message is typeof RULES[number] {
  return RULES.some((rule) => rule === message);
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === "" ? null : text.trim();
}

/** NaN for what is no number: the schema refuses it. */
function sentNumber(text: string | undefined): number | null {
  const sent = orNull(text);
  return sent === null ? null : Number(sent.replace(",", "."));
}

/** `zone:` before an id says a zone of the tariff, anything else is the name of a town. */
function sentPlace(fields: Fields): unknown {
  const place = orNull(fields.get("place"));
  if (place === null) return { kind: "any" } satisfies FeeRow["place"];
  return place.startsWith("zone:")
    ? { kind: "zone", id: place.slice("zone:".length).trim() }
    : { kind: "city", name: place };
}

function sentBand(fields: Fields): unknown {
  const [from, until] = [orNull(fields.get("from")), orNull(fields.get("until"))];
  return from === null && until === null ? null : { from, until };
}

function sentAmount(fields: Fields, name: string): unknown {
  const value = sentNumber(fields.get(name)) ?? NaN;
  return fields.get(`${name}Unit`) === "fixed"
    ? { kind: "fixed", ore: Math.round(value * 100) }
    : { kind: "percent", percent: value };
}
