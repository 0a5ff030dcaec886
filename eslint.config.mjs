import tseslint from "typescript-eslint";

const banned = (names, why) => names.map((name) => ({ name, message: why }));

export default tseslint.config(
  { ignores: ["dist/", ".cache/", "node_modules/"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "TSNonNullExpression > TSNonNullExpression", message: "one is enough" },
      ],
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  {
    // The core is a pure function of its arguments: no clock, no chance, no locale, no output.
    files: ["core/**/*.ts", "core/**/*.tsx"],
    ignores: ["core/panel/**"],
    rules: {
      "no-restricted-globals": ["error", ...banned(["Intl", "console", "process", "Date"], "The core is pure: facts come from the host.")],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The core is pure." },
        { property: "toLocaleString", message: "The core knows no locale." },
        { property: "localeCompare", message: "The core knows no locale." },
      ],
    },
  },
  {
    files: ["**/*.js", "**/*.cjs"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
