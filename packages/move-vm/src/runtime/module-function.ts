import type { FunctionDefinition, TypeToken } from "../format/compiled-module.ts";
import type { DeclaredFunction, LinkedModule } from "./linked-module.ts";
import type { SignatureToken } from "./module-linker.ts";

/** What a function's handle says of it. */
interface FunctionHead {
  readonly id: number;
  readonly name: string;
  readonly typeParameters: readonly number[];
  readonly parameters: readonly TypeToken[];
  readonly results: readonly TypeToken[];
}

/** A function of a linked module. Its types are given names when they are first asked for: of most functions they never are. */
export class ModuleFunction implements DeclaredFunction {
  readonly id: number;
  readonly address: string;
  readonly module: string;
  readonly name: string;
  readonly owner: LinkedModule;
  readonly definition: FunctionDefinition;
  readonly isEntry: boolean;
  readonly isNative: boolean;
  readonly visibility: DeclaredFunction["visibility"];
  readonly typeParameters: readonly number[];
  readonly parameterTokens: readonly TypeToken[];
  readonly resultTokens: readonly TypeToken[];
  private namedParameters: readonly SignatureToken[] | undefined = undefined;
  private namedResults: readonly SignatureToken[] | undefined = undefined;

  constructor(owner: LinkedModule, definition: FunctionDefinition, head: FunctionHead) {
    this.id = head.id;
    this.address = owner.address;
    this.module = owner.name;
    this.name = head.name;
    this.owner = owner;
    this.definition = definition;
    this.isEntry = definition.isEntry;
    this.isNative = definition.code === undefined;
    this.visibility = definition.visibility;
    this.typeParameters = head.typeParameters;
    this.parameterTokens = head.parameters;
    this.resultTokens = head.results;
  }

  get parameters(): readonly SignatureToken[] {
    this.namedParameters ??= this.parameterTokens.map((token) => namedToken(this.owner, token));
    return this.namedParameters;
  }

  get results(): readonly SignatureToken[] {
    this.namedResults ??= this.resultTokens.map((token) => namedToken(this.owner, token));
    return this.namedResults;
  }
}

/** A type of a module's tables with its names instead of indices. */
function namedToken(module: LinkedModule, token: TypeToken): SignatureToken {
  switch (token.kind) {
    case "vector":
      return { kind: "vector", element: namedToken(module, token.element) };
    case "reference":
    case "mutable-reference":
      return { kind: token.kind, target: namedToken(module, token.target) };
    case "datatype": {
      const declared = module.datatypeOfHandle[token.handle];
      if (declared === undefined) throw new Error(`datatype handle ${token.handle} is not resolved`);
      const typeArguments = token.typeArguments.map((argument) => namedToken(module, argument));
      return { kind: "datatype", address: declared.owner.address, module: declared.owner.name, name: declared.name, typeArguments };
    }
    default:
      return token;
  }
}
