// The texts of a file of own data: each family as JSON and CSV, and the schema of all. Pure.
import { csvField } from "../forms/csv-field.ts";
import type { OwnData, OwnFieldType, OwnRow } from "../kernel/own-data.ts";

/** Marks a file as UTF-8: without it a spreadsheet reads Swedish letters as something else. */
const BYTE_ORDER_MARK = "\ufeff";
const SEPARATOR = ";";

/** What a field of each type may hold, in JSON Schema (2020-12). */
const SCHEMA_OF: Readonly<Record<OwnFieldType, Readonly<Record<string, unknown>>>> = {
  text: { type: "string" },
  instant: { type: ["string", "null"], format: "date-time" },
  date: { type: ["string", "null"], format: "date" },
  number: { type: ["number", "null"] },
  ore: { type: ["integer", "null"], description: "Öre" },
  flag: { type: "boolean" },
};

/** What is said of a family. */
type Described = Pick<OwnData, "family" | "fields" | "sources" | "recipients">;

/** The rows as JSON, a row a line. */
export function jsonOf(rows: readonly OwnRow[]): string {
  return rows.length === 0
    ? "[]\n"
    : `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}

/** The rows as a table for spreadsheets; nothing in it is carried out. */
export function csvOf({ fields }: Described, rows: readonly OwnRow[]): string {
  const names = Object.keys(fields);
  const lines = rows.map((row) => names.map((name) => cell(row[name] ?? null)).join(SEPARATOR));
  return BYTE_ORDER_MARK + [names.join(SEPARATOR), ...lines].map((line) => `${line}\r\n`).join("");
}

/** The schema of all families, each with where its rows come from and who gets them. */
export function schemaOf(families: readonly Described[]): string {
  const properties = Object.fromEntries(
    families.map(({ family, fields, sources, recipients }) => [family, {
      type: "array",
      ...{ "x-file": `data/${family}.json`, "x-sources": sources, "x-recipients": recipients },
      items: {
        type: "object",
        properties: Object.fromEntries(
          Object.entries(fields).map(([name, type]) => [name, SCHEMA_OF[type]]),
        ),
        required: Object.keys(fields),
        additionalProperties: false,
      },
    }]),
  );
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  return `${JSON.stringify({ $schema, type: "object", properties }, null, 2)}\n`;
}

/** Numbers stay numbers: what is below zero is no formula. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  return typeof value === "string" ? csvField(value, SEPARATOR) : String(value);
}
