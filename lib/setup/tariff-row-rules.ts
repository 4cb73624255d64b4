// What must hold between the rows of the tables of a tariff. Pure.
import type { Tariff } from "../pricing/tariff.ts";
import { type Problem, problemAt } from "./raw-rows.ts";
import { cell, type SourceRow } from "./table.ts";

/** Columns that are of a whole tariff: they stand in one line, or say the same in all. */
const OF_WHOLE = ["childSeat", "pet", "extraLuggage", "validUntil", "vat", "basedOn"];

/** What does not fit between the rows of the tables: a class twice, two ends of one tariff, a base there is none of. */
export function tableProblems(rows: readonly SourceRow[], known: readonly Tariff[]): Problem[] {
  const rates = rows.filter(({ kind }) => kind === "tariffs");
  return rates.flatMap(({ cells, source }, i): Problem[] => {
    const before = rates.slice(0, i)
      .filter((row) => cell(row.cells, "tariff") === cell(cells, "tariff"));
    const wrong = (column: string, code: Problem["code"], expected = ""): Problem => ({
      ...problemAt(source, code),
      ...{ column, given: cell(cells, column), expected },
    });
    const isTwice = before.some((row) => cell(row.cells, "class") === cell(cells, "class"));
    const basedOn = cell(cells, "basedOn");
    const isBased = basedOn === "" || known.some(({ version }) => version === basedOn) ||
      rates.some((row) => cell(row.cells, "tariff") === basedOn && basedOn < cell(cells, "tariff"));
    const others = OF_WHOLE.flatMap((column) => {
      const said = before.map((row) => cell(row.cells, column)).find((text) => text !== "");
      const text = cell(cells, column);
      return said === undefined || text === "" || text === said
        ? []
        : [wrong(column, "differs", said)];
    });
    return [
      ...(isTwice ? [wrong("class", "classTwice")] : []),
      ...(isBased ? [] : [wrong("basedOn", "unknownTariff")]),
      ...others,
    ];
  });
}
