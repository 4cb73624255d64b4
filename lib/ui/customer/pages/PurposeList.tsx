// Everything data are used for, with the right to do so: the whole registry of purposes, in words.
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { PURPOSES } from "../../../privacy/purposes.ts";

/** The section, and the way to one's own data. */
export function PurposeList({ locale }: { locale: Locale }) {
  const { dataPurposes: purposes, privacyCentre } = textsFor(locale);
  return (
    <>
      <section>
        <h2>{purposes.title}</h2>
        {PURPOSES.map(({ name, basis, dataTypes }) => (
          <>
            <h3>{purposes.of[name].title}</h3>
            <p>
              {purposes.of[name].text}{" "}
              {`${purposes.dataTitle}: ${
                dataTypes.map((one) => purposes.dataTypes[one]).join(", ")
              }. ${purposes.basisTitle}: ${purposes.basis[basis]}`}
            </p>
          </>
        ))}
      </section>
      <p>
        <a class="button" href={paths.privacyCentre()}>{privacyCentre.title}</a>
      </p>
      <p>
        <a href={paths.guestPrivacy()}>{privacyCentre.guestAct}</a>
      </p>
    </>
  );
}
