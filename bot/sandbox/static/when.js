// Dates and sizes as people write them, in the sandbox's zone.

import { language, t } from "./words.js";

const formats = new Map();

/** A format is dear to make, and every message needs some. */
function format(zone, options, locale = language() === "ru" ? "ru" : "en-GB") {
  const key = JSON.stringify([zone, options, locale]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  return formats.get(key);
}

const words = (iso, zone, options) => format(zone, options).format(new Date(iso));

/** «08:05» */
export const timeOf = (iso, zone) => words(iso, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

const weekday = (iso, zone) => words(iso, zone, { weekday: "short" });
const dayAndMonth = (iso, zone) => words(iso, zone, { day: "numeric", month: "long" });
export const year = (iso, zone) => format(zone, { year: "numeric" }).formatToParts(new Date(iso)).find((part) => part.type === "year").value;

/** «пн, 12 октября 2026, 08:00» */
export const clockWords = (iso, zone) => `${weekday(iso, zone)}, ${dayAndMonth(iso, zone)} ${year(iso, zone)}, ${timeOf(iso, zone)}`;

/** «пн, 12 октября», with the year when it is not the year of `now`. */
export function dayWords(iso, zone, now) {
  const day = `${weekday(iso, zone)}, ${dayAndMonth(iso, zone)}`;
  return year(iso, zone) === year(now, zone) ? day : `${day} ${year(iso, zone)}`;
}

/** A day's key that sorts and compares: «2026-10-12». */
export const dayKey = (iso, zone) => format(zone, {}, "sv").format(new Date(iso));

/** «640 Б», «12 КБ», «1,4 МБ» */
export function sizeWords(bytes) {
  const number = (value, digits) => value.toLocaleString(language(), { maximumFractionDigits: digits });
  if (bytes < 1024) return `${bytes} ${t("bytes")}`;
  if (bytes < 1024 ** 2) return `${number(bytes / 1024, 0)} ${t("kilobytes")}`;
  return `${number(bytes / 1024 ** 2, 1)} ${t("megabytes")}`;
}
