// Shares the address of the page, which is the ticket: by the phone's own sheet, else it is copied. Shown only
// where the browser can do either.
import { useEffect, useState } from "preact/hooks";

/** Properties of ShareTicket. */
export interface ShareTicketProps {
  label: string;
  text: string;
  done: string;
  /** Address of the icon sprite. */
  icons: string;
}

export default function ShareTicket({ label, text, done, icons }: ShareTicketProps) {
  const [isLive, setIsLive] = useState(false);
  const [isDone, setIsDone] = useState(false);

  useEffect(() => setIsLive(canShare() || "clipboard" in navigator), []);

  async function share() {
    const url = location.origin + location.pathname;
    if (canShare()) {
      // Whoever closes the sheet has changed their mind; nothing is to be said about it.
      return await navigator.share({ title: document.title, url }).catch(() => {});
    }
    await navigator.clipboard.writeText(url);
    setIsDone(true);
  }

  return (
    <button type="button" class="doing-row live-only" disabled={!isLive} onClick={share}>
      <svg class="icon" aria-hidden="true" width="20" height="20">
        <use href={`${icons}#${isDone ? "check" : "share-2"}`} />
      </svg>
      <span>
        <span class="doing-title" role="status">{isDone ? done : label}</span>
        <span class="doing-text">{text}</span>
      </span>
    </button>
  );
}

function canShare(): boolean {
  return "share" in navigator;
}
