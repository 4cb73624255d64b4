import { askedMonth, daysOf } from "../../../lib/board/books-page.ts";
import { accountNames } from "../../../lib/bookkeeping/account-names.ts";
import { sieFile } from "../../../lib/bookkeeping/sie-file.ts";
import { define } from "../../../lib/http/define.ts";
import { fileAnswer } from "../../../lib/http/file-answer.ts";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { DEFAULT_LOCALE } from "../../../lib/kernel/locale.ts";
import { localDate } from "../../../lib/kernel/wall-time.ts";

export const handler = define.handlers({
  /** The vouchers of a month for the bookkeeping program, in the language of its accounts. */
  async GET(ctx) {
    const { services } = ctx.state;
    const { entity, month } = await askedMonth(services, ctx.url.searchParams);
    await services.audit.read({ subjects: [], count: 0 });
    const vouchers = services.ledger.vouchersBetween({ entityId: entity.id, ...daysOf(month) });
    const file = {
      ...{ entity, madeOn: localDate(services.clock.now()), version: services.config.release },
      accounts: accountNames(DEFAULT_LOCALE),
      texts: textsFor(DEFAULT_LOCALE).bookkeeping.vouchers,
    };
    const body = ReadableStream.from(sieFile(file, vouchers));
    return fileAnswer("si", `${entity.id}-${month}`, body);
  },
});
