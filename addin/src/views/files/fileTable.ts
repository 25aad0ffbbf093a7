import { service } from "../../service/client";
import { FileTable } from "../../state/fileTable";
import { useSession } from "../../state/session";
import { goTo } from "../Frame";

/** One list as long as the page is open. */
export const fileTable = new FileTable(service.check);

/** On the page for browsers: one file becomes the file at hand, several become the table of files. */
export function useTakeFiles(): (files: Iterable<File> | null) => void {
  const { open } = useSession();
  return files => {
    const taken = [...(files ?? [])];
    if (taken.length > 1) {
      fileTable.add(taken);
      goTo("files");
    } else if (taken[0]) void open(taken[0]);
  };
}
