// The operators' pages on which a company is set up, each with its route and an address of it.
import { DEMO_TARIFF_2026 } from "../../../lib/pricing/demo-tariffs.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import type { ViewData } from "./view-data.ts";

const DRAFTS = "admin/tariff-drafts/[id]";
const FIXED_PRICE = DEMO_TARIFF_2026.fixedPrices[0]?.id ?? "";

/** Name, file of the route, address. */
export const SETUP_PAGES: readonly (readonly [
  name: string,
  route: string,
  address: string | ((data: ViewData) => string),
])[] = [
  ["the landmarks", "admin/places/index.tsx", paths.adminPlaces()],
  ["a landmark", "admin/places/[slug].tsx", paths.adminPlace("ullevi")],
  ["a new landmark", "admin/(new)/new-place.tsx", paths.adminNewPlace()],
  ["the vehicles", "admin/vehicles/index.tsx", paths.adminVehicles()],
  ["a vehicle", "admin/vehicles/[id].tsx", paths.adminVehicle("V01")],
  ["a new vehicle", "admin/(new)/new-vehicle.tsx", paths.adminNewVehicle()],
  ["the drivers", "admin/drivers/index.tsx", paths.adminDrivers()],
  ["a driver", "admin/drivers/[id].tsx", paths.adminDriver("D01")],
  ["checks of a driver", "admin/drivers/[id]/checks.tsx", paths.adminDriverChecks("D01")],
  ["a new driver", "admin/(new)/new-driver.tsx", paths.adminNewDriver()],
  ["the permit holders", "admin/permit-holders/index.tsx", paths.adminPermitHolders()],
  ["a permit holder", "admin/permit-holders/[id].tsx", paths.adminPermitHolder("H1")],
  ["a new permit holder", "admin/(new)/new-permit-holder.tsx", paths.adminNewPermitHolder()],
  ["the tariffs", "admin/tariffs/index.tsx", paths.adminTariffs()],
  ["a tariff", "admin/tariffs/[version].tsx", paths.adminTariff(DEMO_TARIFF_2026.version)],
  ["the fees", "admin/fee-rules/index.tsx", paths.adminFees()],
  ["an edition of the fees", "admin/fee-rules/[id].tsx", paths.adminFee("2020-01-01")],
  ["payment files", "admin/payment-files/index.tsx", paths.adminPaymentFiles()],
  ["settlements", "admin/settlements/index.tsx", paths.adminSettlements()],
  [
    "settlements of a holder",
    "admin/settlements/[id]/index.tsx",
    paths.adminHolderSettlements("H2", { until: "2026-11-22" }),
  ],
  ["a settlement", "admin/settlements/[id]/[item]/index.tsx", ({ own }) => own.settlement],
  [
    "fees to review",
    "admin/(review)/fee-reviews/[id].tsx",
    paths.adminFeeReview("2020-01-01"),
  ],
  [
    "a draft of a tariff to review",
    "admin/(review)/tariff-reviews/[id].tsx",
    ({ draftId }) => paths.adminTariffReview(draftId),
  ],
  ["a draft of a tariff", `${DRAFTS}/index.tsx`, ({ draftId }) => paths.adminDraft(draftId)],
  [
    "a new zone of a draft",
    `${DRAFTS}/[kind]/index.tsx`,
    ({ draftId }) => paths.adminDraftItems(draftId, "zones"),
  ],
  [
    "a fixed price of a draft",
    `${DRAFTS}/[kind]/[item].tsx`,
    ({ draftId }) => paths.adminDraftItem(draftId, "fixed-prices", FIXED_PRICE),
  ],
];
