// The zones or the fixed prices of a tariff as a table; those of an open draft lead to their forms.
import type { ItemKind } from "../../../board/tariff-items.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Zone } from "../../../pricing/tariff.ts";
import type { Cells } from "../../../setup/table.ts";
import { Said, said } from "../../parts/Said.tsx";

/** Properties of ItemTable. */
export interface ItemTableProps {
  kind: ItemKind;
  items: readonly Cells[];
  /** The zones that fixed prices name. */
  zones: readonly Pick<Zone, "id" | "name">[];
  /** The open draft they are of; null when nothing can be changed. */
  draft: string | null;
  locale: Locale;
}

/** The table, or that there is none. */
export function ItemTable({ kind, items, zones, draft, locale }: ItemTableProps) {
  const { draft: words } = textsFor(locale).tariffs;
  if (items.length === 0) return <p>{kind === "zones" ? words.noZones : words.noPrices}</p>;
  const columns = columnsOf(kind, zones, locale);
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{kind === "zones" ? words.zones : words.prices}</caption>
      <thead>
        <tr>
          {columns.map(({ name }) => <th key={name} scope="col">{name}</th>)}
        </tr>
      </thead>
      <tbody>
        {items.map((cells) => {
          const id = cells["id"] ?? "";
          const [first, ...rest] = columns;
          return (
            <tr key={id}>
              <th scope="row" class="job-what">
                {draft === null
                  ? <Said>{first?.valueOf(cells) ?? id}</Said>
                  : (
                    <a href={paths.adminDraftItem(draft, kind, id)}>
                      {said(first?.valueOf(cells) ?? id)}
                    </a>
                  )}
              </th>
              {rest.map(({ name, valueOf }) => (
                <td key={name} data-label={name}>
                  <Said>{valueOf(cells) || "–"}</Said>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ItemColumn {
  name: string;
  valueOf: (cells: Cells) => string;
}

function columnsOf(kind: ItemKind, zones: ItemTableProps["zones"], locale: Locale): ItemColumn[] {
  const { fields, item } = textsFor(locale).tariffs;
  const cellOf = (name: string) => (cells: Cells) => cells[name] ?? "";
  if (kind === "zones") {
    return [
      { name: fields.nameSv, valueOf: cellOf("nameSv") },
      { name: fields.nameEn, valueOf: cellOf("nameEn") },
      { name: fields.id, valueOf: cellOf("id") },
      { name: item.shape, valueOf: (cells) => shapeOf(cells, locale) },
    ];
  }
  const zoneName = (name: string) => (cells: Cells) => {
    const id = cells[name] ?? "";
    return zones.find((one) => one.id === id)?.name[locale] ?? id;
  };
  const { classes } = boardTexts(locale);
  const directions: Readonly<Record<string, string>> = item.directions;
  return [
    { name: fields.id, valueOf: cellOf("id") },
    { name: fields.fromZone, valueOf: zoneName("fromZone") },
    { name: fields.toZone, valueOf: zoneName("toZone") },
    {
      name: fields.direction,
      valueOf: (cells) => directions[cells["direction"] ?? ""] ?? "",
    },
    ...VEHICLE_CLASSES.map((name) => ({ name: classes[name].name, valueOf: cellOf(name) })),
  ];
}

function shapeOf(cells: Cells, locale: Locale): string {
  const { item } = textsFor(locale).tariffs;
  const { points = "", lat = "", lng = "", radiusMeters = "" } = cells;
  return points === ""
    ? item.circle(lat, lng, radiusMeters)
    : item.figure(points.split(", ").length);
}
