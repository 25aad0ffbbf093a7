import { HostTrouble, type Corrected, type Correction, type HostPort, type Location, type Trouble } from "./HostPort";
import { answer } from "./trouble";
import { base64, savesFiles, wholeFile } from "./wholeFile";
import { clearMarks, hasMarks, setMarks } from "./wordMarks";
import { contentOf, isInForm, isLocked, isPlace, loadText, placesOf, textOf, withoutLayout } from "./wordPlaces";
import { word } from "./wordRun";

/** Word, through office.js. WordApi 1.3 (Word 2021) does all; an older one only hands out the file. */
export function wordHost(): HostPort {
  const able = Office.context.requirements.isSetSupported("WordApi", "1.3");
  const watching = new Watching();
  return {
    kind: "word",
    can: { show: able, correct: able, mark: able, watch: able, open: able ? ["docx"] : [], insert: able, save: savesFiles() },
    readFile: (progress, cancelled) => wholeFile("bieu-mau.docx", progress, cancelled),
    show,
    correct: async corrections => watching.ours(() => correct(corrections)),
    mark: setMarks,
    clearMarks,
    hasMarks,
    watch: edited => watching.start(edited),
    open: file =>
      word(async context => {
        context.application.createDocument(base64(file.bytes)).open();
        await context.sync();
      }),
    insert: file =>
      watching.ours(() =>
        word(async context => {
          context.document.body.insertFileFromBase64(base64(file.bytes), "End");
          await context.sync();
        }),
      ),
  };
}

async function show(location: Location): Promise<void> {
  if (!isPlace(location)) throw new HostTrouble("noPlace");
  await word(async context => {
    const [place] = await placesOf(context, [location]);
    if (!place) throw new HostTrouble("gone");
    contentOf(place).select();
    await context.sync();
  });
}

/** Looks first, then writes all at once: only what still says what was checked. */
function correct(corrections: readonly Correction[]): Promise<Corrected> {
  return word(async context => {
    const places = await placesOf(context, corrections.map(correction => correction.location));
    for (const place of places) if (place) loadText(place);
    await context.sync();
    const left: { correction: Correction; trouble: Trouble }[] = [];
    const done: Correction[] = [];
    corrections.forEach((correction, index) => {
      const place = places[index];
      const trouble: Trouble | null = !place ? "gone" : isLocked(place) ? "protectedSheet" : textOf(place) !== withoutLayout(correction.from) ? "changed" : null;
      if (!place || trouble) left.push({ correction, trouble: trouble ?? "gone" });
      // A control that this Word does not tell of would be overwritten together with its text.
      else if (!("control" in place) && isInForm(correction.location) && correction.location.control !== null) left.push({ correction, trouble: "tooOld" });
      else {
        const written = contentOf(place).insertText(correction.to, "Replace");
        if (correction.font) written.font.name = correction.font;
        done.push(correction);
      }
    });
    await context.sync();
    return { done, left };
  });
}

/** How long the text must have been at rest before it is compared. */
const REST = 400;

/**
 * Edits of the text. WordApi 1.6 tells of changed paragraphs; an older Word only of a moved selection, which is no more than a hint. So the text is compared with what it was, and what
 * we wrote ourselves is no edit.
 */
class Watching {
  /** The text as it was last seen, while somebody watches. */
  private seen: { text: string } | null = null;

  /** Runs what writes into the text by our own hand. */
  async ours<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } finally {
      if (this.seen) this.seen.text = await bodyText();
    }
  }

  async start(edited: () => void): Promise<() => void> {
    const own = (this.seen = { text: await bodyText() });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const compare = async () => {
      const text = await bodyText();
      if (this.seen !== own || text === own.text) return;
      own.text = text;
      edited();
    };
    const hint = () => {
      clearTimeout(timer);
      // A Word that is busy now is asked again with the next hint.
      timer = setTimeout(() => void compare().catch((error: unknown) => error instanceof HostTrouble || reportError(error)), REST);
    };
    const stop = tellsOfParagraphs() ? await onParagraphs(hint) : await onSelection(hint);
    return () => {
      clearTimeout(timer);
      if (this.seen === own) this.seen = null;
      stop();
    };
  }
}

function bodyText(): Promise<string> {
  return word(async context => {
    const body = context.document.body;
    body.load("text");
    await context.sync();
    return body.text;
  });
}

/** Both Word and the office.js at hand must know it: the one for closed networks ends with WordApi 1.3, whatever Word can do. */
function tellsOfParagraphs(): boolean {
  return Office.context.requirements.isSetSupported("WordApi", "1.6") && "onParagraphChanged" in Word.Document.prototype;
}

async function onParagraphs(hint: () => void): Promise<() => void> {
  const handlers = await word(async context => {
    const local = async (change: { readonly source: Word.EventSource | "Local" | "Remote" }) => {
      if (change.source === "Local") hint();
    };
    const { document } = context;
    const added = [document.onParagraphChanged.add(local), document.onParagraphAdded.add(local), document.onParagraphDeleted.add(local)];
    await context.sync();
    return added;
  });
  return () => {
    for (const handler of handlers) handler.remove();
    void handlers[0]!.context.sync();
  };
}

async function onSelection(hint: () => void): Promise<() => void> {
  await answer(done => Office.context.document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, hint, done));
  return () => Office.context.document.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, { handler: hint });
}

