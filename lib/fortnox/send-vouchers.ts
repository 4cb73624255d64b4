// Sends the vouchers of one entity's closed days to Fortnox, each once: nothing more is booked on such a day, so that what was
// sent last says what comes next. One process has a link to itself; what was being sent when one was killed is looked for
// before it is sent again.
import type { LedgerStore } from "../bookkeeping/ledger-store.ts";
import type { Voucher, VoucherText } from "../bookkeeping/voucher.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import { type Pace, paced } from "../kernel/gcra.ts";
import { type AccessDeps, inTrouble, withFreshTokens } from "./fortnox-access.ts";
import { type FortnoxLink, referenceOf } from "./fortnox.ts";
import type { FortnoxGateway } from "./fortnox-gateway.ts";
import type { HeldLink, LinkStore } from "./link-store.ts";
import { fortnoxVoucher, isAfter, placeOf } from "./voucher-rules.ts";

/**
 * Fortnox takes 25 questions in any five seconds of one company. A voucher is one; looking for one, and for why it was refused,
 * are a few more, which the rest is for.
 */
const PACE: Pace = { burst: 5, everyMs: 500 };
/** Most vouchers of one round; the others have the next. */
export const MAX_PER_ROUND = 20;

/** What sending needs. */
export interface SendVouchersDeps extends AccessDeps {
  fortnox: Pick<FortnoxGateway, "refresh" | "add" | "find" | "hasYear" | "hasSeries">;
  fortnoxLinks: LinkStore;
  ledger: Pick<LedgerStore, "vouchersBetween" | "closedThrough">;
  voucherTexts: Readonly<Record<VoucherText, string>>;
}

/** Vouchers of closed days that are not there yet, in the order they are sent. */
export async function* waitingVouchers(
  ledger: SendVouchersDeps["ledger"],
  entityId: HolderId,
  { start, through }: Pick<FortnoxLink, "start" | "through">,
): AsyncGenerator<Voucher> {
  if (start === null) return;
  const from = through === null || through.date < start.from ? start.from : through.date;
  const until = await ledger.closedThrough(entityId);
  if (until < from) return;
  for await (const voucher of ledger.vouchersBetween({ entityId, from, until })) {
    if (isAfter(voucher, through)) yield voucher;
  }
}

/** Sends what waits, as much as one round may. Throws GatewayError where Fortnox does not answer: nothing is known then. */
export async function sendVouchers(deps: SendVouchersDeps, entityId: HolderId): Promise<void> {
  const known = await deps.fortnoxLinks.get(entityId);
  if (known === null || known.link.trouble !== null) return;
  const waiting: Voucher[] = [];
  for await (const voucher of waitingVouchers(deps.ledger, entityId, known.link)) {
    if (waiting.push(voucher) >= MAX_PER_ROUND) break;
  }
  if (waiting.length === 0) return;
  let held = await deps.fortnoxLinks.hold(known);
  if (held !== null) held = await withFreshTokens(deps, held);
  for (const voucher of waiting) {
    if (held === null) return;
    const { isAllowed, fullAtMs } = paced(
      PACE,
      held.link.paceFullAtMs,
      deps.clock.now().epochMilliseconds,
    );
    if (!isAllowed) break;
    held = await sendOne(deps, held, voucher, fullAtMs);
  }
  if (held !== null) await deps.fortnoxLinks.letGo(held, {});
}

/** The link after a voucher is there; null where it is no longer this process's, or a person must look. */
async function sendOne(
  deps: SendVouchersDeps,
  held: HeldLink,
  voucher: Voucher,
  paceFullAtMs: number,
): Promise<HeldLink | null> {
  const { fortnox, fortnoxLinks } = deps;
  const { sending, start, tokens } = held.link;
  if (start === null) return null;
  const place = placeOf(voucher);
  const isDoubtful = sending?.series === place.series && sending.number === place.number;
  const marked = await fortnoxLinks.keep(held, { sending: place, paceFullAtMs });
  if (marked === null) return null;
  const { series } = start;
  const looked = isDoubtful
    ? await fortnox.find(tokens, { series, date: voucher.date, reference: referenceOf(voucher) })
    : { is: "told", value: null } as const;
  const told = looked.is === "told" && looked.value === null
    ? await fortnox.add(tokens, fortnoxVoucher(voucher, series, deps.voucherTexts))
    : looked;
  if (told.is === "told") {
    const sent = marked.link.sent + 1;
    return await fortnoxLinks.keep(marked, { through: place, sending: null, sent });
  }
  if (told.is === "ended") return await inTrouble(deps, marked, "access-ended", "");
  return await refused(deps, marked, { date: voucher.date, series, said: told.said });
}

/** Says why, in what a person can do about it. */
async function refused(
  deps: SendVouchersDeps,
  held: HeldLink,
  { date, series, said }: { date: string; series: string; said: string },
): Promise<null> {
  const { tokens } = held.link;
  const year = await deps.fortnox.hasYear(tokens, date);
  if (year.is === "told" && !year.value) return await inTrouble(deps, held, "year-missing", said);
  const known = await deps.fortnox.hasSeries(tokens, series);
  const isMissing = known.is === "told" && !known.value;
  return await inTrouble(deps, held, isMissing ? "series-missing" : "refused", said);
}
