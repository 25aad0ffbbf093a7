import { type Batch, type RichApi } from "./richApi";

/** How the host behaves; a test changes it while the page runs. */
export interface Behaviour {
  /** Requirement sets and their versions. */
  readonly sets: Readonly<Record<string, string>>;
  readonly url: string;
  /** A cell is being typed in: Excel refuses everything. */
  editing: boolean;
  /** Milliseconds that each slice of the file takes. */
  slowness: number;
}

/** Codes of office.js's error table. */
const INTERNAL = 5001, IN_CELL_EDIT = 5004, TOO_MANY_COPIES = 11000;

const dispatch = { loadSettings: 75, copy: 77, slice: 80, release: 81, rich: 93 } as const;

/** `window.external` as Office on Windows gives it to a page. */
export class NativeHost {
  /** Copies of the file that were opened and not yet given back. */
  readonly copies = new Map<number, Uint8Array>();

  /** Requests that came while a cell was being typed in. */
  refused = 0;

  private readonly handlers = new Map<number, (id: number, argument: unknown) => void>();

  /** What the pane keeps in the document; Office saves it with the file. */
  readonly settings = new Map<string, unknown>();

  private last = 0;

  constructor(
    private readonly type: 1 | 2,
    readonly behaviour: Behaviour,
    private readonly api: RichApi,
    private readonly file: () => Uint8Array,
    private readonly fault: (text: string) => void,
  ) {}

  /** An event of the rich API, as it comes from the host. */
  tell(event: number, target: string, message: object): void {
    this.handlers.get(33)?.(33, safeArray([safeArray([65536, event, target, JSON.stringify(message), `m${++this.last}`, false])]));
  }

  /** The selection moved in the document. */
  selectionMoved(): void {
    this.handlers.get(2)?.(2, safeArray([]));
  }

  get external(): object {
    return {
      GetContext: () => this.context,
      Execute: (id: number, params: readonly unknown[], callback: (answer: unknown) => void) => {
        setTimeout(() => callback(this.execute(id, params)), id === dispatch.slice ? this.behaviour.slowness : 0);
      },
      RegisterEvent: (id: number, _target: string, handler: (id: number, argument: unknown) => void, callback: (code: number) => void) => {
        this.handlers.set(id, handler);
        setTimeout(() => callback(0), 0);
      },
      UnregisterEvent: (id: number, _target: string, callback: (code: number) => void) => {
        this.handlers.delete(id);
        setTimeout(() => callback(0), 0);
      },
    };
  }

  private execute(id: number, params: readonly unknown[]): unknown {
    switch (id) {
      case dispatch.rich: {
        if (this.behaviour.editing) return this.refuse(IN_CELL_EDIT);
        const batch = JSON.parse((params[0] as readonly string[])[4]!) as Batch;
        return safeArray([0, [200, [], JSON.stringify(this.api.run(batch))]]);
      }
      case dispatch.copy: {
        if (this.behaviour.editing) return this.refuse(INTERNAL);
        if (this.copies.size >= 2) return safeArray([TOO_MANY_COPIES]);
        const bytes = this.file();
        this.copies.set(++this.last, bytes);
        return safeArray([0, [this.last, bytes.length]]);
      }
      case dispatch.slice: {
        const [handle, offset, size] = params as readonly [number, number, number];
        const bytes = Array.from(this.copies.get(handle)!.subarray(offset, offset + size));
        return safeArray([0, [bytes, bytes.length]]);
      }
      case dispatch.release:
        this.copies.delete((params as readonly [number])[0]);
        return 0;
      case dispatch.loadSettings:
        return safeArray([0, safeArray([])]);
      default:
        this.fault(`Office call ${id} ${JSON.stringify(params)}`);
        return safeArray([INTERNAL]);
    }
  }

  private refuse(code: number): object {
    this.refused++;
    return safeArray([code]);
  }

  private get context(): object {
    return {
      GetAppType: () => this.type,
      GetSolutionRef: () => "learningcity",
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 1,
      GetAppUILocale: () => "vi-VN",
      GetAppDataLocale: () => "vi-VN",
      GetDocUrl: () => this.behaviour.url,
      GetAppCapabilities: () => 0,
      GetActivationMode: () => 2,
      GetControlIntegrationLevel: () => 1,
      GetSolutionToken: () => "",
      GetSupportedMatrix: () => JSON.stringify(this.behaviour.sets),
      GetHostFullVersion: () => "16.0.17932.20000",
      GetOfficeThemeInfo: () => safeArray([]),
      GetSettings: () => ({
        Read: (keys: string[], values: unknown[]) => {
          for (const [key, value] of this.settings) {
            keys.push(key);
            values.push(value);
          }
        },
        Write: (keys: readonly string[], values: readonly unknown[]) => {
          this.settings.clear();
          keys.forEach((key, index) => this.settings.set(key, values[index]));
        },
      }),
    };
  }
}

/** Arrays as they cross from COM. */
function safeArray(values: readonly unknown[]): object {
  return { toArray: () => values, dimensions: () => 1, ubound: () => values.length - 1, lbound: () => 0, getItem: (at: number) => values[at] };
}
