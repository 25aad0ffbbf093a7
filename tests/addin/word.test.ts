import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { wordHost } from "../../addin/src/host/word";

/** A Word with WordApi 1.6, whose text and whose news the tests make up. The office.js of the package knows no such Word, so it is played here. */
class NewWord {
  text = "trước";

  readonly told = new Set<(change: { source: string }) => Promise<void>>();

  private readonly event = {
    add: (handler: (change: { source: string }) => Promise<void>) => {
      this.told.add(handler);
      return { context: this.context, remove: () => this.told.delete(handler) };
    },
  };

  private readonly body = { load: () => undefined, text: "" };

  private readonly context = {
    sync: () => Promise.resolve(void (this.body.text = this.text)),
    document: { body: this.body, onParagraphChanged: this.event, onParagraphAdded: this.event, onParagraphDeleted: this.event },
  };

  readonly globals = {
    Office: { context: { requirements: { isSetSupported: () => true }, platform: "PC" }, PlatformType: { Mac: "Mac", iOS: "iOS" } },
    Word: { run: (batch: (context: unknown) => Promise<unknown>) => batch(this.context), Document: { prototype: { onParagraphChanged: null } } },
  };

  async news(source: "Local" | "Remote"): Promise<void> {
    for (const handler of this.told) await handler({ source });
    await vi.advanceTimersByTimeAsync(1000);
  }
}

let word: NewWord;

beforeEach(() => {
  vi.useFakeTimers();
  word = new NewWord();
  Object.entries(word.globals).forEach(([name, value]) => vi.stubGlobal(name, value));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function watched() {
  const edited = vi.fn();
  return { edited, stop: await wordHost().watch(edited) };
}

test("ChangedParagraphs_AreOneEdit", async () => {
  const { edited } = await watched();
  word.text = "sau";
  await word.news("Local");
  expect(edited).toHaveBeenCalledTimes(1);
});

test("ParagraphChangedByAnother_IsNoEdit", async () => {
  const { edited } = await watched();
  word.text = "sau";
  await word.news("Remote");
  expect(edited).not.toHaveBeenCalled();
});

test("ParagraphThatReadsAsBefore_IsNoEdit", async () => {
  const { edited } = await watched();
  await word.news("Local");
  expect(edited).not.toHaveBeenCalled();
});

test("WatchThatIsEnded_HearsNoMore", async () => {
  const { edited, stop } = await watched();
  stop();
  expect(word.told.size).toBe(0);
  word.text = "sau";
  await word.news("Local");
  expect(edited).not.toHaveBeenCalled();
});

test("SecondWatch_OutlivesTheFirst", async () => {
  const port = wordHost();
  const [first, second] = [vi.fn(), vi.fn()];
  const stop = await port.watch(first);
  await port.watch(second);
  stop();
  word.text = "sau";
  await word.news("Local");
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledTimes(1);
});
