// Who a car is and what it is doing now: the sticky cell of its row, and the way to its own page.
import type { Car, CarDay } from "../../../board/car-day.ts";
import { givenName } from "../../../board/day.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { paths } from "../../../kernel/paths.ts";
import { Digits, Said, said } from "../../parts/Said.tsx";
import { clockTime, type Look } from "../frame/look.ts";
import { carState } from "./car-state.ts";
import { isToday } from "./scale.ts";

/** The cell. What has no room is left out whole; those who hear the page hear all of it. */
export function CarName({ look, day, car }: { look: Look; day: CarDay; car: Car }) {
  const { vehicle, driver } = car;
  const words = textsFor(look.locale).cars;
  const { short, name } = look.texts.classes[vehicle.vehicleClass];
  const state = stateWords(look, day, car);
  return (
    <a class="car-name" href={paths.adminCar(vehicle.id)}>
      <span class="car-line">
        <b>{said(vehicle.name)}</b>{" "}
        <span>{driver === null ? words.noDriver : <Said>{givenName(driver.name)}</Said>}</span>{" "}
        <span class="car-class">{short === "" ? name.toLowerCase() : short}</span>
      </span>{" "}
      <span class="car-line car-state">
        {state !== "" && <span data-state={carState(car, day.nowMs).kind}>{state}</span>}{" "}
        <Digits>{vehicle.registration}</Digits>
      </span>
    </a>
  );
}

/** What a car is doing now; "" on a day that is not today. */
export function stateWords(look: Look, day: CarDay, car: Car): string {
  if (!isToday(day)) return "";
  const words = textsFor(look.locale).cars.states;
  const time = (ms: number) => clockTime(look.locale, ms);
  const state = carState(car, day.nowMs);
  switch (state.kind) {
    case "out":
      return state.untilMs === null ? words.out : words.outUntil(time(state.untilMs));
    case "driving":
      return words.driving(time(state.untilMs));
    case "waiting":
      return words.waiting(time(state.pickupMs));
    case "free":
      return state.untilMs === null ? words.free : words.freeUntil(time(state.untilMs));
    case "driverless":
      return words.driverless;
  }
}
