// Generated from routes/ and islands/ by `deno task build`. Do not edit.
import type { Manifest } from "fresh/internal";
import * as route0 from "./routes/_app.tsx";
import * as route1 from "./routes/_error.tsx";
import * as route2 from "./routes/_layout.tsx";
import * as route3 from "./routes/admin/_error.tsx";
import * as route4 from "./routes/admin/_layout.tsx";
import * as route5 from "./routes/admin/_middleware.ts";
import * as route6 from "./routes/admin/bookings/[bookingId]/[action].tsx";
import * as route7 from "./routes/admin/bookings/[bookingId]/index.ts";
import * as route8 from "./routes/admin/enter/[token].tsx";
import * as route9 from "./routes/admin/index.tsx";
import * as route10 from "./routes/admin/sign-out.ts";
import * as route11 from "./routes/admin/signed-out.tsx";
import * as route12 from "./routes/api/admin/_middleware.ts";
import * as route13 from "./routes/api/admin/bookings/[bookingId]/commands.ts";
import * as route14 from "./routes/api/admin/bookings/[bookingId]/index.ts";
import * as route15 from "./routes/api/admin/bookings/index.ts";
import * as route16 from "./routes/api/admin/counts.ts";
import * as route17 from "./routes/api/admin/events.ts";
import * as route18 from "./routes/api/bookings/[link]/cancel.ts";
import * as route19 from "./routes/api/bookings/[link]/index.ts";
import * as route20 from "./routes/api/bookings/[link]/reschedule.ts";
import * as route21 from "./routes/api/bookings/index.ts";
import * as route22 from "./routes/api/places.ts";
import * as route23 from "./routes/api/quotes/[quoteId].ts";
import * as route24 from "./routes/api/quotes/index.ts";
import * as route25 from "./routes/bookings/[link]/calendar.ics.ts";
import * as route26 from "./routes/bookings/[link]/cancel.tsx";
import * as route27 from "./routes/bookings/[link]/index.tsx";
import * as route28 from "./routes/bookings/[link]/reschedule.tsx";
import * as route29 from "./routes/bookings/_middleware.ts";
import * as route30 from "./routes/bookings/index.tsx";
import * as route31 from "./routes/help.tsx";
import * as route32 from "./routes/index.tsx";
import * as route33 from "./routes/livez.ts";
import * as route34 from "./routes/offline.tsx";
import * as route35 from "./routes/prices.tsx";
import * as route36 from "./routes/privacy.tsx";
import * as route37 from "./routes/quotes/[id].tsx";
import * as route38 from "./routes/quotes/_middleware.ts";
import * as route39 from "./routes/quotes/index.tsx";
import * as route40 from "./routes/readyz.ts";
import * as route41 from "./routes/terms.tsx";
import * as island0 from "./islands/ContactDraft.tsx";
import * as island1 from "./islands/CopyLink.tsx";
import * as island2 from "./islands/DayBoard.tsx";
import * as island3 from "./islands/MapPicker.tsx";
import * as island4 from "./islands/OfflineReady.tsx";
import * as island5 from "./islands/PlaceField.tsx";
import * as island6 from "./islands/RouteMap.tsx";
import * as island7 from "./islands/SubmitButton.tsx";
import * as island8 from "./islands/TripPreview.tsx";

/** The modules of every route and island, by path. */
export const manifest: Manifest = {
  routes: {
    "_app.tsx": route0,
    "_error.tsx": route1,
    "_layout.tsx": route2,
    "admin/_error.tsx": route3,
    "admin/_layout.tsx": route4,
    "admin/_middleware.ts": route5,
    "admin/bookings/[bookingId]/[action].tsx": route6,
    "admin/bookings/[bookingId]/index.ts": route7,
    "admin/enter/[token].tsx": route8,
    "admin/index.tsx": route9,
    "admin/sign-out.ts": route10,
    "admin/signed-out.tsx": route11,
    "api/admin/_middleware.ts": route12,
    "api/admin/bookings/[bookingId]/commands.ts": route13,
    "api/admin/bookings/[bookingId]/index.ts": route14,
    "api/admin/bookings/index.ts": route15,
    "api/admin/counts.ts": route16,
    "api/admin/events.ts": route17,
    "api/bookings/[link]/cancel.ts": route18,
    "api/bookings/[link]/index.ts": route19,
    "api/bookings/[link]/reschedule.ts": route20,
    "api/bookings/index.ts": route21,
    "api/places.ts": route22,
    "api/quotes/[quoteId].ts": route23,
    "api/quotes/index.ts": route24,
    "bookings/[link]/calendar.ics.ts": route25,
    "bookings/[link]/cancel.tsx": route26,
    "bookings/[link]/index.tsx": route27,
    "bookings/[link]/reschedule.tsx": route28,
    "bookings/_middleware.ts": route29,
    "bookings/index.tsx": route30,
    "help.tsx": route31,
    "index.tsx": route32,
    "livez.ts": route33,
    "offline.tsx": route34,
    "prices.tsx": route35,
    "privacy.tsx": route36,
    "quotes/[id].tsx": route37,
    "quotes/_middleware.ts": route38,
    "quotes/index.tsx": route39,
    "readyz.ts": route40,
    "terms.tsx": route41,
  },
  islands: {
    "islands/ContactDraft.tsx": island0,
    "islands/CopyLink.tsx": island1,
    "islands/DayBoard.tsx": island2,
    "islands/MapPicker.tsx": island3,
    "islands/OfflineReady.tsx": island4,
    "islands/PlaceField.tsx": island5,
    "islands/RouteMap.tsx": island6,
    "islands/SubmitButton.tsx": island7,
    "islands/TripPreview.tsx": island8,
  },
};
