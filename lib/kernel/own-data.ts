// What of a family of rows is somebody's own, as it is handed to them: each room says so for its families.

/** What a field of handed out rows holds. */
export type OwnFieldType = "text" | "instant" | "date" | "number" | "ore" | "flag";

/** Where data come from. */
export type OwnSource = "you" | "company" | "product" | "provider";

/** Who gets them. */
export type OwnRecipient = "driver" | "mail" | "sms" | "push" | "webhooks" | "authorities" | "none";

/** One row as it is handed out: flat, so that a table shows all of it. */
export type OwnRow = Readonly<Record<string, string | number | boolean | null>>;

/** Whose data. */
export interface DataSubject {
  personId: string | null;
  /** Keyed marks of the person, their number and their address. */
  marks: readonly string[];
  /** The numbers and addresses they have shown to be theirs. */
  reaches: readonly string[];
  /** Their bookings, oldest first. */
  bookingIds: readonly string[];
  /** The driver of the fleet they are. */
  driverId: string | null;
  /** The name their acts are written down under, of who works here. */
  operatorName: string | null;
}

/** What one family hands out. */
export interface OwnData {
  family: string;
  fields: Readonly<Record<string, OwnFieldType>>;
  sources: readonly OwnSource[];
  recipients: readonly OwnRecipient[];
  rows(subject: DataSubject): AsyncIterable<OwnRow>;
}

/** Stands for a name, a number or an address of another person beside one's own data. */
export const ANOTHERS = "…";

/** The value where it is the subject's own, else a mark that there is one of somebody else. */
export function ownOr(value: string, reaches: readonly string[]): string {
  return value === "" || reaches.includes(value) ? value : ANOTHERS;
}
