const HOUR = 3600000;
/** Seconds of a day, and from the day 0 to 1 January 1970. */
const DAY = 86400;
const EPOCH = 25569 * DAY;

/**
 * Serial numbers of days and times as they stand in the cells. `localOf` writes a moment in the spreadsheet's zone,
 * `2026-11-22 08:30:00`; it is asked once for each hour. Clocks before 1911 were off by odd seconds, which times without a
 * day, of 30 December 1899, would keep.
 */
export function serials(localOf: (moment: Date) => string): (moment: Date) => number {
  const ahead = new Map<number, number>();
  return (moment) => {
    // Seconds are what a cell keeps of a time; a finer rest would be the trace of a division.
    const seconds = Math.round(moment.getTime() / 1000);
    const hour = Math.floor(moment.getTime() / HOUR);
    let distance = ahead.get(hour);
    if (distance === undefined) {
      const whole = new Date(seconds * 1000);
      const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, rest = 0] = localOf(whole).split(/\D/).map(Number);
      distance = Date.UTC(year, month - 1, day, hours, minutes, rest) / 1000 - seconds;
      ahead.set(hour, distance);
    }
    return Number(((seconds + distance + EPOCH) / DAY).toPrecision(15));
  };
}
