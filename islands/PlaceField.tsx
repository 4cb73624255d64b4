// One end of the trip: a text field that offers places while somebody types (ARIA 1.2 combobox).
// Without JavaScript it is the text field alone; the server finds the place from the words.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { formatCount } from "../lib/i18n/format.ts";
import type { Plural } from "../lib/i18n/plural.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { activeAfter, comboboxProps } from "../lib/ui/customer/trip/combobox.ts";
import { chosenWordsOf } from "../lib/ui/customer/trip/load-chosen-words.ts";
import { PlacePanel, type PlacePanelProps } from "../lib/ui/customer/trip/PlacePanel.tsx";
import type { OfferedPlace } from "../lib/ui/customer/trip/recent-places.ts";
import type { PlaceFieldName } from "../lib/ui/customer/trip/trip-questions.ts";
import { type PlaceList, usePlaceList } from "../lib/ui/customer/trip/use-place-list.ts";
import { useRemembered } from "../lib/ui/customer/trip/use-remembered.ts";

/** Texts the field shows. */
export type PlaceFieldTexts =
  & PlacePanelProps["texts"]
  & Record<"nothing" | "offline" | "abroad", string>
  & { found: Plural };

/** Properties of PlaceField. */
export interface PlaceFieldProps {
  name: PlaceFieldName;
  label: string;
  value: string;
  /** Id of the place `value` was chosen from, "" when it was only typed. */
  placeId: string;
  placeholder: string;
  locale: Locale;
  texts: PlaceFieldTexts;
  /** Offered before anything is typed. */
  popular: readonly OfferedPlace[];
  /** The places the person keeps, offered before all others. */
  own?: readonly OfferedPlace[];
  /** Address of the icon sprite. */
  icons: string;
  /** Id of the error text under the field, "" when there is none. */
  errorId: string;
  /** True while the server asks which place was meant. */
  isAsked?: boolean;
  /** Says that Tab takes the first suggestion; without it Tab leaves what was typed. */
  tabTakes?: string;
}

