// Our SIE files as a published reader finds them that nobody here wrote: every voucher with its day, text, accounts and kronor.
import assert from "node:assert/strict";
import { accountNames } from "../../lib/bookkeeping/account-names.ts";
import type { LegalEntity } from "../../lib/bookkeeping/legal-entity.ts";
import { sieFile } from "../../lib/bookkeeping/sie-file.ts";
import { type Voucher, VOUCHER_SERIES } from "../../lib/bookkeeping/voucher.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { bookedTrips } from "../support/booked-trips.ts";
import { tempFolder } from "../support/databases.ts";
import { peerProgram } from "./support/peer-folder.ts";
import { PYSIE, readByPeer } from "./support/sie-peer.ts";

const READER = peerProgram(PYSIE, "SIE files as pysie-accounting reads them");
const TRIPS = 300;
const NOVEMBER = { from: "2026-11-01", until: "2026-11-30" };
const TEXTS = textsFor("sv").bookkeeping.vouchers;

Deno.test({
  name:
    "pysie-accounting reads the vouchers of each entity and series as they are booked, and sees a krona that was planted",
  ignore: READER === null,
  async fn() {
    using trips = await bookedTrips(TRIPS);
    await using folder = await tempFolder();
    let read = 0;
    for (const entity of trips.entities) {
      const period = { entityId: entity.id, ...NOVEMBER };
      const all = await Array.fromAsync(trips.ledger.vouchersBetween(period));
      for (const series of VOUCHER_SERIES) {
        const vouchers = all.filter((one) => one.series === series);
        if (vouchers.length === 0) continue;
        const file = await readFile(folder.path, entity, vouchers);
        assert.equal(file.name, entity.name);
        assert.deepEqual(file.vouchers, vouchers.map(asRead));
        for (const { entries } of file.vouchers) {
          assert.equal(entries.reduce((sum, [, , kronor]) => sum + oreOf(kronor), 0), 0);
        }
        read += vouchers.length;
      }
    }
    assert(read > TRIPS);
    await assertPlantedSeen(folder.path, trips.entities[0]);
  },
});

async function assertPlantedSeen(folder: string, entity: LegalEntity | undefined): Promise<void> {
  assert(entity);
  const voucher: Voucher = {
    ...{
      entityId: entity.id,
      date: "2026-11-24",
      happenedOn: "2026-11-23",
      series: "A",
      number: 1,
    },
    ...{ text: "sale", source: { kind: "sale", id: "S1" }, postedAt: "2026-11-24T05:00:00Z" },
    entries: [{ account: 1910, amountOre: 10_000 }, { account: 3010, amountOre: -10_000 }],
  };
  const planted = {
    ...voucher,
    entries: [{ account: 1910 as const, amountOre: 10_100 }, ...voucher.entries.slice(1)],
  };
  const read = async (one: Voucher) => (await readFile(folder, entity, [one])).vouchers;
  assert.deepEqual(await read(voucher), [asRead(voucher)]);
  assert.notDeepEqual(await read(planted), [asRead(voucher)]);
}

async function readFile(folder: string, entity: LegalEntity, vouchers: readonly Voucher[]) {
  const file = {
    entity,
    madeOn: "2026-12-01",
    version: "1.0",
    accounts: accountNames("sv"),
    texts: TEXTS,
  };
  const pieces = await Array.fromAsync(sieFile(file, ReadableStream.from(vouchers)));
  const path = `${folder}/vouchers.si`;
  await Deno.writeFile(path, new Uint8Array(await new Blob(pieces).arrayBuffer()));
  return await readByPeer(READER ?? "", path);
}

function asRead({ number, date, text, source, entries }: Voucher) {
  return {
    ...{
      number: String(number),
      date: date.replaceAll("-", ""),
      text: `${TEXTS[text]} ${source.id}`,
    },
    entries: entries.map(({ account, amountOre, holderId }) => [
      String(account),
      holderId === undefined ? "" : `20 "${holderId}"`,
      (amountOre / 100).toFixed(2),
    ]),
  };
}

function oreOf(kronor: string): number {
  return Math.round(Number(kronor) * 100);
}
