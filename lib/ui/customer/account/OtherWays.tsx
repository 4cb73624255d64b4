// The ways in by others, below the form of address and password.
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";

/** What is offered. */
export interface OfferedWays {
  ways: readonly { id: string; label: string }[];
  /** True when those who work here have a way of their own. */
  hasStaffWay: boolean;
}

/** Nobody else is asked. */
export const NO_WAYS: OfferedWays = { ways: [], hasStaffWay: false };

/** The section; nothing when there are none. */
export function OtherWays(
  { locale, offered: { ways, hasStaffWay }, next }: {
    locale: Locale;
    offered: OfferedWays;
    next: string;
  },
) {
  if (ways.length === 0 && !hasStaffWay) return null;
  const texts = textsFor(locale).ways;
  const query = next === "" ? {} : { next };
  return (
    <section class="account-section other-ways" aria-labelledby="other-ways">
      <h2 id="other-ways">{ways.length > 0 ? texts.or : texts.staff}</h2>
      <div class="button-row">
        {ways.map(({ id, label }) => (
          <a key={id} class="button" rel="nofollow" href={paths.signInWith(id, query)}>
            {texts.with(label)}
          </a>
        ))}
      </div>
      {hasStaffWay && (
        <p>
          <a href={paths.signInStaff(query)}>{texts.staff}</a>
        </p>
      )}
    </section>
  );
}
