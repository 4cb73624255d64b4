import assert from "node:assert/strict";
import { isBankgiro, readAccountNumber } from "../../lib/settlement/payee-account.ts";

Deno.test("a bankgiro and a Swedish IBAN are read however they are typed", () => {
  assert.equal(readAccountNumber("5050-1055"), "5050-1055");
  assert.equal(readAccountNumber(" 50501055 "), "5050-1055");
  // Published examples: Skatteverket's bankgiro, and the IBAN of the Swedish registry of ISO 13616.
  assert.equal(readAccountNumber("5050 1055"), "5050-1055");
  assert.equal(readAccountNumber("se45 5000 0000 0583 9825 7466"), "SE4550000000058398257466");
  assert.deepEqual(["5050-1055", "SE4550000000058398257466"].map(isBankgiro), [true, false]);
});

Deno.test("every single wrong digit, and every two neighbours that changed places, are seen", () => {
  for (const right of ["50501055", "SE4550000000058398257466"]) {
    for (let i = right.startsWith("SE") ? 2 : 0; i < right.length; i++) {
      for (const digit of "0123456789") {
        const wrong = right.slice(0, i) + digit + right.slice(i + 1);
        assert.equal(readAccountNumber(wrong) === null, wrong !== right, wrong);
      }
      const [one = "", other = ""] = [right[i], right[i + 1]];
      const swapped = right.slice(0, i) + other + one + right.slice(i + 2);
      if (other === "" || swapped === right) continue;
      // Luhn does not see 09 and 90 change places.
      if (right.length === 8 && new Set([one, other]).has("0") && new Set([one, other]).has("9")) {
        continue;
      }
      assert.equal(readAccountNumber(swapped), null, swapped);
    }
  }
});

Deno.test("accounts elsewhere, plusgiro, and what is no number are refused", () => {
  const others = ["DE89370400440532013000", "SE455000000005839825746", "123", "", "5050-10555"];
  for (
    const typed of [
      ...others,
      "GB82WEST12345698765432",
      "5050-1056",
      "SE00",
      "bankgiro",
      "123456-6",
      "12-34566",
    ]
  ) {
    assert.equal(readAccountNumber(typed), null, typed);
  }
});
