// References an invoice is paid with.
import assert from "node:assert/strict";
import {
  isPaymentReference,
  paymentReference,
} from "../../../lib/bookkeeping/documents/payment-reference.ts";
import { fc } from "../../support/property.ts";

Deno.test("a reference ends in the last digit of its length and a check digit by Luhn", () => {
  // 1234567 with its length (9) is 12345679; Luhn from the right: 9→9, 7, 6→3, 5, 4→8, 3, 2→4, 1 = 40, so 0.
  assert.equal(paymentReference("1234567"), "1234567" + "9" + "0");
  assert.ok(isPaymentReference("123456790"));
});

Deno.test("one wrong digit, two neighbours that changed places, or a digit of the number lost is noticed", () => {
  const digits = fc.stringMatching(/^[0-9]{1,20}$/);
  fc.assert(fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, at, more) => {
    const right = paymentReference(text);
    const place = at % right.length;
    const wrong = [...right];
    wrong[place] = String((Number(right[place]) + more) % 10);
    assert.ok(isPaymentReference(right));
    assert.ok(!isPaymentReference(wrong.join("")));
    const lost = at % text.length;
    assert.ok(!isPaymentReference(right.slice(0, lost) + right.slice(lost + 1)));
    const [one, other] = [right[place], right[place + 1]];
    // Luhn does not tell 09 from 90; the length digit does not help there.
    if (
      other === undefined || one === other || `${one}${other}` === "09" || `${one}${other}` === "90"
    ) return;
    assert.ok(!isPaymentReference(right.slice(0, place) + other + one + right.slice(place + 2)));
  }));
});
