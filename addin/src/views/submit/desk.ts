import { useSyncExternalStore } from "react";
import { service } from "../../service/client";
import { SubmitDesk, type SubmitState } from "../../state/submitDesk";

/** One desk as long as the pane is open. */
export const desk = new SubmitDesk(service);

export function useSubmitDesk(): SubmitState {
  return useSyncExternalStore(desk.subscribe, desk.snapshot);
}
