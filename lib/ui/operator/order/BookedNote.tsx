// Says at the foot of the board that a booking was made from it; one stays where one was.
import { useEffect, useState } from "preact/hooks";
import type { JustBooked } from "../../../board/board-page-data.ts";
import { formatMoment, formatReference } from "../../../i18n/format.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { Look } from "../frame/look.ts";

/** What the note shows. */
export interface BookedNoteProps {
  look: Look;
  booked: JustBooked;
  /** The booking, beside the list that is shown. */
  href: string;
}

/** The note; whoever loads the page again is not told again. */
export function BookedNote({ look, booked, href }: BookedNoteProps) {
  const [isShown, setIsShown] = useState(true);
  useEffect(forgetBooked, []);
  if (!isShown) return null;
  const { booked: words } = look.texts.view;
  const when = formatMoment(look.locale, booked.wallTime, look.today);
  return (
    <div class="act-bar booked-note">
      <div class="act-shown">
        <p role="status">{words.said(formatReference(booked.reference), when)}</p>
        <a class="button" href={href} data-booking={booked.id} onClick={() => setIsShown(false)}>
          {words.open}
        </a>
        <button type="button" class="icon-button" onClick={() => setIsShown(false)}>
          <Icon name="x" />
          <span class="visually-hidden">{words.hide}</span>
        </button>
      </div>
    </div>
  );
}

function forgetBooked(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has("booked")) return;
  url.searchParams.delete("booked");
  history.replaceState(history.state, "", url.href.replaceAll("%2C", ","));
}
