package dev.footfall.core.event;

/** Writes points in time as digits, in UTC and without an object. */
public final class UtcTime {
  private static final long DAY = 86_400;
  private static final int DAYS_OF_400_YEARS = 146_097;

  private UtcTime() {}

  /**
   * Appends {@code yyyy-MM-dd}, the separator and {@code HH:mm:ss}.
   *
   * @param seconds since the Unix epoch, within the years 0 to 9999
   */
  public static void write(long seconds, char separator, ByteBuilder out) {
    writeDate(Math.floorDiv(seconds, DAY), out);
    int time = (int) Math.floorMod(seconds, DAY);
    two(time / 3600, out.add(separator));
    two(time / 60 % 60, out.add(':'));
    two(time % 60, out.add(':'));
  }

  /** Counts from 1 March of the year 0, so that leap days end a year. */
  private static void writeDate(long epochDay, ByteBuilder out) {
    long days = epochDay + 719_468;
    long era = Math.floorDiv(days, DAYS_OF_400_YEARS);
    int dayOfEra = Math.floorMod(days, DAYS_OF_400_YEARS);
    int yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (DAYS_OF_400_YEARS - 1)) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = (int) (era * 400) + yearOfEra + (month <= 2 ? 1 : 0);
    two(year / 100, out);
    two(year % 100, out);
    two(month, out.add('-'));
    two(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, out.add('-'));
  }

  private static void two(int number, ByteBuilder out) {
    out.add('0' + number / 10).add('0' + number % 10);
  }
}
