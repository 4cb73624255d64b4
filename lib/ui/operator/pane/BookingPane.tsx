// The chosen booking: who, its course, what it carries, its price, and what can be done about it.
import {
  formatDistance,
  formatDuration,
  formatFlightNumber,
  formatMoment,
  formatReference,
} from "../../../i18n/format.ts";
import { formatsOf } from "../../../i18n/formats.ts";
import { DEFAULT_LOCALE } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Attention } from "../../../board/attention.ts";
import { BookingActions } from "./BookingActions.tsx";
import type { BookingView, StopView } from "../../../board/booking-view.ts";
import type { ActionDraft } from "../../../board/operator-action.ts";
import { Course } from "./Course.tsx";
import { absentWord, capitalise, type Look } from "../frame/look.ts";
import { StateMark } from "../day/StateMark.tsx";
import { TripName } from "../day/TripName.tsx";
import { PriceLines } from "../../parts/PriceLines.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Digits, Said } from "../../parts/Said.tsx";

/** What the pane shows, and what its forms need. */
export interface BookingPaneProps {
  look: Look;
  view: BookingView;
  attention: Attention | null;
  formToken: string;
  /** Where "back" leads: the list without the pane. */
  backTo: string;
  /** An action that was refused, with what the operator typed; null when none was. */
  draft: ActionDraft | null;
  /** Changes when the forms start afresh. */
  round: number;
  nowMs: number;
}

/** The pane's content. */
export function BookingPane(
  { look, view, attention, formToken, backTo, draft, round, nowMs }: BookingPaneProps,
) {
  const { texts, locale } = look;
  const { veiled, restricted } = view;
  const trip = { from: view.from.label, to: view.to.label, veiled, restricted };
  return (
    <article class="booking" aria-labelledby="booking-title">
      <PaneBack look={look} backTo={backTo} />
      <header class="booking-head">
        <h2 id="booking-title" tabIndex={-1}>
          <TripName look={look} booking={trip} />
        </h2>
        <p class="booking-when">
          {capitalise(formatMoment(locale, view.wallTime, look.today))}
          <StateMark status={view.status} attention={attention} texts={texts} />
        </p>
        <Who look={look} view={view} />
      </header>
      <BookingActions
        key={`${view.id} ${round}`}
        {...{ look, view, attention, formToken, draft, nowMs }}
      />
      <Course look={look} view={view} />
      <Words look={look} view={view} />
      <dl class="booking-facts">
        <dt>{texts.pane.carries}</dt>
        <dd>{carried(look, view)}</dd>
        <dt>{texts.table.trip}</dt>
        <dd>
          {[
            formatDistance(locale, view.distanceMeters),
            formatDuration(locale, view.durationSeconds),
            view.isEstimate ? texts.pane.estimated : "",
          ].filter((fact) => fact !== "").join(" · ")}
        </dd>
      </dl>
      <PriceLines locale={locale} words={texts.pane} price={view} />
      <p>
        <a href={paths.adminMessages({ booking: view.reference })}>{texts.pane.told}</a>
      </p>
      <p>
        <a href={paths.adminBookingMoney(view.id)}>{texts.pane.money}</a>
      </p>
      {restricted && <p>{texts.pane.restricted}</p>}
      <p>
        {veiled || restricted
          ? <a href={paths.adminProtectedBooking(view.id)}>{texts.pane.showOnce}</a>
          : <a href={paths.adminProtected({ booking: view.reference })}>{texts.pane.protect}</a>}
      </p>
    </article>
  );
}

/** Who it is for; of a protected or an erased customer the reference is all there is. */
function Who({ look, view }: Pick<BookingPaneProps, "look" | "view">) {
  const { contact, reference } = view;
  return (
    <p class="booking-who">
      <span class="booking-reference">
        <Digits>{formatReference(reference)}</Digits>
      </span>{" "}
      · <Said>{contact.name || absentWord(look.texts, view)}</Said>
      {contact.phone !== "" && (
        <>
          {" "}·{" "}
          <a href={`tel:${contact.phone}`}>
            <Digits>{contact.shownPhone}</Digits>
          </a>
        </>
      )}
      {contact.email !== "" && (
        <>
          {" "}·{" "}
          <a href={`mailto:${contact.email}`}>
            <Digits>{contact.email}</Digits>
          </a>
        </>
      )}
    </p>
  );
}

/** The way back to the list: a cross where the list stands beside it, words where it does not. */
export function PaneBack({ look, backTo }: { look: Look; backTo: string }) {
  return (
    <a class="pane-back" href={backTo} aria-current="false" data-close-pane>
      <span class="pane-back-arrow" aria-hidden="true">←</span>
      <span class="pane-back-words">{look.texts.pane.back}</span>
      <span class="pane-back-cross" aria-hidden="true">
        <Icon name="x" />
      </span>
    </a>
  );
}

function Words({ look, view }: { look: Look; view: BookingView }) {
  const words = look.texts.pane;
  const stops = [view.from, view.to].filter((stop) => stop.words !== "");
  const language = foreignLanguage(look, view);
  const facts = [
    stops.length === 0 ? null : (
      <>
        <dt>{words.words}</dt>
        {stops.map((stop) => <StopWords key={stop.words} stop={stop} />)}
      </>
    ),
    view.flightNumber === "" ? null : (
      <>
        <dt>{words.flightNumber}</dt>
        <dd>
          <Digits>{formatFlightNumber(view.flightNumber)}</Digits>
        </dd>
      </>
    ),
    view.note === "" ? null : (
      <>
        <dt>{words.note}</dt>
        <dd class="booking-note">
          <Said>{view.note}</Said>
        </dd>
      </>
    ),
    language === null ? null : <dd key="language">{words.bookedIn(language)}</dd>,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? null : <dl class="booking-facts">{facts}</dl>;
}

/** The customer's language in the reader's, when it is neither the reader's nor the company's own. */
function foreignLanguage({ locale }: Look, view: BookingView): string | null {
  if (view.locale === locale || view.locale === DEFAULT_LOCALE) return null;
  const names = new Intl.DisplayNames(formatsOf(locale).intl, { type: "language" });
  return names.of(view.locale) ?? view.locale;
}

function StopWords({ stop }: { stop: StopView }) {
  return (
    <dd>
      ”<Said>{stop.words}</Said>”
      {stop.place !== "" && (
        <span class="stop-place">
          <Said>{stop.place}</Said>
        </span>
      )}
    </dd>
  );
}

function carried({ texts }: Look, view: BookingView): string {
  const { bags, wheelchairs, extras } = view;
  return [
    texts.table.passengers(view.passengers),
    wheelchairs > 0 ? texts.pane.wheelchairs(wheelchairs, view.passengers - wheelchairs) : "",
    bags > 0 ? texts.pane.bags(bags) : "",
    extras.childSeats > 0 ? texts.pane.childSeats(extras.childSeats) : "",
    extras.pets > 0 ? texts.pane.pets(extras.pets) : "",
    extras.extraLuggage > 0 ? texts.pane.extraLuggage(extras.extraLuggage) : "",
    texts.classes[view.vehicleClass].name,
  ].filter((fact) => fact !== "").join(" · ");
}
