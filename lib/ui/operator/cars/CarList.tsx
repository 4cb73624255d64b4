// The cars in words: each with what it is doing and its trips in order. For those who hear the page, and for print.
import type { Car, CarDay } from "../../../board/car-day.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { paths } from "../../../kernel/paths.ts";
import { TripName } from "../day/TripName.tsx";
import type { Look } from "../frame/look.ts";
import { said } from "../../parts/Said.tsx";
import { tripState, tripTimes } from "./bar.ts";
import { CarFacts } from "./CarFacts.tsx";
import { stateWords } from "./CarName.tsx";
import { type ExpectedTrip, expectedTrips } from "./trouble.ts";

/** What the list is drawn from. */
export interface CarListProps {
  look: Look;
  day: CarDay;
  cars: readonly Car[];
}

/** The list. */
export function CarList({ look, day, cars }: CarListProps) {
  const words = textsFor(look.locale).cars;
  const driverless = day.driverless.map((trip): ExpectedTrip => ({ ...trip, trouble: null }));
  return (
    <div class="car-list">
      {driverless.length > 0 && (
        <section class="fleet-car wide">
          <h2>
            <span aria-hidden="true">△</span> {words.driverless}{" "}
            <span class="car-count">{driverless.length}</span>
          </h2>
          <Trips look={look} trips={driverless} />
        </section>
      )}
      {cars.map((car) => <CarCard key={car.vehicle.id} {...{ look, day, car }} />)}
    </div>
  );
}

function CarCard({ look, day, car }: { look: Look; day: CarDay; car: Car }) {
  const words = textsFor(look.locale).cars;
  const { vehicle, driver } = car;
  const trips = expectedTrips(car, day.nowMs);
  const state = stateWords(look, day, car);
  return (
    <section class="fleet-car">
      <h2>
        <a href={paths.adminCar(vehicle.id)}>{said(vehicle.name)}</a>
      </h2>
      <CarFacts {...{ vehicle, driver }} locale={look.locale} />
      {state !== "" && <p class="fleet-state">{state}</p>}
      {trips.length === 0
        ? <p class="car-facts">{words.noTrips}</p>
        : <Trips look={look} trips={trips} />}
    </section>
  );
}

function Trips({ look, trips }: { look: Look; trips: readonly ExpectedTrip[] }) {
  return (
    <ol>
      {trips.map((trip) => {
        const { booking } = trip;
        const query = { date: dateOf(booking.wallTime), booking: booking.id };
        return (
          <li key={booking.id} data-trouble={trip.trouble !== null}>
            <span class="car-times">{tripTimes(look, trip)}</span>{" "}
            <a href={paths.admin(query)}>
              <TripName look={look} booking={booking} />
            </a>{" "}
            <span class="car-trip-state">
              {trip.trouble !== null && <span aria-hidden="true">▲</span>} {tripState(look, trip)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
