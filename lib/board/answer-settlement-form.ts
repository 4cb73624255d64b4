// What a sent form of settlements comes to: it is done, or the page comes back with why and with what was typed.
import type { OperatorSession } from "../accounts/session.ts";
import { invalidFields, RequestError } from "../errors/request-error.ts";
import { type HolderId, holderId } from "../fleet/vehicle.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { adjustSettlement, strikeAdjustment } from "../settlement/adjust-settlement.ts";
import { approveTerms, discardTerms, writeTerms } from "../settlement/edit-settlement-terms.ts";
import {
  approvePayeeAccount,
  discardPayeeAccount,
  proposePayeeAccount,
} from "../settlement/change-payee-account.ts";
import { readAccountNumber } from "../settlement/payee-account.ts";
import {
  approveSettlement,
  discardSettlement,
  proposeSettlement,
} from "../settlement/settle-holder.ts";
import type { SettlementRefusal } from "../settlement/settlement.ts";
import { readAdjustment, readTerms, type SettlementProblem } from "./settlement-form.ts";
import {
  type HolderSettlementData,
  loadHolderSettlements,
  loadSettlement,
  type SettlementData,
  type SettlementsPageDeps,
} from "./settlements-page.ts";

/** A form, and who sent it. */
export interface SentSettlement {
  operator: OperatorSession;
  id: string;
  fields: ReadonlyMap<string, string>;
}

/** What the page says was done; `number` leads to a settlement. */
type Done = { done: string; number: number | null };

/** Done, or the page again. */
export type SettlementAnswer<Data> = { ok: true } & Done | {
  ok: false;
  data: Data;
  status: 409 | 422;
};

type Came = Done | { refusal: SettlementRefusal } | { problem: SettlementProblem };

/** Carries out what the pressed button of a holder's page says. Throws RequestError: not-found, invalid for an unknown button. */
export async function answerHolderSettlement(
  deps: SettlementsPageDeps,
  sent: SentSettlement,
): Promise<SettlementAnswer<HolderSettlementData>> {
  const { operator, id, fields } = sent;
  if (await loadHolderSettlements(deps, operator, id) === null) {
    throw new RequestError("not-found", {});
  }
  const came = await carryOut(deps, sent);
  if ("done" in came) return { ok: true, ...came };
  const until = fields.get("until") ?? "";
  const data = await loadHolderSettlements(deps, operator, id, { ...came, values: fields, until });
  if (data === null) throw new RequestError("not-found", {});
  return { ok: false, data, status: "problem" in came ? 422 : 409 };
}

/** Approves or discards a proposal. Throws RequestError: not-found, invalid for an unknown button. */
export async function answerSettlement(
  deps: SettlementsPageDeps,
  { operator, id, item, fields }: SentSettlement & { item: string },
): Promise<SettlementAnswer<SettlementData>> {
  const found = await loadSettlement(deps, operator, { id, item });
  if (found === null) throw new RequestError("not-found", {});
  const { holder, settlement: { number } } = found;
  const proposedAt = fields.get("proposedAt") ?? "";
  const input = { holderId: holder.id, number, proposedAt, by: operator.personId };
  const came = await decided(deps, fields.get("action"), input);
  if ("done" in came) return { ok: true, ...came };
  const data = await loadSettlement(deps, operator, { id, item }, came);
  if (data === null) throw new RequestError("not-found", {});
  return { ok: false, data, status: 409 };
}

async function decided(
  deps: SettlementsPageDeps,
  action: string | undefined,
  input: { holderId: HolderId; number: number; proposedAt: string; by: string },
): Promise<Done | { refusal: SettlementRefusal }> {
  switch (action) {
    case "approve":
      return outcome(await approveSettlement(deps, input), "settled", input.number);
    case "discard":
      return outcome(await discardSettlement(deps, input), "dropped");
    default:
      throw invalidFields([{ field: "action", code: "not-an-option" }]);
  }
}

async function carryOut(
  deps: SettlementsPageDeps,
  { operator, id, fields }: SentSettlement,
): Promise<Came> {
  const holder = holderId(id);
  const by = operator.personId;
  const from = fields.get("from") ?? "";
  const terms = { holderId: holder, from, by, revision: Number(fields.get("revision")) };
  switch (fields.get("action")) {
    case "write-terms": {
      if (!isLocalDate(from)) return { problem: "from" };
      const read = readTerms(fields);
      return read.ok ? outcome(await writeTerms(deps, terms, read.value), "saved") : read;
    }
    case "approve-terms":
      return outcome(await approveTerms(deps, terms), "approved");
    case "discard-terms":
      return outcome(await discardTerms(deps, terms), "discarded");
    case "propose-account": {
      const number = readAccountNumber(fields.get("account") ?? "");
      if (number === null) return { problem: "account" };
      const refusal = await proposePayeeAccount(deps, { ...terms, number });
      return outcome(refusal, "account-proposed");
    }
    case "approve-account":
      return outcome(await approvePayeeAccount(deps, terms), "account-approved");
    case "discard-account":
      return outcome(await discardPayeeAccount(deps, terms), "account-dropped");
    case "adjust": {
      const read = readAdjustment(fields);
      if (!read.ok) return read;
      const wanted = { ...read.value, holderId: holder, by };
      return outcome(await adjustSettlement(deps, wanted), "adjusted");
    }
    case "strike": {
      const [date = "", adjustment = ""] = (fields.get("adjustment") ?? "").split(" ");
      const struck = { holderId: holder, date, id: adjustment };
      return outcome(await strikeAdjustment(deps, struck), "struck");
    }
    case "propose": {
      const until = fields.get("until") ?? "";
      if (!isLocalDate(until)) return { problem: "until" };
      const refusal = await proposeSettlement(deps, { holderId: holder, until, by });
      return outcome(refusal, "", (await deps.settlements.state(holder)).last);
    }
    default:
      throw invalidFields([{ field: "action", code: "not-an-option" }]);
  }
}

function outcome(
  refusal: SettlementRefusal | null,
  done: string,
  number: number | null = null,
): Done | { refusal: SettlementRefusal } {
  return refusal === null ? { done, number } : { refusal };
}
