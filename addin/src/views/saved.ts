import type { HostFile } from "../host/HostPort";

/** Gives a file to the browser to save. The address is let go only later: the browser begins to read after the click. */
export function saved(file: HostFile): void {
  const address = URL.createObjectURL(new Blob([file.bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
