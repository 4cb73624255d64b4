// What an operator changed of a booking, field by field, as its history keeps it.

/** Fields an operator can change, in the order a form asks for them. */
export const CHANGE_FIELDS = [
  "from",
  "to",
  "pickup",
  "passengers",
  "bags",
  "wheelchairs",
  "childSeats",
  "pets",
  "extraLuggage",
  "vehicleClass",
  "name",
  "phone",
  "email",
  "flightNumber",
  "note",
  "totalOre",
] as const;

/** One of them; `totalOre` is the price that follows from the others. */
export type ChangeField = typeof CHANGE_FIELDS[number];

/** One field before and after; times are local wall times, amounts öre, "" says none. */
export interface FieldChange {
  field: ChangeField;
  from: string | number;
  to: string | number;
}

/**
 * Where the price of a changed trip comes from: nothing it depends on was changed, the tariff of the original price,
 * the one in force now, or the former price kept by decision of the operator.
 */
export type PriceBasis = "unchanged" | "original-tariff" | "new-tariff" | "kept";
