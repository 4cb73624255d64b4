// A person at the served product, without a browser: cookies, forms and the answers to them.
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

  has(cookie: string): boolean {
    return this.#cookies.has(cookie);
  }

  take(cookie: string, from: Visitor): void {
    this.#cookies.set(cookie, from.#cookies.get(cookie) ?? "");
  }

  async #ask(path: string, init: RequestInit) {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const url = this.product.origin + path;
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const location = response.headers.get("location");
    return {
      status: response.status,
      location,
      headers: response.headers,
      html: await response.text(),
    };
  }
}

/** The token of the session, as the forms of a page have it. */
export function tokenIn(html: string): string {
  return /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? "";
}
