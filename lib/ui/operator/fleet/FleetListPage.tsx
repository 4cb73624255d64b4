// The list of permit holders, vehicles or drivers for operators: a search, who is not in service, and the way to each one.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { DueCheck } from "../../../board/driver-checks-page.ts";
import type { FleetKind } from "../../../board/fleet-kinds.ts";
import type { FleetListData, FleetRow } from "../../../board/fleet-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import type { Cells } from "../../../setup/table.ts";
import { FLEET_PATHS } from "./fleet-paths.ts";
import { shownValue } from "./fleet-words.ts";

/** Properties of FleetListPage. */
export interface FleetListPageProps {
  data: FleetListData;
  /** Of drivers: whose papers run out, or have. */
  due?: readonly DueCheck[];
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The list in the operators' frame. */
export function FleetListPage({ data, due = [], state, url }: FleetListPageProps) {
  const { locale, operator } = state;
  const { kind, formToken, deadJobs, nowMs, rows } = data;
  const words = textsFor(locale).fleet[kind];
  const outcomes: Readonly<Record<string, string>> = words.outcome;
  const outcome = outcomes[data.done];
  return (
    <OperatorPage page={kind} date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <a class="button primary" href={FLEET_PATHS[kind].add()}>{words.add}</a>
        </header>
        {outcome !== undefined && (
          <div role="status">
            <Notice tone="ok">{outcome}</Notice>
          </div>
        )}
        <p class="jobs-lead">{words.lead}</p>
        <DueChecks due={due} locale={locale} />
        <SearchForm data={data} locale={locale} />
        <p class="jobs-more">{words.count(rows.length)}</p>
        {rows.length === 0 ? <p>{words.empty}</p> : <FleetTable data={data} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

function DueChecks({ due, locale }: { due: readonly DueCheck[]; locale: Locale }) {
  const words = textsFor(locale).driverChecks;
  if (due.length === 0) return null;
  return (
    <section>
      <Notice tone="warn">{words.due}</Notice>
      <ul class="fleet-own">
        {due.map(({ driver, kinds }) => (
          <li key={driver.id}>
            <a href={paths.adminDriverChecks(driver.id)}>
              <Said>{driver.name}</Said>
            </a>
            : {kinds.map(({ kind, state }) => `${words.kinds[kind]}, ${words.states[state]}`)
              .join("; ")}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SearchForm({ data: { kind, q }, locale }: { data: FleetListData; locale: Locale }) {
  const { fleet } = textsFor(locale);
  const action = FLEET_PATHS[kind].list();
  return (
    <form class="landmark-search" method="get" action={action} role="search">
      <label class="action-field">
        <span>{fleet[kind].search}</span>
        <input type="search" name="q" value={q} maxLength={80} dir="auto" />
      </label>
      <button type="submit" class="button">{fleet.show}</button>
      {q !== "" && <a class="button" href={action}>{fleet.all}</a>}
    </form>
  );
}

function FleetTable({ data, locale }: { data: FleetListData; locale: Locale }) {
  const { fleet } = textsFor(locale);
  const { fields } = fleet;
  const columns = COLUMNS[data.kind];
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{fleet[data.kind].caption}</caption>
      <thead>
        <tr>
          <th scope="col">{fields.name}</th>
          {columns.map((name) => <th key={name} scope="col">{headOf(name, locale)}</th>)}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <Row
            key={row.cells["id"]}
            row={row}
            data={data}
            locale={locale}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(
  { row: { cells, isAway }, data, locale }: {
    row: FleetRow;
    data: FleetListData;
    locale: Locale;
  },
) {
  const { fleet } = textsFor(locale);
  const { kind } = data;
  const text = (name: string) => cells[name] ?? "";
  const marks = [
    text("id"),
    isAway ? fleet.away : "",
    isAway ? fleet.period(text("from"), text("until")) : "",
    text("inTraffic") === "no" ? fleet.outOfTraffic : "",
    text("regime") === "fixed-price" ? fleet.regimes["fixed-price"] : "",
    kind === "vehicles" ? fleet.rooms(text("seats")) : "",
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row" class="job-what">
        <a href={FLEET_PATHS[kind].one(text("id"))}>
          <Said>{text("name")}</Said>
        </a>
        <p class="landmark-marks">{marks.join(", ")}</p>
      </th>
      {COLUMNS[kind].map((name) => {
        const value = valueOf(name, cells, data, locale);
        return (
          <td
            key={name}
            data-label={headOf(name, locale)}
            data-empty={value === "" || undefined}
          >
            <Said>{value === "" ? "–" : value}</Said>
          </td>
        );
      })}
    </tr>
  );
}

/** The columns of each list beside the name; `vehicles` counts those of a permit holder. */
const COLUMNS = {
  "permit-holders": ["organisationNumber", "permitNumber", "contact", "phone", "vehicles"],
  vehicles: ["class", "plate", "permitHolder", "phone"],
  drivers: ["driverCode", "vehicle", "phone", "note"],
} as const satisfies Record<FleetKind, readonly string[]>;

type ColumnName = typeof COLUMNS[FleetKind][number];

function headOf(name: ColumnName, locale: Locale): string {
  const { fields, vehicleCount } = textsFor(locale).fleet;
  return name === "vehicles" ? vehicleCount : fields[name];
}

function valueOf(name: ColumnName, cells: Cells, data: FleetListData, locale: Locale): string {
  const text = cells[name] ?? "";
  if (name === "vehicles") return String(data.vehicleCounts.get(cells["id"] ?? "") ?? 0);
  if (name === "permitHolder" || name === "vehicle") return data.names[text] ?? text;
  return shownValue(name, text, locale);
}
