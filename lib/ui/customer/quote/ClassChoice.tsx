// The vehicles that fit the trip in one framed list: seats, whether there is a car, price. Choosing one shows what
// belongs to it (by CSS alone).
import type { Availability } from "../../../booking/class-availability.ts";
import { CLASS_CAPACITY } from "../../../fleet/vehicle.ts";
import { formatCount, formatDifference, formatMoney } from "../../../i18n/format.ts";
import { formatUntil, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { QuoteOption } from "../../../pricing/quote.ts";
import type { QuotePageData } from "./quote-page-data.ts";

/** Properties of ClassChoice. */
export interface ClassChoiceProps
  extends Pick<QuotePageData, "quote" | "chosen" | "availability" | "renewal"> {
  locale: Locale;
}

/** A radio group of vehicle classes, with what choosing one that is not free leads to. */
export function ClassChoice(props: ClassChoiceProps) {
  const { locale, quote: { options } } = props;
  const { quote } = textsFor(locale);
  return (
    <fieldset id="vehicleClass" class="class-choice" tabindex={-1} data-part="classes">
      <legend>{quote.chooseClass}</legend>
      <div class="class-list">
        {options.map((option) => <ClassOption key={option.vehicleClass} {...props} {...option} />)}
      </div>
      {options.map(({ vehicleClass }) => (
        <ClassHint key={vehicleClass} {...props} vehicleClass={vehicleClass} />
      ))}
    </fieldset>
  );
}

function ClassOption(props: ClassChoiceProps & QuoteOption) {
  const { locale, vehicleClass, totalOre, availability, renewal } = props;
  const { quote } = textsFor(locale);
  const { passengers } = CLASS_CAPACITY[vehicleClass];
  const formerOre = renewal?.formerTotalOre.get(vehicleClass) ?? totalOre;
  return (
    <label class="class-option" for={`class-${vehicleClass}`}>
      <input
        type="radio"
        id={`class-${vehicleClass}`}
        name="vehicleClass"
        value={vehicleClass}
        required
        checked={vehicleClass === props.chosen}
      />
      <span class="class-words">
        <span class="class-name">{quote.classes[vehicleClass].name}</span>
        <span class="class-facts">
          <span>{formatCount(locale, passengers, quote.seats)}</span>
          <State {...props} state={availability.get(vehicleClass)} />
        </span>
      </span>
      <span class="class-price">
        {formatMoney(locale, totalOre)}
        {formerOre === totalOre
          ? null
          : <span class="class-change">{formatDifference(locale, totalOre - formerOre)}</span>}
      </span>
    </label>
  );
}

function State(props: ClassChoiceProps & { state: Availability | undefined }) {
  const { quote } = textsFor(props.locale);
  const { state } = props;
  if (state === undefined || state.kind === "none") {
    return <span class="class-state none">{quote.notFree}</span>;
  }
  return state.kind === "free"
    ? <span class="class-state free">{quote.isFree}</span>
    : <span class="class-state later">{quote.freeAt(laterMoment(props, state.instant))}</span>;
}

/** Said of each class that is not free, so that it is known before it is chosen. */
function ClassHint(props: ClassChoiceProps & Pick<QuoteOption, "vehicleClass">) {
  const { quote } = textsFor(props.locale);
  const { name } = quote.classes[props.vehicleClass];
  const state = props.availability.get(props.vehicleClass);
  if (state === undefined || state.kind === "free") return null;
  return (
    <p class="class-hint">
      {state.kind === "later"
        ? quote.movesPickup(name, laterMoment(props, state.instant))
        : quote.noneSoon(name)}
    </p>
  );
}

/** The later time, with its day when it is not the day of the trip. */
export function laterMoment(
  { locale, quote }: Pick<ClassChoiceProps, "locale" | "quote">,
  instant: string,
): string {
  return formatUntil(locale, wallTimeOf(instant), quote.trip.pickup.wallTime);
}
