// What a dispatcher does: sees on the screen which trip is due for what, does it, and goes by what the answer says.
import type { BookingSummary } from "../../lib/booking/booking.ts";
import type { Candidate } from "../../lib/dispatch/candidate.ts";
import type { ChangePreview } from "../../lib/dispatch/change-trip.ts";
import { wallTimeOf } from "../../lib/i18n/format.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { DAY, type Happening } from "./desk-bookings.ts";
import type { Desk } from "./desk.ts";
import { pause } from "./time.ts";

const MINUTE_MS = 60_000;
/** Tries of something a customer asked for, when others change the booking meanwhile. */
const MAX_ROUNDS = 6;
/** Share of the acts that were a mistake and are taken back, and the longest it takes to see it, in milliseconds. */
const MISTAKES = 0.03;
const SEEN_WITHIN_MS = 60;
/** How often a dispatcher takes what lies on another's part of the screen. */
const HELPS = 0.15;
/** A trip that nobody can be found for is looked at again after this, in milliseconds of the day. */
const LOOK_AGAIN_MS = 9 * MINUTE_MS;

type Step = "assign" | "depart" | "arrive" | "board" | "complete";

/** A dispatcher at a desk. */
export class Dispatcher {
  readonly desk: Desk;
  readonly #place: number;
  readonly #desks: number;
  readonly #chance: () => number;
  /** Trips that could not be helped, until when. */
  readonly #waiting = new Map<string, number>();
  /** What was told and not done yet. */
  readonly told: Happening[] = [];
  /** What could not be done because the ride had gone on or ended, as the answer said. */
  tooLate = 0;

  constructor(desk: Desk, place: number, desks: number, chance: () => number) {
    this.desk = desk;
    this.#place = place;
    this.#desks = desks;
    this.#chance = chance;
  }

  /** Does the next thing; false when nothing is due. `ids` are the day's bookings in order of pickup. */
  async work(nowMs: number, ids: readonly string[]): Promise<boolean> {
    const happening = this.told.shift();
    if (happening !== undefined) {
      await this.#handle(happening, ids, nowMs);
      return true;
    }
    const row = this.#nextRow(nowMs);
    const step = row && stepOf(row, nowMs);
    if (row === undefined || !step) return false;
    if (step === "assign") await this.#assign(row, nowMs);
    else await this.#drive(row, step);
    return true;
  }

