// The list of vehicles or drivers for operators: a search, who is not in service, and the way to each one.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { FleetListData, FleetRow } from "../../../board/fleet-page.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { FLEET_PATHS } from "./fleet-paths.ts";

/** Properties of FleetListPage. */
export interface FleetListPageProps {
  data: FleetListData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The list in the operators' frame. */
export function FleetListPage({ data, state, url }: FleetListPageProps) {
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
        <SearchForm data={data} locale={locale} />
        <p class="jobs-more">{words.count(rows.length)}</p>
        {rows.length === 0 ? <p>{words.empty}</p> : <FleetTable data={data} locale={locale} />}
      </div>
    </OperatorPage>
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
  const heads = data.kind === "vehicles"
    ? [fields.class, fields.plate, fields.permitHolder, fields.phone]
    : [fields.driverCode, fields.vehicle, fields.phone, fields.note];
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{fleet[data.kind].caption}</caption>
      <thead>
        <tr>
          <th scope="col">{fields.name}</th>
          {heads.map((head) => <th key={head} scope="col">{head}</th>)}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <Row key={row.cells["id"]} row={row} data={data} heads={heads} locale={locale} />
        ))}
      </tbody>
    </table>
  );
}

function Row(
  { row: { cells, isAway }, data: { kind, names }, heads, locale }: {
    row: FleetRow;
    data: FleetListData;
    heads: readonly string[];
    locale: Locale;
  },
) {
  const { fleet } = textsFor(locale);
  const text = (name: string) => cells[name] ?? "";
  const named = (id: string) => names[id] ?? id;
  const phone = text("phone") === "" ? "" : shownPhoneNumber(text("phone"));
  const values = kind === "vehicles"
    ? [className(text("class"), locale), text("plate"), named(text("permitHolder")), phone]
    : [text("driverCode"), named(text("vehicle")), phone, text("note")];
  const marks = [
    text("id"),
    isAway ? fleet.away : "",
    isAway ? fleet.period(text("from"), text("until")) : "",
    text("inTraffic") === "no" ? fleet.outOfTraffic : "",
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
      {values.map((value, i) => (
        <td key={heads[i]} data-label={heads[i]} data-empty={value === "" || undefined}>
          <Said>{value === "" ? "–" : value}</Said>
        </td>
      ))}
    </tr>
  );
}

function className(name: string, locale: Locale): string {
  const found = VEHICLE_CLASSES.find((one) => one === name);
  return found === undefined ? name : boardTexts(locale).classes[found].name;
}
