// The step between the trip form and its price, as a person with a map takes it.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { readQuote } from "../../lib/pricing/read-quote.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome } from "./support/stage.ts";
import {
  airportTrip,
  bookButton,
  showPrice,
  stopAt,
  tripField,
  writeTrip,
} from "./support/trips.ts";

const stage = makeStage();

for (const locale of LOCALES) {
  const { trip } = textsFor(locale);

  browserTest(
    `two numbers of one street are a trip once both ends are shown, in ${locale}`,
    async () => {
      const { page, complaints } = await aVisitor(stage);
      await openHome(page, locale);
      await writeTrip(page, locale, airportTrip({ from: "Vasagatan 11", to: "Vasagatan 30" }));
      await showPrice(page, locale);
      await stopAt(page, trip.place.crossing("Vasagatan", "Viktoriagatan"));
      await page.getByText(trip.placeStep.number("30")).waitFor();
      await page.getByRole("button", { name: trip.placeStep.pin }).click();
      await page.getByRole("button", { name: trip.map.use }).click();
      await bookButton(page, locale).waitFor();

      const quote = await readQuote(
        stage.app.services,
        quoteId(page.url().split("/").at(-1) ?? ""),
      );
      assert.deepEqual([quote.trip.from.words, quote.trip.to.words], [
        "Vasagatan 11",
        "Vasagatan 30",
      ]);
      assert.equal(quote.trip.from.placeId, "street:vasagatan~viktoriagatan");
      assert.equal(quote.trip.to.kind, "pin");
      assert.deepEqual(complaints, []);
    },
  );

  browserTest(
    `who finds none of the places is back at the form with all of it, in ${locale}`,
    async () => {
      const { page } = await aVisitor(stage, { javaScriptEnabled: false });
      const written = airportTrip({ from: "Drottninggatan 10, Stockholm", time: "14:10" });
      await openHome(page, locale);
      await writeTrip(page, locale, written);
      await showPrice(page, locale);
      const first = page.getByRole("list").getByRole("button").first();
      assert.match(await first.innerText(), /Stockholm/);
      await page.getByRole("link", { name: trip.placeStep.none }).click();
      assert.equal(new URL(page.url()).pathname, paths.home());
      for (const name of ["from", "to", "date", "time"] as const) {
        assert.equal(await tripField(page, locale, name).inputValue(), written[name]);
      }
    },
  );
}
