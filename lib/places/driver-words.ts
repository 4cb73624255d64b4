// What in an address is for the driver, not for the map: door codes, floors, whose door it is.

/** A word for a door, a flat or a floor, with what belongs to it: "portkod 1234", "lgh 1203", "uppg. B", "vån 3". */
const WITH_VALUE =
  /(^|[^\p{L}\p{N}])(?:port\s?kod(?:en)?|dörrkod(?:en)?|kod(?:en)?|uppg(?:ång(?:en)?)?|lgh|lägenhet(?:en)?|lägenhetsnr|apt|apartment|flat|vån(?:ing(?:en)?)?|vn|trapphus|floor|ingång(?:en)?|entré(?:n)?|entrance|dörr(?:en)?|door|code)(?![\p{L}])\.?\s*[:#*]?\s*(?:[#*]?\d[\d*#-]{0,7}[a-z]?|[a-z])?(?![\p{L}\p{N}])/giu;
/** Words that streets are called after as well count behind a number or at the beginning: "Norra Porten", "Odins plan". */
const AFTER_NUMBER =
  /(^|\d[a-z]?[\s,]+)(?:port(?:en)?|plan|trappa|hus(?:et)?|hiss(?:en)?)\s*[:#]?\s*(?:\d{1,4}[a-z]?|[a-z])(?![\p{L}\p{N}])/giu;
/** "3 tr", "2 trappor", "1 tr ned", "3:e våningen". */
const FLOOR =
  /(^|[^\p{L}\p{N}])\d{1,2}(?::[ae])?\s?(?:tr|trp|trappor|trappa|vån|våningen)(?![\p{L}])\.?(?:\s(?:upp|ned|ner|(?:ö\.?\s?g|t\.?\s?v|t\.?\s?h|n\.?\s?b)(?![\p{L}])\.?))?/giu;
/** Sides and yards, without a value of their own. */
const PLAIN =
  /(^|[^\p{L}\p{N}])(?:huvudentré(?:n)?|huvudingång(?:en)?|main entrance|reception(?:en)?|lobbyn?|gården|bakgården|innergården|gårdshuset|gatuhuset|baksidan|framsidan|bottenvåningen|gatuplan)(?![\p{L}])/giu;
/** "Terminal 5", "T5", "hall 2", "utrikes": which door of an airport. */
const TERMINAL =
  /(^|[^\p{L}\p{N}])(?:(?:terminal(?:en)?|term|hall|gate|t)\.?\s?\d{1,2}[a-z]?|terminal(?:en)?|(?:in|ut)rikes(?:terminal(?:en)?|hallen)?|(?:ankomst|avgångs)(?:hall(?:en)?|terminal(?:en)?)|ankommande|avgående|international|domestic|arrivals?|departures?)(?![\p{L}\p{N}])/giu;
/** A person's door; up to the end of the part, or one name before a street. */
const CARE_OF = /(^|[^\p{L}\p{N}])(?:c\/o|℅|hos)\s+\p{L}[\p{L}'-]*/giu;

/** Parts that are the driver's whatever follows: "c/o Maria Svensson", "ring 070-123 45 67", "märkt Ek". */
const WHOLE =
  /^(?:c\/o|℅|hos|att|ring|ringa|tel|telefon|mob|mobil|namn|namnet|märkt|efternamn|phone|call|name)(?![\p{L}])/iu;

/** True when the part between two commas says nothing about where on the map it is. */
export function isForDriver(part: string): boolean {
  if (!/^(?:c\/o|℅)\s/i.test(part)) {
    return WHOLE.test(part) || (part !== "" && takeDriverWords(part).place === "");
  }
  // "c/o Svensson Östra Hamngatan 24" without a comma: the street behind the name is not the driver's alone.
  return !/\d/.test(part);
}

/** True when a door of an airport is named: "Landvetter utrikes" is not the town of Landvetter. */
export function namesTerminal(words: string): boolean {
  return words.search(TERMINAL) >= 0;
}

/** The part without the driver's words, and these. */
export function takeDriverWords(part: string): { place: string; forDriver: string } {
  const taken: string[] = [];
  let place = part;
  for (const pattern of [CARE_OF, AFTER_NUMBER, WITH_VALUE, FLOOR, PLAIN, TERMINAL]) {
    place = place.replace(pattern, (words: string, before: string) => {
      taken.push(words.slice(before.length).trim());
      return `${before} `;
    });
  }
  return { place: place.replace(/\s+/g, " ").trim(), forDriver: taken.join(", ") };
}
