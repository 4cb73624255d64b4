// The form of a next tariff: amounts in kronor over those of the tariff it follows, and its dates.
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { MAX_PER_KM_ORE, MAX_TARIFF_ORE, type Tariff, tariffSchema } from "../pricing/tariff.ts";
import { tariffOn, tariffRefusal } from "../pricing/tariff-rules.ts";
import { date, kronor, kronorOf, oreOf } from "../setup/cells.ts";
import { TARIFF_PROBLEMS } from "../setup/plan-setup.ts";
import type { SetupProblem } from "../setup/setup-plan.ts";
import { rowProblem } from "../setup/table-rules.ts";
import type { Cells } from "../setup/table.ts";

/** The amounts of a class, in the order of the form. */
export const RATE_FIELDS = ["baseOre", "perKmOre", "perHourOre", "minimumOre"] as const;
/** The amounts a piece. */
export const EXTRA_FIELDS = ["childSeatOre", "petOre", "extraLuggageOre"] as const;

/** A tariff that may be published, or what is in the way. */
export type TariffReading =
  | { ok: true; tariff: Tariff }
  | { ok: false; problems: SetupProblem[] };

/** What stands in the form over a tariff: its amounts, and the day it would begin. */
export function tariffValues(tariff: Tariff | null, validFrom: string): Cells {
  const rates = VEHICLE_CLASSES.flatMap((name) =>
    RATE_FIELDS.map((field) => {
      const ore = tariff?.rates[name]?.[field];
      return [`${name}.${field}`, ore === undefined ? "" : kronorOf(ore)];
    })
  );
  const extras = EXTRA_FIELDS.map((field) => [field, kronorOf(tariff?.extras[field] ?? 0)]);
  return {
    ...Object.fromEntries([...rates, ...extras]),
    validFrom,
    validUntil: tariff?.validUntil ?? "",
  };
}

/**
 * The tariff a form means: its zones, fixed prices and surcharges are those of the tariff it follows. A class
 * without any amount is not sold.
 */
export function readTariffForm(
  typed: Cells,
  tariffs: readonly Tariff[],
  today: string,
): TariffReading {
  const source = { file: "", line: 1 };
  const problems: SetupProblem[] = [];
  const read = (name: string, reader: ReturnType<typeof kronor>): string => {
    const text = typed[name] ?? "";
    const reading = reader(text);
    if (reading.ok) return reading.value;
    const code = text.trim() === "" ? "missing" : reading.code;
    problems.push(rowProblem(source, name, code, text, reading.expected ?? ""));
    return "";
  };
  const amount = (name: string) =>
    oreOf(read(name, kronor(name.endsWith("perKmOre") ? MAX_PER_KM_ORE : MAX_TARIFF_ORE)));
  const validFrom = read("validFrom", date);
  const validUntil = (typed["validUntil"] ?? "") === "" ? null : read("validUntil", date);
  const sold = VEHICLE_CLASSES.filter((name) =>
    RATE_FIELDS.some((field) => (typed[`${name}.${field}`] ?? "").trim() !== "")
  );
  const rates = sold.map((
    name,
  ) => [name, Object.fromEntries(RATE_FIELDS.map((field) => [field, amount(`${name}.${field}`)]))]);
  const extras = Object.fromEntries(EXTRA_FIELDS.map((field) => [field, amount(field)]));
  if (problems.length > 0) return { ok: false, problems };
  const former = tariffOn(tariffs, validFrom);
  return checked({
    ...{ zones: [], fixedPrices: [], surcharges: [], vatRatePercent: 6, currency: "SEK" },
    ...former,
    version: nextVersion(tariffs, validFrom),
    ...{ validFrom, validUntil, rates: Object.fromEntries(rates), extras },
  });

  function checked(made: unknown): TariffReading {
    const parsed = tariffSchema.safeParse(made);
    if (!parsed.success) {
      const wrong = parsed.error.issues.map(({ path, message }) =>
        rowProblem(source, path.slice(-2).map(String).join("."), "tariffRule", "", message)
      );
      return { ok: false, problems: wrong };
    }
    const refusal = tariffRefusal(tariffs, parsed.data, today);
    if (refusal === null) return { ok: true, tariff: parsed.data };
    const met = "version" in refusal ? refusal.version : today;
    const { version } = parsed.data;
    const code = TARIFF_PROBLEMS[refusal.reason];
    return { ok: false, problems: [rowProblem(source, "validFrom", code, version, met)] };
  }
}

/** The next revision of a day. */
function nextVersion(tariffs: readonly Tariff[], validFrom: string): string {
  const revisions = tariffs.filter((tariff) => tariff.validFrom === validFrom)
    .map(({ version }) => Number(version.slice(version.indexOf(".") + 1)));
  return `${validFrom}.${Math.max(0, ...revisions) + 1}`;
}
