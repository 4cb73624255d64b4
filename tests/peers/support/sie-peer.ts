// A reader of SIE files that others wrote and published: pysie-accounting, below the folder of peers.

/** Its Python. */
export const PYSIE = "pysie/bin/python";

/** A voucher as it reads it: its number as it stands there, its day, its text, and accounts with kronor. */
export interface PeerVoucher {
  number: string;
  date: string;
  text: string;
  entries: [account: string, objects: string, kronor: string][];
}

/** What it reads of a file. */
export interface PeerFile {
  organisationNumber: string;
  name: string;
  vouchers: PeerVoucher[];
}

/** Has it read a file. It knows vouchers by their number alone: one series a file. */
export async function readByPeer(python: string, path: string): Promise<PeerFile> {
  const script = new URL("pysie-read.py", import.meta.url).pathname;
  const { stdout, stderr, success } = await new Deno.Command(python, { args: [script, path] })
    .output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout)) as PeerFile;
}
