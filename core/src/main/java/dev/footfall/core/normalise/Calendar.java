package dev.footfall.core.normalise;

/** Days of the Gregorian calendar, without objects. */
final class Calendar {
  private Calendar() {}

  /** Whether there is such a day, in the years 1 to 9999. */
  static boolean isDate(int year, int month, int day) {
    return year >= 1
        && year <= 9999
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= daysIn(year, month);
  }

  /** Days since 1970-01-01 of a day in the years 1 to 9999. */
  static long epochDay(int year, int month, int day) {
    // Years that begin in March put the leap day last.
    int shifted = month <= 2 ? year - 1 : year;
    int monthFromMarch = (month + 9) % 12;
    int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
    long days = 365L * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear;
    return days - 719_468;
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
