// The form of a draft of a tariff: its name, its dates, and amounts in kronor over what it has already.
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { cleanLine } from "../forms/clean-text.ts";
import { MAX_PER_KM_ORE, MAX_TARIFF_ORE, tariffSchema } from "../pricing/tariff.ts";
import { type DraftedTariff, MAX_DRAFT_NAME } from "../pricing/tariff-draft.ts";
import { type CellReader, date, kronor, kronorOf, line, oreOf } from "../setup/cells.ts";
import type { FieldChange, SetupProblem } from "../setup/setup-plan.ts";
import { rowProblem } from "../setup/table-rules.ts";
import type { Cells } from "../setup/table.ts";
import { tariffProblem } from "../setup/tariff-problems.ts";

/** The amounts of a class, in the order of the form. */
export const RATE_FIELDS = ["baseOre", "perKmOre", "perHourOre", "minimumOre"] as const;
/** The amounts a piece. */
export const EXTRA_FIELDS = ["childSeatOre", "petOre", "extraLuggageOre"] as const;
/** All fields of the form, in its order. */
export const TARIFF_FIELD_NAMES: readonly string[] = [
  ...["name", "validFrom", "validUntil"],
  ...VEHICLE_CLASSES.flatMap((name) => RATE_FIELDS.map((field) => `${name}.${field}`)),
  ...EXTRA_FIELDS,
];

/** A place in no file. */
const SOURCE = { file: "", line: 1 };

/** What a form means, or what is wrong with it. */
export type TariffReading =
  | { ok: true; name: string; tariff: DraftedTariff }
  | { ok: false; problems: SetupProblem[] };

/** What a tariff has that is none yet: nothing sold. */
export const NO_TARIFF: Omit<DraftedTariff, "validFrom"> = {
  ...{ validUntil: null, currency: "SEK", vatRatePercent: 6, rounding: "krona-down" },
  ...{ rates: {}, extras: { childSeatOre: 0, petOre: 0, extraLuggageOre: 0 } },
  ...{ zones: [], fixedPrices: [], surcharges: [] },
};

/** What stands in the form of a draft, every cell in its written form. */
export function tariffValues(name: string, tariff: DraftedTariff): Cells {
  const rates = VEHICLE_CLASSES.flatMap((name) =>
    RATE_FIELDS.map((field) => {
      const ore = tariff.rates[name]?.[field];
      return [`${name}.${field}`, ore === undefined ? "" : kronorOf(ore)];
    })
  );
  const extras = EXTRA_FIELDS.map((field) => [field, kronorOf(tariff.extras[field])]);
  return {
    ...{ name, validFrom: tariff.validFrom, validUntil: tariff.validUntil ?? "" },
    ...Object.fromEntries([...rates, ...extras]),
  };
}

/** What was sent, a text a field; what a form does not have is not in it. */
export function sentTariff(fields: ReadonlyMap<string, string>): Cells {
  const sent = TARIFF_FIELD_NAMES.flatMap((name) => {
    const text = fields.get(name);
    return text === undefined ? [] : [[name, text.slice(0, MAX_TEXT)]];
  });
  return Object.fromEntries(sent);
}

/** The fields in which two forms differ. */
export function formChanges(from: Cells, to: Cells): FieldChange[] {
  return TARIFF_FIELD_NAMES.map((field) => ({
    field,
    from: from[field] ?? "",
    to: to[field] ?? "",
  })).filter(({ from, to }) => from !== to);
}

/**
 * The tariff a form means over what a draft has: its zones, fixed prices and surcharges stay. A class without any
 * amount is not sold.
 */
export function readTariffForm(typed: Cells, base: DraftedTariff): TariffReading {
  const problems: SetupProblem[] = [];
  const read = (field: string, reader: CellReader): string => {
    const text = typed[field] ?? "";
    const reading = reader(text);
    if (text.trim() !== "" && reading.ok) return reading.value;
    const code = text.trim() === "" ? "missing" : reading.ok ? "missing" : reading.code;
    const expected = reading.ok ? "" : reading.expected ?? "";
    problems.push(rowProblem(SOURCE, field, code, text, expected));
    return "";
  };
  const amount = (field: string) =>
    oreOf(read(field, kronor(field.endsWith("perKmOre") ? MAX_PER_KM_ORE : MAX_TARIFF_ORE)));
  const isFilled = (field: string) => (typed[field] ?? "").trim() !== "";
  const name = read("name", line(MAX_DRAFT_NAME));
  const validFrom = read("validFrom", date);
  const validUntil = isFilled("validUntil") ? read("validUntil", date) : null;
  const sold = VEHICLE_CLASSES.filter((name) =>
    RATE_FIELDS.some((field) => isFilled(`${name}.${field}`))
  );
  const ratesOf = (name: string) => ({
    baseOre: amount(`${name}.baseOre`),
    perKmOre: amount(`${name}.perKmOre`),
    perHourOre: amount(`${name}.perHourOre`),
    minimumOre: amount(`${name}.minimumOre`),
  });
  const rates = Object.fromEntries(sold.map((name) => [name, ratesOf(name)]));
  const [childSeatOre, petOre, extraLuggageOre] = EXTRA_FIELDS.map(amount);
  const extras = { childSeatOre, petOre, extraLuggageOre };
  if (problems.length > 0) return { ok: false, problems };
  const checked = checkedTariff({ ...base, validFrom, validUntil, rates, extras }, fieldAt);
  return checked.ok ? { ok: true, name: cleanLine(name), tariff: checked.tariff } : checked;
}

/** A drafted tariff by the rules of every tariff; `columnAt` names the field of a path. */
export function checkedTariff(
  made: Record<string, unknown>,
  columnAt: (path: readonly PropertyKey[]) => string,
): { ok: true; tariff: DraftedTariff } | { ok: false; problems: SetupProblem[] } {
  // A draft has no version: any that fits its first day stands in.
  const parsed = tariffSchema.safeParse({ ...made, version: `${made["validFrom"]}.1` });
  if (!parsed.success) {
    const { issues } = parsed.error;
    return {
      ok: false,
      problems: issues.map((issue) => tariffProblem(SOURCE, issue, columnAt(issue.path))),
    };
  }
  const { version: _, ...tariff } = parsed.data;
  return { ok: true, tariff };
}

/** The field of a path: the last two names of `rates.van.baseOre`. */
function fieldAt(path: readonly PropertyKey[]): string {
  const names = path.map(String);
  return names[0] === "rates" || names[0] === "extras" ? names.slice(1).join(".") : names.join(".");
}

/** Longest text of a field that is looked at. */
const MAX_TEXT = 200;
