// Generated from routes/ and islands/ by `deno task build`. Do not edit.
import type { Manifest } from "fresh/internal";
import * as route0 from "./routes/(account)/_middleware.ts";
import * as route1 from "./routes/(account)/account/_middleware.ts";
import * as route2 from "./routes/(account)/account/places.tsx";
import * as route3 from "./routes/(account)/account/privacy/download.ts";
import * as route4 from "./routes/(account)/account/privacy/index.tsx";
import * as route5 from "./routes/(account)/account/rides.tsx";
import * as route6 from "./routes/(account)/account/security/[act].tsx";
import * as route7 from "./routes/(account)/account/security/index.tsx";
import * as route8 from "./routes/(account)/account/security/unlink.ts";
import * as route9 from "./routes/(account)/register.tsx";
import * as route10 from "./routes/(account)/sign-in/code.tsx";
import * as route11 from "./routes/(account)/sign-in/confirm.tsx";
import * as route12 from "./routes/(account)/sign-in/index.tsx";
import * as route13 from "./routes/(account)/sign-in/passkey-options.ts";
import * as route14 from "./routes/(account)/sign-in/passkey.tsx";
import * as route15 from "./routes/(account)/sign-in/recover/[token].tsx";
import * as route16 from "./routes/(account)/sign-in/recover/index.tsx";
import * as route17 from "./routes/(account)/sign-in/send.tsx";
import * as route18 from "./routes/(account)/sign-in/sent.tsx";
import * as route19 from "./routes/(account)/sign-in/with/[provider]/callback.tsx";
import * as route20 from "./routes/(account)/sign-in/with/[provider]/index.tsx";
import * as route21 from "./routes/(account)/sign-in/with/link.tsx";
import * as route22 from "./routes/(account)/sign-in/with/staff.tsx";
import * as route23 from "./routes/(account)/sign-out.ts";
import * as route24 from "./routes/(entry)/_layout.tsx";
import * as route25 from "./routes/(entry)/_middleware.ts";
import * as route26 from "./routes/(entry)/enter/[token].tsx";
import * as route27 from "./routes/(entry)/fortnox-return.tsx";
import * as route28 from "./routes/(entry)/signed-out.tsx";
import * as route29 from "./routes/_app.tsx";
import * as route30 from "./routes/_error.tsx";
import * as route31 from "./routes/_layout.tsx";
import * as route32 from "./routes/_middleware.tsx";
import * as route33 from "./routes/admin/(export)/_middleware.ts";
import * as route34 from "./routes/admin/(export)/day.csv.ts";
import * as route35 from "./routes/admin/(new)/_middleware.ts";
import * as route36 from "./routes/admin/(new)/new-driver.tsx";
import * as route37 from "./routes/admin/(new)/new-permit-holder.tsx";
import * as route38 from "./routes/admin/(new)/new-place.tsx";
import * as route39 from "./routes/admin/(new)/new-vehicle.tsx";
import * as route40 from "./routes/admin/(order)/_middleware.ts";
import * as route41 from "./routes/admin/(order)/new.tsx";
import * as route42 from "./routes/admin/(review)/_middleware.ts";
import * as route43 from "./routes/admin/(review)/fee-reviews/[id].tsx";
import * as route44 from "./routes/admin/(review)/tariff-reviews/[id].tsx";
import * as route45 from "./routes/admin/[...unknown].ts";
import * as route46 from "./routes/admin/_layout.tsx";
import * as route47 from "./routes/admin/_middleware.ts";
import * as route48 from "./routes/admin/access-review/_middleware.ts";
import * as route49 from "./routes/admin/access-review/index.tsx";
import * as route50 from "./routes/admin/acts/[actId].ts";
import * as route51 from "./routes/admin/acts/_middleware.ts";
import * as route52 from "./routes/admin/audit/[id]/index.tsx";
import * as route53 from "./routes/admin/audit/[id]/proof.ts";
import * as route54 from "./routes/admin/audit/_middleware.ts";
import * as route55 from "./routes/admin/audit/export.csv.ts";
import * as route56 from "./routes/admin/audit/export.json.ts";
import * as route57 from "./routes/admin/audit/index.tsx";
import * as route58 from "./routes/admin/bookings/[bookingId]/[action].tsx";
import * as route59 from "./routes/admin/bookings/[bookingId]/index.ts";
import * as route60 from "./routes/admin/bookings/[bookingId]/sheets/[kind].tsx";
import * as route61 from "./routes/admin/bookings/_middleware.ts";
import * as route62 from "./routes/admin/bookkeeping/_middleware.ts";
import * as route63 from "./routes/admin/bookkeeping/connect-fortnox.ts";
import * as route64 from "./routes/admin/bookkeeping/day.tsx";
import * as route65 from "./routes/admin/bookkeeping/document.pdf.ts";
import * as route66 from "./routes/admin/bookkeeping/fortnox.tsx";
import * as route67 from "./routes/admin/bookkeeping/index.tsx";
import * as route68 from "./routes/admin/bookkeeping/invoices.tsx";
import * as route69 from "./routes/admin/bookkeeping/vouchers.si.ts";
import * as route70 from "./routes/admin/breaches/[id]/index.tsx";
import * as route71 from "./routes/admin/breaches/[id]/notification.json.ts";
import * as route72 from "./routes/admin/breaches/_middleware.ts";
import * as route73 from "./routes/admin/breaches/index.tsx";
import * as route74 from "./routes/admin/cache/_middleware.ts";
import * as route75 from "./routes/admin/cache/index.tsx";
import * as route76 from "./routes/admin/cars/[vehicleId].tsx";
import * as route77 from "./routes/admin/cars/_middleware.ts";
import * as route78 from "./routes/admin/cars/index.tsx";
import * as route79 from "./routes/admin/compliance/_middleware.ts";
import * as route80 from "./routes/admin/compliance/index.tsx";
import * as route81 from "./routes/admin/compliance/register.csv.ts";
import * as route82 from "./routes/admin/compliance/register.json.ts";
import * as route83 from "./routes/admin/compliance/register.tsx";
import * as route84 from "./routes/admin/compliance/report.csv.ts";
import * as route85 from "./routes/admin/compliance/report.json.ts";
import * as route86 from "./routes/admin/data-requests/[id].tsx";
import * as route87 from "./routes/admin/data-requests/_middleware.ts";
import * as route88 from "./routes/admin/data-requests/export.csv.ts";
import * as route89 from "./routes/admin/data-requests/index.tsx";
import * as route90 from "./routes/admin/differences/[id].tsx";
import * as route91 from "./routes/admin/differences/_middleware.ts";
import * as route92 from "./routes/admin/driver-register/_middleware.ts";
import * as route93 from "./routes/admin/driver-register/index.tsx";
import * as route94 from "./routes/admin/drivers/[id].tsx";
import * as route95 from "./routes/admin/drivers/[id]/checks.tsx";
import * as route96 from "./routes/admin/drivers/_middleware.ts";
import * as route97 from "./routes/admin/drivers/index.tsx";
import * as route98 from "./routes/admin/fee-rules/[id].tsx";
import * as route99 from "./routes/admin/fee-rules/_middleware.ts";
import * as route100 from "./routes/admin/fee-rules/index.tsx";
import * as route101 from "./routes/admin/incidents/[fingerprint].tsx";
import * as route102 from "./routes/admin/incidents/_middleware.ts";
import * as route103 from "./routes/admin/incidents/index.tsx";
import * as route104 from "./routes/admin/index.tsx";
import * as route105 from "./routes/admin/jobs/[jobId].ts";
import * as route106 from "./routes/admin/jobs/_middleware.ts";
import * as route107 from "./routes/admin/jobs/index.tsx";
import * as route108 from "./routes/admin/keys/_middleware.ts";
import * as route109 from "./routes/admin/keys/index.tsx";
import * as route110 from "./routes/admin/message-templates/_middleware.ts";
import * as route111 from "./routes/admin/message-templates/index.tsx";
import * as route112 from "./routes/admin/messages/[id].tsx";
import * as route113 from "./routes/admin/messages/_middleware.ts";
import * as route114 from "./routes/admin/messages/index.tsx";
import * as route115 from "./routes/admin/money/[bookingId].tsx";
import * as route116 from "./routes/admin/money/_middleware.ts";
import * as route117 from "./routes/admin/money/index.tsx";
import * as route118 from "./routes/admin/payment-files/[id].ts";
import * as route119 from "./routes/admin/payment-files/_middleware.ts";
import * as route120 from "./routes/admin/payment-files/index.tsx";
import * as route121 from "./routes/admin/permit-holders/[id].tsx";
import * as route122 from "./routes/admin/permit-holders/_middleware.ts";
import * as route123 from "./routes/admin/permit-holders/index.tsx";
import * as route124 from "./routes/admin/places/[slug].tsx";
import * as route125 from "./routes/admin/places/_middleware.ts";
import * as route126 from "./routes/admin/places/index.tsx";
import * as route127 from "./routes/admin/protected/[bookingId].tsx";
import * as route128 from "./routes/admin/protected/_middleware.ts";
import * as route129 from "./routes/admin/protected/index.tsx";
import * as route130 from "./routes/admin/reconciliation/[date]/export.csv.ts";
import * as route131 from "./routes/admin/reconciliation/[date]/index.tsx";
import * as route132 from "./routes/admin/reconciliation/_middleware.ts";
import * as route133 from "./routes/admin/reconciliation/index.tsx";
import * as route134 from "./routes/admin/retention/_middleware.ts";
import * as route135 from "./routes/admin/retention/index.tsx";
import * as route136 from "./routes/admin/security/_middleware.ts";
import * as route137 from "./routes/admin/security/index.tsx";
import * as route138 from "./routes/admin/settlements/[id]/[item]/index.tsx";
import * as route139 from "./routes/admin/settlements/[id]/[item]/statement.pdf.ts";
import * as route140 from "./routes/admin/settlements/[id]/index.tsx";
import * as route141 from "./routes/admin/settlements/_middleware.ts";
import * as route142 from "./routes/admin/settlements/index.tsx";
import * as route143 from "./routes/admin/staff/[personId].tsx";
import * as route144 from "./routes/admin/staff/_middleware.ts";
import * as route145 from "./routes/admin/staff/index.tsx";
import * as route146 from "./routes/admin/tariff-drafts/[id]/[kind]/[item].tsx";
import * as route147 from "./routes/admin/tariff-drafts/[id]/[kind]/index.tsx";
import * as route148 from "./routes/admin/tariff-drafts/[id]/index.tsx";
import * as route149 from "./routes/admin/tariff-drafts/_middleware.ts";
import * as route150 from "./routes/admin/tariffs/[version].tsx";
import * as route151 from "./routes/admin/tariffs/_middleware.ts";
import * as route152 from "./routes/admin/tariffs/index.tsx";
import * as route153 from "./routes/admin/vehicles/[id].tsx";
import * as route154 from "./routes/admin/vehicles/_middleware.ts";
import * as route155 from "./routes/admin/vehicles/index.tsx";
import * as route156 from "./routes/admin/webhooks/[id].tsx";
import * as route157 from "./routes/admin/webhooks/_middleware.ts";
import * as route158 from "./routes/admin/webhooks/index.tsx";
import * as route159 from "./routes/api/_middleware.ts";
import * as route160 from "./routes/api/admin/(dispatch)/_middleware.ts";
import * as route161 from "./routes/api/admin/(dispatch)/assignments.ts";
import * as route162 from "./routes/api/admin/[...unknown].ts";
import * as route163 from "./routes/api/admin/_middleware.ts";
import * as route164 from "./routes/api/admin/acts/[actId].ts";
import * as route165 from "./routes/api/admin/acts/_middleware.ts";
import * as route166 from "./routes/api/admin/bookings/[bookingId]/candidates.ts";
import * as route167 from "./routes/api/admin/bookings/[bookingId]/changes.ts";
import * as route168 from "./routes/api/admin/bookings/[bookingId]/commands.ts";
import * as route169 from "./routes/api/admin/bookings/[bookingId]/copies.ts";
import * as route170 from "./routes/api/admin/bookings/[bookingId]/index.ts";
import * as route171 from "./routes/api/admin/bookings/[bookingId]/revival.ts";
import * as route172 from "./routes/api/admin/bookings/_middleware.ts";
import * as route173 from "./routes/api/admin/bookings/index.ts";
import * as route174 from "./routes/api/admin/cache/_middleware.ts";
import * as route175 from "./routes/api/admin/cache/index.ts";
import * as route176 from "./routes/api/admin/cache/purges.ts";
import * as route177 from "./routes/api/admin/counts.ts";
import * as route178 from "./routes/api/admin/events.ts";
import * as route179 from "./routes/api/admin/jobs/[jobId].ts";
import * as route180 from "./routes/api/admin/jobs/_middleware.ts";
import * as route181 from "./routes/api/admin/jobs/index.ts";
import * as route182 from "./routes/api/admin/outages.ts";
import * as route183 from "./routes/api/admin/vehicles/[vehicleId]/outages.ts";
import * as route184 from "./routes/api/admin/vehicles/_middleware.ts";
import * as route185 from "./routes/api/bookings/[link]/cancel.ts";
import * as route186 from "./routes/api/bookings/[link]/events.ts";
import * as route187 from "./routes/api/bookings/[link]/index.ts";
import * as route188 from "./routes/api/bookings/[link]/push.ts";
import * as route189 from "./routes/api/bookings/[link]/reschedule.ts";
import * as route190 from "./routes/api/bookings/index.ts";
import * as route191 from "./routes/api/faults/_middleware.ts";
import * as route192 from "./routes/api/faults/index.ts";
import * as route193 from "./routes/api/openapi.json.ts";
import * as route194 from "./routes/api/pins.ts";
import * as route195 from "./routes/api/places.ts";
import * as route196 from "./routes/api/quotes/[quoteId].ts";
import * as route197 from "./routes/api/quotes/index.ts";
import * as route198 from "./routes/api/sms/[token].ts";
import * as route199 from "./routes/api/stripe/events.ts";
import * as route200 from "./routes/bookings/[link]/calendar.ics.ts";
import * as route201 from "./routes/bookings/[link]/cancel.tsx";
import * as route202 from "./routes/bookings/[link]/decisions.tsx";
import * as route203 from "./routes/bookings/[link]/details.tsx";
import * as route204 from "./routes/bookings/[link]/index.tsx";
import * as route205 from "./routes/bookings/[link]/pay.tsx";
import * as route206 from "./routes/bookings/[link]/receipt.pdf.ts";
import * as route207 from "./routes/bookings/[link]/receipt.tsx";
import * as route208 from "./routes/bookings/[link]/receipt.xml.ts";
import * as route209 from "./routes/bookings/[link]/reschedule.tsx";
import * as route210 from "./routes/bookings/_middleware.ts";
import * as route211 from "./routes/bookings/find.tsx";
import * as route212 from "./routes/bookings/index.tsx";
import * as route213 from "./routes/bookings/mine.tsx";
import * as route214 from "./routes/bookings/paid.ts";
import * as route215 from "./routes/bookings/send-link.tsx";
import * as route216 from "./routes/driver/_middleware.ts";
import * as route217 from "./routes/driver/index.tsx";
import * as route218 from "./routes/help.tsx";
import * as route219 from "./routes/index.tsx";
import * as route220 from "./routes/livez.ts";
import * as route221 from "./routes/offline.tsx";
import * as route222 from "./routes/outbox/index.tsx";
import * as route223 from "./routes/prices.tsx";
import * as route224 from "./routes/privacy.tsx";
import * as route225 from "./routes/privacy/_middleware.ts";
import * as route226 from "./routes/privacy/requests/download.ts";
import * as route227 from "./routes/privacy/requests/index.tsx";
import * as route228 from "./routes/quotes/[id].tsx";
import * as route229 from "./routes/quotes/_middleware.ts";
import * as route230 from "./routes/quotes/index.tsx";
import * as route231 from "./routes/readyz.ts";
import * as route232 from "./routes/sw.js.ts";
import * as route233 from "./routes/terms.tsx";
import * as island0 from "./islands/CacheLive.tsx";
import * as island1 from "./islands/CarsLive.tsx";
import * as island2 from "./islands/ContactDraft.tsx";
import * as island3 from "./islands/DayBoard.tsx";
import * as island4 from "./islands/DownBanner.tsx";
import * as island5 from "./islands/FollowRide.tsx";
import * as island6 from "./islands/ForgetKept.tsx";
import * as island7 from "./islands/FormErrors.tsx";
import * as island8 from "./islands/LiveTicket.tsx";
import * as island9 from "./islands/MapPicker.tsx";
import * as island10 from "./islands/MyPosition.tsx";
import * as island11 from "./islands/OfflineReady.tsx";
import * as island12 from "./islands/PasskeyButton.tsx";
import * as island13 from "./islands/PayCard.tsx";
import * as island14 from "./islands/PhoneOrder.tsx";
import * as island15 from "./islands/PlaceField.tsx";
import * as island16 from "./islands/QuoteKeeper.tsx";
import * as island17 from "./islands/RouteMap.tsx";
import * as island18 from "./islands/ShareTicket.tsx";
import * as island19 from "./islands/SubmitButton.tsx";
import * as island20 from "./islands/SwapEnds.tsx";
import * as island21 from "./islands/TimeField.tsx";
import * as island22 from "./islands/TimelyText.tsx";
import * as island23 from "./islands/TripPreview.tsx";

