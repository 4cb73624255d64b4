// What does not fit on a page: words that are cut, boxes that lie over each other, and what hangs out of the window.
import type { Page } from "npm:playwright-core@1.65.1";

/** One line a fault, none when everything fits. Scrolls nothing and changes nothing. */
export async function whatDoesNotFit(page: Page): Promise<string[]> {
  return await page.evaluate(faultsOnPage);
}

/** Runs in the page; so it names nothing from around it. */
function faultsOnPage(): string[] {
  /** Less than this nobody sees, in pixels. */
  const TOLERANCE = 1.5;
  const MOST = 12;
  /** Words of others, of any length: they end in three dots, and are whole where they are opened. */
  const OTHERS_WORDS = ".trip td, .need-trip, .need > .state, .order-ends, .car-name, .timeline *";
  const PARTS =
    "h1, h2, h3, a, button, input, select, textarea, summary, time, label, p, th, td, dt, dd, li, legend, kbd, " +
    ".figure-name, .figure-value, .figure-note, .foot-bar-name, .state, .fact";
  type Box = { left: number; right: number; top: number; bottom: number };

  const sidesOf = (element: Element | Range): Box => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const isClippedAway = (element: Element) => getComputedStyle(element).clipPath !== "none";
  const around = (element: Node) => {
    const found: Element[] = [];
    for (let up = element.parentElement; up !== null; up = up.parentElement) found.push(up);
    return found;
  };
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest(".visually-hidden, .skip-link") === null &&
    !isClippedAway(element) && !around(element).some(isClippedAway);
  const nameOf = (element: Element) => {
    const words = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    const kind = element.id === "" ? element.className.toString().split(" ")[0] : `#${element.id}`;
    return `${element.tagName.toLowerCase()}.${kind} "${words}"`;
  };
  const isBeside = (one: Box, other: Box) =>
    one.right - TOLERANCE <= other.left || other.right - TOLERANCE <= one.left ||
    one.bottom - TOLERANCE <= other.top || other.bottom - TOLERANCE <= one.top;
  const scrollsSideways = (element: Element) =>
    element.scrollWidth > element.clientWidth + TOLERANCE &&
    /auto|scroll/.test(getComputedStyle(element).overflowX);
  /** What is stuck to the window lies over what is scrolled, and is compared with itself alone. */
  const layerOf = (element: Element) =>
    [element, ...around(element)].find((one) =>
      /sticky|fixed|absolute/.test(getComputedStyle(one).position)
    ) ?? document.body;
  /** A booking stands beside the list or in its place, whatever of either is stuck; never over it. */
  const isPaneOver = (one: Element, other: Element) =>
    [one, other].filter((part) => part.closest(".pane") !== null).length === 1 &&
    [one, other].every((part) => part.closest(".foot-bar, .act-bar") === null);
  const wordsBox = (element: Element): Box | null => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: Box[] = [];
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const isHidden = around(text).some(isClippedAway);
      if (!isHidden && range.getClientRects().length > 0) found.push(sidesOf(range));
    }
    return found.length === 0 ? null : {
      left: Math.min(...found.map(({ left }) => left)),
      right: Math.max(...found.map(({ right }) => right)),
      top: Math.min(...found.map(({ top }) => top)),
      bottom: Math.max(...found.map(({ bottom }) => bottom)),
    };
  };

  const clips = (element: Element) => getComputedStyle(element).overflowX !== "visible";
  /** What of it is not cut off by what stands around it. */
  const seenBox = (element: Element): Box => {
    const box = sidesOf(element);
    const words = clips(element) ? null : wordsBox(element);
    if (words !== null) {
      box.left = Math.min(box.left, words.left);
      box.right = Math.max(box.right, words.right);
    }
    for (const frame of around(element).filter(clips)) {
      const room = sidesOf(frame);
      box.left = Math.max(box.left, room.left);
      box.right = Math.min(box.right, room.right);
      box.top = Math.max(box.top, room.top);
      box.bottom = Math.min(box.bottom, room.bottom);
    }
    return box;
  };
  const isLarge = ({ left, right, top, bottom }: Box) =>
    right - left > TOLERANCE && bottom - top > TOLERANCE;
  const isCut = (words: Box, { left, right }: Box) =>
    words.right > right + TOLERANCE || words.left < left - TOLERANCE;
  const hintIsCut = (field: HTMLInputElement) => {
    const style = getComputedStyle(field);
    const pen = document.createElement("canvas").getContext("2d");
    if (field.placeholder === "" || field.value !== "" || pen === null) return false;
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    return pen.measureText(field.placeholder).width > field.clientWidth - padding + TOLERANCE;
  };

  const faults: string[] = [];
  const beside = document.documentElement.scrollWidth - innerWidth;
  const isBesideWindow = (element: Element) => sidesOf(element).right > innerWidth + TOLERANCE;
  if (beside > 0) {
    const widest = [...document.querySelectorAll("body *")].filter(isBesideWindow).at(-1);
    faults.push(`${beside} px beside the window: ${widest ? nameOf(widest) : ""}`);
  }
  // Behind a modal dialog nothing can be read or reached: what lies there is covered on purpose.
  const open = document.querySelector("dialog:modal") ?? document;
  const boxes = [...open.querySelectorAll(PARTS)]
    .filter((part) => part.querySelector(PARTS) === null && isSeen(part))
    .map((part) => ({ part, layer: layerOf(part), box: seenBox(part) }))
    .filter(({ box }) => isLarge(box));
  for (const { part, box } of boxes) {
    if (around(part).some(scrollsSideways)) continue;
    const isAbove = box.top + scrollY < -TOLERANCE;
    if (isAbove || box.left < -TOLERANCE || box.right > innerWidth + TOLERANCE) {
      faults.push(`outside of the window: ${nameOf(part)}`);
    }
    if (part instanceof HTMLInputElement && hintIsCut(part)) {
      faults.push(`cut: the hint "${part.placeholder}"`);
    }
    const words = part.closest(OTHERS_WORDS) === null ? wordsBox(part) : null;
    const frames = [part, ...around(part)].filter(clips);
    if (words !== null && frames.some((frame) => isCut(words, sidesOf(frame)))) {
      faults.push(`cut: ${nameOf(part)}`);
    }
  }
  boxes.forEach((one, at) => {
    for (const other of boxes.slice(at + 1)) {
      const isCompared = one.layer === other.layer || isPaneOver(one.part, other.part);
      if (!isCompared || isBeside(one.box, other.box)) continue;
      if (one.part.closest(".timeline") !== null) continue;
      faults.push(`over each other: ${nameOf(one.part)} and ${nameOf(other.part)}`);
    }
  });
  return [...new Set(faults)].slice(0, MOST);
}
