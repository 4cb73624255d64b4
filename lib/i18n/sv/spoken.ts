// Swedish: lengths of time and parts of a price as one says them.

const LENGTHS: Readonly<Record<number, string>> = {
  1: "en minut",
  15: "en kvart",
  30: "en halvtimme",
  60: "en timme",
};

/** `en kvart`, `en timme`, `2 timmar`, otherwise `25 minuter`. */
export function spokenMinutesSv(minutes: number): string {
  return LENGTHS[minutes] ?? (minutes % 60 === 0 ? `${minutes / 60} timmar` : `${minutes} minuter`);
}

const PARTS: Readonly<Record<number, string>> = {
  0: "inget",
  50: "halva priset",
  100: "hela priset",
};

/** `halva priset`, `hela priset`, otherwise `25 % av priset`. */
export function partOfPriceSv(percent: number): string {
  return PARTS[percent] ?? `${percent} % av priset`;
}
