// The family of links to Fortnox. Whoever has their tokens can read and write somebody's books: they are sealed.
import type { HolderId } from "../fleet/vehicle.ts";
import { family } from "../kv/family.ts";
import type { FortnoxLink } from "./fortnox.ts";
import { linkShape } from "./fortnox-shapes.ts";

/** Families of this room. */
export const fortnoxKeys = {
  /** By the entity whose books they are. */
  fortnoxLink: family<[entity: HolderId], FortnoxLink>("fortnoxLink", {
    privacy: "C4",
    subject: "permit holder",
    kept: { until: "erased" },
    sealed: {
      fields: ["tokens"],
      subject: () => null,
      erased: { tokens: { access: "", refresh: "", accessUntil: "" } },
    },
    shape: linkShape,
  }),
} as const;
