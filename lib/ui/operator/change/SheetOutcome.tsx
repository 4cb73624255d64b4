// What the sheet comes to: the price before and after, what changes, which car, what is in the way, and the button.
import { paths } from "../../../kernel/paths.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Digits, Said } from "../../parts/Said.tsx";
import type { PriceView } from "./outcome-view.ts";
import type { SheetView } from "./sheet-view.ts";

/** The part beside the fields. */
export function SheetOutcome({ view }: { view: SheetView }) {
  const { outcome, words, problem } = view;
  return (
    <section class="sheet-outcome" aria-label={words.outcome}>
      <p class="visually-hidden" role="status">{spoken(view)}</p>
      <Since view={view} />
      {problem !== "" && (
        <p class="sheet-problem" role="alert">
          <Icon name="circle-alert" />
          <span>{problem}</span>
        </p>
      )}
      {outcome.hint !== "" && <p class="sheet-hint">{outcome.hint}</p>}
      {outcome.price !== null && outcome.hint === "" && (
        <Price price={outcome.price} words={words} />
      )}
      <Changes view={view} />
      {outcome.car !== "" && <p class="sheet-car">{outcome.car}</p>}
      <Refusals view={view} />
      {outcome.price !== null && outcome.hint === "" && (
        <button
          type="submit"
          class="button primary sheet-send"
          name="action"
          value="send"
          data-send
          aria-keyshortcuts="Control+Enter"
        >
          {words.send} <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
      )}
    </section>
  );
}

/** What others did meanwhile; said aloud when it comes up. */
function Since({ view: { since, words } }: { view: SheetView }) {
  return (
    <div class="sheet-since" role="status">
      {since.length > 0 && (
        <div class="sheet-note">
          <p class="sheet-note-title">{words.since}</p>
          <ul>{since.map((line, i) => <li key={i}>{line}</li>)}</ul>
          <p>{words.sinceHint}</p>
        </div>
      )}
    </div>
  );
}

function Price({ price, words }: { price: PriceView; words: SheetView["words"] }) {
  const { before, after, difference, parts, lines, byTariff } = price;
  return (
    <div class="sheet-price">
      <p class="sheet-total">
        <span class="visually-hidden">{`${words.price}: `}</span>
        {before !== "" && before !== after && (
          <>
            <s>
              <Digits>{before}</Digits>
            </s>{" "}
            <span aria-hidden="true">→</span>
            <span class="visually-hidden">{words.becomes}</span>
            {" "}
          </>
        )}
        <b>
          <Digits>{after}</Digits>
        </b>
      </p>
      {difference !== "" && <p class="sheet-difference">{difference}</p>}
      {byTariff !== "" && <p class="sheet-hint">{byTariff}</p>}
      {[parts, lines].map((rows, i) =>
        rows.length > 0 && (
          <dl key={i} class={rows === lines ? "sheet-lines sheet-fares" : "sheet-lines"}>
            {rows.map(({ name, amount }, at) => (
              <div key={at}>
                <dt>{name}</dt>
                <dd>
                  <Digits>{amount}</Digits>
                </dd>
              </div>
            ))}
          </dl>
        )
      )}
    </div>
  );
}

function Changes({ view: { outcome, words } }: { view: SheetView }) {
  if (outcome.changes.length === 0) return null;
  return (
    <dl class="sheet-changes" aria-label={words.changes}>
      {outcome.changes.map(({ field, name, from, to }) => (
        <div key={field}>
          <dt>{name}</dt>
          <dd>
            <s>
              <Said>{from}</Said>
            </s>{" "}
            <span aria-hidden="true">→</span>
            <span class="visually-hidden">{words.becomes}</span>{" "}
            <b>
              <Said>{to}</Said>
            </b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is in the way, and the ways around it. */
function Refusals({ view }: { view: SheetView }) {
  const { outcome, words, errors, bookingId } = view;
  const isTooMany = errors.some(({ field }) => field === "passengers");
  const offersSplit = words.splitInstead !== "" && (isTooMany || outcome.instead.length > 0);
  return (
    <>
      {outcome.refusals.map((refusal) => (
        <p key={refusal} class="sheet-refusal">
          <Icon name="circle-alert" />
          <span>{refusal}</span>
        </p>
      ))}
      {outcome.instead.length > 0 && (
        <div class="sheet-instead" role="group" aria-label={words.laterTimes}>
          <span aria-hidden="true">{words.laterTimes}</span>
          {outcome.instead.map(({ wallTime, name }) => (
            <button
              key={wallTime}
              type="submit"
              class="button"
              name="instead"
              value={wallTime}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      {offersSplit && (
        <p>
          <a
            href={paths.adminSheet(bookingId, "split")}
            data-open-sheet="split"
            data-sheet-of={bookingId}
          >
            {words.splitInstead}
          </a>
        </p>
      )}
    </>
  );
}

/** The same in a breath, said when it is another than before. */
function spoken({ outcome, words }: SheetView): string {
  const { hint, price, car, refusals } = outcome;
  const amount = price === null || hint !== "" ? "" : `${words.price}: ${price.after}`;
  const difference = amount === "" ? "" : price?.difference ?? "";
  return [hint, amount, difference, car, ...refusals].filter((part) => part !== "").join(". ");
}
