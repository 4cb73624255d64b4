import assert from "node:assert/strict";
import { type Issuer, issuerList } from "../../../lib/accounts/identity/issuer.ts";
import { provedBy } from "../../../lib/accounts/identity/issuer-claims.ts";
import { loadConfig } from "../../../lib/assembly/settings.ts";

const ENTRA = {
  ...{ id: "entra", label: "Entra", issuer: "https://login.example/tenant", clientId: "avanti" },
  clientSecret: "hush",
};

function read(...list: unknown[]): readonly Issuer[] {
  return issuerList.parse(JSON.stringify(list));
}

Deno.test("what is not said of an issuer is the careful choice", () => {
  assert.deepEqual(read(ENTRA), [{
    ...ENTRA,
    entity: "central",
    algorithm: "RS256",
    secondFactor: { amr: [], acr: [] },
    vouchesForAddresses: false,
  }]);
  assert.deepEqual(loadConfig({}).issuers, []);
  const several = read(ENTRA, {
    ...ENTRA,
    id: "akeri",
    issuer: "https://x.example",
    entity: "h-1",
  });
  assert.deepEqual(several.map(({ entity }) => entity), ["central", "h-1"]);
});

Deno.test("a list that cannot be used stops the start, and names what is wrong without its secret", () => {
  const wrong: readonly (readonly [unknown, RegExp])[] = [
    ["no json", /AVANTI_OIDC cannot be used: list/],
    [[{ ...ENTRA, id: "Entra" }], /0\.id: not an id/],
    [[{ ...ENTRA, id: "google" }], /0\.id: an id that is taken/],
    [[{ ...ENTRA, id: "link" }], /taken/],
    [[{ ...ENTRA, issuer: "http://login.example" }], /0\.issuer: neither https/],
    [[{ ...ENTRA, issuer: "javascript:alert(1)" }], /0\.issuer/],
    [[{ ...ENTRA, clientSecret: "" }], /0\.clientSecret/],
    [[{ ...ENTRA, algorithm: "none" }], /0\.algorithm/],
    [[{ ...ENTRA, algorithm: "HS256" }], /0\.algorithm/],
    [[{ ...ENTRA, trusted: true }], /list|0/],
    [[ENTRA, ENTRA], /two issuers have one id/],
    [[ENTRA, { ...ENTRA, id: "other" }], /named twice/],
    [Array.from({ length: 11 }, (_, i) => ({ ...ENTRA, id: `e${i}x` })), /list/],
  ];
  for (const [list, message] of wrong) {
    const text = typeof list === "string" ? list : JSON.stringify(list);
    assert.throws(() => loadConfig({ AVANTI_OIDC: text }), (error: Error) => {
      assert.match(error.message, message);
      assert.equal(error.message.includes("hush"), false);
      return true;
    }, text);
  }
  assert.equal(read({ ...ENTRA, issuer: "http://127.0.0.1:4000" }).length, 1);
});

Deno.test("a person of an issuer is the id there; an address counts when it is vouched for", () => {
  const [issuer] = read(ENTRA);
  assert(issuer);
  const karin = { sub: "7", name: "Karin", email: "karin@AVANTI.example" };
  const address = (said: object, of = issuer) => {
    const proved = provedBy(of, { ...karin, ...said });
    return [proved?.address, proved?.isAddressVerified];
  };
  assert.deepEqual(address({}), ["karin@avanti.example", false]);
  assert.deepEqual(address({ email_verified: true }), ["karin@avanti.example", true]);
  assert.deepEqual(address({ email_verified: "true" }), ["karin@avanti.example", false]);
  const vouching = { ...issuer, vouchesForAddresses: true };
  assert.deepEqual(address({}, vouching), ["karin@avanti.example", true]);
  assert.deepEqual(address({ email_verified: false }, vouching), ["karin@avanti.example", false]);
  assert.deepEqual(address({ email: "", email_verified: true }), ["", false]);
  assert.equal(provedBy(issuer, { ...karin, sub: undefined }), undefined);
  assert.equal(provedBy(issuer, { ...karin, sub: "x".repeat(256) }), undefined);
  assert.equal(provedBy(issuer, karin)?.source, ENTRA.issuer);
});
