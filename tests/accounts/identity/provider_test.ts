import assert from "node:assert/strict";
import { type ProviderId, PROVIDERS, type Said } from "../../../lib/accounts/identity/provider.ts";

function read(id: ProviderId, ...answers: unknown[]): Said | undefined {
  return PROVIDERS.find((one) => one.id === id)?.read(answers);
}

Deno.test("Google vouches for an address when it says so, in a boolean", () => {
  const anna = { sub: "1", name: "Anna", email: "anna@MEJL.example", email_verified: true };
  assert.deepEqual(read("google", anna), {
    ...{ subject: "1", name: "Anna", address: "anna@mejl.example", isAddressVerified: true },
  });
  for (const email_verified of [false, "true", 1, undefined]) {
    assert.equal(read("google", { ...anna, email_verified })?.isAddressVerified, false);
  }
  assert.equal(read("google", { ...anna, email: "none" })?.isAddressVerified, false);
});

Deno.test("GitHub's main address counts, and only when it was verified; the id is the number, not the name", () => {
  const user = { id: 7, login: "anna", name: "Anna" };
  const main = { email: "anna@mejl.example", primary: true, verified: true };
  const other = { email: "x@mejl.example", primary: false, verified: true };
  assert.deepEqual(read("github", user, [other, main]), {
    ...{ subject: "7", name: "Anna", address: "anna@mejl.example", isAddressVerified: true },
  });
  assert.equal(
    read("github", user, [other, { ...main, verified: false }])?.isAddressVerified,
    false,
  );
  assert.equal(read("github", user, [other])?.address, "");
  assert.equal(read("github", { ...user, name: null }, [])?.name, "anna");
  assert.equal(read("github", { login: "anna" }, [main]), undefined);
  assert.equal(read("github", user, null), undefined);
});

Deno.test("Microsoft and Facebook never vouch for an address, whatever they say", () => {
  const said = { sub: "1", id: "1", name: "A", email: "a@mejl.example", email_verified: true };
  for (const id of ["microsoft", "facebook"] as const) {
    assert.deepEqual(read(id, said), {
      ...{ subject: "1", name: "A", address: "a@mejl.example", isAddressVerified: false },
    });
    assert.equal(PROVIDERS.find((one) => one.id === id)?.verifies, false);
  }
});

Deno.test("what is no answer says nobody", () => {
  for (const { id } of PROVIDERS) {
    for (const answer of [null, [], "x", {}, { sub: 1, id: "" }]) {
      assert.equal(read(id, answer), undefined, `${id} ${JSON.stringify(answer)}`);
    }
  }
});
