import assert from "node:assert/strict";
import { bookingInput, checkContact, checkDetails } from "../../lib/booking/contact.ts";
import { fc } from "../support/property.ts";
import { givenCases } from "../support/given-cases.ts";

const MAJA = { name: "Maja Öberg", phone: "070-123 45 67", email: "", flightNumber: "", note: "" };

Deno.test("checkContact() names every field that needs another look, in the order of the form", () => {
  const checked = checkContact({
    name: " ",
    phone: "x",
    email: "x",
    flightNumber: "x",
    note: "x".repeat(501),
  });
  assert(!checked.ok);
  assert.deepEqual(checked.errors.map(({ field, code }) => [field, code]), [
    ["name", "nameMissing"],
    ["phone", "phoneLetters"],
    ["email", "emailNoAt"],
    ["flightNumber", "flightNumberInvalid"],
    ["note", "noteTooLong"],
  ]);
});

Deno.test("checkContact() lets no line break into a name and no header into an e-mail address", () => {
  const checked = checkContact({ ...MAJA, name: "Maja\r\nBcc: x" });
  assert(checked.ok);
  assert.equal(checked.value.contact.name, "Maja Bcc: x");
  for (
    const email of ["a@b.se\r\nBcc: c@d.se", "a@b.se\u0000", "a b@c.se", "<a@b.se>", '"a"@b.se']
  ) {
    const answer = checkContact({ ...MAJA, email });
    const kept = answer.ok ? answer.value.contact.email : "";
    assert.doesNotMatch(kept, /[\s<>"]/, email);
  }
});

Deno.test("checkContact() takes the longest name, note and address, and not one character more", () => {
  const domain = `${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(57)}.se`;
  const longest = `${"a".repeat(64)}@${domain}`;
  for (
    const [field, fits] of [["name", "x".repeat(80)], ["note", "x".repeat(500)], ["email", longest]]
  ) {
    assert.equal(checkContact({ ...MAJA, [String(field)]: fits }).ok, true, field);
    assert.equal(
      checkContact({ ...MAJA, [String(field)]: `${fits}${"x".repeat(3)}` }).ok,
      false,
      field,
    );
  }
});

Deno.test("checkContact() wants a name with something to read in it", () => {
  for (
    const name of [
      "\u200b",
      "\u3164",
      "\u202e",
      "\u2800",
      "\u00ad",
      "-",
      "’",
      "👍",
      "\u{e0041}",
      "\u0301",
    ]
  ) {
    const checked = checkContact({ ...MAJA, name });
    assert.deepEqual(checked, { ok: false, errors: [{ field: "name", code: "nameMissing" }] });
  }
  for (const name of ["Åsa", "李", "مرحبا بالعالم 123", "7"]) {
    const checked = checkContact({ ...MAJA, name });
    assert.equal(checked.ok && checked.value.contact.name, name);
  }
});

Deno.test("checkContact() makes the same of what a form sent and of what a client sent", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 90 }),
    fc.constantFrom(
      "Ali\u202eeci",
      "＋４６ ７０ １７４ ０６ ０５",
      "a\u200bb@example.se",
      "می\u200cخواهم",
      "ＳＫ １４３６",
    ),
  );
  const contact = fc.record({ name: text, phone: text, email: text });
  const rest = fc.record({ flightNumber: text, note: text });
  fc.assert(fc.property(contact, rest, (contact, rest) => {
    const body = { quoteId: "x", vehicleClass: "standard", contact, ...rest };
    const { contact: sent, flightNumber, note } = bookingInput.parse(body);
    const byApi = checkContact({ ...sent, flightNumber, note });
    assert.deepEqual(byApi, checkContact({ ...contact, ...rest }));
    if (byApi.ok) {
      const { contact: kept, ...others } = byApi.value;
      assert.deepEqual(checkContact({ ...kept, ...others }), byApi);
    }
  }));
});

Deno.test("checkContact() takes a flight number, or none, and gives it back as it is stored", () => {
  for (const [typed, kept] of [["sk 1436", "SK1436"], ["", ""], [" \u200b ", ""]] as const) {
    const checked = checkContact({ ...MAJA, flightNumber: typed });
    assert.equal(checked.ok && checked.value.flightNumber, kept);
  }
});

for (const { field, typed, must } of givenCases("contact")) {
  if (field !== "phone" && field !== "name" && field !== "email") continue;
  Deno.test(`checkContact() takes ${field} ${typed} as it must: ${must}`, () => {
    const checked = checkContact({ ...MAJA, [field]: JSON.parse(typed) });
    const refused = checked.ok ? null : checked.errors.map((error) => error.field).join();
    const kept = checked.ok ? checked.value.contact[field] : "";
    if (/^\+\d+$/.test(must)) assert.equal(kept, must);
    else if (/^refused(?! or)/.test(must)) assert.equal(refused, field);
    else {
      assert.doesNotMatch(kept, /\p{Cf}/u);
      assert(checked.ok || must.startsWith("refused or"), must);
    }
  });
}

Deno.test("checkContact() and checkDetails() take no personnummer, in the name or the note", () => {
  const number = "811218-9876";
  for (const field of ["name", "note"]) {
    const checked = checkContact({ ...MAJA, [field]: `Maja ${number}` });
    assert(!checked.ok);
    assert.deepEqual(checked.errors, [{ field, code: "personalNumber" }]);
  }
  const details = { phone: MAJA.phone, flightNumber: "", note: `Mitt nummer: ${number}` };
  assert.equal(checkDetails(details).ok, false);
});
