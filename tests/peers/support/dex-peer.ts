// A real dex, an issuer of OpenID Connect in Go, on this machine.
import { freePort } from "../../support/production-server.ts";

/** Its program, below the folder of peers. */
export const DEX_PROGRAM = "dex/dex";

/** Somebody it lets in. */
export const KNOWN = { email: "karin@avanti.example", password: "password" };

/** bcrypt of `password`, as dex's own example has it. */
const HASH = "$2a$10$2b2cU8CPhOTaGrs1HRQuAueS7JTT5ZHsHSzYiFPm1leZck7Mc8T4W";

/** A running issuer with one client. */
export interface RunningDex extends AsyncDisposable {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** Starts the program for a client that is reached at `redirectUri`; it stops when the answer is disposed of. */
export async function startDex(program: string, redirectUri: string): Promise<RunningDex> {
  const folder = await Deno.makeTempDir();
  const issuer = `http://127.0.0.1:${freePort()}/dex`;
  const client = { id: "avanti", secret: "issuer-secret-of-tests" };
  const config = {
    ...{ issuer, storage: { type: "memory" }, web: { http: new URL(issuer).host } },
    oauth2: { skipApprovalScreen: true, passwordConnector: "local" },
    staticClients: [{ ...client, name: "Avanti", redirectURIs: [redirectUri] }],
    enablePasswordDB: true,
    staticPasswords: [{ email: KNOWN.email, hash: HASH, username: "karin", userID: "karin-7" }],
    logger: { level: "error" },
  };
  // JSON is YAML.
  await Deno.writeTextFile(`${folder}/dex.yaml`, JSON.stringify(config));
  const child = new Deno.Command(program, {
    args: ["serve", `${folder}/dex.yaml`],
    stdout: "null",
    stderr: "null",
  }).spawn();
  await answers(`${issuer}/.well-known/openid-configuration`);
  return {
    ...{ issuer, clientId: client.id, clientSecret: client.secret },
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** A browser at dex: follows it, writes name and password into its form, and stops where it is sent back. */
export async function throughDex(location: string, product: string): Promise<URL> {
  const jar = new Map<string, string>();
  const ask = async (at: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { ...init, headers: { cookie }, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return { html: await response.text(), to: response.headers.get("location") };
  };
  let at = location;
  for (let steps = 0; steps < 10 && !at.startsWith(product); steps++) {
    let answer = await ask(at);
    const [, action] = /<form method="post" action="([^"]+)"/.exec(answer.html) ?? [];
    if (action !== undefined) {
      at = new URL(action.replaceAll("&amp;", "&"), at).href;
      const body = new URLSearchParams({ login: KNOWN.email, password: KNOWN.password });
      answer = await ask(at, { method: "POST", body });
    }
    at = new URL(answer.to ?? "about:blank", at).href;
  }
  return new URL(at);
}

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const response = await fetch(address).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    // It says nothing when it is ready; asking is the only sign.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("dex does not answer");
}
