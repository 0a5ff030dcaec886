const HOUR = 3600000;
/** Seconds of a day, and from the day 0 to 1 January 1970. */
const DAY = 86400;
const EPOCH = 25569 * DAY;

/**
 * Serial numbers of days and times as they stand in the cells. `zoneOf` gives the spreadsheet's distance from UTC at a
 * moment as `+0700`; it is asked once for each hour of the clock.
 */
export function serials(zoneOf: (moment: Date) => string): (moment: Date) => number {
  const known = new Map<number, number>();
  return (moment) => {
    const time = moment.getTime();
    const hour = Math.floor(time / HOUR);
    let minutes = known.get(hour);
    if (minutes === undefined) {
      const [, sign = "+", hours = "0", rest = "0"] = /([+-])(\d{2}):?(\d{2})/.exec(zoneOf(moment)) ?? [];
      minutes = (Number(hours) * 60 + Number(rest)) * (sign === "-" ? -1 : 1);
      known.set(hour, minutes);
    }
    // Seconds are what a cell keeps of a time; a finer rest would be the trace of a division.
    const seconds = Math.round((time + minutes * 60000) / 1000);
    return Number(((seconds + EPOCH) / DAY).toPrecision(15));
  };
}
