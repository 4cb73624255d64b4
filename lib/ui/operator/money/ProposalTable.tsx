// Who gave money of a booking back and why, and the buttons of those that wait for a second person.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { BookingMoney, ProposalRow } from "../../../board/booking-money-page.ts";
import { formatMoment, formatMoney, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Said } from "../../parts/Said.tsx";

/** Properties of ProposalTable. */
export interface ProposalTableProps {
  data: BookingMoney;
  locale: Locale;
}

/** The list. */
export function ProposalTable({ data, locale }: ProposalTableProps) {
  const { booking: words } = textsFor(locale).payments;
  return (
    <section class="retention-part">
      <h2>{words.proposals}</h2>
      <ul>
        {data.proposals.map((row) => (
          <li key={row.proposal.id}>
            <Story {...{ row, data, locale }} />
            {row.proposal.state === "waiting" && data.mayGive && (
              <Decision {...{ row, data, locale }} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends ProposalTableProps {
  row: ProposalRow;
}

function Story({ row, data: { nowMs }, locale }: RowProps) {
  const { proposal: { amountOre, reason, note, at, state }, byName, decidedByName } = row;
  const { booking: words } = textsFor(locale).payments;
  const when = formatMoment(locale, wallTimeOf(at), dateOf(wallTimeOf(nowMs)));
  const facts = [formatMoney(locale, amountOre), words.reasons[reason], when];
  return (
    <p>
      {facts.join(" · ")} · <Said>{byName}</Said> · {words.proposalStates[state]}
      {decidedByName !== "" && (
        <>
          , <Said>{decidedByName}</Said>
        </>
      )}
      <br />
      <Said>{note}</Said>
    </p>
  );
}

/** Whoever wanted it may take it back; nobody else's yes is needed for that. */
function Decision({ row: { proposal, isOwn }, data, locale }: RowProps) {
  const { booking: words } = textsFor(locale).payments;
  return (
    <form
      class="action-row"
      method="post"
      action={paths.adminBookingMoney(data.booking.id)}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="proposal" value={proposal.id} />
      {isOwn && <p class="action-hint">{words.ownWaits}</p>}
      {!isOwn && (
        <button type="submit" class="button primary" name="act" value="approve">
          {words.approve}
        </button>
      )}
      <button type="submit" class="button" name="act" value="decline">
        {isOwn ? words.takeBack : words.decline}
      </button>
    </form>
  );
}
