// The row of filters above the list: each with how many trips it finds; several together find what has all.
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { paths } from "../../../kernel/paths.ts";
import { said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";
import {
  COLUMNS,
  DENSITIES,
  isFiltered,
  type Trait,
  USUAL_VIEW,
  viewWords,
  withoutFilters,
  withTrait,
} from "./board-view.ts";
import type { FilterCounts } from "./filters.ts";
import { type ListAt, viewHref } from "./list-address.ts";
import { SavedViews } from "./SavedViews.tsx";

/** What the row shows. */
export interface FilterBarProps {
  look: Look;
  at: ListAt;
  counts: FilterCounts;
  isToday: boolean;
  /** Whose saved views are offered; they need script. */
  operatorName: string;
}

const CHIPS: readonly Trait[] = [
  "unassigned",
  "late",
  "flight",
  "wheelchair",
  "childseat",
  "large",
  "note",
];

/** The row. */
export function FilterBar({ look, at, counts, isToday, operatorName }: FilterBarProps) {
  const words = look.texts.view;
  return (
    <section class="filters" aria-label={words.filters.label}>
      <ul class="chips">
        {CHIPS.filter((trait) => isToday || trait !== "late").map((trait) => (
          <li
            key={trait}
            data-none={counts.traits[trait] === 0 && !at.view.show.includes(trait) ? "" : undefined}
          >
            <a
              class="chip"
              role="button"
              data-view
              href={viewHref(at, withTrait(at.view, trait))}
              aria-pressed={at.view.show.includes(trait)}
            >
              {words.filters[trait]} <b>{counts.traits[trait]}</b>
            </a>
          </li>
        ))}
        <li>
          <MoreFilters look={look} at={at} counts={counts} />
        </li>
        <li class="chips-order">
          <Order look={look} at={at} />
        </li>
        {isFiltered(at.view) && (
          <li>
            <a class="chip chip-clear" data-view href={viewHref(at, withoutFilters(at.view))}>
              {words.filters.clear}
            </a>
          </li>
        )}
        <li>
          <SavedViews look={look} at={at} operatorName={operatorName} />
        </li>
      </ul>
      <Density look={look} at={at} />
    </section>
  );
}

/** Works as a form without script; with it every choice counts at once. */
function MoreFilters({ look, at, counts }: Pick<FilterBarProps, "look" | "at" | "counts">) {
  const words = look.texts.view.filters;
  const { vehicleClass, car } = at.view;
  const isSet = vehicleClass !== null || car !== null;
  return (
    <details class="menu">
      <summary class="chip" data-set={isSet ? "" : undefined}>{words.more}</summary>
      <form class="menu-box" method="get" action={paths.admin()} data-view-form>
        <KeptWords at={at} without={["class", "car"]} />
        <label for="filter-class">{words.vehicleClass}</label>
        <select id="filter-class" name="class">
          <option value="">{words.anyClass}</option>
          {VEHICLE_CLASSES.map((name) => (
            <option key={name} value={name} selected={name === vehicleClass}>
              {`${look.texts.classes[name].name} (${counts.classes[name]})`}
            </option>
          ))}
        </select>
        <label for="filter-car">{words.car}</label>
        <select id="filter-car" name="car">
          <option value="">{words.anyCar}</option>
          {look.fleet.vehicles.map(({ id, name }) => (
            <option key={id} value={id} selected={id === car}>{said(name)}</option>
          ))}
        </select>
        <button type="submit" class="button">{words.apply}</button>
      </form>
    </details>
  );
}

/** Sorts where the names of the columns do not stand above the list. */
function Order({ look, at }: Pick<FilterBarProps, "look" | "at">) {
  const { sort, columns, filters } = look.texts.view;
  const chosen = `${at.view.isDescending ? "-" : ""}${at.view.sort}`;
  const isSet = chosen !== USUAL_VIEW.sort;
  return (
    <details class="menu">
      <summary class="chip" data-set={isSet ? "" : undefined}>{sort.title}</summary>
      <form class="menu-box" method="get" action={paths.admin()} data-view-form>
        <KeptWords at={at} without={["sort"]} />
        <label for="sort-by">{sort.by}</label>
        <select id="sort-by" name="sort">
          {COLUMNS.flatMap((column) =>
            [
              [column, sort.ascending(columns[column])],
              [`-${column}`, sort.descending(columns[column])],
            ].map(([value = "", words = ""]) => (
              <option key={value} value={value} selected={value === chosen}>{words}</option>
            ))
          )}
        </select>
        <button type="submit" class="button">{filters.apply}</button>
      </form>
    </details>
  );
}

/** What an address says already and a form keeps. */
export function KeptWords({ at, without }: { at: ListAt; without: readonly string[] }) {
  const kept = Object.entries({ date: at.date, cursor: at.page, ...viewWords(at.view) })
    .filter(([name, value]) => value !== "" && !without.includes(name));
  return (
    <>
      {kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
    </>
  );
}

function Density({ look, at }: Pick<FilterBarProps, "look" | "at">) {
  const words = look.texts.view.density;
  const chosen = at.view.density ?? "tight";
  return (
    <div class="density" role="group" aria-label={words.label}>
      {DENSITIES.map((density) => (
        <a
          key={density}
          role="button"
          data-view
          href={viewHref(at, { ...at.view, density })}
          aria-pressed={density === chosen}
        >
          {words[density]}
        </a>
      ))}
    </div>
  );
}
