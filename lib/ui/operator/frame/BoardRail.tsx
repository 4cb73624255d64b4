// The dark rail beside every operator page: where you are, other days, keys, language, the way out.
import type { Right } from "../../../accounts/right.ts";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { DeadJobCount } from "../../../board/dead-jobs.ts";
import { formatsOf } from "../../../i18n/formats.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { otherLocales } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { languageHref } from "../../parts/LanguageLinks.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Logo } from "../../parts/Logo.tsx";
import { nextDate } from "../../../kernel/local-date.ts";
import { RIGHTS_OF_LINKS } from "./rail-links.ts";
import { capitalise, type Look, type OperatorPageName } from "./look.ts";
import { said } from "../../parts/Said.tsx";

/** What the rail shows. */
export interface BoardRailProps {
  look: Look;
  page: OperatorPageName;
  deadJobs: DeadJobCount;
  /** The day on the page, "" when it shows none. */
  date: string;
  operatorName: string;
  /** What the operator may do: pages that would refuse them are not offered. */
  rights: readonly Right[];
  formToken: string;
  /** Address of this page. */
  url: URL;
}

/** Days offered in the rail, yesterday first. */
const DAYS_IN_RAIL = [-1, 0, 1, 2, 3, 4, 5];

/** The element that small windows open as a menu. */
const MENU_ID = "rail-menu";

/** The rail. On narrow screens it is a bar on top, on small ones a bar with a menu. */
export function BoardRail(props: BoardRailProps) {
  const { look, page } = props;
  return (
    <header class="rail">
      <a class="rail-brand" href={paths.admin()} aria-current="false">
        <Logo />
      </a>
      <button type="button" class="rail-open" popovertarget={MENU_ID}>
        <Icon name="menu" /> {look.texts.rail.label}
        {props.deadJobs.count > 0 && <span class="rail-count">{countOf(props.deadJobs)}</span>}
      </button>
      <div class="rail-menu" id={MENU_ID} popover="auto">
        <button type="button" class="rail-close" popovertarget={MENU_ID}>
          <Icon name="x" /> {look.texts.view.keys.close}
        </button>
        <RailNav {...props} />
        {page === "day" && <Keys look={look} />}
        {page === "cars" && <CarKeys look={look} />}
        <RailFoot {...props} />
      </div>
    </header>
  );
}

function RailNav(props: BoardRailProps) {
  const { look, page, date } = props;
  const words = look.texts.rail;
  const seesFaults = props.rights.includes("see-faults");
  return (
    <nav class="rail-nav" aria-label={words.label}>
      <a
        class="rail-link"
        href={paths.admin()}
        aria-current={page === "day" ? "page" : "false"}
      >
        {words.day}
      </a>
      <ul class="rail-days">
        {DAYS_IN_RAIL.map((days) => nextDate(look.today, days)).map((day) => (
          <li key={day}>
            <a href={paths.admin({ date: day })} aria-current={day === date ? "date" : "false"}>
              {dayName(look, day)}
            </a>
          </li>
        ))}
      </ul>
      <DateForm look={look} date={date} />
      <a
        class="rail-link"
        href={paths.adminCars()}
        aria-current={page === "cars" ? "page" : "false"}
      >
        {textsFor(look.locale).cars.title}
      </a>
      {seesFaults && <JobsLink {...props} />}
      <ListLink {...props} name="vehicles" href={paths.adminVehicles()} />
      <ListLink {...props} name="drivers" href={paths.adminDrivers()} />
      <ListLink {...props} name="permit-holders" href={paths.adminPermitHolders()} />
      <ListLink {...props} name="tariffs" href={paths.adminTariffs()} />
      <ListLink {...props} name="places" href={paths.adminPlaces()} />
      {RIGHTS_OF_LINKS.filter(({ right }) => props.rights.includes(right)).map(({ name, href }) => (
        <ListLink key={name} {...props} name={name} href={href()} />
      ))}
      {seesFaults && <ListLink {...props} name="incidents" href={paths.adminIncidents()} />}
    </nav>
  );
}

