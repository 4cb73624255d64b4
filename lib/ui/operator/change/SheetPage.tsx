// A sheet as a page of its own: for browsers without script, and for a link that is opened beside the board.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { DeadJobCount } from "../../../board/dead-jobs.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { Sheet } from "./Sheet.tsx";
import type { SheetView } from "./sheet-view.ts";

/** What the page is drawn from. */
export interface SheetPageData {
  view: SheetView;
  formToken: string;
  deadJobs: DeadJobCount;
  nowMs: number;
}

/** Properties of SheetPage. */
export interface SheetPageProps {
  data: SheetPageData;
  state: { locale: Locale; operator: OperatorSession | null };
  url: URL;
}

/** The page in the operators' frame. */
export function SheetPage({ data, state, url }: SheetPageProps) {
  const { view, formToken, deadJobs, nowMs } = data;
  const { locale, operator } = state;
  return (
    <OperatorPage
      page="sheet"
      title={view.words.title}
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="sheet-page">
        <Sheet
          view={view}
          formToken={formToken}
          backTo={paths.adminBooking(view.bookingId)}
          isPage
        />
      </div>
    </OperatorPage>
  );
}
