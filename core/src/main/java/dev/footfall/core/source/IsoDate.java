package dev.footfall.core.source;

/** Writes the dates of the years 0 to 9999 as {@code 1997-02-16}, with no object on the way. */
final class IsoDate {
  /** Length of a date. */
  static final int LENGTH = 10;

  private static final long FIRST = -719_528L; // 0000-01-01
  private static final long LAST = 2_932_896L; // 9999-12-31
  private static final int DAYS_OF_400_YEARS = 146_097;

  /** Days between 0000-03-01, where this calendar starts, and 1970-01-01. */
  private static final int FROM_MARCH = 719_468;

  private IsoDate() {}

  /** Whether a date has four digits of year. */
  static boolean isPlain(long epochDay) {
    return epochDay >= FIRST && epochDay <= LAST;
  }

  /** Writes a plain date at the start of {@code target}. */
  static void write(long epochDay, byte[] target) {
    int days = (int) epochDay + FROM_MARCH + DAYS_OF_400_YEARS;
    int era = days / DAYS_OF_400_YEARS - 1;
    int dayOfEra = days % DAYS_OF_400_YEARS;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int sinceMarch = (5 * dayOfYear + 2) / 153; // months have 30.6 days, leap days come last
    int month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9;
    int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    pair(year / 100, target, 0);
    pair(year % 100, target, 2);
    target[4] = '-';
    pair(month, target, 5);
    target[7] = '-';
    pair(dayOfYear - (153 * sinceMarch + 2) / 5 + 1, target, 8);
  }

  private static void pair(int number, byte[] target, int at) {
    target[at] = (byte) ('0' + number / 10);
    target[at + 1] = (byte) ('0' + number % 10);
  }
}
