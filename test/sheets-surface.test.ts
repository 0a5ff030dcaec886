import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = join(__dirname, "..");
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(root, folder, name));

const server = files("sheets-addon/server");
const double = files("test/double/sheets");
const program = ts.createProgram([...server, ...double], {
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true, noEmit: true, skipLibCheck: true, types: ["google-apps-script", "node"], lib: ["lib.es2022.d.ts"],
});
const checker = program.getTypeChecker();

/** `Range.setValues` where a symbol is declared by Google's types, else null. */
function memberOf(symbol: ts.Symbol | undefined): string | null {
  const declared = symbol?.declarations?.[0];
  if (declared === undefined || !declared.getSourceFile().fileName.includes("@types/google-apps-script")) return null;
  const owner = declared.parent;
  return ts.isInterfaceDeclaration(owner) || ts.isEnumDeclaration(owner) ? `${owner.name.text}.${symbol!.name}` : null;
}

/** Every member of Google's types that the files touch. */
function touched(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (symbol: ts.Symbol | undefined): void => {
    const member = memberOf(symbol);
    if (member !== null) found.add(member);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) add(checker.getSymbolAtLocation(node.name));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) add(checker.getTypeAtLocation(node.parent).getProperty(name.text));
    }
    node.forEachChild(visit);
  };
  for (const name of names) program.getSourceFile(name)!.forEachChild(visit);
  return found;
}

/** Every member that the double's classes declare by `implements Pick<…>`, and the members of its enumerations. */
function faked(): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionWithTypeArguments(node) && node.expression.getText() === "Pick") {
      const type = checker.getTypeAtLocation(node);
      for (const property of type.getProperties()) {
        const member = memberOf(property) ?? memberOf(checker.getTypeFromTypeNode(node.typeArguments![0]!).getProperty(property.name));
        if (member !== null) found.add(member);
      }
    }
    if (ts.isCallExpression(node) && node.expression.getText() === "enumeration") {
      const [type, names] = node.arguments;
      if (ts.isStringLiteral(type!) && ts.isArrayLiteralExpression(names!)) {
        for (const name of names.elements) if (ts.isStringLiteral(name)) found.add(`${type.text}.${name.text}`);
      }
    }
    node.forEachChild(visit);
  };
  for (const name of double) program.getSourceFile(name)!.forEachChild(visit);
  return found;
}

test("the double has every member of Google's services that the server touches", () => {
  const [used, own] = [touched(server), faked()];
  const types = new Set([...used].map((member) => member.split(".")[0]));
  console.log(`The server touches ${used.size} members on ${types.size} types; the double has ${own.size}.`);
  expect([...used].filter((member) => !own.has(member))).toEqual([]);
  for (const known of ["SpreadsheetApp.getActiveSpreadsheet", "Range.setValues", "Lock.tryLock", "WrapStrategy.WRAP"]) {
    expect(used).toContain(known);
  }
});
