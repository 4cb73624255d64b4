// Local dates as text, `2026-11-23`: moving between days needs no time zone. Pure.

const DAY_MS = 86_400_000;

/** The date `days` later (negative: earlier). */
export function nextDate(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** True for a date that exists, between 2020 and 2099. */
export function isLocalDate(text: string): boolean {
  return /^20[2-9]\d-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) &&
    nextDate(text, 0) === text;
}
