// What stands around every page of a signed-in operator: title, skip link, rail, main.
import { dateOf } from "../../../kernel/wall-time.ts";
import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { DeadJobCount } from "../../../board/dead-jobs.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { BoardRail } from "./BoardRail.tsx";
import { FootBar } from "./FootBar.tsx";
import type { Look, OperatorPageName } from "./look.ts";
import { mayAct } from "./page-acts.ts";

/** Properties of OperatorPage. */
export interface OperatorPageProps {
  page: OperatorPageName;
  locale: Locale;
  operator: OperatorSession | null;
  /** The server's clock, epoch milliseconds. */
  nowMs: number;
  /** Address of the page. */
  url: URL;
  /** The day on the page, "" when it shows none. */
  date: string;
  formToken: string;
  deadJobs: DeadJobCount;
  /** Where the page's name does not say what it is for. */
  title?: string;
  children: ComponentChildren;
}

/** The frame. */
export function OperatorPage(props: OperatorPageProps) {
  const { page, locale, operator, url, date, formToken, deadJobs } = props;
  const texts = boardTexts(locale);
  const fleet = { drivers: [], vehicles: [] };
  const [title, skip] = pageWords(page, locale);
  const rights = operator?.rights ?? [];
  const look: Look = { locale, texts, fleet, today: dateOf(wallTimeOf(props.nowMs)) };
  return (
    <>
      <Head>
        <title>{`${props.title ?? title} – Avanti`}</title>
      </Head>
      <div class="operator" data-looks={mayAct(page, rights) ? undefined : "only"}>
        <a class="skip-link" href="#content">{skip}</a>
        <BoardRail
          page={page}
          deadJobs={deadJobs}
          look={look}
          date={date}
          operatorName={operator?.operatorName ?? ""}
          rights={rights}
          formToken={formToken}
          url={url}
        />
        <main id="content" tabIndex={-1}>{props.children}</main>
        {/* The board draws its own, which counts along. */}
        {page !== "day" && <FootBar look={look} page={page} board={null} />}
      </div>
    </>
  );
}

/** Title of a page, and where its skip link leads. */
function pageWords(page: OperatorPageName, locale: Locale): readonly [title: string, skip: string] {
  const { title, rail } = boardTexts(locale);
  const { landmarks, cars, compliance, fleet, incidents, order, outbox, sheet, staff, tariffs } =
    textsFor(locale);
  const { bookkeeping, cache, dataRequests, payments, webhooks, retention, protection } = textsFor(
    locale,
  );
  const words: Readonly<Record<OperatorPageName, readonly [string, string]>> = {
    day: [title, rail.skip],
    cars: [cars.title, cars.skip],
    cache: [cache.title, cache.skip],
    jobs: [rail.jobs, rail.skipToJobs],
    order: [order.title, order.skip],
    sheet: [sheet.title.change, sheet.skip],
    places: [landmarks.title, landmarks.skip],
    "permit-holders": [fleet["permit-holders"].title, fleet["permit-holders"].skip],
    vehicles: [fleet.vehicles.title, fleet.vehicles.skip],
    drivers: [fleet.drivers.title, fleet.drivers.skip],
    tariffs: [tariffs.title, tariffs.skip],
    messages: [outbox.title, outbox.skip],
    incidents: [incidents.title, incidents.skip],
    webhooks: [webhooks.title, webhooks.skip],
    retention: [retention.title, retention.skip],
    bookkeeping: [bookkeeping.title, bookkeeping.skip],
    money: [payments.title, payments.skip],
    protected: [protection.title, protection.skip],
    "data-requests": [dataRequests.title, dataRequests.skip],
    staff: [staff.title, staff.skip],
    compliance: [compliance.title, compliance.skip],
  };
  return words[page];
}
