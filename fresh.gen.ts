// Generated from routes/ and islands/ by `deno task build`. Do not edit.
import type { Manifest } from "fresh/internal";
import * as route0 from "./routes/(entry)/_layout.tsx";
import * as route1 from "./routes/(entry)/_middleware.ts";
import * as route2 from "./routes/(entry)/enter/[token].tsx";
import * as route3 from "./routes/(entry)/signed-out.tsx";
import * as route4 from "./routes/_app.tsx";
import * as route5 from "./routes/_error.tsx";
import * as route6 from "./routes/_layout.tsx";
import * as route7 from "./routes/_middleware.tsx";
import * as route8 from "./routes/admin/[...unknown].ts";
import * as route9 from "./routes/admin/_layout.tsx";
import * as route10 from "./routes/admin/_middleware.ts";
import * as route11 from "./routes/admin/bookings/[bookingId]/[action].tsx";
import * as route12 from "./routes/admin/bookings/[bookingId]/index.ts";
import * as route13 from "./routes/admin/index.tsx";
import * as route14 from "./routes/admin/jobs/[jobId].ts";
import * as route15 from "./routes/admin/jobs/index.tsx";
import * as route16 from "./routes/admin/new-place.tsx";
import * as route17 from "./routes/admin/new.tsx";
import * as route18 from "./routes/admin/places/[slug].tsx";
import * as route19 from "./routes/admin/places/index.tsx";
import * as route20 from "./routes/admin/sign-out.ts";
import * as route21 from "./routes/api/_middleware.ts";
import * as route22 from "./routes/api/admin/[...unknown].ts";
import * as route23 from "./routes/api/admin/_middleware.ts";
import * as route24 from "./routes/api/admin/bookings/[bookingId]/commands.ts";
import * as route25 from "./routes/api/admin/bookings/[bookingId]/index.ts";
import * as route26 from "./routes/api/admin/bookings/index.ts";
import * as route27 from "./routes/api/admin/counts.ts";
import * as route28 from "./routes/api/admin/events.ts";
import * as route29 from "./routes/api/admin/jobs/[jobId].ts";
import * as route30 from "./routes/api/admin/jobs/index.ts";
import * as route31 from "./routes/api/bookings/[link]/cancel.ts";
import * as route32 from "./routes/api/bookings/[link]/events.ts";
import * as route33 from "./routes/api/bookings/[link]/index.ts";
import * as route34 from "./routes/api/bookings/[link]/reschedule.ts";
import * as route35 from "./routes/api/bookings/index.ts";
import * as route36 from "./routes/api/pins.ts";
import * as route37 from "./routes/api/places.ts";
import * as route38 from "./routes/api/quotes/[quoteId].ts";
import * as route39 from "./routes/api/quotes/index.ts";
import * as route40 from "./routes/bookings/[link]/calendar.ics.ts";
import * as route41 from "./routes/bookings/[link]/cancel.tsx";
import * as route42 from "./routes/bookings/[link]/details.tsx";
import * as route43 from "./routes/bookings/[link]/index.tsx";
import * as route44 from "./routes/bookings/[link]/reschedule.tsx";
import * as route45 from "./routes/bookings/_middleware.ts";
import * as route46 from "./routes/bookings/find.tsx";
import * as route47 from "./routes/bookings/index.tsx";
import * as route48 from "./routes/help.tsx";
import * as route49 from "./routes/index.tsx";
import * as route50 from "./routes/livez.ts";
import * as route51 from "./routes/offline.tsx";
import * as route52 from "./routes/prices.tsx";
import * as route53 from "./routes/privacy.tsx";
import * as route54 from "./routes/quotes/[id].tsx";
import * as route55 from "./routes/quotes/_middleware.ts";
import * as route56 from "./routes/quotes/index.tsx";
import * as route57 from "./routes/readyz.ts";
import * as route58 from "./routes/sw.js.ts";
import * as route59 from "./routes/terms.tsx";
import * as island0 from "./islands/ContactDraft.tsx";
import * as island1 from "./islands/DayBoard.tsx";
import * as island2 from "./islands/FormErrors.tsx";
import * as island3 from "./islands/LiveTicket.tsx";
import * as island4 from "./islands/MapPicker.tsx";
import * as island5 from "./islands/MyPosition.tsx";
import * as island6 from "./islands/OfflineReady.tsx";
import * as island7 from "./islands/PhoneOrder.tsx";
import * as island8 from "./islands/PlaceField.tsx";
import * as island9 from "./islands/QuoteKeeper.tsx";
import * as island10 from "./islands/RouteMap.tsx";
import * as island11 from "./islands/ShareTicket.tsx";
import * as island12 from "./islands/SubmitButton.tsx";
import * as island13 from "./islands/SwapEnds.tsx";
import * as island14 from "./islands/TimeField.tsx";
import * as island15 from "./islands/TimelyText.tsx";
import * as island16 from "./islands/TripPreview.tsx";

