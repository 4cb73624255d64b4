// A time of day as people write it: `6.40`, `06:40`, `640`. One reading for the form's page and for the server.

/** `06:40` for any way of writing it, `6.40 pm` too; null for what no clock shows, such as 24.00. */
export function readClockTime(text: string): string | null {
  const [, hourText, minuteText = "00", half] = WRITTEN.exec(text.trim()) ?? [];
  if (hourText === undefined) return null;
  const hours = hourOf(Number(hourText), half?.toLowerCase());
  const minutes = Number(minuteText);
  return hours === null || hours > 23 || minutes > 59 ? null : clockTime(hours * 60 + minutes);
}

/** Minutes after midnight of `06:40`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `06:40`, from minutes after midnight. */
export function clockTime(minutes: number): string {
  const twoDigits = (count: number) => String(count).padStart(2, "0");
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** Hours, perhaps a sign or a space and always two digits for the minutes, perhaps the half of the day. */
const WRITTEN = /^(\d{1,2})(?:[.:,\s]?(\d{2}))?(?:\s*([ap])\.?m\.?)?$/i;

/** The hour of the day; half past noon is `12.30 pm`, and there is no `13 pm`. */
function hourOf(hours: number, half: string | undefined): number | null {
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return null;
  return hours % 12 + (half === "p" ? 12 : 0);
}
