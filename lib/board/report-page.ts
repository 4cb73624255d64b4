// The report on data protection and the review of access, for those who watch over them.
import type { OperatorSession } from "../accounts/session.ts";
import { quarterEnd } from "../compliance/access-review.ts";
import type { ComplianceReport } from "../compliance/compliance-report.ts";
import { readReport, type ReportDeps } from "../compliance/read-report.ts";
import {
  type AccessReview,
  readAccessReview,
  type ReviewDeps,
  type ReviewFault,
} from "../compliance/review-access.ts";
import { localDate } from "../kernel/wall-time.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** The report as a page. */
export interface ReportData extends Framed, ComplianceReport {}

/** The review as a page. */
export interface ReviewData extends Framed, AccessReview {
  /** The last day it is due on, a local date. */
  until: string;
  /** True for whoever may confirm others. */
  confirms: boolean;
  /** Who looks: nobody confirms themselves. */
  ownId: string;
  fault: ReviewFault | null;
}

/** The month of an address, `2026-11`; this one for anything else. */
export function monthOf(asked: string | null, now: Temporal.Instant): string {
  const isMonth = /^20[2-9]\d-(0[1-9]|1[0-2])$/.test(asked ?? "");
  return isMonth && asked !== null ? asked : localDate(now).slice(0, 7);
}

/** Reads the report. */
export async function loadReport(
  deps: ReportDeps & FramedDeps,
  operator: OperatorSession,
  month: string,
): Promise<ReportData> {
  const [frame, report] = await Promise.all([framed(deps, operator), readReport(deps, month)]);
  return { ...frame, ...report };
}

/** Reads the review of this quarter. */
export async function loadReview(
  deps: ReviewDeps & FramedDeps,
  operator: OperatorSession,
  fault: ReviewFault | null = null,
): Promise<ReviewData> {
  const [frame, review] = await Promise.all([framed(deps, operator), readAccessReview(deps)]);
  return {
    ...frame,
    ...review,
    until: quarterEnd(review.quarter),
    confirms: operator.rights.includes("handle-breaches"),
    ownId: operator.personId,
    fault,
  };
}
