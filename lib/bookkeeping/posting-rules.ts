// How a sale is booked: pure. A sale of an owner-driver stands in the driver's books and, where the central takes the money, in
// the central's as what it owes the driver.
import { type AccountNumber, accountsOfLine } from "./account.ts";
import { HOUSE } from "./legal-entity.ts";
import type { Sale, SaleDraft, SaleId } from "./sale.ts";
import { balanced, type VoucherDraft, type VoucherEntry } from "./voucher.ts";

/** The vouchers of a sale, that of who sold first. */
export function vouchersOfSale(id: SaleId, sale: SaleDraft): VoucherDraft[] {
  const { entityId, credits } = sale;
  const source = { kind: "sale", id } as const;
  const own: VoucherDraft = {
    ...{ entityId, source, series: "A", text: credits === null ? "sale" : "credit" },
    entries: balanced([
      { account: paidOn(sale), amountOre: sale.totalOre },
      ...earned(sale),
    ]),
  };
  if (entityId === HOUSE || isPaidToDriver(sale) || own.entries.length === 0) return [own];
  const owed: VoucherDraft = {
    ...{ entityId: HOUSE, source, series: "A", text: "owed-to-driver" },
    entries: balanced([
      { account: claimOn(sale), amountOre: sale.totalOre },
      { account: 2890, amountOre: -sale.totalOre, holderId: entityId },
    ]),
  };
  return [own, owed];
}

/** True when whoever drove has the money: then the central owes nothing for it. */
export function isPaidToDriver({ method }: Pick<Sale, "method">): boolean {
  return method === "car";
}

function earned({ lines }: SaleDraft): VoucherEntry[] {
  return lines.flatMap((line) => {
    const { sales, vat } = accountsOfLine(line);
    const net = { account: sales, amountOre: line.vatOre - line.amountOre };
    return vat === null ? [net] : [net, { account: vat, amountOre: -line.vatOre }];
  });
}

/** Where the money of a sale is, or is claimed, in the books of who sold. */
function paidOn(sale: SaleDraft): AccountNumber {
  if (isPaidToDriver(sale)) return 1910;
  return sale.entityId === HOUSE ? claimOn(sale) : 1685;
}

/** What is paid through the provider is in advance or still on its way; the rest is invoiced. */
function claimOn({ method }: Pick<Sale, "method">): AccountNumber {
  return method === "card" || method === "swish" ? 2420 : 1510;
}
