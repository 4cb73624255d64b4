// Who knows real addresses: the port, and the answer of a product without one.
import { GatewayError } from "../../errors/gateway-error.ts";
import type { Point } from "../place.ts";
import type { FoundAddress } from "./found-address.ts";
import { ownWork, productRecovery } from "../../resilience/operations.ts";
import type { Recovery } from "../../resilience/recovery.ts";
import { nearestAddress } from "./nearest-address.ts";

/** Finds addresses in Sweden. Never throws: a service that fails knows nothing, and our own places stand in. */
export interface Geocoder {
  /** What the words may mean, best first; at most MAX_FOUND. */
  find(words: string): Promise<readonly FoundAddress[]>;
  /** The address at a point, undefined where none is near. */
  at(point: Point): Promise<FoundAddress | undefined>;
  /** True when it may be asked while somebody types; public Nominatim servers forbid that. */
  readonly maySuggest: boolean;
  /** The same, with what it is answered kept by whoever it is asked through; not of one that asks nobody. */
  keptBy?(keep: (ask: AskAddresses) => AskAddresses): Geocoder;
}

/** What a service is asked: what words mean, or what is at a point. */
export type AddressQuestion = { words: string } | { point: Point };

/** Asks a service; undefined when it was not asked, because it is left alone. Throws GatewayError when it fails. */
export type AskAddresses = (
  question: AddressQuestion,
) => Promise<readonly FoundAddress[] | undefined>;

/** Until our own places are taken, in milliseconds: a service with a pace has a turn to wait for, then its own time. */
const ASKED_MS = 5_000;

/** Most addresses one answer is read for. */
export const MAX_FOUND = 8;

/** Knows nothing: our own places are all there is. */
export const NO_GEOCODER: Geocoder = {
  find: () => Promise.resolve([]),
  at: () => Promise.resolve(undefined),
  maySuggest: false,
};

/** A geocoder over one service; `onFailure` is told what our own places stood in for. */
export function createGeocoder(
  ask: AskAddresses,
  maySuggest: boolean,
  onFailure: (error: GatewayError) => void,
  recovery: Pick<Recovery, "run"> = productRecovery(),
): Geocoder {
  const calmly = async (question: AddressQuestion) => {
    const done = await recovery.run(ownWork<readonly FoundAddress[]>("find-address", {
      deadlineMs: ASKED_MS,
      run: async () => await ask(question) ?? [],
      instead: (error) => {
        if (error instanceof GatewayError) onFailure(error);
        return Promise.resolve([]);
      },
    }));
    if ("error" in done) throw done.error;
    return done.value;
  };
  return {
    maySuggest,
    keptBy: (keep) => createGeocoder(keep(ask), maySuggest, onFailure, recovery),
    find: (words) => calmly({ words }),
    at: async (point) => nearestAddress(await calmly({ point }), point),
  };
}
