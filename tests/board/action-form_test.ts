import assert from "node:assert/strict";
import { draftOf, oreIn, readActionForm } from "../../lib/board/action-form.ts";
import { OPERATOR_ACTIONS, type OperatorAction } from "../../lib/board/operator-action.ts";
import { operatorCommand } from "../../lib/board/operator-command.ts";
import { MAX_REASON_LENGTH } from "../../lib/booking/booking.ts";
import { fc } from "../support/property.ts";

const TOTAL_ORE = 54_000;

function read(action: OperatorAction, fields: Record<string, string>) {
  const given = new Map(Object.entries({ expectedVersion: "4", ...fields }));
  return readActionForm(action, given, TOTAL_ORE);
}

Deno.test("oreIn() reads kronor as people write them and nothing else", () => {
  const read = ["0", "120", "120,5", "120.50", "1 240,00", " 7 "].map(oreIn);
  assert.deepEqual(read, [0, 12_000, 12_050, 12_050, 124_000, 700]);
  for (const text of ["", "-1", "12,345", "1e3", "kr", "1,2,3", "9999999"]) {
    assert.equal(oreIn(text), null, text);
  }
});

Deno.test("readActionForm() names what is missing, with what was typed", () => {
  const problem = (action: OperatorAction, fields: Record<string, string>) => {
    const reading = read(action, fields);
    return reading.ok ? null : reading.draft.problem;
  };
  assert.equal(problem("assign", {}), "driver-missing");
  assert.equal(problem("unassign", { reason: "  " }), "reason-missing");
  const long = "x".repeat(MAX_REASON_LENGTH + 1);
  assert.equal(problem("cancel", { reason: long, fee: "0" }), "reason-missing");
  assert.equal(problem("cancel", { reason: "sjuk", fee: "mycket" }), "fee-invalid");
  assert.equal(problem("cancel", { reason: "sjuk", fee: "540,01" }), "fee-invalid");
  assert.equal(problem("cancel", { reason: "sjuk", fee: "540" }), null);
  const typed = { reason: "sjuk", fault: "", fee: "mycket" };
  assert.deepEqual(read("cancel", typed), {
    ok: false,
    draft: { action: "cancel", problem: "fee-invalid", since: [], driverId: "", ...typed },
  });
});

Deno.test("readActionForm() carries the version the operator saw, and refuses one that is none", () => {
  const command = { type: "depart", expectedVersion: 4 };
  assert.deepEqual(read("depart", {}), { ok: true, command });
  for (const expectedVersion of ["", "0", "-1", "1.5", "x", "1e400"]) {
    const reading = read("depart", { expectedVersion });
    assert.equal(reading.ok ? "" : reading.draft.problem, "other", expectedVersion);
  }
});

Deno.test("what readActionForm() accepts is a command the API takes as it is", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("", "D07", "sjuk", "120", "120,50", "540"));
  fc.assert(
    fc.property(fc.constantFrom(...OPERATOR_ACTIONS), text, text, text, (action, d, r, fee) => {
      const reading = read(action, { driverId: d.slice(0, 40), reason: r, fee });
      if (reading.ok) assert.deepEqual(operatorCommand.parse(reading.command), reading.command);
    }),
  );
});

Deno.test("a fee that is not typed is the one the form showed of the chosen fault; one that is typed goes before it", () => {
  const shown = { "feeOf-customer": "20700", "feeOf-company": "0", reason: "sjuk" };
  const decided = (fields: Record<string, string>) => {
    const reading = read("cancel", { ...shown, ...fields });
    if (!reading.ok) return reading.draft.problem;
    return reading.command.type === "cancel" && [reading.command.feeOre, reading.command.fault];
  };
  assert.deepEqual(decided({ fault: "customer", fee: "" }), [20_700, "customer"]);
  assert.deepEqual(decided({ fault: "company", fee: " " }), [0, "company"]);
  assert.deepEqual(decided({ fault: "company", fee: "120" }), [12_000, "company"]);
  assert.equal(decided({ fault: "nobody", fee: "" }), "fee-invalid");
  assert.equal(
    decided({ fault: "customer", fee: "", "feeOf-customer": "99999999" }),
    "fee-invalid",
  );
  assert.deepEqual(decided({ fault: "somebody", fee: "1" }), [100, undefined]);
});

Deno.test("draftOf() keeps what was typed", () => {
  const fields = new Map([["reason", "sjuk"], ["fee", "1 2"], ["formToken", "secret"]]);
  assert.deepEqual(draftOf("cancel", fields, "offline"), {
    action: "cancel",
    problem: "offline",
    since: [],
    driverId: "",
    reason: "sjuk",
    fault: "",
    fee: "1 2",
  });
});

Deno.test("readActionForm() reads the command of each action", () => {
  const commands: [OperatorAction, Record<string, string>, Record<string, unknown>][] = [
    ["depart", {}, { type: "depart", expectedVersion: 4 }],
    ["assign", { driverId: "D01" }, { type: "assign", expectedVersion: 4, driverId: "D01" }],
    ["unassign", { reason: " sjuk " }, { type: "unassign", expectedVersion: 4, reason: "sjuk" }],
    [
      "cancel",
      { reason: "sjuk", fee: "540" },
      { type: "cancel", expectedVersion: 4, reason: "sjuk", feeOre: TOTAL_ORE },
    ],
  ];
  for (const [action, fields, command] of commands) {
    assert.deepEqual(read(action, fields), { ok: true, command }, action);
  }
});

Deno.test("readActionForm() takes the first version there is, and a reason of every letter there may be", () => {
  const first = read("depart", { expectedVersion: "1" });
  assert.deepEqual(first, { ok: true, command: { type: "depart", expectedVersion: 1 } });
  const reason = "x".repeat(MAX_REASON_LENGTH);
  assert.equal(read("unassign", { reason: ` ${reason} ` }).ok, true);
  assert.equal(read("cancel", { reason: "sjuk", fee: "0" }).ok, true);
  const past = read("unassign", { reason: `${reason}x` });
  assert.equal(past.ok ? null : past.draft.problem, "reason-missing");
});

Deno.test("readActionForm() finds a field that was not sent as empty as one that was", () => {
  const sent = { driverId: "", reason: "", fault: "", fee: "" };
  for (const action of ["assign", "unassign", "cancel"] as const) {
    assert.deepEqual(read(action, {}), read(action, sent), action);
  }
  assert.deepEqual(draftOf("assign", new Map(), "offline"), {
    action: "assign",
    problem: "offline",
    since: [],
    ...sent,
  });
  const noFee = read("cancel", { reason: "sjuk" });
  assert.equal(noFee.ok ? null : noFee.draft.problem, "fee-invalid");
});

Deno.test("oreIn() reads six digits of kronor and no seventh", () => {
  assert.equal(oreIn("999999,99"), 99_999_999);
  assert.equal(oreIn("1000000"), null);
  assert.equal(oreIn("0,05"), 5);
});

Deno.test("a car is given all the same for a reason, and for no empty one", () => {
  const reading = read("assign", { driverId: "D1", override: "  Kunden bad om den " });
  assert.deepEqual(reading.ok && reading.command, {
    ...{ type: "assign", expectedVersion: 4, driverId: "D1", override: "Kunden bad om den" },
  });
  for (const override of ["  ", "x".repeat(MAX_REASON_LENGTH + 1)]) {
    const refused = read("assign", { driverId: "D1", override });
    assert.equal(!refused.ok && refused.draft.problem, "reason-missing");
  }
});
