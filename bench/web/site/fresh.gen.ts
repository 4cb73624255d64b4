// Generated from routes/ and islands/ by `deno task build`. Do not edit.
import type { Manifest } from "fresh/internal";
import * as route0 from "./routes/_app.tsx";
import * as route1 from "./routes/api.ts";
import * as route2 from "./routes/index.tsx";
import * as route3 from "./routes/trivial.tsx";
import * as island0 from "./islands/Counter.tsx";
import * as island1 from "./islands/Trivial.tsx";

/** The modules of every route and island, by path. */
export const manifest: Manifest = {
  routes: {
    "_app.tsx": route0,
    "api.ts": route1,
    "index.tsx": route2,
    "trivial.tsx": route3,
  },
  islands: {
    "islands/Counter.tsx": island0,
    "islands/Trivial.tsx": island1,
  },
};
