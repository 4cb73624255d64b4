// How long a Sentry server asks to be left in peace: `X-Sentry-Rate-Limits`, else `Retry-After`, else a minute after 429.
// develop.sentry.dev/sdk/expected-features/rate-limiting

/** What holds when a 429 says nothing. */
const USUAL_SECONDS = 60;
/** Longest peace that is granted at once, in seconds: nonsense must not silence us for good. */
const MAX_SECONDS = 24 * 60 * 60;

/** Milliseconds of peace an answer asks for failures, 0 for none. */
export function peaceMs(
  { status, headers }: { status: number; headers: Headers },
  nowMs: number,
): number {
  const limits = headers.get("x-sentry-rate-limits");
  if (limits !== null) return toMs(secondsForErrors(limits));
  if (status !== 429) return 0;
  return toMs(secondsOf(headers.get("retry-after"), nowMs));
}

/** `60:error;default:organization, 2700::key`: the longest that names failures, or nothing and so everything. */
function secondsForErrors(limits: string): number {
  const seconds = limits.split(",").map((limit) => {
    const [wait = "", categories = ""] = limit.trim().split(":");
    const isOurs = categories === "" || categories.split(";").includes("error");
    return isOurs && /^\d+(\.\d+)?$/.test(wait) ? Number(wait) : 0;
  });
  return Math.max(...seconds);
}

function secondsOf(retryAfter: string | null, nowMs: number): number {
  if (retryAfter === null) return USUAL_SECONDS;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter);
  const atMs = Date.parse(retryAfter);
  return Number.isNaN(atMs) ? USUAL_SECONDS : Math.max(0, (atMs - nowMs) / 1_000);
}

function toMs(seconds: number): number {
  return Math.ceil(Math.min(seconds, MAX_SECONDS) * 1_000);
}
