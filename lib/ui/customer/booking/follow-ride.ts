// A browser's own subscription to push messages, and which tickets it follows.

/** Which ticket is followed, and where that is told. */
export interface FollowedTicket {
  address: string;
  ticket: string;
  publicKey: string;
}

/** What a browser remembers of itself: tickets by the marks their pages gave. */
const KEPT = "avanti-followed";
/** Tickets it remembers at most. */
const MOST_KEPT = 50;

/** True where a browser can show messages and has not been told not to. */
export function canFollow(): boolean {
  return "serviceWorker" in navigator && "PushManager" in globalThis &&
    "Notification" in globalThis && Notification.permission !== "denied";
}

/** True when this browser follows the ticket. */
export function isFollowing(ticket: string): boolean {
  return canFollow() && Notification.permission === "granted" && kept().includes(ticket);
}

/** Asks the person, then the browser, then tells the product. Throws when one of them says no. */
export async function follow({ address, ticket, publicKey }: FollowedTicket): Promise<void> {
  if (await Notification.requestPermission() !== "granted") throw new Error("Not allowed");
  await navigator.serviceWorker.register("/sw.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  const subscription = known ??
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  await tell(address, subscription, true);
  keep([...kept().filter((one) => one !== ticket), ticket].slice(-MOST_KEPT));
}

/** Tells the product to tell no more of this ticket; the browser may follow others. */
export async function unfollow({ address, ticket }: FollowedTicket): Promise<void> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.getSubscription();
  if (subscription !== null) await tell(address, subscription, false);
  keep(kept().filter((one) => one !== ticket));
}

async function tell(
  address: string,
  subscription: PushSubscription,
  isWanted: boolean,
): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh = "", auth = "" } = keys ?? {};
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ endpoint, p256dh, auth, isWanted }),
  });
  if (!response.ok) throw new Error(`The product answered ${response.status}`);
}

function kept(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}

function keep(tickets: readonly string[]): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(tickets));
  } catch {
    // A browser that keeps nothing follows all the same; the button forgets it.
  }
}
