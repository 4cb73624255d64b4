// What stored fee matrices and the terms of a ride look like. Whether a matrix holds was decided when it was saved.
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { byTag, listOf, number, orNull, record, text, word } from "../kernel/shape.ts";
import { FAULTS, FEE_KINDS } from "./fault.ts";
import type { FeeAmount, FeeEdition, FeeMatrix, FeeRow, LatenessStep } from "./fee-matrix.ts";
import type { FeeDraft } from "./fee-draft.ts";
import type { FeeStep, FeeTerms } from "./fee-terms.ts";

const amount = byTag<FeeAmount["kind"]>("kind", {
  percent: record<{ percent: number }>({ percent: number }),
  fixed: record<{ ore: number }>({ ore: number }),
});

const row = record<FeeRow>({
  fault: word(FAULTS),
  kind: word(FEE_KINDS),
  place: byTag<FeeRow["place"]["kind"]>("kind", {
    any: record<Record<never, never>>({}),
    city: record<{ name: string }>({ name: text }),
    zone: record<{ id: string }>({ id: text }),
  }),
  vehicleClass: orNull(word(VEHICLE_CLASSES)),
  band: orNull(record<NonNullable<FeeRow["band"]>>({ from: text, until: text })),
  withinMinutes: orNull(number),
  amount,
});

const lateness = listOf(record<LatenessStep>({ fromMinutes: number, amount }));

const feeMatrixShape = record<FeeMatrix>({
  waitMinutes: number,
  rows: listOf(row),
  lateness,
});

/** An edition. */
export const feeEditionShape = record<FeeEdition>({ bookedFrom: text, matrix: feeMatrixShape });

/** A draft. */
export const feeDraftShape = record<FeeDraft>({
  bookedFrom: text,
  revision: number,
  matrix: feeMatrixShape,
  authors: listOf(text),
});

/** The terms of a ride. */
export const feeTermsShape = record<FeeTerms>({
  edition: text,
  waitMinutes: number,
  steps: listOf(
    record<FeeStep>({
      fault: word(FAULTS),
      kind: word(FEE_KINDS),
      withinMinutes: orNull(number),
      amount,
    }),
  ),
  lateness,
});