export default function PlaceField(props: PlaceFieldProps) {
  const { name, texts } = props;
  const input = useRef<HTMLInputElement>(null);
  const { chosenId, asked, chosen } = useChosen(props);
  const isPressed = useRef(false);
  const list = usePlaceList(input, props);
  const isLive = useLive(input, props.value, list);
  const [active, setActive] = useState(-1);
  const isOpen = list.state.kind !== "closed";
  const taken = tabTaken(list, active, props);

  useEffect(() => setActive(-1), [list.state]);
  useEffect(() => {
    document.getElementById(`${name}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  useRemembered(input, () => {
    const isSame = asked.current?.value === input.current?.value &&
      chosenId.current?.value === chosen.current?.id;
    return isSame ? chosen.current : null;
  });

  async function choose(place: OfferedPlace) {
    const words = await chosenWordsOf(input.current?.value ?? "", place);
    if (!input.current || !chosenId.current || !asked.current) return;
    input.current.value = words;
    // A long street or a town: the list goes on with where in it.
    if (place.isStop === false) return list.ask(words);
    asked.current.value = input.current.value;
    chosenId.current.value = place.id;
    chosen.current = place;
    list.close();
    // Tells whoever listens to the form (price preview, draft, errors) that the trip changed.
    input.current.dispatchEvent(new Event("change", { bubbles: true }));
    // The keys of a phone would cover the form that comes back.
    if (matchMedia("(pointer: coarse)").matches) input.current.blur();
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = activeAfter(event.key, active, list.places.length);
    const picked = list.places[active];
    const tabbed = event.key === "Tab" && !event.shiftKey ? taken : undefined;
    if (tabbed !== undefined) void choose(tabbed);
    if (next !== null) setActive(next);
    else if (event.key === "Tab" && isOpen) return list.close();
    // Also before it opens: what was asked for shall not come after all.
    else if (event.key === "Escape") list.close();
    else if (event.key === "Enter" && picked) void choose(picked);
    else if (event.key === "ArrowDown" && !isOpen) list.ask(input.current?.value ?? "");
    else return;
    event.preventDefault();
  }

  const openWhenEmpty = () => !isOpen && input.current?.value.trim() === "" && list.open();

  return (
    <div class={`place-field ${name}`}>
      <div class="field-box">
        <label for={name}>{props.label}</label>
        {/* The browser owns the value: typing before the script arrives is never overwritten. */}
        <input
          {...fieldProps(props)}
          {...(isLive ? comboboxProps(name, list.places.length > 0, active) : {})}
          ref={input}
          onPointerDown={() => isPressed.current = true}
          // Not yet while it is being pressed: the form would move away under the finger.
          onFocus={() => isPressed.current || openWhenEmpty()}
          onClick={() => {
            isPressed.current = false;
            openWhenEmpty();
          }}
          onInput={(event) => {
            // Values that a script puts in are not typing, nor is what was typed before this one came and is told anew.
            if (event.isTrusted) list.ask(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={list.close}
        />
        <Hidden name={`${name}Id`} value={props.placeId} field={chosenId} />
        {/* The words the id was chosen for: rewritten words mean another place. */}
        <Hidden name={`${name}Asked`} value={props.value} field={asked} />
      </div>
      {isOpen && (
        <PlacePanel
          {...{ name, active, texts, icons: props.icons }}
          groups={list.state.kind === "groups" ? list.state.groups : []}
          isSearching={list.state.kind === "searching"}
          tabAt={taken === undefined ? -1 : Math.max(0, active)}
          onChoose={(place) => void choose(place)}
          {...{ onClose: () => input.current?.blur(), keeps: list.keeps, onKeep: list.keep }}
        />
      )}
      <p class={list.places.length > 0 ? "visually-hidden" : "place-status"} role="status">
        {statusOf(list, taken !== undefined, props)}
      </p>
    </div>
  );
}

/** True once this has come. What was typed before that, and still is, is asked for: over a poor network that is a whole word. */
function useLive(
  input: RefObject<HTMLInputElement>,
  written: string,
  list: Pick<PlaceList, "ask">,
): boolean {
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    setIsLive(true);
    const field = input.current;
    if (field === document.activeElement && field && field.value !== written) list.ask(field.value);
  }, []);
  return isLive;
}

/** What is said of the list; the places that are always offered need no words. */
function statusOf(list: PlaceList, isTaken: boolean, props: PlaceFieldProps): string {
  const { state, places } = list;
  const { locale, texts, tabTakes } = props;
  if (state.kind === "offline" || state.kind === "nothing" || state.kind === "abroad") {
    return texts[state.kind];
  }
  if (!isAnswer(list)) return "";
  const found = formatCount(locale, places.length, texts.found);
  return isTaken ? `${found} ${tabTakes}` : found;
}

/** What Tab takes: where the arrow keys stand, else the first answer to what was typed; a place to stop at. */
function tabTaken(
  list: PlaceList,
  active: number,
  { tabTakes }: PlaceFieldProps,
): OfferedPlace | undefined {
  const place = list.places[Math.max(0, active)];
  return tabTakes && isAnswer(list) && place?.isStop !== false ? place : undefined;
}

function isAnswer({ state }: PlaceList): boolean {
  return state.kind === "groups" && state.groups[0]?.kind === "suggestions";
}

/** The text field, whatever it asks for. */
function fieldProps({ name, value, placeholder, errorId }: PlaceFieldProps) {
  return {
    id: name,
    name,
    defaultValue: value,
    placeholder,
    dir: "auto" as const,
    maxLength: 200,
    autoCapitalize: "words" as const,
    enterkeyhint: "next" as const,
    spellcheck: false,
    required: true,
    ...(errorId === "" ? {} : { "aria-invalid": true, "aria-describedby": errorId }),
  };
}

/** What was chosen, and the fields that are sent with it. */
function useChosen({ isAsked = false }: PlaceFieldProps) {
  const chosenId = useRef<HTMLInputElement>(null);
  const asked = useRef<HTMLInputElement>(null);
  const chosen = useRef<OfferedPlace | null>(null);
  useLayoutEffect(() => {
    // The answers to the question are sent in place of the id.
    if (isAsked && chosenId.current) chosenId.current.value = "";
  }, [isAsked]);
  return { chosenId, asked, chosen };
}

/** A field that is not seen belongs to whoever chooses: drawn anew, it keeps what was chosen. */
function Hidden(
  { name, value, field }: { name: string; value: string; field: RefObject<HTMLInputElement> },
) {
  const [begun] = useState(value);
  // Spread: written out it would be turned into markup by the compiler, which knows no `defaultValue`.
  return <input {...{ type: "hidden", name, defaultValue: begun }} ref={field} />;
}
