import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist";
import worker from "pdfjs-dist/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = worker;

/** The pages of a PDF, drawn in the page itself: nothing is fetched from elsewhere, no code is made from text. The service's PDFs carry their fonts. */
export interface Pages {
  readonly total: number;
  page(number: number): Promise<PDFPageProxy>;
  close(): Promise<void>;
}

export async function openPdf(bytes: Uint8Array): Promise<Pages> {
  // The worker takes the bytes with it; the file stays with its owner.
  const loading = getDocument({ data: bytes.slice(), isEvalSupported: false, useWasm: false, enableXfa: false });
  const pdf: PDFDocumentProxy = await loading.promise;
  return { total: pdf.numPages, page: number => pdf.getPage(number), close: () => loading.destroy() };
}

/** Draws so many device pixels wide. Rejects when cancelled. */
export function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, width: number, cancelled: AbortSignal): Promise<void> {
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / whole.width });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const drawing = page.render({ canvas, viewport });
  cancelled.addEventListener("abort", () => drawing.cancel(), { once: true });
  return drawing.promise;
}
