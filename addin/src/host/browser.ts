import { HostTrouble, type HostFile, type HostPort } from "./HostPort";

/** A file that was dropped on the page: it can be read, and nothing else. What is made of it is downloaded. */
export function browserHost(file?: File): HostPort {
  const never = () => Promise.reject(new HostTrouble("tooOld"));
  return {
    kind: "browser",
    can: { show: false, correct: false, mark: false, watch: false, open: [], insert: false, save: true },
    async readFile(progress): Promise<HostFile> {
      if (!file) throw new HostTrouble("gone");
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        progress(1);
        return { name: file.name, bytes };
      } catch (error) {
        throw new HostTrouble("gone", String(error));
      }
    },
    show: never,
    correct: never,
    mark: never,
    clearMarks: never,
    hasMarks: () => Promise.resolve(false),
    watch: () => Promise.resolve(() => undefined),
    open: never,
    insert: never,
  };
}
