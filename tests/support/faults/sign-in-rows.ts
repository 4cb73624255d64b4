// Rows of the fault matrix: those who vouch for who somebody is.
import assert from "node:assert/strict";
import { issuerList } from "../../../lib/accounts/identity/issuer.ts";
import { oidcWayIn } from "../../../lib/accounts/identity/oidc-gateway.ts";
import { PROVIDERS } from "../../../lib/accounts/identity/provider.ts";
import { providerWayIn } from "../../../lib/accounts/identity/provider-gateway.ts";
import { WayRefused } from "../../../lib/accounts/identity/way-in.ts";
import { systemClock } from "../../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../../lib/kernel/ids.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { ORIGIN, type Row, web } from "./fault-row.ts";

/** The way in of a provider; each question is a sign-in that ends there. */
export function providerRow(): Row {
  return {
    mayRetry: false,
    ...web(() => Response.json({ access_token: "at", token_type: "Bearer", sub: "1" })),
    product({ origin, dependencies }) {
      const [google] = PROVIDERS;
      assert(google);
      const provider = { ...google, token: `${origin}/token`, userInfo: [] };
      const rows = new Map<string, unknown>();
      const flows = {
        keep: (kind: string, id: string, value: unknown) =>
          Promise.resolve(void rows.set(kind + id, value)),
        look: (kind: string, id: string) =>
          Promise.resolve({ value: rows.get(kind + id) ?? null, versionstamp: "1" }),
        use: (kind: string, id: string) => Promise.resolve(rows.delete(kind + id)),
        forget: (kind: string, id: string) => Promise.resolve(void rows.delete(kind + id)),
      };
      const way = providerWayIn({
        provider: { ...provider, read: () => google.read([{ sub: "1" }]) },
        client: { clientId: "id", clientSecret: "secret" },
        ...{ origin: ORIGIN, flows },
        dependency: dependencies.open({ name: "provider", label: "Google", mayRetry: false }),
      });
      return async () => {
        const { location, cookies } = await way.begin("/", new Headers());
        const state = new URL(location).searchParams.get("state") ?? "";
        const back = new URL(`${paths.signInCallback(way.id)}?code=c&state=${state}`, ORIGIN);
        const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
        const answer = await way.finish(back, new Headers({ cookie }));
        assert(answer.ok || answer.reason === "unreachable" || answer.reason === "untrusted");
        return answer.ok;
      };
    },
  };
}

/** The way in of an issuer; each question is a process that has just begun and asks where to send people. */
export function issuerRow(): Row {
  const told = { origin: "" };
  return {
    mayRetry: false,
    ...web(() =>
      Response.json({
        issuer: told.origin,
        authorization_endpoint: `${told.origin}/auth`,
        token_endpoint: `${told.origin}/token`,
        jwks_uri: `${told.origin}/jwks`,
      })
    ),
    product({ origin, dependencies }) {
      told.origin = origin;
      const own = { id: "entra", label: "Entra", issuer: origin, clientId: "a", clientSecret: "s" };
      const [issuer] = issuerList.parse(JSON.stringify([own]));
      assert(issuer);
      const dependency = dependencies.open({ name: "provider", label: "Entra", mayRetry: false });
      const flows = { keep: () => Promise.resolve() };
      const parts = { clock: systemClock, randomBytes: secureRandomBytes, origin: ORIGIN };
      return async () => {
        const way = oidcWayIn({ ...parts, issuer, dependency, flows: { ...NO_FLOWS, ...flows } });
        const sending = await way.begin("/", new Headers()).catch((error) => {
          assert(error instanceof WayRefused);
          return null;
        });
        return sending?.location.startsWith(`${origin}/auth?`) ?? false;
      };
    },
  };
}

/** Nobody comes back in these. */
const NO_FLOWS = {
  look: () => Promise.resolve({ value: null, versionstamp: null }),
  use: () => Promise.resolve(false),
  forget: () => Promise.resolve(),
};
