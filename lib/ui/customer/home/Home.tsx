// The start page: the form is the page, the map is the background of the promise.
import OfflineReady from "../../../../islands/OfflineReady.tsx";
import { textsFor } from "../../../i18n/texts.ts";
import { TripForm, type TripFormProps } from "../trip/TripForm.tsx";
import { HeroMap } from "./HeroMap.tsx";

/** The start page with its form in whatever state it is. */
export function Home(props: TripFormProps) {
  return (
    <>
      <section class="hero">
        <HeroMap />
        <div class="hero-content">
          <div class="hero-promise">
            <h1>
              {textsFor(props.locale).trip.promise.map((sentence) => (
                <span key={sentence}>{`${sentence} `}</span>
              ))}
            </h1>
            <p class="hero-lead">{textsFor(props.locale).trip.lead}</p>
          </div>
          <div class="trip-card">
            <TripForm {...props} />
          </div>
        </div>
      </section>
      <Reasons {...props} />
      <OfflineReady />
    </>
  );
}

function Reasons({ locale, cancellation }: Pick<TripFormProps, "locale" | "cancellation">) {
  return (
    <section class="reasons">
      {textsFor(locale).trip.reasons(cancellation.freeUntilMinutes).map(({ title, text }) => (
        <div>
          <h2>{title}</h2>
          <p>{text}</p>
        </div>
      ))}
    </section>
  );
}
