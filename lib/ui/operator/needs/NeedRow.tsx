// One thing that needs a person: what, when, which trip, and the act that ends it.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { BookingId } from "../../../booking/booking.ts";
import { vehicleName } from "../../../board/day.ts";
import { formatTime } from "../../../i18n/format.ts";
import { paths } from "../../../kernel/paths.ts";
import { said } from "../../parts/Said.tsx";
import { capitalise, type Look, span } from "../frame/look.ts";
import { NeedShape } from "../day/StateMark.tsx";
import { TripName } from "../day/TripName.tsx";
import type { Need, TripNeed } from "./needs.ts";

/** What a row shows. */
export interface NeedRowProps {
  look: Look;
  need: Need;
  chosen: boolean;
  formToken: string;
  hrefs: (id: BookingId) => string;
}

/** The row. */
export function NeedRow(props: NeedRowProps) {
  const { look, need } = props;
  const words = look.texts.attention;
  switch (need.kind) {
    case "trip":
      return <TripNeedRow {...props} need={need} />;
    case "many":
      return (
        <Row
          look={look}
          level={need.level}
          why={need.why}
          time={words.others(need.count)}
          what={`${formatTime(look.locale, need.from)}–${formatTime(look.locale, need.to)}`}
          detail=""
        >
          <Act href={manyHref(need.why)} view>{words.showMany(need.count)}</Act>
        </Row>
      );
    case "jobs":
      return (
        <Row
          look={look}
          level={need.level}
          why="jobs"
          time={need.jobs.more ? `${need.jobs.count}+` : String(need.jobs.count)}
          what={words.jobsGivenUp}
          detail=""
        >
          <Act href={paths.adminJobs()}>{words.openJobs}</Act>
        </Row>
      );
    case "tomorrow": {
      const { date, unassigned, first } = need.lacks;
      return (
        <Row
          look={look}
          level={need.level}
          why="tomorrow"
          time={String(unassigned)}
          what={words.withoutDriver}
          detail={words.firstAt(formatTime(look.locale, first))}
        >
          <Act href={paths.admin({ date, show: "unassigned" })}>{words.openTomorrow}</Act>
        </Row>
      );
    }
  }
}

function TripNeedRow({ look, need, chosen, formToken, hrefs }: NeedRowProps & { need: TripNeed }) {
  const { booking, why } = need;
  const href = hrefs(booking.id);
  return (
    <Row
      look={look}
      level={need.level}
      why={why}
      time={formatTime(look.locale, booking.wallTime)}
      what={
        <a
          class="need-trip-link"
          href={href}
          data-booking={booking.id}
          aria-current={chosen ? "true" : "false"}
          tabIndex={-1}
        >
          <TripName look={look} booking={booking} />
        </a>
      }
      detail={detailOf(look, need)}
    >
      <TripAct look={look} need={need} href={href} formToken={formToken} />
    </Row>
  );
}

function TripAct(props: { look: Look; need: TripNeed; href: string; formToken: string }) {
  const { look, need: { act, booking }, href } = props;
  const words = look.texts.attention;
  switch (act.kind) {
    case "assign":
      return (
        <form method="post" action={paths.adminBookingAction(booking.id, "assign")} data-need-act>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={props.formToken} />
          <input type="hidden" name="expectedVersion" value={booking.version} />
          <input type="hidden" name="driverId" value={act.driver.id} />
          <button type="submit" class="button need-act" data-need data-for={booking.id}>
            {`${words.assignCar} ${said(vehicleName(look.fleet, act.driver.vehicleId))}`}
          </button>
        </form>
      );
    case "choose":
      return (
        <Act href={href} booking={booking.id} assign>
          {act.hasDriver ? words.changeCar : words.assign}
        </Act>
      );
    case "call":
      return <Act href={`tel:${booking.phone}`}>{look.texts.pane.call}</Act>;
    case "open":
      return <Act href={href} booking={booking.id}>{words.open}</Act>;
  }
}

function Act(props: {
  href: string;
  booking?: BookingId;
  assign?: boolean;
  view?: boolean;
  children: ComponentChildren;
}) {
  return (
    <a
      class="button need-act"
      href={props.href}
      data-need
      data-booking={props.booking}
      data-assign={props.assign ? "" : undefined}
      data-view={props.view ? "" : undefined}
    >
      {props.children}
    </a>
  );
}

function Row(props: {
  look: Look;
  level: "warn" | "bad";
  why: TripNeed["why"] | "jobs" | "tomorrow";
  time: string;
  what: ComponentChildren;
  detail: string;
  children: ComponentChildren;
}) {
  const { look, why } = props;
  return (
    <li class="need" data-level={props.level}>
      <span class="state" data-state={props.level}>
        <NeedShape kind={why} />
        {capitalise(look.texts.attention[why])}
      </span>
      <span class="need-time">{props.time}</span>
      <span class="need-trip">{props.what}</span>
      <span class="need-detail">{props.detail}</span>
      {props.children}
    </li>
  );
}

/** How long until the pickup, or since. */
function detailOf({ texts }: Look, { booking, attention, why }: TripNeed): string {
  if (attention === null) return texts.status[booking.status];
  const minutes = attention.minutesToPickup;
  if (why === "waiting") return texts.attention.waited(span(texts, minutes));
  const { pickup } = texts.view;
  return minutes >= 0 ? pickup.in(span(texts, minutes)) : pickup.late(span(texts, minutes));
}

function manyHref(why: TripNeed["why"]): string {
  if (why === "no-driver") return paths.admin({ show: "unassigned" });
  if (why === "no-wheelchair-car") return paths.admin({ show: "wheelchair" });
  return paths.admin({ show: "late" });
}
