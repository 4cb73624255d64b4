// Keeps the ticket as its booking is, and says how fresh it is. Without script the page is as it was read.
import { useEffect, useState } from "preact/hooks";
import { formatDuration } from "../lib/i18n/format.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { isRideOver, renewParts, shownVersion } from "../lib/ui/customer/booking/renew-ticket.ts";
import { type Contact, contactOf } from "../lib/ui/customer/booking/ticket-contact.ts";
import { TicketFollower } from "../lib/ui/customer/booking/ticket-follower.ts";

/** Properties of LiveTicket; `{age}` in the texts is the place of a length of time. */
export interface LiveTicketProps {
  locale: Locale;
  events: string;
  booking: string;
  live: string;
  lost: string;
  offline: string;
  changed: string;
}

/** How often the age is told anew, in milliseconds. */
const TICK_MS = 5_000;

export default function LiveTicket(props: LiveTicketProps) {
  const [contact, setContact] = useState<Contact | null>(null);
  const [news, setNews] = useState("");

  useEffect(() => {
    let heardMs = Date.now();
    const look = () => setContact(contactOf(heardMs, Date.now(), navigator.onLine));
    const hear = () => {
      heardMs = Date.now();
      look();
    };
    const renew = async (version: number) => {
      if (version <= shownVersion()) return;
      const page = await readPage();
      renewParts(page);
      setNews(`${props.changed} ${document.querySelector("h1")?.textContent ?? ""}`);
      if (isRideOver()) end();
    };
    const follower = new TicketFollower({
      // A page that cannot be read now is read when its version is said again.
      onVersion: (version) => void renew(version).catch(look),
      onHeard: hear,
      onLost: look,
    }, browserFor(props));
    const timer = setInterval(look, TICK_MS);
    const onBack = () => {
      look();
      follower.connect();
    };
    const end = () => {
      follower.stop();
      clearInterval(timer);
      for (const name of ["online", "offline"]) removeEventListener(name, onBack);
      setContact(null);
    };
    for (const name of ["online", "offline"]) addEventListener(name, onBack);
    follower.connect();
    return end;
  }, []);

  return (
    <div class="ticket-contact no-print">
      {contact === null ? null : <p class={contact.kind}>{wordsOf(contact, props)}</p>}
      <p class="visually-hidden" role="status">{news}</p>
    </div>
  );
}

function wordsOf(contact: Contact, { locale, live, lost, offline }: LiveTicketProps): string {
  if (contact.kind === "live") return live;
  const words = contact.kind === "lost" ? lost : offline;
  return words.replace("{age}", formatDuration(locale, contact.seconds));
}

async function readPage(): Promise<Document> {
  const response = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!response.ok) throw new Error(`The ticket answered ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function browserFor({ events, booking }: LiveTicketProps) {
  return {
    open: () => new EventSource(events),
    async ask() {
      const response = await fetch(booking);
      if (!response.ok) throw new Error(`The booking answered ${response.status}`);
      return (await response.json()).version;
    },
    setTimer: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimer: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
    random: () => Math.random(),
  };
}
