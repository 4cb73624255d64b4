// A strict reader of SIE 4I files, apart from what writes them: whatever is not as the format says throws.
import { pc8Text } from "../../lib/bookkeeping/pc8.ts";

/** A transaction of a voucher. */
export interface SieTransaction {
  account: number;
  objects: string[];
  amountOre: number;
  /** When it happened, `20261124`; "" for the day of its voucher. */
  date: string;
}

/** A voucher that was read. */
export interface SieVoucher {
  series: string;
  number: number;
  date: string;
  text: string;
  transactions: SieTransaction[];
}

/** A file that was read. */
export interface SieContent {
  labels: Record<string, string[]>;
  accounts: Map<number, string>;
  vouchers: SieVoucher[];
}

const ORDER = ["#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#FNAMN"];

/** Reads a file. */
export function readSie(bytes: Uint8Array): SieContent {
  const text = pc8Text(bytes);
  if (!text.endsWith("\r\n")) throw new SyntaxError("The last line does not end");
  const content: SieContent = { labels: {}, accounts: new Map(), vouchers: [] };
  const head: string[] = [];
  let open: SieVoucher | null = null;
  for (const line of text.slice(0, -2).split("\r\n")) {
    if (line.includes("\n") || line.includes("\r")) throw new SyntaxError("A bare line end");
    const [label = "", ...fields] = fieldsOf(line);
    if (label === "{") continue;
    if (label === "}") {
      if (open === null) throw new SyntaxError("Nothing to end");
      const sum = open.transactions.reduce((all, { amountOre }) => all + amountOre, 0);
      if (sum !== 0) throw new SyntaxError(`${open.series}${open.number} does not balance: ${sum}`);
      content.vouchers.push(open);
      open = null;
    } else if (label === "#TRANS") {
      if (open === null) throw new SyntaxError("A transaction of no voucher");
      open.transactions.push(transactionOf(fields, content.accounts));
    } else if (label === "#VER") {
      if (open !== null) throw new SyntaxError("A voucher within a voucher");
      const [series = "", number = "", date = "", words = ""] = fields;
      if (!/^\d{8}$/.test(date)) throw new SyntaxError(`No date: ${date}`);
      open = { series, number: Number(number), date, text: words, transactions: [] };
    } else if (label === "#KONTO") {
      content.accounts.set(Number(fields[0]), fields[1] ?? "");
    } else {
      if (content.vouchers.length > 0) throw new SyntaxError(`${label} after the vouchers`);
      content.labels[label] = fields;
      head.push(label);
    }
  }
  if (open !== null) throw new SyntaxError("A voucher without an end");
  const inOrder = head.filter((label) => ORDER.includes(label));
  if (inOrder.join() !== ORDER.join()) throw new SyntaxError(`The head is ${head.join(" ")}`);
  return content;
}

function transactionOf(fields: readonly string[], accounts: ReadonlyMap<number, string>) {
  const [account = "", objects = "", amount = "", date = ""] = fields;
  if (!/^(\d{8})?$/.test(date)) throw new SyntaxError(`${date} is no date`);
  if (!accounts.has(Number(account))) throw new SyntaxError(`${account} is no account`);
  const parts = /^(-?)(\d+)\.(\d\d)$/.exec(amount);
  if (parts === null) throw new SyntaxError(`${amount} is no amount`);
  const ore = Number(`${parts[2]}${parts[3]}`);
  return {
    account: Number(account),
    objects: fieldsOf(objects.slice(1, -1)),
    amountOre: parts[1] === "-" ? -ore : ore,
    date,
  };
}

/** Fields of a line: plain, in quotes, or in braces. */
function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  const rest = /\s*(?:"((?:[^"\\]|\\["\\])*)"|(\{[^}]+\}|\{\})|([^\s"{}]+|[{}]))/y;
  rest.lastIndex = 0;
  while (rest.lastIndex < line.trimEnd().length) {
    const at = rest.lastIndex;
    const found = rest.exec(line);
    if (found === null) throw new SyntaxError(`Cannot be read from ${at}: ${line}`);
    const [, quoted, braces, plain] = found;
    fields.push(quoted?.replace(/\\(["\\])/g, "$1") ?? braces ?? plain ?? "");
  }
  return fields;
}
