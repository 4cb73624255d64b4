// The proxies that ops/ configures, as real processes in front of a server of a test.
import assert from "node:assert/strict";
import { ROOT } from "./module-graph.ts";
import { freePort, statusOf, until } from "./production-server.ts";
import { tempFolder } from "./databases.ts";

/** The proxies by the names of their programs. */
export const PROXIES = ["caddy", "nginx"] as const;

/** One of them. */
export type ProxyName = typeof PROXIES[number];

/** A proxy in front of a port, which asks for nothing it does not know already. */
export interface Proxy extends AsyncDisposable {
  /** A request to it, over TLS that is checked. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** A bare connection: what a client that is no browser does. */
  connect(): Promise<Deno.TlsConn>;
}

/** True when the program is installed. */
export async function isInstalled(program: string): Promise<boolean> {
  try {
    await new Deno.Command(program, { args: ["-v"], stdout: "null", stderr: "null" }).output();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/**
 * Starts one on `https://localhost:<port>` before `upstream`, and Caddy before `others` beside it; slow clients are cut
 * after a second.
 */
export async function startProxy(
  name: ProxyName,
  { port, upstream, others = [] }: { port: number; upstream: number; others?: readonly number[] },
): Promise<Proxy> {
  const folder = await tempFolder();
  const command = name === "caddy"
    ? await caddy(folder.path, port, [upstream, ...others])
    : await nginx(folder.path, port, upstream);
  const process = command.spawn();
  let certificate = "";
  await until(async () => {
    certificate = await textOf(
      name === "caddy"
        ? `${folder.path}/caddy/pki/authorities/local/root.crt`
        : `${folder.path}/cert.pem`,
    );
    if (certificate === "") return false;
    using client = Deno.createHttpClient({ caCerts: [certificate] });
    return await statusOf(() => askWith(client, `https://localhost:${port}/livez`)) !== null;
  }, () => `${name} answers`);
  const client = Deno.createHttpClient({ caCerts: [certificate] });
  return {
    ask: (path, init) => askWith(client, `https://localhost:${port}${path}`, init),
    connect: () => Deno.connectTls({ hostname: "localhost", port, caCerts: [certificate] }),
    async [Symbol.asyncDispose]() {
      client.close();
      process.kill("SIGTERM");
      await process.status;
      await folder[Symbol.asyncDispose]();
    },
  };
}

function askWith(client: Deno.HttpClient, url: string, init?: RequestInit): Promise<Response> {
  const options: RequestInit & { client: Deno.HttpClient } = {
    redirect: "manual",
    ...init,
    client,
  };
  return fetch(url, options);
}

/** As it is shipped; before several processes its one line for them names them all. */
async function caddy(
  folder: string,
  port: number,
  upstreams: readonly number[],
): Promise<Deno.Command> {
  const shipped = await Deno.readTextFile(`${ROOT}ops/caddy/Caddyfile`);
  const named = upstreams.map((upstream) => `127.0.0.1:${upstream}`).join(" ");
  const written = shipped.replace("reverse_proxy 127.0.0.1:{$PORT:8000}", `reverse_proxy ${named}`);
  const isShipped = upstreams.length === 1;
  if (!isShipped) await Deno.writeTextFile(`${folder}/Caddyfile`, written);
  const config = isShipped ? `${ROOT}ops/caddy/Caddyfile` : `${folder}/Caddyfile`;
  return new Deno.Command("caddy", {
    args: ["run", "--config", config, "--adapter", "caddyfile"],
    env: {
      ...{ XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder },
      ...{ AVANTI_ORIGIN: `https://localhost:${port}`, PORT: String(upstreams[0]) },
      ...{ AVANTI_HTTP_PORT: String(freePort()), AVANTI_HEADER_TIMEOUT: "1s" },
    },
    stdout: "null",
    stderr: "null",
  });
}

/** nginx reads no settings: the lines that are said to be the reader's own are changed, and the slow client's time. */
async function nginx(folder: string, port: number, upstream: number): Promise<Deno.Command> {
  const certificate = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj"];
  const made = await new Deno.Command("openssl", {
    args: ["req", ...certificate, "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
      .concat(["-addext", "basicConstraints=critical,CA:FALSE"])
      .concat(["-keyout", `${folder}/key.pem`, "-out", `${folder}/cert.pem`]),
    stderr: "null",
  }).output();
  assert.ok(made.success);
  const conf = (await Deno.readTextFile(`${ROOT}ops/nginx/avanti.conf`))
    .replace("127.0.0.1:8000", `127.0.0.1:${upstream}`)
    .replaceAll("avanti.example;", "localhost;")
    .replace("listen 80;", `listen 127.0.0.1:${freePort()};`)
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port} ssl http2;`)
    .replaceAll(/^\s*listen \[::\].*$/gm, "")
    .replace(/ssl_certificate .*;/, `ssl_certificate ${folder}/cert.pem;`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${folder}/key.pem;`)
    .replace("client_header_timeout 10s;", "client_header_timeout 1s;");
  await Deno.writeTextFile(`${folder}/avanti.conf`, conf);
  await Deno.writeTextFile(
    `${folder}/nginx.conf`,
    `pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/avanti.conf;
}
`,
  );
  return new Deno.Command("nginx", {
    args: ["-e", `${folder}/error.log`, "-c", `${folder}/nginx.conf`, "-g", "daemon off;"],
    stdout: "null",
    stderr: "null",
  });
}

async function textOf(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch {
    return "";
  }
}
