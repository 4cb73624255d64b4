// The page of payment files: what waits to be paid, and the files there are.
import type { OperatorSession } from "../accounts/session.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { MakeFileDeps } from "../settlement/make-payment-file.ts";
import type { PaymentFile, PaymentFileRefusal, QueuedPayment } from "../settlement/payment-file.ts";
import type { SettlementStore } from "../settlement/settlement-store.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What the page needs. */
export interface PaymentFilesPageDeps extends FramedDeps, MakeFileDeps {
  fleet: Pick<FleetStore, "all">;
  settlements: SettlementStore;
}

/** One settlement that waits. */
export interface WaitingPayment extends QueuedPayment {
  name: string;
  /** "" while none is approved. */
  account: string;
}

/** The page. */
export interface PaymentFilesData extends Framed {
  waiting: readonly WaitingPayment[];
  files: readonly PaymentFile[];
  /** The day in the form: the next weekday unless another was typed. */
  payOn: string;
  mayAct: boolean;
  refusal: PaymentFileRefusal | null;
  done: string;
  /** Id of whoever looks. */
  personId: string;
}

/** Loads it. */
export async function loadPaymentFiles(
  deps: PaymentFilesPageDeps,
  operator: OperatorSession,
  shown: Partial<Pick<PaymentFilesData, "payOn" | "refusal" | "done">> = {},
): Promise<PaymentFilesData> {
  const [frame, queue, files, { holders }] = await Promise.all([
    framed(deps, operator),
    deps.settlements.queue(),
    deps.settlements.files(),
    deps.fleet.all(),
  ]);
  const ids = [...new Set(queue.map(({ holderId }) => holderId))];
  const accounts = new Map(
    await Promise.all(
      ids.map(async (id) => [id, (await deps.settlements.account(id)).number] as const),
    ),
  );
  return {
    ...frame,
    waiting: queue.map((one) => ({
      ...one,
      name: holders.find(({ id }) => id === one.holderId)?.name ?? one.holderId,
      // Who is gone from the fleet is paid by nobody.
      account: holders.some(({ id }) => id === one.holderId)
        ? accounts.get(one.holderId) ?? ""
        : "",
    })),
    files,
    mayAct: operator.rights.includes("close-books"),
    personId: operator.personId,
    ...{ payOn: nextWeekday(localDate(deps.clock.now())), refusal: null, done: "", ...shown },
  };
}

function nextWeekday(today: string): string {
  // Friday, Saturday and Sunday are followed by Monday.
  const day = Temporal.PlainDate.from(today).dayOfWeek;
  return nextDate(today, day >= 5 ? 8 - day : 1);
}
