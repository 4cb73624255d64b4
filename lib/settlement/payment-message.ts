// A payment file as a bank reads it: ISO 20022 pain.001.001.03, as Swedish banks use it for payments in kronor. A bankgiro is named by
// BGNR behind the clearing number 9900 (Swedish Common Interpretation of ISO 20022, appendix 1). Pure.
import { element, type XmlNode, xmlText } from "../bookkeeping/documents/xml.ts";
import type { FilePayment, PaymentFile } from "./payment-file.ts";
import { isBankgiro } from "./payee-account.ts";
import { settlementName } from "./settlement.ts";

const NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03";
/** Longest name of somebody, in characters. */
const MAX_NAME = 70;
/** The clearing number of bankgiros. */
const BANKGIRO_CLEARING = "9900";

/** The message. */
export function paymentMessage(
  file: Pick<PaymentFile, "id" | "madeAt" | "payments" | "totalOre" | "payer" | "payOn">,
): string {
  const { id, madeAt, payments, totalOre, payer, payOn } = file;
  const count = text("NbOfTxs", String(payments.length));
  const sum = text("CtrlSum", kronor(totalOre));
  const instruction = part("PmtInf", [
    ...[text("PmtInfId", id), text("PmtMtd", "TRF"), count, sum],
    part("PmtTpInf", [
      part("SvcLvl", [text("Cd", "NURG")]),
      part("CtgyPurp", [text("Cd", "SUPP")]),
    ]),
    text("ReqdExctnDt", payOn),
    part("Dbtr", [text("Nm", plainName(payer.name))]),
    part("DbtrAcct", [part("Id", [text("IBAN", payer.iban)]), text("Ccy", "SEK")]),
    part("DbtrAgt", [part("FinInstnId", [text("BIC", payer.bic)])]),
    ...payments.map(transaction),
  ]);
  const header = part("GrpHdr", [
    ...[text("MsgId", id), text("CreDtTm", madeAt.slice(0, 19)), count, sum],
    initiator(file),
  ]);
  return xmlText(
    element("Document", { xmlns: NAMESPACE }, [part("CstmrCdtTrfInitn", [header, instruction])]),
  );
}

function initiator({ payer: { name, organisationNumber } }: Pick<PaymentFile, "payer">): XmlNode {
  const digits = organisationNumber.replace("-", "");
  const scheme = part("SchmeNm", [text("Cd", "COID")]);
  const id = part("Id", [part("OrgId", [part("Othr", [text("Id", digits), scheme])])]);
  return part("InitgPty", [text("Nm", plainName(name)), ...(digits === "" ? [] : [id])]);
}

/** The reference names the settlement: paid twice, a bank and a holder can see that it was. */
function transaction(payment: FilePayment): XmlNode {
  const name = settlementName(payment);
  const amount = element("InstdAmt", { Ccy: "SEK" }, kronor(payment.amountOre));
  return part("CdtTrfTxInf", [
    part("PmtId", [text("InstrId", name), text("EndToEndId", name)]),
    part("Amt", [amount]),
    ...agentOf(payment),
    part("Cdtr", [text("Nm", plainName(payment.name))]),
    part("CdtrAcct", [part("Id", [accountOf(payment)])]),
    part("RmtInf", [text("Ustrd", `Avräkning ${name}`)]),
  ]);
}

function agentOf({ account }: FilePayment): XmlNode[] {
  if (!isBankgiro(account)) return [];
  const clearing = part("ClrSysMmbId", [
    part("ClrSysId", [text("Cd", "SESBA")]),
    text("MmbId", BANKGIRO_CLEARING),
  ]);
  return [part("CdtrAgt", [part("FinInstnId", [clearing])])];
}

function accountOf({ account }: FilePayment): XmlNode {
  if (!isBankgiro(account)) return text("IBAN", account);
  const scheme = part("SchmeNm", [text("Prtry", "BGNR")]);
  return part("Othr", [text("Id", account.replace("-", "")), scheme]);
}

/** 12345 öre is `123.45`; never a float. */
function kronor(ore: number): string {
  const digits = String(ore).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** In the letters banks take: what is none is written without its marks, or as a space. */
function plainName(name: string): string {
  const plain = [...name.normalize("NFC")].map((letter) =>
    /[a-zåäö]/i.test(letter) ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "")
  ).join("");
  return plain.replace(/[^a-zåäö0-9/?:().,'+ -]/gi, " ").replace(/ +/g, " ").trim()
    .slice(0, MAX_NAME).trim() || "-";
}

function text(name: string, content: string): XmlNode {
  return element(name, {}, content);
}

function part(name: string, content: XmlNode[]): XmlNode {
  return element(name, {}, content);
}
