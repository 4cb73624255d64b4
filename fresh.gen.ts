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
import * as route11 from "./routes/admin/acts/[actId].ts";
import * as route12 from "./routes/admin/bookings/[bookingId]/[action].tsx";
import * as route13 from "./routes/admin/bookings/[bookingId]/index.ts";
import * as route14 from "./routes/admin/bookings/[bookingId]/sheets/[kind].tsx";
import * as route15 from "./routes/admin/cars/[vehicleId].tsx";
import * as route16 from "./routes/admin/cars/index.tsx";
import * as route17 from "./routes/admin/day.csv.ts";
import * as route18 from "./routes/admin/drivers/[id].tsx";
import * as route19 from "./routes/admin/drivers/index.tsx";
import * as route20 from "./routes/admin/incidents/[fingerprint].tsx";
import * as route21 from "./routes/admin/incidents/index.tsx";
import * as route22 from "./routes/admin/index.tsx";
import * as route23 from "./routes/admin/jobs/[jobId].ts";
import * as route24 from "./routes/admin/jobs/index.tsx";
import * as route25 from "./routes/admin/new-driver.tsx";
import * as route26 from "./routes/admin/new-permit-holder.tsx";
import * as route27 from "./routes/admin/new-place.tsx";
import * as route28 from "./routes/admin/new-vehicle.tsx";
import * as route29 from "./routes/admin/new.tsx";
import * as route30 from "./routes/admin/permit-holders/[id].tsx";
import * as route31 from "./routes/admin/permit-holders/index.tsx";
import * as route32 from "./routes/admin/places/[slug].tsx";
import * as route33 from "./routes/admin/places/index.tsx";
import * as route34 from "./routes/admin/sign-out.ts";
import * as route35 from "./routes/admin/tariff-drafts/[id]/[kind]/[item].tsx";
import * as route36 from "./routes/admin/tariff-drafts/[id]/[kind]/index.tsx";
import * as route37 from "./routes/admin/tariff-drafts/[id]/index.tsx";
import * as route38 from "./routes/admin/tariffs/[version].tsx";
import * as route39 from "./routes/admin/tariffs/index.tsx";
import * as route40 from "./routes/admin/vehicles/[id].tsx";
import * as route41 from "./routes/admin/vehicles/index.tsx";
import * as route42 from "./routes/api/_middleware.ts";
import * as route43 from "./routes/api/admin/[...unknown].ts";
import * as route44 from "./routes/api/admin/_middleware.ts";
import * as route45 from "./routes/api/admin/acts/[actId].ts";
import * as route46 from "./routes/api/admin/assignments.ts";
import * as route47 from "./routes/api/admin/bookings/[bookingId]/candidates.ts";
import * as route48 from "./routes/api/admin/bookings/[bookingId]/changes.ts";
import * as route49 from "./routes/api/admin/bookings/[bookingId]/commands.ts";
import * as route50 from "./routes/api/admin/bookings/[bookingId]/copies.ts";
import * as route51 from "./routes/api/admin/bookings/[bookingId]/index.ts";
import * as route52 from "./routes/api/admin/bookings/[bookingId]/revival.ts";
import * as route53 from "./routes/api/admin/bookings/index.ts";
import * as route54 from "./routes/api/admin/counts.ts";
import * as route55 from "./routes/api/admin/events.ts";
import * as route56 from "./routes/api/admin/jobs/[jobId].ts";
import * as route57 from "./routes/api/admin/jobs/index.ts";
import * as route58 from "./routes/api/admin/outages.ts";
import * as route59 from "./routes/api/admin/vehicles/[vehicleId]/outages.ts";
import * as route60 from "./routes/api/bookings/[link]/cancel.ts";
import * as route61 from "./routes/api/bookings/[link]/events.ts";
import * as route62 from "./routes/api/bookings/[link]/index.ts";
import * as route63 from "./routes/api/bookings/[link]/reschedule.ts";
import * as route64 from "./routes/api/bookings/index.ts";
import * as route65 from "./routes/api/faults/_middleware.ts";
import * as route66 from "./routes/api/faults/index.ts";
import * as route67 from "./routes/api/pins.ts";
import * as route68 from "./routes/api/places.ts";
import * as route69 from "./routes/api/quotes/[quoteId].ts";
import * as route70 from "./routes/api/quotes/index.ts";
import * as route71 from "./routes/bookings/[link]/calendar.ics.ts";
import * as route72 from "./routes/bookings/[link]/cancel.tsx";
import * as route73 from "./routes/bookings/[link]/details.tsx";
import * as route74 from "./routes/bookings/[link]/index.tsx";
import * as route75 from "./routes/bookings/[link]/reschedule.tsx";
import * as route76 from "./routes/bookings/_middleware.ts";
import * as route77 from "./routes/bookings/find.tsx";
import * as route78 from "./routes/bookings/index.tsx";
import * as route79 from "./routes/help.tsx";
import * as route80 from "./routes/index.tsx";
import * as route81 from "./routes/livez.ts";
import * as route82 from "./routes/offline.tsx";
import * as route83 from "./routes/prices.tsx";
import * as route84 from "./routes/privacy.tsx";
import * as route85 from "./routes/quotes/[id].tsx";
import * as route86 from "./routes/quotes/_middleware.ts";
import * as route87 from "./routes/quotes/index.tsx";
import * as route88 from "./routes/readyz.ts";
import * as route89 from "./routes/sw.js.ts";
import * as route90 from "./routes/terms.tsx";
import * as island0 from "./islands/CarsLive.tsx";
import * as island1 from "./islands/ContactDraft.tsx";
import * as island2 from "./islands/DayBoard.tsx";
import * as island3 from "./islands/DownBanner.tsx";
import * as island4 from "./islands/FormErrors.tsx";
import * as island5 from "./islands/LiveTicket.tsx";
import * as island6 from "./islands/MapPicker.tsx";
import * as island7 from "./islands/MyPosition.tsx";
import * as island8 from "./islands/OfflineReady.tsx";
import * as island9 from "./islands/PhoneOrder.tsx";
import * as island10 from "./islands/PlaceField.tsx";
import * as island11 from "./islands/QuoteKeeper.tsx";
import * as island12 from "./islands/RouteMap.tsx";
import * as island13 from "./islands/ShareTicket.tsx";
import * as island14 from "./islands/SubmitButton.tsx";
import * as island15 from "./islands/SwapEnds.tsx";
import * as island16 from "./islands/TimeField.tsx";
import * as island17 from "./islands/TimelyText.tsx";
import * as island18 from "./islands/TripPreview.tsx";

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
    "admin/acts/[actId].ts": route11,
    "admin/bookings/[bookingId]/[action].tsx": route12,
    "admin/bookings/[bookingId]/index.ts": route13,
    "admin/bookings/[bookingId]/sheets/[kind].tsx": route14,
    "admin/cars/[vehicleId].tsx": route15,
    "admin/cars/index.tsx": route16,
    "admin/day.csv.ts": route17,
    "admin/drivers/[id].tsx": route18,
    "admin/drivers/index.tsx": route19,
    "admin/incidents/[fingerprint].tsx": route20,
    "admin/incidents/index.tsx": route21,
    "admin/index.tsx": route22,
    "admin/jobs/[jobId].ts": route23,
    "admin/jobs/index.tsx": route24,
    "admin/new-driver.tsx": route25,
    "admin/new-permit-holder.tsx": route26,
    "admin/new-place.tsx": route27,
    "admin/new-vehicle.tsx": route28,
    "admin/new.tsx": route29,
    "admin/permit-holders/[id].tsx": route30,
    "admin/permit-holders/index.tsx": route31,
    "admin/places/[slug].tsx": route32,
    "admin/places/index.tsx": route33,
    "admin/sign-out.ts": route34,
    "admin/tariff-drafts/[id]/[kind]/[item].tsx": route35,
    "admin/tariff-drafts/[id]/[kind]/index.tsx": route36,
    "admin/tariff-drafts/[id]/index.tsx": route37,
    "admin/tariffs/[version].tsx": route38,
    "admin/tariffs/index.tsx": route39,
    "admin/vehicles/[id].tsx": route40,
    "admin/vehicles/index.tsx": route41,
    "api/_middleware.ts": route42,
    "api/admin/[...unknown].ts": route43,
    "api/admin/_middleware.ts": route44,
    "api/admin/acts/[actId].ts": route45,
    "api/admin/assignments.ts": route46,
    "api/admin/bookings/[bookingId]/candidates.ts": route47,
    "api/admin/bookings/[bookingId]/changes.ts": route48,
    "api/admin/bookings/[bookingId]/commands.ts": route49,
    "api/admin/bookings/[bookingId]/copies.ts": route50,
    "api/admin/bookings/[bookingId]/index.ts": route51,
    "api/admin/bookings/[bookingId]/revival.ts": route52,
    "api/admin/bookings/index.ts": route53,
    "api/admin/counts.ts": route54,
    "api/admin/events.ts": route55,
    "api/admin/jobs/[jobId].ts": route56,
    "api/admin/jobs/index.ts": route57,
    "api/admin/outages.ts": route58,
    "api/admin/vehicles/[vehicleId]/outages.ts": route59,
    "api/bookings/[link]/cancel.ts": route60,
    "api/bookings/[link]/events.ts": route61,
    "api/bookings/[link]/index.ts": route62,
    "api/bookings/[link]/reschedule.ts": route63,
    "api/bookings/index.ts": route64,
    "api/faults/_middleware.ts": route65,
    "api/faults/index.ts": route66,
    "api/pins.ts": route67,
    "api/places.ts": route68,
    "api/quotes/[quoteId].ts": route69,
    "api/quotes/index.ts": route70,
    "bookings/[link]/calendar.ics.ts": route71,
    "bookings/[link]/cancel.tsx": route72,
    "bookings/[link]/details.tsx": route73,
    "bookings/[link]/index.tsx": route74,
    "bookings/[link]/reschedule.tsx": route75,
    "bookings/_middleware.ts": route76,
    "bookings/find.tsx": route77,
    "bookings/index.tsx": route78,
    "help.tsx": route79,
    "index.tsx": route80,
    "livez.ts": route81,
    "offline.tsx": route82,
    "prices.tsx": route83,
    "privacy.tsx": route84,
    "quotes/[id].tsx": route85,
    "quotes/_middleware.ts": route86,
    "quotes/index.tsx": route87,
    "readyz.ts": route88,
    "sw.js.ts": route89,
    "terms.tsx": route90,
  },
  islands: {
    "islands/CarsLive.tsx": island0,
    "islands/ContactDraft.tsx": island1,
    "islands/DayBoard.tsx": island2,
    "islands/DownBanner.tsx": island3,
    "islands/FormErrors.tsx": island4,
    "islands/LiveTicket.tsx": island5,
    "islands/MapPicker.tsx": island6,
    "islands/MyPosition.tsx": island7,
    "islands/OfflineReady.tsx": island8,
    "islands/PhoneOrder.tsx": island9,
    "islands/PlaceField.tsx": island10,
    "islands/QuoteKeeper.tsx": island11,
    "islands/RouteMap.tsx": island12,
    "islands/ShareTicket.tsx": island13,
    "islands/SubmitButton.tsx": island14,
    "islands/SwapEnds.tsx": island15,
    "islands/TimeField.tsx": island16,
    "islands/TimelyText.tsx": island17,
    "islands/TripPreview.tsx": island18,
  },
};
