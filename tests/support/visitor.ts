// A person at the served product, without a browser: cookies, forms and the answers to them.
import { strFromU8, unzipSync } from "fflate";
import type { TestProduct } from "./operator.ts";

/** A browser without pages: it keeps cookies, and follows nothing by itself. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  constructor(readonly product: TestProduct) {}

  async get(path: string) {
    return await this.#ask(path, {});
  }

  async post(path: string, fields: Record<string, string>, site = "same-origin") {
    const body = new URLSearchParams(fields);
    return await this.#ask(path, { method: "POST", body, headers: { "sec-fetch-site": site } });
  }

  /** What a form answers with a ZIP: its files as texts. */
  async file(path: string, fields: Record<string, string>) {
    const body = new URLSearchParams(fields);
    const headers = { "sec-fetch-site": "same-origin" };
    const response = await this.#send(path, { method: "POST", body, headers });
    const unzipped = unzipSync(await response.bytes());
    const texts = Object.entries(unzipped).map(([name, bytes]) => [name, strFromU8(bytes)]);
    const files: Record<string, string> = Object.fromEntries(texts);
    return { status: response.status, headers: response.headers, files };
  }

  has(cookie: string): boolean {
    return this.#cookies.has(cookie);
  }

  take(cookie: string, from: Visitor): void {
    this.#cookies.set(cookie, from.#cookies.get(cookie) ?? "");
  }

  async #ask(path: string, init: RequestInit) {
    const response = await this.#send(path, init);
    const location = response.headers.get("location");
    return {
      status: response.status,
      location,
      headers: response.headers,
      html: await response.text(),
    };
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const url = this.product.origin + path;
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

/** The token of the session, as the forms of a page have it. */
export function tokenIn(html: string): string {
  return /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? "";
}
