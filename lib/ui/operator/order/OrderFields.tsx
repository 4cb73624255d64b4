// The trip of an order, in the order a caller tells it.
import { asset } from "fresh/runtime";
import PlaceField from "../../../../islands/PlaceField.tsx";
import { MAX_NOTE } from "../../../booking/contact.ts";
import type { OrderValues } from "../../../board/phone-order-form.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { type Locale, LOCALES } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import type { Place } from "../../../places/place.ts";
import { MAX_BAGS, MAX_EXTRA, MAX_PASSENGERS, MAX_WHEELCHAIRS } from "../../../trip/trip-input.ts";
import { FieldError } from "../../parts/Field.tsx";
import { PickupQuestion } from "../../customer/trip/PickupQuestion.tsx";
import { PlaceQuestion } from "../../customer/trip/PlaceQuestion.tsx";
import { placeTexts } from "../../customer/trip/place-texts.ts";
import { offered } from "../../customer/trip/recent-places.ts";
import type { TripQuestions } from "../../customer/trip/trip-questions.ts";
import { OrderField } from "./OrderField.tsx";

/** Properties of OrderFields. */
export interface OrderFieldsProps {
  locale: Locale;
  values: OrderValues;
  questions: TripQuestions;
  popular: readonly Place[];
  errorFor: (...fields: string[]) => string | undefined;
  nowMs: number;
}

/** All fields and the button that asks for the price. */
export function OrderFields(props: OrderFieldsProps) {
  const words = textsFor(props.locale).order;
  return (
    <div class="order-fields">
      <End {...props} end="from" />
      <End {...props} end="to" />
      <When {...props} />
      <Party {...props} />
      <Needs {...props} />
      <More {...props} />
      <div class="order-send">
        <p class="order-hint">{words.whenHint}</p>
        <button type="submit" class="button" name="action" value="price">{words.showPrice}</button>
      </div>
    </div>
  );
}

function End(
  { end, locale, values, questions, popular, errorFor }: OrderFieldsProps & { end: "from" | "to" },
) {
  const { trip, order: words } = textsFor(locale);
  const error = errorFor(end);
  return (
    <div class={error === undefined ? "order-end" : "order-end has-error"}>
      <PlaceField
        name={end}
        label={trip[end]}
        value={values[end]}
        placeId={questions[end] === undefined ? values[`${end}Id`] : ""}
        placeholder={trip.placeExample}
        locale={locale}
        texts={placeTexts(locale)}
        popular={popular.map(offered)}
        icons={asset("/icons.svg")}
        errorId={error === undefined ? "" : `${end}-error`}
        tabTakes={words.tabTakes}
      />
      <div data-live={`${end}-question`}>
        <PlaceQuestion locale={locale} end={end} words={values[end]} question={questions[end]} />
      </div>
      <FieldError id={`${end}-error`} text={error} />
    </div>
  );
}

function When({ locale, values, questions, errorFor, nowMs }: OrderFieldsProps) {
  const words = textsFor(locale).order;
  const { when, date, time } = values;
  const isRead = date !== "";
  const error = errorFor("date", "time");
  return (
    <OrderField
      name="when"
      label={words.when}
      error={error === undefined || isRead ? error : words.whenUnread}
    >
      <input
        id="when"
        name="when"
        dir="auto"
        value={when}
        placeholder={words.whenExample}
        autocomplete="off"
        aria-describedby="when-means"
        autofocus={values.phone !== "" && values.from !== "" && when === ""}
      />
      <p id="when-means" class="order-means" role="status" data-live="when">
        {isRead
          ? words.means(formatMoment(locale, `${date}T${time}`, dateOf(wallTimeOf(nowMs))))
          : when.trim() === ""
          ? ""
          : words.whenUnread}
      </p>
      <div data-live="when-question">
        <PickupQuestion locale={locale} question={questions.pickup} />
      </div>
    </OrderField>
  );
}

function Party({ locale, values, errorFor }: OrderFieldsProps) {
  const { order: words, trip, quote } = textsFor(locale);
  return (
    <div class="order-row">
      <Count
        name="passengers"
        label={trip.passengers}
        from={1}
        upTo={MAX_PASSENGERS}
        {...{ values, errorFor }}
      />
      <Count name="bags" label={trip.bags} from={0} upTo={MAX_BAGS} {...{ values, errorFor }} />
      <OrderField name="vehicleClass" label={words.vehicleClass} error={errorFor("vehicleClass")}>
        <select id="vehicleClass" name="vehicleClass">
          <option value="">{words.anyClass}</option>
          {VEHICLE_CLASSES.map((name) => (
            <option key={name} value={name} selected={name === values.vehicleClass}>
              {quote.classes[name].name}
            </option>
          ))}
        </select>
      </OrderField>
    </div>
  );
}

function Needs({ locale, values, errorFor }: OrderFieldsProps) {
  const { order: words, trip } = textsFor(locale);
  return (
    <fieldset class="order-row order-needs">
      <legend>{words.needs}</legend>
      <Count
        name="wheelchairs"
        label={trip.wheelchairs}
        from={0}
        upTo={MAX_WHEELCHAIRS}
        {...{ values, errorFor }}
      />
      {(["childSeats", "pets", "extraLuggage"] as const).map((name) => (
        <Count
          key={name}
          name={name}
          label={trip[name]}
          from={0}
          upTo={MAX_EXTRA}
          {...{ values, errorFor }}
        />
      ))}
    </fieldset>
  );
}

function More({ locale, values, errorFor }: OrderFieldsProps) {
  const { order: words, shell: _shell } = textsFor(locale);
  return (
    <>
      <div class="order-row">
        <OrderField
          name="flightNumber"
          label={words.flightNumber}
          shortcut="Alt+F"
          error={errorFor("flightNumber")}
        >
          <input
            id="flightNumber"
            name="flightNumber"
            dir="ltr"
            value={values.flightNumber}
            autocomplete="off"
          />
        </OrderField>
        <OrderField name="email" label={words.email} error={errorFor("email")}>
          <input
            id="email"
            name="email"
            type="email"
            dir="ltr"
            value={values.email}
            autocomplete="off"
            placeholder={words.optional}
          />
        </OrderField>
        <OrderField name="language" label={words.language}>
          <select id="language" name="language">
            {LOCALES.map((name) => (
              <option key={name} value={name} selected={name === (values.language || locale)}>
                {textsFor(name).shell.language}
              </option>
            ))}
          </select>
        </OrderField>
      </div>
      <OrderField name="note" label={words.note} error={errorFor("note")}>
        <input
          id="note"
          name="note"
          dir="auto"
          value={values.note}
          autocomplete="off"
          maxLength={MAX_NOTE}
        />
      </OrderField>
    </>
  );
}

/** A small number that is typed: one key is faster than a list. */
function Count({ name, label, from, upTo, values, errorFor }: {
  name: "passengers" | "bags" | "wheelchairs" | "childSeats" | "pets" | "extraLuggage";
  label: string;
  from: number;
  upTo: number;
  values: OrderValues;
  errorFor: OrderFieldsProps["errorFor"];
}) {
  return (
    <OrderField name={name} label={label} error={errorFor(name)}>
      <input
        id={name}
        name={name}
        type="number"
        inputMode="numeric"
        min={from}
        max={upTo}
        value={values[name]}
        autocomplete="off"
        aria-describedby={`${name}-error`}
      />
    </OrderField>
  );
}
