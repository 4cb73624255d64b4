// What a stored link to Fortnox looks like.
import { instant, number, orNull, record, text, word } from "../kernel/shape.ts";
import { VOUCHER_SERIES } from "../bookkeeping/voucher.ts";
import {
  FORTNOX_TROUBLES,
  type FortnoxLink,
  type FortnoxStart,
  type FortnoxTokens,
  type FortnoxTrouble,
  type VoucherPlace,
} from "./fortnox.ts";

const place = record<VoucherPlace>({ date: text, series: word(VOUCHER_SERIES), number });

/** A link. */
export const linkShape = record<FortnoxLink>({
  tokens: record<FortnoxTokens>({ access: text, refresh: text, accessUntil: text }),
  connectedAt: instant,
  start: orNull(record<FortnoxStart>({ from: text, series: text })),
  ...{
    through: orNull(place),
    sending: orNull(place),
    sent: number,
    busyUntil: text,
    paceFullAtMs: number,
  },
  trouble: orNull(
    record<FortnoxTrouble>({ kind: word(FORTNOX_TROUBLES), at: instant, said: text }),
  ),
});
