import { type ExpressionMaker, opt } from "./expression-maker.ts";
import { owner } from "./maker-scope.ts";
import { literal, type MoveType, structText, typeText, U64, variantText } from "./move-type.ts";

/** Changes a variable, or a part of one, in one of many ways; `declare` writes a new one where there is none to change. */
export function writeStatement(make: ExpressionMaker, declare: () => string): string {
  const random = make.scope.random;
  const targets = make.scope.variables.filter((variable) => variable.isMutable);
  if (targets.length === 0) return declare();
  let { place, type } = random.pick(targets);
  while (type.kind === "struct" && type.declared.fields.length > 0 && random.oneIn(2)) {
    const field = random.pick(type.declared.fields);
    place = `${owner(place)}.${field.name}`;
    type = field.type(type.typeArguments);
  }
  const text = typeText(type);
  const e = make.scope.name("e");
  const r = make.scope.name("r");
  const put = `let ${e}: ${text} = ${make.expression(type, 2)};`;
  const keep = type;
  const target = place.replace(/^\((\*\w+)\)$/, "$1");
  const forms = [
    () => `${target} = ${make.expression(keep, 2)};`,
    () => `{ ${put} *&mut ${target} = ${e}; };`,
    () => `{ ${put} set(&mut ${place}, ${e}); };`,
    () => `{ ${put} let ${r} = &mut ${place}; let was = *${r}; *${r} = ${e}; if (${r} == &was) *${r} = was; };`,
    () => `{ ${put} let ${r} = replace(&mut ${place}, ${e}); ${target} = ${r}; };`,
    () => `{ ${put} let mut h = box<${text}>(${place}); let ${r} = inside_mut(&mut h); *${r} = ${e}; ${target} = *inside(&h); };`,
    () =>
      `{ ${put} let mut w = ${e}; let mut z = ${place}; *further(${make.condition(1)}, &mut w, &mut z) = ${literal(keep, random)}; ${target} = ${random.pick(["w", "z"])}; };`,
    () =>
      `{ ${put} let mut vs = vector<${text}>[${place}, ${e}, ${place}]; vs.swap(0, ${random.below(3)}); turned(&mut vs); *lib::at_mut(&mut vs, 1) = ${place}; ${target} = vs.pop_back(); };`,
    () =>
      `{ ${put} let mut ov: ${typeText(opt(keep))} = ${make.expression(opt(keep), 1)}; opt_turn(&mut ov, ${e}); ${target} = opt_take(ov, ${place}); };`,
  ];
  if (type.kind === "integer" && type.name === "u64") forms.push(() => `{ ${put} bump(&mut ${place}, ${e}); };`);
  if (type.kind === "vector") {
    const { element } = type;
    const item = `let ${e}: ${typeText(element)} = ${make.expression(element, 2)};`;
    const vector = [
      () => `if (${place}.length() < 8) { ${item} ${place}.push_back(${e}) };`,
      () => `if (${place}.length() > 0) { ${place}.pop_back(); };`,
      () => `if (${place}.length() > 0) { ${item} let at = ${make.expression(U64, 1)} % ${place}.length(); *&mut ${place}[at] = ${e}; };`,
      () => `if (${place}.length() > 0) { ${item} let at = ${place}.length() - 1; let ${r} = &mut ${place}[at]; *${r} = ${e}; };`,
      () => `if (${place}.length() > 1) { let at = ${place}.length() - 1; ${place}.swap(0, at); };`,
      () => `turned(&mut ${place});`,
      () => `grown(&mut ${place});`,
      () => `{ ${item} let n = counted(&${place}, &${e}); if (n > 0) ${place}.push_back(${e}) };`,
    ];
    const risky = [
      () => `${place}.pop_back();`,
      () => `{ let at = ${make.expression(U64, 1)}; let w = ${place}[at]; ${place}.push_back(w); };`,
      () => `{ let at = ${make.expression(U64, 1)}; ${place}.swap(at, ${random.below(3)}); };`,
      () => `lib::emptied(${place});`,
      () => `{ let whole = ${place}; whole.destroy_empty(); };`,
    ];
    forms.push(...vector, ...vector);
    if (random.oneIn(16)) return random.pick(risky)();
  }
  if (type.kind === "enum")
    forms.push(...enumWrites(make, place, type), ...enumWrites(make, place, type), ...enumWrites(make, place, type));
  if (type.kind === "struct") forms.push(() => unpack(make, place, keep));
  return random.pick(forms)();
}

function unpack(make: ExpressionMaker, place: string, type: MoveType): string {
  if (type.kind !== "struct") throw new Error("not a struct");
  const names = type.declared.fields.map(() => make.scope.name("u"));
  const pattern = type.declared.fields.map((field, index) => `${field.name}: ${names[index]}`).join(", ");
  const made = structText(type, (field, index) => (make.scope.random.oneIn(3) ? literal(field, make.scope.random) : (names[index] ?? "")));
  const uses = names.map((name) => `let _ = ${name};`).join(" ");
  return `{ let ${type.declared.name} { ${pattern} } = ${place}; ${place.replace(/^\((\*\w+)\)$/, "$1")} = ${made}; ${uses} };`;
}

/** Changes the fields of the variant that is there, through references to them. */
function enumWrites(make: ExpressionMaker, place: string, type: MoveType & { kind: "enum" }): (() => string)[] {
  return [
    () => {
      const lets: string[] = [];
      const arms = type.declared.variants.map((variant) => {
        const names = variant.fields.map(() => make.scope.name("b"));
        const body = variant.fields.map((field, index) => {
          const value = make.scope.name("e");
          const fieldType = field.type(type.typeArguments);
          lets.push(`let ${value}: ${typeText(fieldType)} = ${make.expression(fieldType, 1)};`);
          return make.scope.random.oneIn(2) ? `*${names[index]} = ${value};` : `set(${names[index]}, ${value});`;
        });
        const next = make.scope.random.oneIn(3)
          ? `*w = ${variantText(type, make.scope.random.pick(type.declared.variants), (field) => literal(field, make.scope.random))};`
          : "";
        const head = `${type.declared.name}::${variant.name}`;
        const binders =
          variant.form === "unit"
            ? ""
            : variant.form === "positional"
              ? `(${names.join(", ")})`
              : ` { ${variant.fields.map((f, i) => `${f.name}: ${names[i]}`).join(", ")} }`;
        return `${head}${binders} => { ${body.join(" ")} ${next} }`;
      });
      return `{ ${lets.join(" ")} let w = &mut ${place}; match (w) { ${arms.join(", ")} } };`;
    },
  ];
}
