// Looking where nobody has a reason to: prices by the hundred, addresses that lead nowhere, reports with made-up secrets,
// a session in two places.
import { type Detector, found } from "./detector.ts";
import { distinct, Memory } from "./memory.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Prices and tickets one network asks for within an hour … */
export const SCRAPED = 250;
/** … of which at least so small a part is bought: an office or a hotel buys some of what it asks for. */
export const BOUGHT_PART = 0.01;
/** Different addresses with secrets that lead nowhere, from one network within a quarter of an hour. */
export const ENUMERATED = 20;
/** Different made-up secrets of reports from one network within an hour; a service of others knows its own. */
export const PROBED = 5;
/** How often a session changes between two networks, with another browser each time, within a quarter of an hour. */
export const JUMPS = 3;

/** Prices or tickets read by a program. */
export function scraping(): Detector {
  const asked = new Memory({ windowMs: HOUR_MS });
  const bought = new Memory({ windowMs: HOUR_MS });
  return {
    name: "scraping",
    see(event) {
      const { kind, network, target, atMs } = event;
      if (network === "") return null;
      if (kind === "booked") bought.add(network, { atMs, target });
      if (kind !== "price-asked" && kind !== "ticket-read") return null;
      const marks = asked.add(network, { atMs, target });
      const count = kind === "price-asked" ? marks.length : distinct(marks);
      if (count < SCRAPED) return null;
      if (bought.of(network, atMs).length >= BOUGHT_PART * count) return null;
      const facts = { count, threshold: SCRAPED, marks };
      return found(this.name, event, { kind: "network", mark: network, ...facts });
    },
  };
}

/** Addresses of tickets, prices and links, tried one after another. */
export function enumeration(): Detector {
  return addressesOf("enumeration", "secret-unknown", 15 * MINUTE_MS, ENUMERATED);
}

/** Secrets of reports, tried one after another. */
export function secretProbing(): Detector {
  return addressesOf("secret-probing", "report-unknown", HOUR_MS, PROBED);
}

function addressesOf(
  name: "enumeration" | "secret-probing",
  kind: "secret-unknown" | "report-unknown",
  windowMs: number,
  threshold: number,
): Detector {
  const seen = new Memory({ windowMs });
  return {
    name,
    see(event) {
      const { network, target, atMs } = event;
      if (event.kind !== kind || network === "") return null;
      const marks = seen.add(network, { atMs, target });
      // An old link that is opened again and again is one address.
      const count = distinct(marks);
      if (count < threshold) return null;
      return found(name, event, { kind: "network", mark: network, count, threshold, marks });
    },
  };
}

/**
 * A session that is used from two networks at once, by two browsers: a cookie that was stolen. No distance is measured: a
 * phone changes networks by itself, and keeps its browser.
 */
export function sessionInTwoPlaces(): Detector {
  const used = new Memory({ windowMs: 15 * MINUTE_MS });
  return {
    name: "session-in-two-places",
    see(event) {
      const { kind, session, network, device, atMs } = event;
      if (kind !== "session-used" || session === "" || network === "" || device === "") return null;
      const marks = used.add(session, { atMs, target: `${network} ${device}` });
      const count = jumpsOf(marks.map(({ target }) => target));
      if (count < JUMPS) return null;
      const facts = { count, threshold: JUMPS, marks };
      return found(this.name, event, { kind: "session", mark: session, ...facts });
    },
  };
}

/** How often both network and browser change from one use to the next. */
function jumpsOf(places: readonly string[]): number {
  return places.filter((place, i) => {
    const before = places[i - 1];
    if (before === undefined) return false;
    const [network, ...device] = place.split(" ");
    const [networkBefore, ...deviceBefore] = before.split(" ");
    return network !== networkBefore && device.join(" ") !== deviceBefore.join(" ");
  }).length;
}
