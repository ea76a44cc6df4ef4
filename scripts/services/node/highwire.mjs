// Prints the citation_* names of the page on standard input as Wikimedia's citation service reads
// them, as JSON.
import { readFileSync } from "node:fs";
import { load } from "cheerio";
import { parseHighwirePress } from "html-metadata";

console.log(JSON.stringify(await parseHighwirePress(load(readFileSync(0, "utf8")))));
