import { startOffice, type OfficeStart } from "../../../addin/src/host/office";

declare global {
  interface Window {
    started: Promise<OfficeStart | null>;
  }
}

/** The adapters by themselves, on a page of their own: the pane hands its port to nobody. */
window.started = startOffice();
