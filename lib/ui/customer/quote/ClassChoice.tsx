// The vehicles that fit the trip, each with its price; choosing one shows its price lines (by CSS alone).
import { formatMoney } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { CLASS_CAPACITY, type VehicleClass } from "../../../fleet/vehicle.ts";
import type { QuoteOption } from "../../../pricing/quote.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icon-names.ts";

const ICONS: Readonly<Record<VehicleClass, IconName>> = {
  standard: "car",
  premium: "crown",
  van: "bus",
  wheelchair: "accessibility",
};

/** Properties of ClassChoice. */
export interface ClassChoiceProps {
  locale: Locale;
  options: readonly QuoteOption[];
  chosen: VehicleClass;
}

/** A radio group of vehicle classes. */
export function ClassChoice({ locale, options, chosen }: ClassChoiceProps) {
  const { quote } = textsFor(locale);
  return (
    <fieldset id="vehicleClass" class="class-choice" tabindex={-1}>
      <legend>{quote.chooseClass}</legend>
      {options.map(({ vehicleClass, totalOre }) => {
        const { passengers, bags } = CLASS_CAPACITY[vehicleClass];
        return (
          <label class="choice class-option" for={`class-${vehicleClass}`}>
            <input
              type="radio"
              id={`class-${vehicleClass}`}
              name="vehicleClass"
              value={vehicleClass}
              required
              checked={vehicleClass === chosen}
            />
            <Icon name={ICONS[vehicleClass]} />
            <span class="class-words">
              <span class="choice-title">{quote.classes[vehicleClass].name}</span>
              <span class="choice-text">{quote.classes[vehicleClass].text}</span>
              <span class="choice-text">{quote.capacity(passengers, bags)}</span>
            </span>
            <span class="class-price">{formatMoney(locale, totalOre)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
