import { createContext, useContext } from "react";
import { vi, type Sentences } from "./vi";

export type LanguageCode = "vi" | "en";

interface Spoken {
  readonly code: LanguageCode;
  readonly text: Sentences;
  readonly change: (code: LanguageCode) => void;
}

/** The language of the pane; English comes only when asked for. */
export const Language = createContext<Spoken>({ code: "vi", text: vi, change: () => undefined });

export function useLanguage(): Spoken {
  return useContext(Language);
}