/** The modules of every route and island, by path. */
export const manifest: Manifest = {
  routes: {
    "(entry)/_layout.tsx": route0,
    "(entry)/_middleware.ts": route1,
    "(entry)/enter/[token].tsx": route2,
    "(entry)/signed-out.tsx": route3,
    "_app.tsx": route4,
    "_error.tsx": route5,
    "_layout.tsx": route6,
    "_middleware.tsx": route7,
    "admin/[...unknown].ts": route8,
    "admin/_layout.tsx": route9,
    "admin/_middleware.ts": route10,
    "admin/bookings/[bookingId]/[action].tsx": route11,
    "admin/bookings/[bookingId]/index.ts": route12,
    "admin/index.tsx": route13,
    "admin/jobs/[jobId].ts": route14,
    "admin/jobs/index.tsx": route15,
    "admin/new-place.tsx": route16,
    "admin/new.tsx": route17,
    "admin/places/[slug].tsx": route18,
    "admin/places/index.tsx": route19,
    "admin/sign-out.ts": route20,
    "api/_middleware.ts": route21,
    "api/admin/[...unknown].ts": route22,
    "api/admin/_middleware.ts": route23,
    "api/admin/bookings/[bookingId]/commands.ts": route24,
    "api/admin/bookings/[bookingId]/index.ts": route25,
    "api/admin/bookings/index.ts": route26,
    "api/admin/counts.ts": route27,
    "api/admin/events.ts": route28,
    "api/admin/jobs/[jobId].ts": route29,
    "api/admin/jobs/index.ts": route30,
    "api/bookings/[link]/cancel.ts": route31,
    "api/bookings/[link]/events.ts": route32,
    "api/bookings/[link]/index.ts": route33,
    "api/bookings/[link]/reschedule.ts": route34,
    "api/bookings/index.ts": route35,
    "api/pins.ts": route36,
    "api/places.ts": route37,
    "api/quotes/[quoteId].ts": route38,
    "api/quotes/index.ts": route39,
    "bookings/[link]/calendar.ics.ts": route40,
    "bookings/[link]/cancel.tsx": route41,
    "bookings/[link]/details.tsx": route42,
    "bookings/[link]/index.tsx": route43,
    "bookings/[link]/reschedule.tsx": route44,
    "bookings/_middleware.ts": route45,
    "bookings/find.tsx": route46,
    "bookings/index.tsx": route47,
    "help.tsx": route48,
    "index.tsx": route49,
    "livez.ts": route50,
    "offline.tsx": route51,
    "prices.tsx": route52,
    "privacy.tsx": route53,
    "quotes/[id].tsx": route54,
    "quotes/_middleware.ts": route55,
    "quotes/index.tsx": route56,
    "readyz.ts": route57,
    "sw.js.ts": route58,
    "terms.tsx": route59,
  },
  islands: {
    "islands/ContactDraft.tsx": island0,
    "islands/DayBoard.tsx": island1,
    "islands/FormErrors.tsx": island2,
    "islands/LiveTicket.tsx": island3,
    "islands/MapPicker.tsx": island4,
    "islands/MyPosition.tsx": island5,
    "islands/OfflineReady.tsx": island6,
    "islands/PhoneOrder.tsx": island7,
    "islands/PlaceField.tsx": island8,
    "islands/QuoteKeeper.tsx": island9,
    "islands/RouteMap.tsx": island10,
    "islands/ShareTicket.tsx": island11,
    "islands/SubmitButton.tsx": island12,
    "islands/SwapEnds.tsx": island13,
    "islands/TimeField.tsx": island14,
    "islands/TimelyText.tsx": island15,
    "islands/TripPreview.tsx": island16,
  },
};
