// One end of the trip: a text field that suggests places while somebody types (ARIA 1.2 combobox).
// Without JavaScript it is the text field alone; the server finds the place from the words.
import { useEffect, useRef, useState } from "preact/hooks";
import { formatCount } from "../lib/i18n/format.ts";
import type { Plural } from "../lib/i18n/plural.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import type { kindWord, Place } from "../lib/places/place.ts";
import { MIN_QUERY_LENGTH, placeSuggestions } from "../lib/ui/customer/place-suggestions.ts";
import { activeAfter, comboboxProps } from "../lib/ui/customer/trip/combobox.ts";
import { chosenWords } from "../lib/ui/customer/trip/chosen-words.ts";
import { SuggestionList } from "../lib/ui/customer/trip/SuggestionList.tsx";

/** Texts the field shows. */
export type PlaceFieldTexts =
  & Record<ReturnType<typeof kindWord> | "suggestions" | "nothing" | "offline", string>
  & { found: Plural };

/** Properties of PlaceField. */
export interface PlaceFieldProps {
  name: "from" | "to";
  label: string;
  value: string;
  /** Id of the place `value` was chosen from, "" when it was only typed. */
  placeId: string;
  placeholder: string;
  locale: Locale;
  texts: PlaceFieldTexts;
  /** Address of the icon sprite. */
  icons: string;
  /** Id of the error text under the field, "" when there is none. */
  errorId: string;
}

export default function PlaceField(props: PlaceFieldProps) {
  const { name, texts, locale } = props;
  const input = useRef<HTMLInputElement>(null);
  const chosenId = useRef<HTMLInputElement>(null);
  const asked = useRef<HTMLInputElement>(null);
  const [suggestions] = useState(() => placeSuggestions(locale));
  const [isLive, setIsLive] = useState(false);
  const [places, setPlaces] = useState<Place[]>([]);
  const [active, setActive] = useState(-1);
  const [status, setStatus] = useState("");
  const isOpen = places.length > 0;

  useEffect(() => setIsLive(true), []);
  useEffect(() => {
    document.getElementById(`${name}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  async function ask(words: string) {
    // Values the browser puts back on its own are not typing.
    if (document.activeElement !== input.current) return;
    const answer = await suggestions.ask(words);
    if (answer.kind === "stale") return;
    const found = answer.kind === "places" ? answer.places : [];
    setPlaces(found);
    setActive(-1);
    if (answer.kind === "offline") setStatus(texts.offline);
    else if (found.length > 0) setStatus(formatCount(locale, found.length, texts.found));
    else setStatus(words.trim().length < MIN_QUERY_LENGTH ? "" : texts.nothing);
  }

  function choose(place: Place) {
    if (input.current && chosenId.current && asked.current) {
      input.current.value = chosenWords(input.current.value, place);
      asked.current.value = input.current.value;
      chosenId.current.value = place.id;
      // Tells whoever listens to the form (price preview, draft) that the trip changed.
      chosenId.current.dispatchEvent(new Event("change", { bubbles: true }));
    }
    close();
  }

  function close() {
    suggestions.cancel();
    setPlaces([]);
    setActive(-1);
    setStatus("");
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = activeAfter(event.key, active, places.length);
    if (next !== null) setActive(next);
    else if (event.key === "Escape" && isOpen) close();
    else if (event.key === "Enter" && places[active]) choose(places[active]);
    else return;
    event.preventDefault();
  }

  // The browser owns the value, so that typing before the script arrives is never overwritten.
  const inputProps = {
    id: name,
    name,
    defaultValue: props.value,
    placeholder: props.placeholder,
    ...TYPED,
    ...(props.errorId === "" ? {} : { "aria-invalid": true, "aria-describedby": props.errorId }),
    ...(isLive ? comboboxProps(name, isOpen, active) : {}),
  };

  return (
    <div class={`place-field ${name}`}>
      <div class="field-box">
        <label for={name}>{props.label}</label>
        <input
          {...inputProps}
          ref={input}
          onInput={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <input {...hidden(`${name}Id`, props.placeId)} ref={chosenId} />
        {/* The words the id was chosen for: rewritten words mean another place. */}
        <input {...hidden(`${name}Asked`, props.value)} ref={asked} />
      </div>
      <SuggestionList
        name={name}
        label={texts.suggestions}
        places={places}
        active={active}
        kinds={texts}
        icons={props.icons}
        onChoose={choose}
      />
      <p class={isOpen ? "visually-hidden" : "place-status"} role="status">{status}</p>
    </div>
  );
}

/** How the words are typed, whatever the field asks for. */
const TYPED = {
  dir: "auto",
  maxLength: 200,
  required: true,
  autoCapitalize: "words",
  enterkeyhint: "next",
  spellcheck: false,
} as const;

function hidden(name: string, value: string) {
  return { type: "hidden" as const, name, defaultValue: value };
}
