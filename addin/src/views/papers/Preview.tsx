import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../../language/Language";
import type { Paper } from "../../state/paperDesk";
import { saved } from "../saved";
import { drawPage, openPdf, type Pages } from "./pdf";

interface Props {
  readonly papers: readonly Paper[];
  readonly canSave: boolean;
  readonly close: () => void;
}

/** Xem trước: the pages as they will be printed, as wide as the pane, or twice as wide. */
export default function Preview({ papers, canSave, close }: Props) {
  const { text } = useLanguage();
  const [chosen, choose] = useState(papers[0]!.id);
  const [enlarged, enlarge] = useState(false);
  const paper = papers.find(other => other.id === chosen) ?? papers[0]!;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: "start" });
    section.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={section} className="preview" aria-label={text.papers.preview} tabIndex={-1}>
      <div className="preview-bar">
        {papers.length > 1 ? (
          <select className="select preview-choice" aria-label={text.papers.previewOf} value={paper.id} onChange={event => choose(Number(event.target.value))}>
            {papers.map(other => (
              <option key={other.id} value={other.id}>
                {other.title}
              </option>
            ))}
          </select>
        ) : (
          <h3 className="preview-title">{paper.title}</h3>
        )}
        <button type="button" className="small-button" aria-pressed={enlarged} onClick={() => enlarge(!enlarged)}>
          {enlarged ? text.papers.fit : text.papers.enlarge}
        </button>
        {canSave && (
          <button type="button" className="small-button" onClick={() => saved(paper.file)}>
            {text.papers.savePdf}
          </button>
        )}
        <button type="button" className="small-button" onClick={close}>
          {text.papers.close}
        </button>
      </div>
      <PdfPages key={paper.id} paper={paper} enlarged={enlarged} />
    </section>
  );
}

function PdfPages({ paper, enlarged }: { paper: Paper; enlarged: boolean }) {
  const { text } = useLanguage();
  const [pages, setPages] = useState<Pages | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let gone = false;
    const opening = openPdf(paper.file.bytes);
    opening.then(
      opened => gone || setPages(opened),
      (error: unknown) => {
        if (gone) return;
        setBroken(true);
        reportError(error);
      },
    );
    return () => {
      gone = true;
      void opening.then(
        opened => opened.close(),
        () => undefined,
      );
    };
  }, [paper]);
  if (broken) return <p role="alert">{text.papers.broken}</p>;
  return (
    <>
      <p className="note" role="status">
        {pages ? text.papers.pages(pages.total) : text.papers.drawing}
      </p>
      {pages && (
        <div className={`sheets${enlarged ? " sheets-enlarged" : ""}`} role="region" aria-label={paper.title} tabIndex={0}>
          {Array.from({ length: pages.total }, (_, index) => (
            <Sheet key={index} pages={pages} number={index + 1} title={paper.title} enlarged={enlarged} />
          ))}
        </div>
      )}
    </>
  );
}

/** One page. It is drawn when it comes near the window, and again when it becomes wider. */
function Sheet({ pages, number, title, enlarged }: { pages: Pages; number: number; title: string; enlarged: boolean }) {
  const { text } = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number === 1);
  const width = useWidth(canvas);
  useEffect(() => {
    const observer = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && setNear(true), { rootMargin: "600px" });
    observer.observe(canvas.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!near || width === 0) return;
    const ended = new AbortController();
    const draw = async () => {
      const page = await pages.page(number);
      if (!ended.signal.aborted) await drawPage(page, canvas.current!, Math.round(width * devicePixelRatio), ended.signal);
    };
    draw().catch((error: unknown) => ended.signal.aborted || reportError(error));
    return () => ended.abort();
  }, [pages, number, near, width, enlarged]);
  return (
    <figure className="sheet">
      <canvas ref={canvas} className="sheet-paper" role="img" aria-label={text.papers.pageOf(number, pages.total, title)} width={210} height={297} />
      <figcaption>{text.papers.page(number, pages.total)}</figcaption>
    </figure>
  );
}

/** In CSS pixels, once it rests: a page that is drawn anew at every step of a drag would flicker. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(entries => {
      const now = Math.round(entries[0]!.contentRect.width);
      clearTimeout(timer);
      timer = setTimeout(() => setWidth(now), 120);
    });
    observer.observe(element.current!);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return width;
}
