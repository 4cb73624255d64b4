import assert from "node:assert/strict";
import { driverId, vehicleId } from "../../../../lib/fleet/vehicle.ts";
import { csvOf } from "../../../../lib/ui/operator/view/csv-of.ts";
import { aRow, BOARD_NOW_MS } from "../../../support/board.ts";

const FLEET = {
  drivers: [{ id: driverId("D07"), name: "Amir Nur", vehicleId: vehicleId("V07") }],
  vehicles: [{ id: vehicleId("V07"), name: "Bil 07", vehicleClass: "standard" as const }],
};
const file = (bookings: Parameters<typeof csvOf>[1]["bookings"], search = "") =>
  csvOf(
    "sv",
    { date: "2026-11-23", bookings, fleet: FLEET, nowMs: BOARD_NOW_MS },
    new URLSearchParams(search),
  );

Deno.test("the file has what the list shows, as a Swedish spreadsheet opens it", () => {
  const driven = aRow(20, {
    status: "assigned",
    driverId: driverId("D07"),
    flightNumber: "SK1436",
  });
  assert.equal(
    file([aRow(10), driven], "cols=state,price,distance,customer,know,vehicle"),
    "\ufeffTid;Resa;Att veta;Kund;Bil och förare;Läge;Sträcka;Pris\r\n" +
      "06.41;Landvetter → Östra Hamngatan 24;;Maja Öberg;ingen;utan förare;24,1;540,00\r\n" +
      "06.51;Landvetter → Östra Hamngatan 24;SK 1436;Maja Öberg;Bil 07 · Amir Nur;tilldelad;24,1;540,00\r\n",
  );
});

Deno.test("the file follows filter, order and hidden trips of the address", () => {
  const rows = [10, 20, 30].map((minutes) =>
    aRow(minutes, { customer: `K${minutes}`, note: minutes > 10 ? "Ring" : "" })
  );
  const lines = file(rows, "show=note&sort=-customer&cols=customer").trim().split("\r\n");
  assert.deepEqual(lines.slice(1).map((line) => line.split(";")[2]), ["K30", "K20"]);
});

Deno.test("what a customer wrote is never a formula, and breaks neither field nor line", () => {
  const odd = [
    '=HYPERLINK("http://x")',
    "+46;1",
    "-1",
    "@SUM(A1)",
    '"citat"',
    "två\nrader",
    "\t=1",
  ];
  for (const customer of odd) {
    const [, ...lines] = file([aRow(10, { customer })], "cols=customer").split("\r\n");
    const cell = lines.join("\r\n").replace(/^[^;]*;[^;]*;/, "").replace(/\r\n$/, "");
    const bare = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    assert.match(bare, /^[^=+\-@\t\r]/, customer);
    assert.equal(bare.replace(/^'/, ""), customer);
  }
  const phone = file([aRow(10)], "cols=phone");
  assert.match(phone, /;'\+46701234567\r\n/);
});
