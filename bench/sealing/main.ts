// bench/sealing: what sealing costs a booking and the board, against the same product without it in the same run; what
// searching and starting are over many sealed bookings; how fast the primitives are; and whether anybody waits for a rotation.
// README.md says what the figures mean. `deno task bench sealing [PART…]`, of those below.
import { measureBoard } from "./board.ts";
import { measureBooking } from "./booking.ts";
import { measureRates } from "./rates.ts";
import { measureRotation } from "./rotation.ts";
import { measureSearch } from "./search.ts";
import { measureMigration, measureServed } from "./served.ts";

const PARTS: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  booking: measureBooking,
  board: measureBoard,
  search: measureSearch,
  rates: measureRates,
  rotation: measureRotation,
  served: measureServed,
  migration: measureMigration,
};

if (import.meta.main) {
  const wanted = Deno.args.length === 0 ? Object.keys(PARTS) : Deno.args;
  for (const [name, part] of Object.entries(PARTS)) {
    if (!wanted.includes(name)) continue;
    const folder = await Deno.makeTempDir();
    try {
      await part(folder);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }
}
