// What stands in the field once a pin is set. Apart from chosen-words.ts, whose rules every page would load with it.

/** The words of a pin: those that made us ask for it, so that the driver reads "Globen" beside the point. */
export function pinnedWords(typed: string, wasAskedFor: boolean, usual: string): string {
  return wasAskedFor && typed.trim() !== "" ? typed : usual;
}
