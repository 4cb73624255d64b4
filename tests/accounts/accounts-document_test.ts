// docs/accounts.md says what the code does: factors, lengths of sessions, keys.
import assert from "node:assert/strict";
import { isStrong } from "../../lib/accounts/credentials.ts";
import { CENTRAL, type Role } from "../../lib/accounts/role.ts";
import { type Factor, FACTORS } from "../../lib/accounts/session.ts";
import { sessionLimits } from "../../lib/accounts/session-rules.ts";
import { ROOT } from "../support/module-graph.ts";

const DOCUMENT = await Deno.readTextFile(`${ROOT}docs/accounts.md`);
const KEYS = await Deno.readTextFile(`${ROOT}lib/security/crypto-keys.ts`);

/** Cells of the rows of the table under a heading. */
function rowsUnder(heading: string): string[][] {
  const [, section = ""] = DOCUMENT.split(`## ${heading}\n`);
  const lines = (section.split("\n## ")[0] ?? "").split("\n").filter((line) =>
    line.startsWith("|")
  );
  return lines.slice(2).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

function countsAs(factor: Factor): string {
  if (isStrong([factor])) return "both";
  return isStrong([factor === "password" ? "invitation" : "password", factor]) ? "second" : "first";
}

Deno.test("each factor has its row, and counts as it says", () => {
  const told = rowsUnder("Ways in").map(([name = "", as = ""]) => [name.replaceAll("`", ""), as]);
  const own = FACTORS.map((factor) => [factor, countsAs(factor)]);
  assert.deepEqual(told.toSorted(), own.toSorted());
});

Deno.test("sessions last as long as it says", () => {
  const minutes = (text = "") => {
    const [count, unit = ""] = text.split(" ");
    const each = { minutes: 1, hours: 60, days: 24 * 60 }[unit] ?? Number.NaN;
    return Number(count) * each;
  };
  const roles: Readonly<Record<string, Role>> = {
    ...{ customer: "customer", driver: "driver", staff: "dispatcher" },
  };
  const told = rowsUnder("Sessions");
  assert.deepEqual(told.map(([who]) => who), Object.keys(roles));
  for (const [who = "", silence, latest] of told) {
    const role = roles[who] ?? "customer";
    const { idleMinutes, absoluteHours } = sessionLimits({ grants: [{ role, entity: CENTRAL }] });
    assert.deepEqual([minutes(silence), minutes(latest)], [idleMinutes, absoluteHours * 60], who);
  }
});

Deno.test("each key that is derived from the secret has its row", () => {
  const derived = [...KEYS.matchAll(/"([a-z-]+\/\d+)"/g)].map(([, purpose]) => purpose);
  const told = rowsUnder("Keys").map(([purpose = ""]) => purpose.replaceAll("`", ""));
  assert(derived.length > 5);
  assert.deepEqual(told.toSorted(), [...new Set(derived)].toSorted());
});
