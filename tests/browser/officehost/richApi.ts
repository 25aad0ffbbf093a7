/** What the host refuses, under Office's own code. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

/** An object of the model. Its members have the names that office.js sends; what it lacks, the host does not know. */
export type Modelled = object;

/** A collection of the model. */
export interface Collection extends Modelled {
  readonly Items: readonly Modelled[];
}

/** What `…OrNullObject` answers with. */
export const nothing: Modelled = Object.freeze({});

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
  readonly ArgumentInfo?: Arguments;
}

/** An action that only says where in the pane's code the batch is; it has no object. */
const TRACE = 5;

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<number, ObjectPath>>;
}

/** Carries out the batches that office.js sends (its rich API) on a model. */
export class RichApi {
  private readonly references = new Map<string, Modelled>();

  private lastReference = 0;

  /**
   * @param root What `context.workbook` or `context.document` is.
   * @param unknown Told of every member that the model lacks.
   */
  constructor(
    private readonly root: Modelled,
    private readonly services: Readonly<Record<string, Modelled>>,
    private readonly unknown: (member: string) => void,
  ) {}

  run(batch: Batch): object {
    const resolved = new Map<number, Modelled>();
    const at = (id: number): Modelled => {
      let found = resolved.get(id);
      if (!found) resolved.set(id, (found = this.resolve(batch.ObjectPaths[id]!, at)));
      return found;
    };
    const Results: object[] = [];
    for (const [ActionIndex, action] of batch.Actions.entries()) {
      try {
        Results.push({ ActionId: action.Id, Value: this.act(action, at) ?? null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { Results, Error: { Code: error.code, Message: error.message, ActionIndex, Location: action.Name ?? "" } };
      }
    }
    return { Results };
  }

  private resolve(path: ObjectPath, at: (id: number) => Modelled): Modelled {
    const parent = () => at(path.ParentObjectPathId!);
    switch (path.ObjectPathType) {
      case 1:
        return this.root;
      case 2:
        return this.services[path.Name] ?? this.lack(`new ${path.Name}`);
      case 3:
        return this.call(parent(), path.Name, values(path.ArgumentInfo, at)) as Modelled;
      case 4:
        return this.get(parent(), path.Name) as Modelled;
      case 5:
        return this.call(parent(), "GetItem", values(path.ArgumentInfo, at)) as Modelled;
      case 6: {
        const found = this.references.get(path.Name);
        if (!found) throw new Refusal("InvalidReference", path.Name);
        return found;
      }
      default:
        return this.lack(`object path of type ${path.ObjectPathType}`);
    }
  }

  private act(action: Action, at: (id: number) => Modelled): unknown {
    if (action.ActionType === TRACE) return null;
    const target = at(action.ObjectPathId);
    const name = action.Name ?? "";
    switch (action.ActionType) {
      case 1:
        return this.instantiated(target);
      case 2:
        return target === nothing ? null : this.query(target, action.QueryInfo?.Select ?? []);
      case 3:
        if (name === "_KeepReference") return null;
        if (name === "_RemoveReference") return void values(action.ArgumentInfo, at).forEach(reference => this.references.delete(String(reference)));
        return this.call(target, name, values(action.ArgumentInfo, at));
      case 4:
        if (!(name in target)) this.lack(`${kind(target)}.${name} =`);
        (target as Record<string, unknown>)[name] = values(action.ArgumentInfo, at)[0];
        return null;
      default:
        return this.lack(`action of type ${action.ActionType} ${name}`);
    }
  }

  private instantiated(target: Modelled): object | null {
    if (target === nothing) return null;
    const reference = `ref${++this.lastReference}`;
    this.references.set(reference, target);
    return { _Id: "Id" in target ? target.Id : undefined, _ReferenceId: reference };
  }

  private query(target: Modelled, select: readonly string[]): object {
    const paths = select.flatMap(names => names.split(",")).map(path => path.split("/").map(name => name.trim()).map(capital));
    if (!isCollection(target)) return this.loaded(target, paths);
    const inner = paths.map(path => (path[0] === "Items" ? path.slice(1) : path)).filter(path => path.length > 0);
    return { _Items: target.Items.map(item => ({ ...this.instantiated(item), ...this.loaded(item, inner) })) };
  }

  private loaded(target: Modelled, paths: readonly (readonly string[])[]): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [name, ...rest] of paths) {
      if (name === undefined || name === "IsNullObject") continue;
      const value = this.get(target, name);
      result[name] = rest.length === 0 ? value : { ...(result[name] as object), ...this.loaded(value as Modelled, [rest]) };
    }
    return result;
  }

  private get(target: Modelled, name: string): unknown {
    return name in target ? (target as Record<string, unknown>)[name] : this.lack(`${kind(target)}.${name}`);
  }

  private call(target: Modelled, name: string, given: readonly unknown[]): unknown {
    const method = this.get(target, name);
    return typeof method === "function" ? (method.apply(target, given) as unknown) : this.lack(`${kind(target)}.${name}()`);
  }

  private lack(member: string): never {
    this.unknown(member);
    throw new Refusal("ApiNotFound", member);
  }
}

function values(info: Arguments | undefined, at: (id: number) => Modelled): unknown[] {
  return (info?.Arguments ?? []).map((value, index) => (info!.ReferencedObjectPathIds?.[index] ? at(info!.ReferencedObjectPathIds[index]) : value));
}

function isCollection(target: Modelled): target is Collection {
  return "Items" in target;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function kind(target: Modelled): string {
  return target === nothing ? "null object" : target.constructor.name;
}