/** The modules of every route and island, by path. */
export const manifest: Manifest = {
  routes: {
    "(account)/_middleware.ts": route0,
    "(account)/account/_middleware.ts": route1,
    "(account)/account/places.tsx": route2,
    "(account)/account/privacy/download.ts": route3,
    "(account)/account/privacy/index.tsx": route4,
    "(account)/account/rides.tsx": route5,
    "(account)/account/security/[act].tsx": route6,
    "(account)/account/security/index.tsx": route7,
    "(account)/account/security/unlink.ts": route8,
    "(account)/register.tsx": route9,
    "(account)/sign-in/code.tsx": route10,
    "(account)/sign-in/confirm.tsx": route11,
    "(account)/sign-in/index.tsx": route12,
    "(account)/sign-in/passkey-options.ts": route13,
    "(account)/sign-in/passkey.tsx": route14,
    "(account)/sign-in/recover/[token].tsx": route15,
    "(account)/sign-in/recover/index.tsx": route16,
    "(account)/sign-in/send.tsx": route17,
    "(account)/sign-in/sent.tsx": route18,
    "(account)/sign-in/with/[provider]/callback.tsx": route19,
    "(account)/sign-in/with/[provider]/index.tsx": route20,
    "(account)/sign-in/with/link.tsx": route21,
    "(account)/sign-in/with/staff.tsx": route22,
    "(account)/sign-out.ts": route23,
    "(entry)/_layout.tsx": route24,
    "(entry)/_middleware.ts": route25,
    "(entry)/enter/[token].tsx": route26,
    "(entry)/fortnox-return.tsx": route27,
    "(entry)/signed-out.tsx": route28,
    "_app.tsx": route29,
    "_error.tsx": route30,
    "_layout.tsx": route31,
    "_middleware.tsx": route32,
    "admin/(export)/_middleware.ts": route33,
    "admin/(export)/day.csv.ts": route34,
    "admin/(new)/_middleware.ts": route35,
    "admin/(new)/new-driver.tsx": route36,
    "admin/(new)/new-permit-holder.tsx": route37,
    "admin/(new)/new-place.tsx": route38,
    "admin/(new)/new-vehicle.tsx": route39,
    "admin/(order)/_middleware.ts": route40,
    "admin/(order)/new.tsx": route41,
    "admin/(review)/_middleware.ts": route42,
    "admin/(review)/fee-reviews/[id].tsx": route43,
    "admin/(review)/tariff-reviews/[id].tsx": route44,
    "admin/[...unknown].ts": route45,
    "admin/_layout.tsx": route46,
    "admin/_middleware.ts": route47,
    "admin/access-review/_middleware.ts": route48,
    "admin/access-review/index.tsx": route49,
    "admin/acts/[actId].ts": route50,
    "admin/acts/_middleware.ts": route51,
    "admin/audit/[id]/index.tsx": route52,
    "admin/audit/[id]/proof.ts": route53,
    "admin/audit/_middleware.ts": route54,
    "admin/audit/export.csv.ts": route55,
    "admin/audit/export.json.ts": route56,
    "admin/audit/index.tsx": route57,
    "admin/bookings/[bookingId]/[action].tsx": route58,
    "admin/bookings/[bookingId]/index.ts": route59,
    "admin/bookings/[bookingId]/sheets/[kind].tsx": route60,
    "admin/bookings/_middleware.ts": route61,
    "admin/bookkeeping/_middleware.ts": route62,
    "admin/bookkeeping/connect-fortnox.ts": route63,
    "admin/bookkeeping/day.tsx": route64,
    "admin/bookkeeping/document.pdf.ts": route65,
    "admin/bookkeeping/fortnox.tsx": route66,
    "admin/bookkeeping/index.tsx": route67,
    "admin/bookkeeping/invoices.tsx": route68,
    "admin/bookkeeping/vouchers.si.ts": route69,
    "admin/breaches/[id]/index.tsx": route70,
    "admin/breaches/[id]/notification.json.ts": route71,
    "admin/breaches/_middleware.ts": route72,
    "admin/breaches/index.tsx": route73,
    "admin/cache/_middleware.ts": route74,
    "admin/cache/index.tsx": route75,
    "admin/cars/[vehicleId].tsx": route76,
    "admin/cars/_middleware.ts": route77,
    "admin/cars/index.tsx": route78,
    "admin/compliance/_middleware.ts": route79,
    "admin/compliance/index.tsx": route80,
    "admin/compliance/register.csv.ts": route81,
    "admin/compliance/register.json.ts": route82,
    "admin/compliance/register.tsx": route83,
    "admin/compliance/report.csv.ts": route84,
    "admin/compliance/report.json.ts": route85,
    "admin/data-requests/[id].tsx": route86,
    "admin/data-requests/_middleware.ts": route87,
    "admin/data-requests/export.csv.ts": route88,
    "admin/data-requests/index.tsx": route89,
    "admin/differences/[id].tsx": route90,
    "admin/differences/_middleware.ts": route91,
    "admin/driver-register/_middleware.ts": route92,
    "admin/driver-register/index.tsx": route93,
    "admin/drivers/[id].tsx": route94,
    "admin/drivers/[id]/checks.tsx": route95,
    "admin/drivers/_middleware.ts": route96,
    "admin/drivers/index.tsx": route97,
    "admin/fee-rules/[id].tsx": route98,
    "admin/fee-rules/_middleware.ts": route99,
    "admin/fee-rules/index.tsx": route100,
    "admin/incidents/[fingerprint].tsx": route101,
    "admin/incidents/_middleware.ts": route102,
    "admin/incidents/index.tsx": route103,
    "admin/index.tsx": route104,
    "admin/jobs/[jobId].ts": route105,
    "admin/jobs/_middleware.ts": route106,
    "admin/jobs/index.tsx": route107,
    "admin/keys/_middleware.ts": route108,
    "admin/keys/index.tsx": route109,
    "admin/message-templates/_middleware.ts": route110,
    "admin/message-templates/index.tsx": route111,
    "admin/messages/[id].tsx": route112,
    "admin/messages/_middleware.ts": route113,
    "admin/messages/index.tsx": route114,
    "admin/money/[bookingId].tsx": route115,
    "admin/money/_middleware.ts": route116,
    "admin/money/index.tsx": route117,
    "admin/payment-files/[id].ts": route118,
    "admin/payment-files/_middleware.ts": route119,
    "admin/payment-files/index.tsx": route120,
    "admin/permit-holders/[id].tsx": route121,
    "admin/permit-holders/_middleware.ts": route122,
    "admin/permit-holders/index.tsx": route123,
    "admin/places/[slug].tsx": route124,
    "admin/places/_middleware.ts": route125,
    "admin/places/index.tsx": route126,
    "admin/protected/[bookingId].tsx": route127,
    "admin/protected/_middleware.ts": route128,
    "admin/protected/index.tsx": route129,
    "admin/reconciliation/[date]/export.csv.ts": route130,
    "admin/reconciliation/[date]/index.tsx": route131,
    "admin/reconciliation/_middleware.ts": route132,
    "admin/reconciliation/index.tsx": route133,
    "admin/retention/_middleware.ts": route134,
    "admin/retention/index.tsx": route135,
    "admin/security/_middleware.ts": route136,
    "admin/security/index.tsx": route137,
    "admin/settlements/[id]/[item]/index.tsx": route138,
    "admin/settlements/[id]/[item]/statement.pdf.ts": route139,
    "admin/settlements/[id]/index.tsx": route140,
    "admin/settlements/_middleware.ts": route141,
    "admin/settlements/index.tsx": route142,
    "admin/staff/[personId].tsx": route143,
    "admin/staff/_middleware.ts": route144,
    "admin/staff/index.tsx": route145,
    "admin/tariff-drafts/[id]/[kind]/[item].tsx": route146,
    "admin/tariff-drafts/[id]/[kind]/index.tsx": route147,
    "admin/tariff-drafts/[id]/index.tsx": route148,
    "admin/tariff-drafts/_middleware.ts": route149,
    "admin/tariffs/[version].tsx": route150,
    "admin/tariffs/_middleware.ts": route151,
    "admin/tariffs/index.tsx": route152,
    "admin/vehicles/[id].tsx": route153,
    "admin/vehicles/_middleware.ts": route154,
    "admin/vehicles/index.tsx": route155,
    "admin/webhooks/[id].tsx": route156,
    "admin/webhooks/_middleware.ts": route157,
    "admin/webhooks/index.tsx": route158,
    "api/_middleware.ts": route159,
    "api/admin/(dispatch)/_middleware.ts": route160,
    "api/admin/(dispatch)/assignments.ts": route161,
    "api/admin/[...unknown].ts": route162,
    "api/admin/_middleware.ts": route163,
    "api/admin/acts/[actId].ts": route164,
    "api/admin/acts/_middleware.ts": route165,
    "api/admin/bookings/[bookingId]/candidates.ts": route166,
    "api/admin/bookings/[bookingId]/changes.ts": route167,
    "api/admin/bookings/[bookingId]/commands.ts": route168,
    "api/admin/bookings/[bookingId]/copies.ts": route169,
    "api/admin/bookings/[bookingId]/index.ts": route170,
    "api/admin/bookings/[bookingId]/revival.ts": route171,
    "api/admin/bookings/_middleware.ts": route172,
    "api/admin/bookings/index.ts": route173,
    "api/admin/cache/_middleware.ts": route174,
    "api/admin/cache/index.ts": route175,
    "api/admin/cache/purges.ts": route176,
    "api/admin/counts.ts": route177,
    "api/admin/events.ts": route178,
    "api/admin/jobs/[jobId].ts": route179,
    "api/admin/jobs/_middleware.ts": route180,
    "api/admin/jobs/index.ts": route181,
    "api/admin/outages.ts": route182,
    "api/admin/vehicles/[vehicleId]/outages.ts": route183,
    "api/admin/vehicles/_middleware.ts": route184,
    "api/bookings/[link]/cancel.ts": route185,
    "api/bookings/[link]/events.ts": route186,
    "api/bookings/[link]/index.ts": route187,
    "api/bookings/[link]/push.ts": route188,
    "api/bookings/[link]/reschedule.ts": route189,
    "api/bookings/index.ts": route190,
    "api/faults/_middleware.ts": route191,
    "api/faults/index.ts": route192,
    "api/openapi.json.ts": route193,
    "api/pins.ts": route194,
    "api/places.ts": route195,
    "api/quotes/[quoteId].ts": route196,
    "api/quotes/index.ts": route197,
    "api/sms/[token].ts": route198,
    "api/stripe/events.ts": route199,
    "bookings/[link]/calendar.ics.ts": route200,
    "bookings/[link]/cancel.tsx": route201,
    "bookings/[link]/decisions.tsx": route202,
    "bookings/[link]/details.tsx": route203,
    "bookings/[link]/index.tsx": route204,
    "bookings/[link]/pay.tsx": route205,
    "bookings/[link]/receipt.pdf.ts": route206,
    "bookings/[link]/receipt.tsx": route207,
    "bookings/[link]/receipt.xml.ts": route208,
    "bookings/[link]/reschedule.tsx": route209,
    "bookings/_middleware.ts": route210,
    "bookings/find.tsx": route211,
    "bookings/index.tsx": route212,
    "bookings/mine.tsx": route213,
    "bookings/paid.ts": route214,
    "bookings/send-link.tsx": route215,
    "driver/_middleware.ts": route216,
    "driver/index.tsx": route217,
    "help.tsx": route218,
    "index.tsx": route219,
    "livez.ts": route220,
    "offline.tsx": route221,
    "outbox/index.tsx": route222,
    "prices.tsx": route223,
    "privacy.tsx": route224,
    "privacy/_middleware.ts": route225,
    "privacy/requests/download.ts": route226,
    "privacy/requests/index.tsx": route227,
    "quotes/[id].tsx": route228,
    "quotes/_middleware.ts": route229,
    "quotes/index.tsx": route230,
    "readyz.ts": route231,
    "sw.js.ts": route232,
    "terms.tsx": route233,
  },
  islands: {
    "islands/CacheLive.tsx": island0,
    "islands/CarsLive.tsx": island1,
    "islands/ContactDraft.tsx": island2,
    "islands/DayBoard.tsx": island3,
    "islands/DownBanner.tsx": island4,
    "islands/FollowRide.tsx": island5,
    "islands/ForgetKept.tsx": island6,
    "islands/FormErrors.tsx": island7,
    "islands/LiveTicket.tsx": island8,
    "islands/MapPicker.tsx": island9,
    "islands/MyPosition.tsx": island10,
    "islands/OfflineReady.tsx": island11,
    "islands/PasskeyButton.tsx": island12,
    "islands/PayCard.tsx": island13,
    "islands/PhoneOrder.tsx": island14,
    "islands/PlaceField.tsx": island15,
    "islands/QuoteKeeper.tsx": island16,
    "islands/RouteMap.tsx": island17,
    "islands/ShareTicket.tsx": island18,
    "islands/SubmitButton.tsx": island19,
    "islands/SwapEnds.tsx": island20,
    "islands/TimeField.tsx": island21,
    "islands/TimelyText.tsx": island22,
    "islands/TripPreview.tsx": island23,
  },
};
