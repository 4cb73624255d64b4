// Starts the built product on memory and asks it the few things that show it works; used on the original
// Fresh as well, so it relies on nothing but HTTP.
import { seedFleetAndTariffs } from "./seed-demo.ts";

const ROOT = new URL("..", import.meta.url).pathname;

/** What must answer how, and with which text in it; no answer may allow every inline script. */
const QUESTIONS: readonly [path: string, status: number, text: string][] = [
  ["/", 200, "Framme i tid"],
  ["/?lang=en", 200, '<html lang="en"'],
  ["/prices", 200, "Jämförpris"],
  ["/api/places?q=landvetter", 200, "airport:GOT"],
  ["/admin", 401, "<html"],
  ["/no-such-page", 404, "<html"],
  ["/livez", 200, "pass"],
];

if (import.meta.main) {
  const { services } = await import("../main.ts");
  await seedFleetAndTariffs(services);
  const { default: built } = await import(`file://${ROOT}_fresh/server.js`);
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, built.fetch);
  const wrong: string[] = [];
  for (const [path, status, text] of QUESTIONS) {
    const response = await fetch(`http://127.0.0.1:${server.addr.port}${path}`);
    const body = await response.text();
    const policy = response.headers.get("content-security-policy") ?? "'unsafe-inline'";
    const isRight = response.status === status && body.includes(text) &&
      !policy.includes("'unsafe-inline'");
    console.info(`${isRight ? "ok   " : "WRONG"} ${response.status} ${path}`);
    if (!isRight) wrong.push(path);
  }
  await server.shutdown();
  Deno.exit(wrong.length === 0 ? 0 : 1);
}
