// Everything a request may need, made once and passed on; a use case takes the few parts it uses.
import { accountServices } from "../accounts/services.ts";
import { audited, auditedByCommand } from "./audited.ts";
import { auditServices } from "../audit/services.ts";
import { alarmServices } from "../alarms/services.ts";
import { cacheRoom, type CacheShare } from "./cache-room.ts";
import { boardServices } from "../board/services.ts";
import { bookingServices } from "../booking/services.ts";
import { bookkeepingServices } from "../bookkeeping/services.ts";
import { fortnoxServices } from "../fortnox/services.ts";
import { edgeServices } from "../edge/services.ts";
import { feeServices } from "../fees/services.ts";
import { fleetServices } from "../fleet/services.ts";
import { checkoutServices } from "../checkout/services.ts";
import { complianceServices } from "../compliance/services.ts";
import type { Clock } from "../kernel/clock.ts";
import { ClockWatch } from "../kernel/clock-watch.ts";
import { systemClock } from "../kernel/clock.ts";
import type { Config } from "./settings.ts";
import type { Logger } from "../kernel/log.ts";
import { type RandomBytes, secureRandomBytes } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import { cacheManagerServices } from "../cache-manager.ts";
import { errorHandlerServices } from "../error-handler.ts";
import { healthServices } from "../health/services.ts";
import { httpOutServices } from "../http-out/services.ts";
import { incidentServices } from "../incidents/services.ts";
import { kvServices } from "../kv/services.ts";
import { mailServices } from "../mail/services.ts";
import { type Geocoder, NO_GEOCODER } from "../places/geocoder/geocoder.ts";
import type { PlaceIndex } from "../places/place-index.ts";
import { messageServices } from "../messages/services.ts";
import { privacyServices } from "../privacy/services.ts";
import { invoicingServices } from "../invoicing/services.ts";
import { paymentServices } from "../payments/services.ts";
import { placeServices } from "../places/services.ts";
import { pricingServices } from "../pricing/services.ts";
import { recoveredReads } from "../kv/recovered-reads.ts";
import { productRecovery } from "../resilience/operations.ts";
import type { Recovery } from "../resilience/recovery.ts";
import { recoverReads } from "./recover-reads.ts";
import { detectionServices } from "../detection/services.ts";
import { Dependencies } from "../resilience/dependencies.ts";
import { lastResortServices } from "../resilience/last-resort.ts";
import { CallLimits } from "../resilience/call-limits.ts";
import { LoadShedder } from "../resilience/load-shedder.ts";
import { rushServices } from "../resilience/rush-report.ts";
import { NO_ROADS, type RoadFinder } from "../routing/road-finder.ts";
import type { RoutingEngine } from "../routing/route.ts";
import type { Sealer } from "../kv/sealer.ts";
import type { CryptoKeys } from "../security/crypto-keys.ts";
import { type Kms, memoryKms } from "../security/kms.ts";
import { securityManagerServices } from "../security-manager.ts";
import { networkMark } from "../accounts/sign-in-tries.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import { Refusals } from "../security/refusals.ts";
import { securityServices } from "../security/services.ts";
import { sealing, subjectMark } from "./sealing.ts";
import { reconciliationServices } from "../reconciliation/services.ts";
import { retentionServices } from "../retention/services.ts";
import { SecurityEvents } from "../security/security-events.ts";
import { pushServices } from "../push/services.ts";
import { settlementServices } from "../settlement/services.ts";
import { smsServices } from "../sms/services.ts";
import { ticketServices } from "../ticket/services.ts";
import { trackingServices } from "../tracking/services.ts";
import { trailServices } from "../trail/services.ts";
import type { ReadMap } from "../trail/source-map-gateway.ts";
import { veilServices } from "../veil/services.ts";
import { webhookServices } from "../webhooks/services.ts";
import { Floors } from "./floors.ts";
import { KEY_FAMILIES } from "./key-registry.ts";

/** What cannot be made from the rest; clock and randomness are the machine's unless a test chooses. */
export interface ServiceParts {
  config: Config;
  keys: CryptoKeys;
  /** Hides whom failures happened to; without it people are told apart within this process alone. */
  personKey?: Uint8Array;
  /** Makes who we are to push services; without it browsers that follow rides know this process alone. */
  vapidSecret?: Uint8Array;
  /** The key-encryption keys; without them data keys are wrapped with one that goes with `keys`. */
  kms?: Kms;
  /** What instances share of what is kept ready; nothing unless it is given. */
  cacheShare?: CacheShare;
  /** Makes the key that signs the audit log; without it checkpoints are of this process alone. */
  auditSeed?: Uint8Array;
  db: Database;
  /** Seals rows; the product's own unless a test or a bench compares with NO_SEALER. */
  sealer?: Sealer | null;
  places: PlaceIndex;
  /** Who knows real addresses; nobody unless one is given. */
  geocoder?: Geocoder;
  routing: RoutingEngine;
  /** Services of others that are asked; none unless they are given. */
  dependencies?: Dependencies;
  /** What is tried after failures; the product's own strategies unless it is given. */
  recovery?: Recovery;
  /** Where cars can stop; nothing is known unless one is given. */
  roads?: RoadFinder;
  /** Reads source maps of the scripts pages load; those of the finished build unless a test builds its own. */
  readMap?: ReadMap;
  /** How fast people may ask; counted on the machine's own clock unless a test chooses. */
  callLimits?: CallLimits;
  timeZoneDataVersion: string;
  /** Aborts when the server stops: long answers end then. */
  shutdown: AbortSignal;
  log: Logger;
  clock?: Clock;
  /** Whether that clock can be believed; the machine's own is watched unless a test chooses. */
  clockWatch?: ClockWatch;
  randomBytes?: RandomBytes;
}

