import type { Location, Mark } from "./HostPort";
import { answer } from "./trouble";
import { contentOf, isLocked, loadText, placesOf, textOf, withoutLayout, type Place } from "./wordPlaces";
import { word } from "./wordRun";

/** Word's own highlighter colours: others it would round to these. */
const grounds: Readonly<Record<Mark["severity"], string>> = { error: "#FF00FF", warning: "#FFFF00", info: "#00FFFF" };

/** In the document's settings: what was marked, so that a later session can undo it. */
const LEDGER = "LearningCity.Marks";

/** One marked place: what it said, its ground before (null: none) and ours. */
interface Entry {
  readonly location: Location;
  readonly text: string;
  readonly was: string | null;
  readonly is: string;
}

/** Marks text with the highlighter. What cannot be put back exactly, such as text of several grounds, or is locked or empty, stays unmarked. */
export async function setMarks(marks: readonly Mark[]): Promise<number> {
  await clearMarks();
  const worst = [...marks].sort((one, other) => rank(one) - rank(other));
  return word(async context => {
    const places = await placesOf(context, worst.map(mark => mark.location));
    for (const place of places) if (place) loadLook(place);
    await context.sync();
    const entries: Entry[] = [];
    const seen = new Set<string>();
    let set = 0;
    worst.forEach((mark, index) => {
      const place = places[index];
      if (!place || isLocked(place) || textOf(place) === "" || contentOf(place).font.highlightColor === "") return;
      set++;
      if (seen.has(mark.location.text)) return;
      seen.add(mark.location.text);
      entries.push({ location: mark.location, text: textOf(place), was: contentOf(place).font.highlightColor, is: grounds[mark.severity] });
      contentOf(place).font.highlightColor = grounds[mark.severity];
    });
    if (entries.length === 0) return 0;
    // First what was there: should Word fall over between the two, nothing is lost.
    await keep(entries);
    await context.sync();
    return set;
  });
}

/** Puts back what was there, wherever our ground still is. */
export async function clearMarks(): Promise<void> {
  const entries = kept();
  if (entries.length === 0) return;
  await word(async context => {
    const places = await placesOf(context, entries.map(entry => entry.location));
    for (const place of places) if (place) loadLook(place);
    await context.sync();
    const moved = entries.filter((entry, index) => {
      const place = places[index];
      // An empty colour is several: the text was changed after it was marked.
      const isOurs = place && (contentOf(place).font.highlightColor === "" || isGround(contentOf(place).font, entry));
      if (isOurs) contentOf(place).font.highlightColor = entry.was as string;
      return !isOurs;
    });
    if (moved.length > 0) await clearMoved(context, moved);
    await context.sync();
  });
  await keep([]);
}

/** Rows were put in or taken out since: the text is found by its words and our ground. */
async function clearMoved(context: Word.RequestContext, moved: readonly Entry[]): Promise<void> {
  const { paragraphs } = context.document.body;
  paragraphs.load("items/text,items/font/highlightColor");
  await context.sync();
  for (const paragraph of paragraphs.items) {
    const words = withoutLayout(paragraph.text);
    const entry = moved.find(entry => isGround(paragraph.font, entry) && entry.text.split("\n").includes(words));
    if (entry) paragraph.font.highlightColor = entry.was as string;
  }
}

function isGround(font: Word.Font, entry: Entry): boolean {
  return font.highlightColor?.toUpperCase() === entry.is;
}

export function hasMarks(): Promise<boolean> {
  return Promise.resolve(kept().length > 0);
}

function loadLook(place: Place): void {
  loadText(place);
  contentOf(place).font.load("highlightColor");
}

function rank(mark: Mark): number {
  return ["error", "warning", "info"].indexOf(mark.severity);
}

function kept(): readonly Entry[] {
  const text = Office.context.document.settings.get(LEDGER) as string | null;
  return text ? (JSON.parse(text) as Entry[]) : [];
}

async function keep(entries: readonly Entry[]): Promise<void> {
  const { settings } = Office.context.document;
  if (entries.length > 0) settings.set(LEDGER, JSON.stringify(entries));
  else settings.remove(LEDGER);
  await answer(done => settings.saveAsync(done));
}
