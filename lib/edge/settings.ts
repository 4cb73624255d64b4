// Which cache stands in front, if one does.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";
import { EDGE_KINDS, type EdgeKind } from "./purge-gateway.ts";

const url = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const isPlain = url !== null && url.username === "" && url.password === "" && url.hash === "";
  if (isPlain && /^https?:$/.test(url.protocol)) return url.href;
  context.addIssue({ code: "custom", message: "not an http or https address" });
  return z.NEVER;
});

/** Settings of this room. */
export const edgeSettings = {
  edge: setting<EdgeKind | undefined>({
    variable: "AVANTI_EDGE",
    schema: z.string().pipe(z.enum(EDGE_KINDS)),
    absent: undefined,
    readme: {
      default: "none",
      means:
        "the cache in front: `varnish`, `fastly` or `cloudflare`, see [a cache in front](docs/cdn.md)",
    },
  }),
  edgeUrl: setting<string | undefined>({
    variable: "AVANTI_EDGE_URL",
    schema: url,
    absent: undefined,
    readme: {
      default: "none",
      means: "where it is told what to throw away: `http://127.0.0.1:6083` for Varnish",
    },
  }),
  edgeToken: setting<string | undefined>({
    variable: "AVANTI_EDGE_TOKEN",
    schema: z.string().regex(/^[\w.~+=-]{8,500}$/, "not a token"),
    absent: undefined,
    readme: { default: "none", means: "what it knows the product by; Varnish needs none" },
  }),
} as const;

/** The values this room reads of them. */
export interface EdgeConfig {
  edge: EdgeKind | undefined;
  edgeUrl: string | undefined;
  edgeToken: string | undefined;
}
