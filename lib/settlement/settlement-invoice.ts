// The invoices of an approved settlement: the company's for commission and services, and the one it makes in the holder's name for what
// it buys of the holder (self-billing, ML 2023:200, 17 kap. 15 §). Pure.
import type { LegalEntity } from "../bookkeeping/legal-entity.ts";
import { isPersonal } from "../forms/organisation-number.ts";
import type { Party } from "./settlement-papers.ts";
import type { Settlement, SettlementLine } from "./settlement.ts";

/** An invoice; below zero it is a credit note. */
export interface SettlementInvoice {
  kind: "invoice" | "self-billed";
  isCredit: boolean;
  /** `AV-H02-5`, `SF-5`. */
  number: string;
  /** Local date. */
  date: string;
  seller: Party;
  buyer: Party;
  lines: readonly SettlementLine[];
  netOre: number;
  vatOre: number;
}

/** The invoices, the company's first. What is paid back is no sale, and stands on none. */
export function invoicesOf(
  { lines, papers, holderId, approvedAt }: Settlement,
): SettlementInvoice[] {
  if (papers === null || approvedAt === null) return [];
  const { house, holder, invoice, selfBilled } = papers;
  const date = approvedAt.slice(0, 10);
  const sold = lines.filter(isSold);
  const bought = lines.filter(({ code }) => code === "compensation");
  return [
    ...(invoice === null ? [] : [{
      ...{ kind: "invoice" as const, number: `AV-${holderId}-${invoice}`, date },
      ...{ seller: house, buyer: holder, lines: sold, ...sumsOf(sold) },
    }]),
    ...(selfBilled === null ? [] : [{
      ...{ kind: "self-billed" as const, number: `SF-${selfBilled}`, date },
      ...{ seller: holder, buyer: house, lines: bought, ...sumsOf(bought) },
    }]),
  ];
}

/** True for what the company sells to the holder. */
export function isSold({ code, vatRatePercent }: SettlementLine): boolean {
  return code !== "compensation" && !(code === "deduction" && vatRatePercent === 0);
}

/** A side as its papers name it. */
export function partyOf(
  { name, organisationNumber }: LegalEntity,
  isVatRegistered: boolean,
): Party {
  const digits = organisationNumber.replace(/\D/g, "").slice(-10);
  const vatNumber = isVatRegistered && digits !== "" ? `SE${digits}01` : "";
  // The number of a sole trader is a personnummer: the VAT number, which has it too, is what an invoice must have.
  const isHidden = vatNumber !== "" && isPersonal(organisationNumber);
  return { name, organisationNumber: isHidden ? "" : organisationNumber, vatNumber };
}

function sumsOf(
  lines: readonly SettlementLine[],
): Pick<SettlementInvoice, "netOre" | "vatOre" | "isCredit"> {
  const netOre = lines.reduce((sum, line) => sum + line.netOre, 0);
  const vatOre = lines.reduce((sum, line) => sum + line.vatOre, 0);
  return { netOre, vatOre, isCredit: netOre < 0 };
}
