import assert from "node:assert/strict";
import { loadConfig } from "../../lib/assembly/settings.ts";
import { ConfigError } from "../../lib/kernel/settings.ts";

const refused = (environment: Record<string, string>, said: RegExp) =>
  assert.throws(() => loadConfig(environment), (error: unknown) => {
    assert(error instanceof ConfigError);
    assert.match(error.message, said);
    return true;
  });

Deno.test("who answers is read from JSON, and what is left out is empty", () => {
  const { controller } = loadConfig({
    AVANTI_CONTROLLER: JSON.stringify({ name: "Taxi AB", address: "Gatan 1, 411 00 Göteborg" }),
  });
  assert.deepEqual(controller, {
    ...{ name: "Taxi AB", address: "Gatan 1, 411 00 Göteborg", organisationNumber: "" },
    ...{ contact: "", email: "", phone: "" },
  });
});

Deno.test("what is no such JSON stops the start, and the variable is named", () => {
  refused({ AVANTI_CONTROLLER: "Taxi AB" }, /AVANTI_CONTROLLER/);
  refused({ AVANTI_CONTROLLER: '{"name":"Taxi AB"}' }, /AVANTI_CONTROLLER/);
  const one = { host: "sms.example", name: "Sms AB", country: "SE", transfer: "eea" };
  const wrong = [{ country: "Sverige" }, { transfer: "trust" }, { contractDate: "2026-02-30" }, {
    x: 1,
  }];
  for (const part of wrong) {
    refused({ AVANTI_AGREEMENTS: JSON.stringify([{ ...one, ...part }]) }, /AVANTI_AGREEMENTS/);
  }
  refused({ AVANTI_REPORT_MAIL: "dpo" }, /AVANTI_REPORT_MAIL/);
});
