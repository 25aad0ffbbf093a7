import { useState, type DragEvent } from "react";
import { useLanguage } from "../../language/Language";
import { useSession } from "../../state/session";
import { Icon } from "../Icons";
import { Samples } from "../files/Samples";
import { useTakeFiles } from "../files/fileTable";

/** On the page for browsers: the file comes by choice or by drop; several go into the table of files. */
export function ChooseFile() {
  const { text } = useLanguage();
  const { open } = useSession();
  const take = useTakeFiles();
  const [over, setOver] = useState(false);
  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }
  return (
    <>
      <div
        className={over ? "choose choose-over" : "choose"}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <h2 className="heading">{text.check.heading}</h2>
        <p>{text.check.introBrowser}</p>
        <FileButton />
      </div>
      <Samples take={file => void open(file)} />
    </>
  );
}

export function FileButton({ again = false }: { again?: boolean }) {
  const { text } = useLanguage();
  const take = useTakeFiles();
  return (
    <label className={again ? "choose-button" : "choose-button choose-first"}>
      {!again && <Icon name="file" />}
      {again ? text.check.chooseOther : text.check.choose}
      <input
        type="file"
        className="choose-input"
        accept=".xlsx,.docx"
        multiple
        onChange={event => {
          take(event.target.files);
          // The same file may be chosen again after it was changed.
          event.target.value = "";
        }}
      />
    </label>
  );
}
