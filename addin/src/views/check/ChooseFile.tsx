import { useState, type DragEvent } from "react";
import { useLanguage } from "../../language/Language";
import { useSession } from "../../state/session";
import { Icon } from "../Icons";

/** On the page for browsers: the file comes by choice or by drop. */
export function ChooseFile() {
  const { text } = useLanguage();
  const { open } = useSession();
  const [over, setOver] = useState(false);
  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void open(file);
  }
  return (
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
  );
}

export function FileButton({ again = false }: { again?: boolean }) {
  const { text } = useLanguage();
  const { open } = useSession();
  return (
    <label className={again ? "choose-button" : "choose-button choose-first"}>
      {!again && <Icon name="file" />}
      {again ? text.check.chooseOther : text.check.choose}
      <input
        type="file"
        className="choose-input"
        accept=".xlsx,.docx"
        onChange={event => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was changed.
          event.target.value = "";
          if (file) void open(file);
        }}
      />
    </label>
  );
}
