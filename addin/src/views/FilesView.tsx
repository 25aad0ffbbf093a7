import { Button } from "@fluentui/react-components";
import { useState, useSyncExternalStore, type DragEvent } from "react";
import { useLanguage } from "../language/Language";
import { Icon } from "./Icons";
import { FileRows } from "./files/FileRows";
import { Samples } from "./files/Samples";
import { fileTable as table } from "./files/fileTable";
import "./check/check.css";
import "./parts.css";
import "./files.css";

/** Kiểm tra nhiều tệp, on the page for browsers. */
export default function FilesView() {
  const { text } = useLanguage();
  const rows = useSyncExternalStore(table.subscribe, table.snapshot);
  const done = rows.filter(row => row.state === "checked" || row.state === "failed").length;
  return (
    <div className="files">
      <h2 className="heading">{text.files.heading}</h2>
      <DropPlace />
      {rows.length > 0 && (
        <section aria-labelledby="files-list">
          <div className="files-head">
            <h3 id="files-list" className="subheading">
              {text.files.list}
            </h3>
            <p className="note" role="status">
              {text.files.summary(done, rows.length)}
            </p>
            <div className="actions">
              <Button size="small" onClick={() => print()}>
                {text.files.print}
              </Button>
              <Button size="small" onClick={() => table.clear()}>
                {text.files.removeAll}
              </Button>
            </div>
          </div>
          <FileRows rows={rows} table={table} />
        </section>
      )}
      <Samples take={file => table.add([file])} />
      <p className="note files-privacy">{text.files.privacy}</p>
    </div>
  );
}

function DropPlace() {
  const { text } = useLanguage();
  const [over, setOver] = useState(false);
  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    table.add(event.dataTransfer.files);
  }
  return (
    <div
      className={`choose${over ? " choose-over" : ""}`}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <p>{text.files.drop}</p>
      <label className="choose-button">
        <Icon name="files" />
        {text.files.choose}
        <input
          type="file"
          className="choose-input"
          accept=".xlsx,.docx"
          multiple
          onChange={event => {
            table.add(event.target.files ?? []);
            // The same file may be chosen again after it was changed.
            event.target.value = "";
          }}
        />
      </label>
    </div>
  );
}
