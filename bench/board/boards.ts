// Part "boards": what a customer's requests take while eight boards open a day of 5,000 trips, against none; and
// what each page takes over a database of this size.
import { asksPlaces, BOARDS, type BoardServer, books, latencies, openBoards } from "./customer.ts";
import { pause, timed } from "./time.ts";
import { percentile } from "./percentile.ts";

/** Times the boards open, a pause apart. */
const OPENINGS = 6;
const PAUSE_MS = 400;
/** Measures and prints. */
export async function measureBoards(server: BoardServer): Promise<void> {
  await measurePages(server);
  for (const name of ["quote and book", "places"] as const) {
    const ask = name === "places" ? asksPlaces(server) : books(server);
    for (let i = 0; i < 10; i++) await ask();
    const { times: alone } = await latencies(
      ask,
      async () => await pause(OPENINGS * (PAUSE_MS + 300)),
    );
    const opened: number[] = [];
    const { times: beside, turnedAway } = await latencies(ask, async () => {
      for (let i = 0; i < OPENINGS; i++) {
        opened.push(await timed(() => openBoards(server)));
        await pause(PAUSE_MS);
      }
    });
    const [a, b] = [0.5, 0.95].map((share) => percentile(beside, share) - percentile(alone, share));
    console.info(`${name}: alone p50 ${ms(alone, 0.5)} p95 ${ms(alone, 0.95)} max ${ms(alone, 1)}`);
    console.info(
      `  while ${BOARDS} boards open: p50 ${ms(beside, 0.5)} p95 ${ms(beside, 0.95)} max ${
        ms(beside, 1)
      }`,
    );
    console.info(`  longer by p50 ${a?.toFixed(0)} ms, p95 ${b?.toFixed(0)} ms (wanted <= 50)`);
    console.info(`  told to come back: ${turnedAway}`);
    console.info(`  ${BOARDS} boards open in ${ms(opened, 0.5)} (median)`);
  }
}

async function measurePages({ origin, headers }: BoardServer): Promise<void> {
  const day = await (await fetch(`${origin}/api/admin/bookings`, { headers })).json();
  const booking = day.bookings[0]?.id ?? "";
  const paths = ["/", "/admin", `/admin?booking=${booking}`, "/admin?q=maja", "/admin?q=0701"];
  paths.push("/api/admin/bookings", "/api/admin/bookings?q=andersson", "/bookings/find");
  for (const path of paths) {
    const times: number[] = [];
    let [bytes, status] = [0, 0];
    for (let i = 0; i < 8; i++) {
      times.push(
        await timed(async () => {
          const response = await fetch(origin + path, { headers });
          status = response.status;
          bytes = (await response.arrayBuffer()).byteLength;
        }),
      );
    }
    const kib = (bytes / 1024).toFixed(0);
    const shown = path.replace(/booking=.*/, "booking=…");
    console.info(
      `${shown}: ${status}, ${kib} KiB, first ${ms(times.slice(0, 1), 0)}, p50 ${ms(times, 0.5)}`,
    );
  }
  console.info(
    `day: ${day.bookings.length} of ${day.total} rows, ${day.freeVehicles} vehicles free`,
  );
}

function ms(times: readonly number[], share: number): string {
  return `${percentile(times, share).toFixed(0)} ms`;
}
