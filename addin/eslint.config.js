import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/**", "src/service/api.d.ts", "public/**"] },
  { files: ["**/*.{ts,tsx}"], extends: [tseslint.configs.strict], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
  {
    files: ["src/host/**"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
    },
  },
);
