// The product as scanners meet it: over TLS on this machine, http of the same port led to https, with a fault planted in
// its answers where a scanner has to show that it finds one.
import { testApp } from "../../support/app.ts";
import { makeCertificate } from "../../support/certificate.ts";
import { tempFolder } from "../../support/databases.ts";
import { testServices } from "../../support/services.ts";
import type { Services } from "../../../lib/assembly/services.ts";

/** Changes an answer; the fault of a planted build. */
export type Plant = (response: Response, request: Request) => Response | Promise<Response>;

/** A product that is scanned. */
export interface ScannedProduct extends AsyncDisposable {
  services: Services;
  /** `https://localhost:…`; the certificate is the machine's own. */
  origin: string;
  /** File with that certificate, PEM. */
  certificate: string;
}

/** First byte of a TLS connection: a handshake record. */
const HANDSHAKE = 0x16;

/** Starts one, as it is or with a fault in its answers. */
export async function scannedProduct(
  plant: Plant = (response) => response,
): Promise<ScannedProduct> {
  const folder = await tempFolder();
  const { key, cert } = await makeCertificate();
  const certificate = `${folder.path}/cert.pem`;
  await Deno.writeTextFile(certificate, cert);
  const door = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const origin = `https://localhost:${door.addr.port}`;
  // A scanner asks faster than anybody may: how fast is tried elsewhere.
  const test = await testServices({ environment: { AVANTI_ORIGIN: origin, AVANTI_LIMITS: "off" } });
  const app = await testApp(test.services);
  const local = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  const inner = Deno.serve({ ...local, key, cert }, async (request) => {
    return await plant(await app(request), request);
  });
  const toHttps = Deno.serve(local, ({ url }) => {
    const { pathname, search } = new URL(url);
    return new Response(null, { status: 301, headers: { location: origin + pathname + search } });
  });
  const open = new Set<Deno.Conn>();
  void joinAll(door, { tls: inner.addr.port, plain: toHttps.addr.port }, open);
  return {
    ...{ services: test.services, origin, certificate },
    async [Symbol.asyncDispose]() {
      door.close();
      test.stop.abort();
      // A scanner that was ended leaves connections open, which a server would wait for.
      for (const connection of [...open]) leave(open, connection);
      await Promise.all([inner.shutdown(), toHttps.shutdown()]);
      await test[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Joins each connection with the server it speaks the language of; `open` holds those that are joined. */
async function joinAll(
  door: Deno.Listener,
  ports: { tls: number; plain: number },
  open: Set<Deno.Conn>,
): Promise<void> {
  for await (const connection of door) {
    void join(connection, ports, open).catch(() => {}).finally(() => leave(open, connection));
  }
}

async function join(
  connection: Deno.Conn,
  { tls, plain }: { tls: number; plain: number },
  open: Set<Deno.Conn>,
): Promise<void> {
  open.add(connection);
  const first = new Uint8Array(1);
  if (await connection.read(first) === null) return;
  const port = first[0] === HANDSHAKE ? tls : plain;
  const server = await Deno.connect({ hostname: "127.0.0.1", port });
  open.add(server);
  await server.write(first);
  // Whichever end goes first, the other goes with it.
  await Promise.allSettled([
    connection.readable.pipeTo(server.writable),
    server.readable.pipeTo(connection.writable),
  ]);
  leave(open, server);
}

function leave(open: Set<Deno.Conn>, connection: Deno.Conn): void {
  if (!open.delete(connection)) return;
  try {
    connection.close();
  } catch (error) {
    // Its streams have closed it.
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}

/** Runs a scanner and gives what it printed; some leave files in the folder they are run in. */
export async function ran(
  program: string,
  args: readonly string[],
  { env = {}, cwd }: { env?: Record<string, string>; cwd?: string } = {},
): Promise<{ code: number; text: string }> {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    env: { NO_COLOR: "1", ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, text: decode(stdout) + decode(stderr) };
}
