// The words of reports behind an edge, with title, year, source and place.
import type { Evidence, NetworkData, Quote } from "../data/types";
import type { Language } from "../model/state";
import { say } from "../words/messages";
import { el } from "./dom";

export function evidenceList(data: NetworkData, language: Language, evidence: Evidence): HTMLElement {
  const rest = evidence.total - evidence.quotes.length;
  return el(
    "div",
    { class: "evidence" },
    ...evidence.quotes.map((quote) => quoted(data, language, quote)),
    rest > 0 ? el("p", { class: "rest" }, say(language, "rest", { n: rest })) : null,
  );
}

function quoted(data: NetworkData, language: Language, quote: Quote): HTMLElement {
  const report = data.reports[quote.report];
  const place = say(language, "place", { start: quote.start, end: quote.end });
  return el(
    "figure",
    {},
    el("blockquote", {}, quote.before ?? "", el("mark", {}, quote.quote), quote.after ?? ""),
    el(
      "figcaption",
      {},
      el("span", { class: "title" }, report?.title ?? ""),
      el("span", {}, [report?.year, quote.section, quote.pinpoint].filter(Boolean).join(" · ")),
      el("span", { class: "place" }, [report?.source, place].filter(Boolean).join(" · ")),
    ),
  );
}