function ListLink(
  { look, page, name, href }: BoardRailProps & {
    name: Exclude<OperatorPageName, "day" | "cars" | "jobs" | "order" | "sheet">;
    href: string;
  },
) {
  const { fleet, ...texts } = textsFor(look.locale);
  const titles = {
    "permit-holders": fleet["permit-holders"].title,
    vehicles: fleet.vehicles.title,
    drivers: fleet.drivers.title,
    tariffs: texts.tariffs.title,
    places: texts.landmarks.title,
    messages: texts.outbox.title,
    incidents: texts.incidents.title,
    staff: texts.staff.title,
    webhooks: texts.webhooks.title,
    protected: texts.protection.title,
    retention: texts.retention.title,
    bookkeeping: texts.bookkeeping.title,
    money: texts.payments.title,
    "data-requests": texts.dataRequests.title,
    compliance: texts.compliance.title,
    cache: texts.cache.title,
  };
  return (
    <a
      class="rail-link rail-jobs"
      href={href}
      aria-current={page === name ? "page" : "false"}
    >
      {titles[name]}
    </a>
  );
}

/** The number needs no words of its own: it follows what it counts. */
function JobsLink({ look, page, deadJobs }: BoardRailProps) {
  return (
    <a
      class="rail-link rail-jobs"
      href={paths.adminJobs()}
      aria-current={page === "jobs" ? "page" : "false"}
    >
      {look.texts.rail.jobs}
      {deadJobs.count > 0 && <span class="rail-count">{countOf(deadJobs)}</span>}
    </a>
  );
}

function countOf({ count, more }: DeadJobCount): string {
  return more ? `${count}+` : String(count);
}

function DateForm({ look, date }: Pick<BoardRailProps, "look" | "date">) {
  const words = look.texts.nav;
  return (
    <form class="rail-date" method="get" action={paths.admin()}>
      <label class="visually-hidden" for="rail-date">{words.pickDate}</label>
      <input id="rail-date" type="date" name="date" required value={date} />
      <button type="submit">{words.show}</button>
    </form>
  );
}

function Keys({ look }: { look: Look }) {
  const words = look.texts.view.keys;
  const keys: readonly (readonly [string[], string])[] = [
    [["/"], words.search],
    [["N"], words.newBooking],
    [["T"], words.assignShort],
    [["X", "A"], look.texts.bulk.keys.pickShort],
    [["↵", "Esc"], words.inOut],
    [["?"], words.all],
  ];
  return <KeyList label={look.texts.rail.keys} keys={keys} />;
}

function CarKeys({ look }: { look: Look }) {
  const words = textsFor(look.locale).cars.keys;
  const keys: readonly (readonly [string[], string])[] = [
    [["↑", "↓"], words.walk],
    [["M"], words.move],
    [["↵", "Esc"], words.drop],
    [["+", "−"], words.zoomShort],
    [["U"], words.out],
    [["Z"], words.undo],
    [["?"], look.texts.view.keys.all],
  ];
  return <KeyList label={words.label} keys={keys} />;
}

function KeyList(
  { label, keys }: { label: string; keys: readonly (readonly [string[], string])[] },
) {
  return (
    <dl class="rail-keys" aria-label={label}>
      {keys.map(([names, what]) => (
        <div key={what}>
          <dt>{names.map((name) => <kbd key={name}>{name}</kbd>)}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

function RailFoot({ look, operatorName, formToken, url }: BoardRailProps) {
  const words = look.texts.rail;
  return (
    <div class="rail-foot">
      <p class="rail-name">
        {words.signedIn} <b>{said(operatorName)}</b>
      </p>
      <a href={paths.security()}>{words.security}</a>
      {otherLocales(look.locale).map((other) => (
        <a key={other} href={languageHref(url, other)} lang={other} hreflang={other}>
          {textsFor(other).shell.language}
        </a>
      ))}
      <form method="post" action={paths.signOut()}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <button type="submit">{words.signOut}</button>
      </form>
    </div>
  );
}

function dayName({ locale, today, texts }: Look, day: string): string {
  if (day === today) return texts.nav.today;
  if (day === nextDate(today, -1)) return texts.nav.yesterday;
  if (day === nextDate(today, 1)) return texts.nav.tomorrow;
  return capitalise(
    new Intl.DateTimeFormat(formatsOf(locale).intl, {
      weekday: "long",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    }).format(new Date(`${day}T00:00Z`)).replace(/[.,]/g, ""),
  );
}
