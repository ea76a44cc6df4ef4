// Prints what the Podcast Index's parser makes of the feed on standard input, as JSON; null for
// what it takes for no feed.
import { readFileSync } from "node:fs";
import { parseFeed } from "podcast-partytime";

console.log(JSON.stringify(parseFeed(readFileSync(0, "utf8"))));
