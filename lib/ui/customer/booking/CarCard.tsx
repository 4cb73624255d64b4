// The car that comes, or an honest word that nobody knows yet which one.
import { spellReference } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { TicketCar } from "../../../ticket/ticket-car.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Digits, said } from "../../parts/Said.tsx";

/** Driver, number and plate; a dashed frame of the same place while there are none. */
export function CarCard({ locale, car }: { locale: Locale; car: TicketCar | null }) {
  const { ticket } = textsFor(locale);
  if (car === null) {
    return (
      <section class="car-card waiting" aria-label={ticket.carLabel}>
        <Icon name="car" />
        <div>
          <p class="car-title">{ticket.noDriver}</p>
          <p class="car-text">{ticket.noDriverText}</p>
        </div>
      </section>
    );
  }
  const { driver, vehicle, registration } = car;
  const known = [driver, vehicle].filter((name) => name !== "").map(said);
  return (
    <section class="car-card" aria-label={ticket.carLabel}>
      <p class="car-title">
        {known.length === 2
          ? ticket.driverAndCar(known[0] ?? "", known[1] ?? "")
          : known[0] ?? ticket.driverUnknown}
      </p>
      {registration === "" ? null : (
        <p class="plate">
          <span class="visually-hidden">
            {ticket.plate}: {spellReference(registration.replaceAll(" ", ""), {})}
          </span>
          <span aria-hidden="true">
            <Digits>{registration}</Digits>
          </span>
        </p>
      )}
    </section>
  );
}
