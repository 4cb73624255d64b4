// All keys of the page of cars in one place.
import { textsFor } from "../../../i18n/texts.ts";
import { KeyTable } from "../day/KeysDialog.tsx";
import type { Look } from "../frame/look.ts";

/** The dialog; `?` opens it. */
export function CarKeysDialog({ look }: { look: Look }) {
  const words = textsFor(look.locale).cars.keys;
  const common = look.texts.view.keys;
  return (
    <KeyTable
      look={look}
      keys={[
        [["←", "→"], words.along],
        [["↑", "↓"], words.walk],
        [["↵"], common.open],
        [["M"], words.move],
        [["↵", "Esc"], words.drop],
        [["+", "−"], words.zoom],
        [["U"], words.out],
        [["Z"], common.undo],
        [["?"], common.help],
      ]}
    />
  );
}
