// A payment file as a bank reads it: ISO 20022, each element where the schema has it, sums that hold, letters banks take.
import assert from "node:assert/strict";
import { paymentMessage } from "../../lib/settlement/payment-message.ts";
import { aPaymentFile } from "../support/settlements.ts";

const FILE = aPaymentFile("01KAQWERTYASDFGHJKZXCVBNM1");
const MESSAGE = paymentMessage(FILE);

/** Children of each element in the order of the published schema, as far as they are used. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  CstmrCdtTrfInitn: ["GrpHdr", "PmtInf"],
  GrpHdr: ["MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"],
  InitgPty: ["Nm", "Id"],
  PmtInf: [
    ...["PmtInfId", "PmtMtd", "NbOfTxs", "CtrlSum", "PmtTpInf", "ReqdExctnDt", "Dbtr"],
    ...["DbtrAcct", "DbtrAgt", "CdtTrfTxInf"],
  ],
  PmtTpInf: ["SvcLvl", "CtgyPurp"],
  DbtrAcct: ["Id", "Ccy"],
  CdtTrfTxInf: ["PmtId", "Amt", "CdtrAgt", "Cdtr", "CdtrAcct", "RmtInf"],
  PmtId: ["InstrId", "EndToEndId"],
  ClrSysMmbId: ["ClrSysId", "MmbId"],
  Othr: ["Id", "SchmeNm"],
};

Deno.test("each element stands where the schema of pain.001.001.03 has it", () => {
  for (const [name, children] of childrenOf(MESSAGE)) {
    const order = ORDER[name];
    if (order === undefined) continue;
    const places = children.map((child) => order.indexOf(child));
    assert(places.every((place) => place >= 0), `${name}: ${children}`);
    assert.deepEqual(places, [...places].sort((a, b) => a - b), name);
  }
});

Deno.test("count and control sum are those of the payments, in the header and in the instruction", () => {
  assert.deepEqual(valuesOf("NbOfTxs"), ["2", "2"]);
  assert.deepEqual(valuesOf("CtrlSum"), ["1234.61", "1234.61"]);
  assert.deepEqual(valuesOf('InstdAmt Ccy="SEK"', "InstdAmt"), ["1234.56", "0.05"]);
  assert.deepEqual(valuesOf("EndToEndId"), ["H1-7", "H2-12"]);
});

Deno.test("a bankgiro is named by BGNR behind 9900, an account by its IBAN alone", () => {
  const [giro = "", account = ""] = MESSAGE.split("<CdtTrfTxInf>").slice(1);
  assert.match(giro, /<Cd>SESBA<\/Cd>\s*<\/ClrSysId>\s*<MmbId>9900</);
  assert.match(giro, /<Id>50501055<\/Id>\s*<SchmeNm>\s*<Prtry>BGNR</);
  assert.match(account, /<IBAN>SE4550000000058398257466</);
  assert(!account.includes("CdtrAgt") && !giro.includes("IBAN"));
});

Deno.test("names are in the letters banks take", () => {
  assert.deepEqual(valuesOf("Nm"), [
    ...["Avanti Växel AB", "Avanti Växel AB", "Öst Söner Åkeri AB", "Håkan ukasz Taxi"],
  ]);
});

function valuesOf(open: string, name = open): string[] {
  const [before, after] = [`<${open}>`, `</${name}>`];
  return MESSAGE.split(before).slice(1).map((rest) => rest.split(after)[0] ?? "");
}

/** Every element with the names of its children. */
function childrenOf(xml: string): [name: string, children: string[]][] {
  const all: [string, string[]][] = [];
  const open: [string, string[]][] = [];
  for (const [, close, name = "", isEmpty] of xml.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
    if (close === "/") {
      open.pop();
      continue;
    }
    open.at(-1)?.[1].push(name);
    const one: [string, string[]] = [name, []];
    all.push(one);
    if (isEmpty !== "/") open.push(one);
  }
  return all;
}
