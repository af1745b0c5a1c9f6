// Reads a JSON list of wordings and prints them as the editor would store them without a change.
import { readFileSync } from "node:fs";
import { parse, serialize } from "../../editor/markdown.js";

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map((wording) => serialize(parse(wording)))));
