// What one entry of a booking's history changed, from what to what, and the booking it was tied to.
import type { HistoryEntry } from "../../../board/booking-view.ts";
import { formatReference } from "../../../i18n/format.ts";
import { paths } from "../../../kernel/paths.ts";
import { Said, said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";
import { changeLine } from "./change-line.ts";

/** The lines; nothing for an entry that changed nothing field by field. */
export function EntryChanges({ look, entry }: { look: Look; entry: HistoryEntry }) {
  const { change: words } = look.texts;
  const { changes, link } = entry;
  return (
    <>
      {changes.length > 0 && (
        <ul class="entry-changes">
          {changes.map((change) => {
            const { field, name, from, to } = changeLine(look, change);
            return (
              <li key={field}>
                {name}{" "}
                <s>
                  <Said>{from}</Said>
                </s>{" "}
                <span aria-hidden="true">→</span>
                <span class="visually-hidden">{words.becomes}</span>{" "}
                <b>
                  <Said>{to}</Said>
                </b>
              </li>
            );
          })}
        </ul>
      )}
      {link !== null && (
        <p class="entry-link">
          <a href={paths.adminBooking(link.bookingId)}>
            {words.links[link.kind](said(formatReference(link.reference)))}
          </a>
        </p>
      )}
    </>
  );
}
