// The vouchers of a period as a SIE file of type 4I, for the program the books are kept in: https://sie.se/format/. Such files
// end in `.si`; those of type 4E, which have balances as well, in `.se`. Lines end in CRLF, letters are of IBM PC 8 bits (code page 437), amounts are kronor with a point.
import { localDate } from "../kernel/wall-time.ts";
import type { LegalEntity } from "./legal-entity.ts";
import type { AccountNumber } from "./account.ts";
import type { Voucher, VoucherText } from "./voucher.ts";
import { pc8Bytes } from "./pc8.ts";

/** What a file says beside its vouchers. */
export interface SieFile {
  entity: LegalEntity;
  /** The local date it is made on. */
  madeOn: string;
  version: string;
  /** What accounts and vouchers are called. */
  accounts: Readonly<Record<AccountNumber, string>>;
  texts: Readonly<Record<VoucherText, string>>;
}

/** The file, a piece at a time: the head, then a voucher each. */
export async function* sieFile(
  file: SieFile,
  vouchers: AsyncIterable<Voucher>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield pc8Bytes(headOf(file));
  for await (const voucher of vouchers) yield pc8Bytes(voucherLines(voucher, file.texts));
}

function headOf({ entity, madeOn, version, accounts }: SieFile): string {
  const { name, organisationNumber } = entity;
  return lines([
    "#FLAGGA 0",
    `#PROGRAM ${quoted("Avanti")} ${quoted(version)}`,
    "#FORMAT PC8",
    `#GEN ${compact(madeOn)}`,
    "#SIETYP 4",
    `#FNAMN ${quoted(name)}`,
    ...(organisationNumber === "" ? [] : [`#ORGNR ${organisationNumber}`]),
    "#KPTYP BAS2014",
    ...Object.entries(accounts).map(([number, text]) => `#KONTO ${number} ${quoted(text)}`),
    // Dimension 7 is of employees by the standard, 20 and above are a program's own.
    `#DIM 20 ${quoted("Tillståndshavare")}`,
  ]);
}

function voucherLines(
  { series, number, date, happenedOn, text, entries, postedAt, source }: Voucher,
  texts: SieFile["texts"],
): string {
  const day = compact(date);
  // Fields may stand in quotes, and some readers know numbers of vouchers only so. A transaction may say its own date where it is not that of its voucher.
  const happened = happenedOn === date ? "" : ` ${compact(happenedOn)}`;
  const words = quoted(`${texts[text]} ${source.id}`);
  return lines([
    `#VER ${quoted(series)} ${quoted(String(number))} ${day} ${words} ${
      compact(localDate(Temporal.Instant.from(postedAt)))
    }`,
    "{",
    ...entries.map(({ account, amountOre, holderId }) => {
      const objects = holderId === undefined ? "{}" : `{20 ${quoted(holderId)}}`;
      return `   #TRANS ${account} ${objects} ${kronor(amountOre)}${happened}`;
    }),
    "}",
  ]);
}

/** 12345 öre is `123.45`; never a float. */
function kronor(ore: number): string {
  const digits = String(Math.abs(ore)).padStart(3, "0");
  return `${ore < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Quotes within are escaped; what would end the line is a space. */
function quoted(text: string): string {
  return `"${text.replace(/\p{Cc}/gu, " ").replace(/["\\]/g, "\\$&")}"`;
}

function compact(date: string): string {
  return date.replaceAll("-", "");
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\r\n`).join("");
}
