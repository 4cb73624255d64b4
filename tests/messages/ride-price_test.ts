import assert from "node:assert/strict";
import type { RideFacts } from "../../lib/messages/message.ts";
import { renderMessage } from "../../lib/messages/render-message.ts";
import { rideFacts } from "../../lib/messages/ride-facts.ts";
import type { Locale } from "../../lib/kernel/locale.ts";
import type { PaymentMethod } from "../../lib/payments/payment-method.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { aBooking, AT } from "../support/bookings.ts";

const { linkKey } = await deriveCryptoKeys(new Uint8Array(32).fill(7));
const DEPS = {
  ...{ linkKey, bookings: { get: () => Promise.resolve(null) } },
  documents: { fileOf: () => Promise.resolve(null) },
  config: { origin: "https://avanti.example", mailFrom: "resa@avanti.example" },
};

Deno.test("a confirmation says how the ride is paid, in its text, its page and its entry of a calendar", async () => {
  for (
    const [locale, method, said] of [
      ["sv", "card", "500 kr, betalas med kort efter resan"],
      ["en", "swish", "SEK 500, paid with Swish"],
      ["sv", "invoice", "500 kr, betalas mot faktura"],
      ["en", "car", "SEK 500, paid in the car"],
    ] as const
  ) {
    for (const part of await partsOf(locale, told(method))) assert(part.includes(said), said);
  }
});

Deno.test("a message that waits since before a ride could be paid otherwise says that it is paid in the car", async () => {
  const { payment: _, ...former } = told("car");
  for (const part of await partsOf("sv", former)) assert(part.includes("500 kr, betalas i bilen"));
});

function told(method: PaymentMethod): RideFacts {
  return rideFacts({ ...aBooking(), payment: { method } }, null);
}

/** The text, the page and the calendar of its mail, each as one line with plain spaces. */
async function partsOf(locale: Locale, after: RideFacts): Promise<string[]> {
  const outgoing = await renderMessage(
    DEPS,
    {
      ...{ id: "01KAMZ8N00AVANT1MESSAGE001", bookingId: aBooking().id, topic: "confirmation" },
      ...{ channel: "mail", locale, at: AT, deadline: AT },
    },
    { to: "maja@example.org", content: { kind: "ride", before: null, after } },
  );
  assert(outgoing.channel === "mail");
  const { text, html, calendar } = outgoing.mail;
  assert(calendar !== null);
  // A calendar folds its lines and marks its commas.
  const entry = calendar.text.replace(/\r\n /g, "").replaceAll("\\,", ",");
  return [text, html, entry].map((part) => part.replace(/[\s\u00a0\u202f]+/g, " "));
}
