import { HostTrouble, type HostFile } from "./HostPort";
import { answer } from "./trouble";

/** Bytes a slice: progress moves and a cancel is heard at each one. Office allows up to 4 MB. */
const SLICE = 512 * 1024;

/** The open file as Office would save it now. Office keeps at most two copies, so each is given back, whatever happens. */
export async function wholeFile(unnamed: string, progress: (part: number) => void, cancelled: AbortSignal): Promise<HostFile> {
  cancelled.throwIfAborted();
  const copy = await answer<Office.File>(done => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done));
  try {
    const bytes = new Uint8Array(copy.size);
    let at = 0;
    for (let index = 0; index < copy.sliceCount; index++) {
      cancelled.throwIfAborted();
      const slice = await answer<Office.Slice>(done => copy.getSliceAsync(index, done));
      bytes.set(slice.data as ArrayLike<number>, at);
      at += slice.size;
      progress(at / copy.size);
    }
    if (isEncrypted(bytes)) throw new HostTrouble("encrypted");
    return { name: nameOf(Office.context.document.url, unnamed), bytes };
  } finally {
    await answer(done => copy.closeAsync(done));
  }
}

/** An OLE compound file (MS-CFB) that holds a stream `EncryptedPackage`. Old binary files are compound too; of those the service has more to say. */
export function isEncrypted(bytes: Uint8Array): boolean {
  const signature = [0xd0, 0xcf, 0x11, 0xe0];
  if (!signature.every((byte, at) => bytes[at] === byte)) return false;
  return new TextDecoder("utf-16le").decode(bytes).includes("EncryptedPackage");
}

/** The last part of a path or address; a file that was never saved has none. */
export function nameOf(url: string | null | undefined, unnamed: string): string {
  const last = (url ?? "").split(/[?#]/)[0]!.split(/[\\/]/).pop()!;
  if (!last.includes(".")) return unnamed;
  try {
    return /^https?:/i.test(url!) ? decodeURIComponent(last) : last;
  } catch {
    return last;
  }
}

export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** WebView2 and browsers save what a page hands them; the web views of macOS and iOS do nothing, without a word. */
export function savesFiles(): boolean {
  return Office.context.platform !== Office.PlatformType.Mac && Office.context.platform !== Office.PlatformType.iOS;
}