  #nextRow(nowMs: number): BookingSummary | undefined {
    const due = [...this.desk.rows.values()].filter((row) =>
      (this.#waiting.get(row.id) ?? 0) <= nowMs && stepOf(row, nowMs) !== null
    );
    const own = due.filter(({ reference }) =>
      (reference.charCodeAt(0) + reference.charCodeAt(5)) % this.#desks === this.#place
    );
    const among = own.length > 0 && this.#chance() > HELPS ? own : due;
    return among[Math.floor(this.#chance() * among.length)];
  }

  async #assign(row: BookingSummary, nowMs: number): Promise<void> {
    const { body } = await this.desk.read<{ version: number; candidates: Candidate[] }>(
      paths.api.adminBookingCandidates(row.id),
    );
    const best = body.candidates?.find((one) => one.driverId !== null && one.faults.length === 0) ??
      body.candidates?.find((one) =>
        one.driverId !== null &&
        one.faults.every(({ canOverride, code }) => canOverride && code === "too-far")
      );
    if (best === undefined) return void this.#waiting.set(row.id, nowMs + LOOK_AGAIN_MS);
    const isForced = best.faults.length > 0;
    await this.#command(row, "assign", {
      driverId: best.driverId,
      ...(isForced ? { override: "Ingen närmare bil" } : {}),
    });
  }

  async #drive(row: BookingSummary, step: Exclude<Step, "assign">): Promise<void> {
    const code = await this.#command(row, step, {});
    const shown = this.desk.rows.get(row.id);
    if (code === "act-unlikely" && shown !== undefined) {
      await this.#command(shown, step, { confirmed: true });
    }
  }

  /** Sends a command for the version on the screen; what was refused is read anew. Answers the refusal's code. */
  async #command(
    row: BookingSummary,
    type: string,
    more: Record<string, unknown>,
  ): Promise<string | null> {
    const path = paths.api.adminBookingCommands(row.id);
    const { body } = await this.desk.act(type, path, {
      ...{ type, expectedVersion: row.version },
      ...more,
    });
    if (body.code !== undefined) {
      await this.desk.readAnew(row.id);
      return body.code;
    }
    if (this.#chance() < MISTAKES) {
      await pause(this.#chance() * SEEN_WITHIN_MS);
      await this.desk.undo();
      await this.desk.readAnew(row.id);
    }
    return null;
  }

  async #handle(happening: Happening, ids: readonly string[], nowMs: number): Promise<void> {
    if (happening.type === "car-out") return await this.#takeOut(happening.vehicleId, nowMs);
    const id = ids[happening.booking] ?? "";
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const row = this.desk.rows.get(id);
      if (row === undefined) return;
      const code = await this.#tryOnce(happening, row);
      if (code === null) return;
      if (code === "booking-state" || code === "field-fixed" || code === "over") {
        return void this.tooLate++;
      }
    }
  }

  /** Tries it on the version on the screen: null when it is done, else why not. */
  async #tryOnce(happening: Happening, row: BookingSummary): Promise<string | null> {
    switch (happening.type) {
      case "car-out":
        return null;
      case "unassign":
        return await this.#command(row, "unassign", { reason: "Föraren blev sjuk" });
      case "cancel": {
        const { body } = await this.desk.read<{ cancellationFeeOre: number }>(
          paths.api.adminBooking(row.id),
        );
        const feeOre = body.cancellationFeeOre;
        return await this.#command(row, "cancel", { reason: "Kunden ringde", feeOre });
      }
      case "late-flight":
        return await this.#moveTime(row, happening.minutes);
    }
  }

  async #moveTime(row: BookingSummary, minutes: number): Promise<string | null> {
    const later = new Date(row.pickupMs + minutes * MINUTE_MS).toISOString();
    const wallTime = wallTimeOf(later).slice(0, 16);
    if (!wallTime.startsWith(DAY)) return "over";
    const path = paths.api.adminBookingChanges(row.id);
    const change = { pickup: { wallTime } };
    const { body: seen } = await this.desk.ask<ChangePreview>(path, { ...change, preview: true });
    if (seen.refusals.length > 0) {
      await this.desk.readAnew(row.id);
      return seen.refusals[0]?.code === "no-vehicle-free" ? "over" : seen.refusals[0]?.code ?? "";
    }
    const { body } = await this.desk.act("change", path, {
      ...change,
      expectedVersion: seen.version,
      expectedTotalOre: seen.price?.newOre ?? row.totalOre,
    });
    if (body.code !== undefined) await this.desk.readAnew(row.id);
    return body.code ?? null;
  }

  /** A car stops for an hour: its trips move to the best others, each as far as it has not gone on. */
  async #takeOut(vehicleId: string, nowMs: number): Promise<void> {
    const { body } = await this.desk.act(
      "out-of-traffic",
      `/api/admin/vehicles/${vehicleId}/outages`,
      {
        type: "out-of-traffic",
        from: new Date(nowMs).toISOString(),
        until: new Date(nowMs + 60 * MINUTE_MS).toISOString(),
        reason: "Punktering",
      },
    );
    for (const { bookingId, candidates, status } of body.trips ?? []) {
      if (status !== "confirmed" && status !== "assigned" && status !== "en-route") continue;
      for (const { vehicleId: other } of candidates) {
        const row = await this.desk.readAnew(bookingId);
        if (row?.vehicleId !== vehicleId) break;
        if (await this.#command(row, "move", { vehicleId: other }) === null) break;
      }
    }
  }
}

/** What a trip is due for. */
function stepOf(row: BookingSummary, nowMs: number): Step | null {
  const minutes = (nowMs - row.pickupMs) / MINUTE_MS;
  switch (row.status) {
    case "confirmed":
      return minutes > -60 ? "assign" : null;
    case "assigned":
      return minutes > -20 ? "depart" : null;
    case "en-route":
      return minutes > -3 ? "arrive" : null;
    case "arrived":
      return minutes > 3 ? "board" : null;
    case "on-board":
      return minutes > drivenMinutes(row) + 3 ? "complete" : null;
    default:
      return null;
  }
}

/** Rows of the board before do not say how long a ride takes: it is guessed at 30 km/h. */
function drivenMinutes({ durationSeconds, distanceMeters }: Partial<BookingSummary>): number {
  return durationSeconds === undefined ? (distanceMeters ?? 0) / 500 : durationSeconds / 60;
}
