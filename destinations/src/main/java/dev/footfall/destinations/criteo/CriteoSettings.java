package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.file.FileRules;
import dev.footfall.core.normalise.Currencies;
import dev.footfall.core.normalise.Currency;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The settings in force.
 *
 * @param isDelta whether lines of earlier files are left out
 * @param layout which cells a line has
 * @param file how files are made
 */
record CriteoSettings(
    Reading reading,
    Amounts amounts,
    Window window,
    boolean isDelta,
    Layout layout,
    FileRules file) {
  private static final int LEEWAY = 300;
  private static final int LATE = 48 * 3600;

  /** How e-mail keys are hashed. */
  enum EmailHash {
    SHA256,
    MD5,
    SHA256_OF_MD5
  }

  /** How rows are read. */
  record Reading(
      EmailHash emailHash, boolean hashesCustomerIds, String defaultStore, ZoneId zone) {}

  /**
   * How amounts are read and written.
   *
   * @param multiplies whether the query's unit price becomes the line's total
   * @param divides whether the query's total becomes the unit's price
   */
  record Amounts(
      Currency defaultCurrency, boolean multiplies, boolean divides, boolean includesReturns) {}

  /**
   * Which times are taken.
   *
   * @param days before the run's date
   * @param start first second
   * @param now the run's clock
   */
  record Window(int days, long start, long now) {
    boolean isTooOld(long seconds) {
      return seconds < start;
    }

    boolean isInFuture(long seconds) {
      return seconds > now + LEEWAY;
    }

    boolean isLate(long seconds) {
      return seconds < now - LATE;
    }
  }

  static CriteoSettings of(RouteContext context) {
    SettingValues values = context.settings();
    return new CriteoSettings(
        reading(values, context.zone()),
        amounts(values, context.binding().vocabulary() == Vocabulary.CANONICAL),
        window(values, context),
        values.text("delta_mode").equals("new_rows_only"),
        Layout.of(values),
        FileRules.of(values));
  }

  private static Reading reading(SettingValues values, ZoneId zone) {
    return new Reading(
        EmailHash.valueOf(values.text("email_hash").toUpperCase(Locale.ROOT)),
        values.flag("hash_customer_id"),
        values.find("default_store_id").orElse(""),
        values.find("timezone").map(ZoneId::of).orElse(zone));
  }

  private static Amounts amounts(SettingValues values, boolean isCanonical) {
    boolean unitSent = values.text("product_value_sent").equals("unit_price");
    boolean unitGiven = isCanonical || values.text("product_value_is").equals("unit_price");
    Currency currency =
        Currencies.find(values.text("default_currency"))
            .orElseThrow(
                () ->
                    new SettingFault(
                        "default_currency",
                        "setting 'default_currency' must be a current ISO 4217 code"));
    return new Amounts(
        currency, isCanonical && !unitSent, unitSent && !unitGiven, values.flag("include_returns"));
  }

  private static Window window(SettingValues values, RouteContext context) {
    int days = values.number("lookback_days");
    if (context.firstSend() && values.find("initial_load_days").isPresent()) {
      days = Math.max(days, values.number("initial_load_days"));
    }
    ZoneId zone = ZoneId.of(values.text("window_timezone"));
    LocalDate first = LocalDate.ofInstant(context.now(), zone).minusDays(days);
    return new Window(
        days, first.atStartOfDay(zone).toEpochSecond(), context.now().getEpochSecond());
  }
}
