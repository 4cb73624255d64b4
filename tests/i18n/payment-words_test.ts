import assert from "node:assert/strict";
import { paymentWords, priceWords } from "../../lib/i18n/payment-words.ts";
import { PAYMENT_METHODS } from "../../lib/payments/payment-method.ts";

const SAID = {
  card: ["betalas med kort efter resan", "paid by card after the ride"],
  swish: ["betald med Swish", "paid with Swish"],
  invoice: ["betalas mot faktura", "paid by invoice"],
  car: ["betalas i bilen", "paid in the car"],
} as const;

for (const method of PAYMENT_METHODS) {
  Deno.test(`a price is said with how it is paid, ${method}, in both languages`, () => {
    const ride = { status: "confirmed", payment: { method }, totalOre: 49_500 };
    const [sv, en] = SAID[method];
    assert.equal(plain(priceWords("sv", ride)), `495 kr, ${sv}`);
    assert.equal(plain(priceWords("en", ride)), `SEK 495, ${en}`);
  });
}

Deno.test("nothing is said of how a booking is paid that waits for its money: least of all that it is", () => {
  for (const method of PAYMENT_METHODS) {
    const ride = { status: "awaiting-payment", payment: { method }, totalOre: 49_500 };
    assert.equal(paymentWords("sv", ride), "");
    assert.equal(plain(priceWords("en", ride)), "SEK 495");
  }
});

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
