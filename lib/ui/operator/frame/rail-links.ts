// Pages of the rail that are offered by a right.
import { paths } from "../../../kernel/paths.ts";

/** Lists that not everybody may see. */
export const RIGHTS_OF_LINKS = [
  { name: "messages", right: "see-messages", href: () => paths.adminMessages() },
  { name: "webhooks", right: "see-webhooks", href: () => paths.adminWebhooks() },
  { name: "data-requests", right: "see-data-requests", href: () => paths.adminDataRequests() },
  { name: "retention", right: "see-data-requests", href: () => paths.adminRetention() },
  { name: "bookkeeping", right: "see-books", href: () => paths.adminBooks() },
  { name: "money", right: "see-day", href: () => paths.adminMoney() },
  { name: "protected", right: "veil-identities", href: () => paths.adminProtected() },
  { name: "cache", right: "see-faults", href: () => paths.adminCache() },
  { name: "staff", right: "see-staff", href: () => paths.adminStaff() },
  { name: "compliance", right: "see-compliance", href: () => paths.adminCompliance() },
] as const;
