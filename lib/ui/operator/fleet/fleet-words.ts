// What columns of the fleet and the values in them are called on the pages.
import type { FleetKind } from "../../../board/fleet-kinds.ts";
import { HOLDER_KINDS } from "../../../fleet/permit-holder.ts";
import { EQUIPMENT_KINDS, VEHICLE_CLASSES, VEHICLE_REGIMES } from "../../../fleet/vehicle.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { partsOf } from "../../../setup/cells.ts";

/** What a column is called: the days of a permit are its validity. */
export function fieldName(kind: FleetKind, column: string, locale: Locale): string {
  const { fields, permitDays } = textsFor(locale).fleet;
  const names: Readonly<Record<string, string>> = kind === "permit-holders"
    ? { ...fields, ...permitDays }
    : fields;
  return names[column] ?? column;
}

/** A cell as people read it; words of files that are none of a language become words of one. */
export function shownValue(column: string, text: string, locale: Locale): string {
  const { fleet } = textsFor(locale);
  switch (column) {
    case "class": {
      const found = VEHICLE_CLASSES.find((one) => one === text);
      return found === undefined ? text : boardTexts(locale).classes[found].name;
    }
    case "kind": {
      const found = HOLDER_KINDS.find((one) => one === text);
      if (found === "other") return fleet.otherHolderKind;
      return found === undefined ? text : fleet.holderKinds[found];
    }
    case "inTraffic":
      return text === "yes" || text === "no" ? fleet.yesNo[text] : text;
    case "regime": {
      const found = VEHICLE_REGIMES.find((one) => one === text);
      return found === undefined ? text : fleet.regimes[found];
    }
    case "phone":
      return text.startsWith("+") ? shownPhoneNumber(text) : text;
    case "equipment":
      return partsOf(text).map((part) => shownPieces(part, locale)).join(", ");
    default:
      return text;
  }
}

function shownPieces(part: string, locale: Locale): string {
  const [kind, count = ""] = part.split(" ");
  const found = EQUIPMENT_KINDS.find((one) => one === kind);
  return found === undefined ? part : `${textsFor(locale).fleet.equipment[found]} ${count}`;
}
