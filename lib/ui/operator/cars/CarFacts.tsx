// What there is to know of a car and who drives it: name, class, plate, number, telephones.
import { Fragment } from "preact";
import type { Driver, Vehicle } from "../../../fleet/vehicle.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Digits, Said } from "../../parts/Said.tsx";

/** What the line is drawn from. */
export interface CarFactsProps {
  vehicle: Vehicle;
  driver: Pick<Driver, "name" | "phone"> | null;
  locale: Locale;
}

/** The line; what nobody has said is left out. */
export function CarFacts({ vehicle, driver, locale }: CarFactsProps) {
  const words = textsFor(locale).cars;
  const phones = [driver?.phone ?? "", vehicle.phone].filter((phone) => phone !== "");
  return (
    <p class="car-facts">
      {driver === null ? words.noDriver : <Said>{driver.name}</Said>} ·{" "}
      {boardTexts(locale).classes[vehicle.vehicleClass].name} ·{" "}
      <Digits>{vehicle.registration}</Digits>
      {vehicle.number !== "" && (
        <>
          {" "}· {words.number} <Digits>{vehicle.number}</Digits>
        </>
      )}
      {phones.map((phone) => (
        <Fragment key={phone}>
          <span aria-hidden="true">·</span> <PhoneLink phone={phone} />
        </Fragment>
      ))}
    </p>
  );
}

function PhoneLink({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone}`}>
      <Digits>{shownPhoneNumber(phone)}</Digits>
    </a>
  );
}
