import assert from "node:assert/strict";
import {
  isPersonal,
  looksLikePersonnummer,
  readOrganisationNumber,
} from "../../lib/forms/organisation-number.ts";
import { fc } from "../support/property.ts";

Deno.test("an organisation number is read however it is written", () => {
  for (
    const typed of ["556012-5790", "5560125790", "16556012-5790", " 556012 5790 ", "556012–5790"]
  ) {
    assert.deepEqual(readOrganisationNumber(typed), { ok: true, value: "556012-5790" }, typed);
  }
});

Deno.test("a wrong digit, a missing digit and a number of no entity are refused", () => {
  const codeOf = (typed: string) => {
    const read = readOrganisationNumber(typed);
    return read.ok ? "" : read.code;
  };
  assert.equal(codeOf("556012-5791"), "organisationNumberCheck");
  for (const typed of ["", "556012-579", "55601257901", "AB 556012-5790", "551312-5790"]) {
    assert.equal(codeOf(typed), "organisationNumber", typed);
  }
});

Deno.test("any one digit typed wrong is found by the check digit", () => {
  const place = fc.integer({ min: 0, max: 9 });
  fc.assert(fc.property(place, fc.integer({ min: 1, max: 9 }), (at, by) => {
    const digits = [..."5560125790"];
    digits[at] = String((Number(digits[at]) + by) % 10);
    assert.equal(readOrganisationNumber(digits.join("")).ok, false);
  }));
});

Deno.test("the number of a person is told from that of a legal entity, a coordination number too", () => {
  assert(isPersonal("811218-9876") && isPersonal("19811278-9873") && !isPersonal("556012-5790"));
  assert(readOrganisationNumber("19811218-9876").ok);
  assert(looksLikePersonnummer("19811218-9876") && looksLikePersonnummer("811218+9876"));
  assert(!looksLikePersonnummer("123456") && !looksLikePersonnummer("811218-9875"));
});
