// What is kept about a customer, why and for how long.
import ForgetKept from "../islands/ForgetKept.tsx";
import { define } from "../lib/http/define.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { INCIDENT_KEPT_MS, REFERENCE_KEPT_MS } from "../lib/incidents/incident.ts";
import { TRIES_KEPT_MINUTES } from "../lib/kv/tries.ts";
import { TICKET_KEPT_HOURS } from "../lib/ticket/kept-ticket.ts";
import { DRAFT_KEPT_HOURS } from "../lib/ui/customer/kept/kept-store.ts";
import { PurposeList } from "../lib/ui/customer/pages/PurposeList.tsx";
import { Article } from "../lib/ui/customer/pages/Article.tsx";

const DAY_MS = 24 * 60 * 60_000;

export default define.page(({ state }) => {
  const { legal } = textsFor(state.locale);
  return (
    <Article
      locale={state.locale}
      title={legal.privacyTitle}
      lead={legal.privacyLead}
      sections={legal.privacy(
        TRIES_KEPT_MINUTES,
        REFERENCE_KEPT_MS / DAY_MS,
        INCIDENT_KEPT_MS / DAY_MS,
        DRAFT_KEPT_HOURS,
        TICKET_KEPT_HOURS,
      ).map((section) => ({
        ...section,
        children: section.heading === legal.keptHeading
          ? <ForgetKept {...legal.forgetKept} />
          : null,
      }))}
    >
      <PurposeList locale={state.locale} />
    </Article>
  );
});