/** The services of one process. */
export type Services = ReturnType<typeof makeServices>;

/** Joins the rooms, in floor order: a new room is one line. */
export function makeServices(wanted: ServiceParts) {
  const { keys, clock, clockWatch, randomBytes, personKey, vapidSecret, kms, auditSeed, ...rest } =
    wholeParts(wanted);
  const { geocoder, roads, recovery, ...parts } = rest;
  const own = {
    ...{ ...doorsOf(parts), geocoder, roads, keyFamilies: KEY_FAMILIES },
    ...{ personKey, vapidSecret, auditSeed, kms, clock, clockWatch, randomBytes },
  };
  const plain = auditedByCommand(recoveredReads(parts.db, recoverReads(recovery)), clock);
  const security = securityServices({ ...parts, kms, clock, db: plain });
  const sealed = sealing({ ...parts, ...keys, ...security, clock, randomBytes, db: plain });
  const named = audited({ ...sealed, ...keys, clock, randomBytes });
  return new Floors({ ...parts, ...keys, ...own, recovery, ...security, ...sealed, ...named })
    .add(({ db, triesKey, reachKey }) => ({
      refusals: new Refusals({
        ...{ db, clock },
        markOf: ({ kind, at }) =>
          kind === "network" ? networkMark(triesKey, at) : reachMark(reachKey, kind, at),
      }),
    }))
    .add(kvServices)
    .add(cacheRoom)
    .add((below) => auditServices({ ...below, markOf: (one) => subjectMark(keys.reachKey, one) }))
    .add(httpOutServices)
    .add(mailServices)
    .add(smsServices)
    .add(trailServices)
    .add(incidentServices)
    .add(alarmServices)
    .add(lastResortServices)
    .add(rushServices)
    .add(healthServices)
    .add(errorHandlerServices)
    .add(placeServices)
    .add(accountServices)
    .add(veilServices)
    .add(fleetServices)
    .add(trackingServices)
    .add(feeServices)
    .add(pricingServices)
    .add(edgeServices)
    .add((below) => ({ ...paymentServices(below), ...invoicingServices(below) }))
    .add(bookingServices)
    .add(checkoutServices)
    .add(privacyServices)
    .add(webhookServices)
    .add(ticketServices)
    .add(pushServices)
    .add(messageServices)
    .add(bookkeepingServices)
    .add(roomsOnBooks)
    .add((below) => complianceServices({ ...below, families: KEY_FAMILIES }))
    .add(detectionServices)
    .add(retentionServices)
    .add(boardServices)
    .add(securityManagerServices)
    .add(cacheManagerServices)
    .services;
}

/** What stands on the books, and of which none needs another. */
function roomsOnBooks(
  below:
    & Parameters<typeof reconciliationServices>[0]
    & Parameters<typeof settlementServices>[0]
    & Parameters<typeof fortnoxServices>[0],
) {
  return {
    ...reconciliationServices(below),
    ...settlementServices(below),
    ...fortnoxServices(below),
  };
}

/** The parts with the machine's own where none was given. */
function wholeParts(
  { keys, randomBytes = secureRandomBytes, ...given }: ServiceParts,
) {
  return {
    clock: systemClock,
    clockWatch: new ClockWatch(),
    personKey: randomBytes(32),
    vapidSecret: randomBytes(32),
    kms: memoryKms(keys),
    auditSeed: randomBytes(32),
    geocoder: NO_GEOCODER,
    roads: NO_ROADS,
    recovery: productRecovery(),
    ...given,
    ...{ keys, randomBytes },
  };
}

/** What decides at the doors who comes in and who is asked outside, and what is noticed there. */
function doorsOf(
  { config, db, callLimits, dependencies, log }: Pick<
    ServiceParts,
    "config" | "db" | "callLimits" | "dependencies" | "log"
  >,
) {
  return {
    dependencies: dependencies ?? new Dependencies({ log }),
    securityEvents: new SecurityEvents(),
    shedder: new LoadShedder({
      isOn: config.shedding === "on",
      commits: () => db.commitQueue(),
    }),
    callLimits: callLimits ?? new CallLimits({ isOn: config.limits === "on" }),
  };
}
