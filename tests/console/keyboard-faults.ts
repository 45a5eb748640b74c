import type { Page } from "playwright-core";

/** More elements than any page of the console has. */
const MOST_PRESSES = 600;
/** After so many presses of the key it is looked whether all were reached. */
const PRESSES = 25;

/** What a walk through a page has found so far, kept in the page. */
interface Walk {
  readonly expected: readonly Element[];
  readonly reached: Set<Element>;
  readonly faults: string[];
  /** Whether the walk has come back to where it began. */
  isRound: boolean;
}

type WalkingWindow = typeof globalThis & { sycee?: Walk };

/**
 * Walks through a whole page by the Tab key alone, and says in a few words what it could not reach, where the focus was somewhere that
 * nobody sees, and where nothing showed that it was there.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate(beginWalk);
  for (let pressed = 0; pressed < MOST_PRESSES; pressed += PRESSES) {
    // As somebody who holds the key down: none waits for the one before to have been told of.
    await Promise.all(Array.from({ length: PRESSES }, async () => await page.keyboard.press("Tab")));
    if (await page.evaluate(isWalkOver)) break;
  }
  return await page.evaluate(endWalk);
}

/** Runs in the page: finds everything that somebody can act on, and watches where the focus goes. */
function beginWalk(): void {
  const still = new CSSStyleSheet();
  still.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  const nameOf = (element: Element) => {
    const words = element.getAttribute("aria-label") ?? element.getAttribute("placeholder") ?? element.textContent ?? "";
    return `${element.tagName.toLowerCase()} "${words.trim().slice(0, 40)}"`;
  };
  // What shows the focus may be drawn by the element, its label beside it, or the box around it.
  const looksOf = (element: Element) =>
    [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement]
      .map((each) => {
        if (each === null || each === undefined) return "";
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderTopColor, backgroundColor } = getComputedStyle(each);
        return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderTopColor, backgroundColor].join(" ");
      })
      .join("|");
  const isShown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const found = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    (element) => isShown(element) && !element.matches(":disabled, [inert] *, [aria-hidden=true], [aria-hidden=true] *, #content"),
  );
  // Of tabs and of radio buttons the Tab key reaches one, and arrows the others.
  const hasPeer = (element: HTMLElement) => {
    if (element instanceof HTMLInputElement && element.type === "radio")
      return found.some((other) => other instanceof HTMLInputElement && other.name === element.name && other.checked);
    return element.role === "tab" && element.closest("[role=tablist]")?.querySelector("[role=tab][tabindex='0']") !== null;
  };
  const isAmongOthers = (element: HTMLElement) =>
    (element instanceof HTMLInputElement && element.type === "radio" && !element.checked && hasPeer(element)) ||
    (element.tabIndex < 0 && hasPeer(element));
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const walk: Walk = { expected: found.filter((element) => !isAmongOthers(element)), reached: new Set(), faults: [], isRound: false };
  const before = new Map(found.map((element) => [element as Element, looksOf(element)]));
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (target === walk.expected[0] && walk.reached.has(target)) walk.isRound = true;
    if (walk.reached.has(target)) return;
    walk.reached.add(target);
    const { left, right } = target.getBoundingClientRect();
    if (right <= 0 || left >= innerWidth) walk.faults.push(`${nameOf(target)} has the focus outside of the page`);
    if (before.get(target) === looksOf(target)) walk.faults.push(`nothing shows that ${nameOf(target)} has the focus`);
  });
  (globalThis as WalkingWindow).sycee = walk;
  // The walk begins at the top, wherever somebody clicked before.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}

/** Runs in the page: whether everything that is still there was reached, or the walk goes round. */
function isWalkOver(): boolean {
  const walk = (globalThis as WalkingWindow).sycee;
  return walk === undefined || walk.isRound || walk.expected.every((element) => walk.reached.has(element) || !element.isConnected);
}

/** Runs in the page. */
function endWalk(): string[] {
  const walk = (globalThis as WalkingWindow).sycee;
  if (walk === undefined) throw new Error("no walk was begun");
  // What the page has taken away since, as live data came, cannot be reached any more.
  const missed = walk.expected.filter((element) => element.isConnected && !walk.reached.has(element));
  return [...walk.faults, ...missed.map((element) => `the Tab key does not reach ${element.outerHTML.slice(0, 160)}`)];
}
