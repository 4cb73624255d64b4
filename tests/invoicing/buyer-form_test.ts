// The fields a buyer is told in: what is taken, how it comes back, and what is refused by which field.
import assert from "node:assert/strict";
import { type BuyerValues, buyerValues, checkBuyer } from "../../lib/invoicing/buyer-form.ts";

const FIRM: BuyerValues = buyerValues(
  new Map([
    ...Object.entries({ buyerKind: "firm", buyerName: " Göteborgs  Stad " }),
    ...Object.entries({ organisationNumber: "2120001355", street: "Gustaf Adolfs torg 4" }),
    ...Object.entries({ postcode: "40482", city: "Göteborg", buyerEmail: "faktura@stad.example" }),
    ...Object.entries({ buyerReference: "KST 4711", peppolId: "0007:2120001355" }),
  ]),
);

Deno.test("a firm comes back clean, with its number and postcode as they are written", () => {
  assert.deepEqual(checkBuyer(FIRM, "firms"), {
    ok: true,
    value: {
      ...{ kind: "firm", name: "Göteborgs Stad", organisationNumber: "212000-1355" },
      ...{ street: "Gustaf Adolfs torg 4", postcode: "404 82", city: "Göteborg" },
      ...{ reference: "KST 4711", email: "faktura@stad.example", peppolId: "0007:2120001355" },
      isCollected: false,
    },
  });
});

Deno.test("each field says what is wrong with it, all at once", () => {
  const wrong: BuyerValues = {
    ...FIRM,
    ...{ buyerName: "", organisationNumber: "212000-1356", street: " ", postcode: "0123" },
    ...{ city: "", buyerEmail: "faktura", peppolId: "0007:2120001356" },
  };
  const checked = checkBuyer(wrong, "firms");
  assert(!checked.ok);
  assert.deepEqual(checked.errors.map(({ field, code }) => [field, code]), [
    ["buyerName", "buyerNameMissing"],
    ["organisationNumber", "organisationNumberCheck"],
    ["street", "streetMissing"],
    ["postcode", "postcode"],
    ["city", "cityMissing"],
    ["buyerEmail", "emailNoAt"],
    ["peppolId", "peppolId"],
  ]);
});

Deno.test("a person's number is taken in no field: not as a firm's, and not in a line", () => {
  const codesOf = (changes: Partial<BuyerValues>) => {
    const checked = checkBuyer({ ...FIRM, ...changes }, "all");
    return checked.ok ? [] : checked.errors.map(({ code }) => code);
  };
  assert.deepEqual(codesOf({ organisationNumber: "811228-9874" }), ["organisationNumberPersonal"]);
  assert.deepEqual(codesOf({ buyerName: "Maja 811228-9874" }), ["personalNumber"]);
  assert.deepEqual(codesOf({ buyerReference: "811228-9874" }), ["personalNumber"]);
});

Deno.test("a person is invoiced where everybody is, without any number; elsewhere the firm is asked for", () => {
  const person = { ...FIRM, buyerKind: "person", organisationNumber: "", collected: "yes" };
  const taken = checkBuyer(person, "all");
  assert(taken.ok);
  const { kind, organisationNumber, peppolId, isCollected } = taken.value;
  assert.deepEqual({ kind, organisationNumber, peppolId, isCollected }, {
    ...{ kind: "person", organisationNumber: "", peppolId: "", isCollected: false },
  });
  assert.equal(checkBuyer(person, "firms").ok, false);
});
