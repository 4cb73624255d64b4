// The timeline's question to the server: the cars for a trip.
import { paths } from "../../../kernel/paths.ts";
import type { MoveCandidate } from "./moving.ts";

/** The cars for a trip, or null when nobody answers. */
export async function fetchCandidates(id: string): Promise<readonly MoveCandidate[] | null> {
  try {
    const response = await fetch(paths.api.adminBookingCandidates(id));
    return response.ok ? (await response.json()).candidates : null;
  } catch {
    return null;
  }
}
