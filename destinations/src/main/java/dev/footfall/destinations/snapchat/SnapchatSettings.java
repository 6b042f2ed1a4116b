package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.ValueRule;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.file.FilePlace;
import dev.footfall.core.file.FileRules;
import dev.footfall.core.normalise.Birthdates;
import dev.footfall.core.normalise.Currencies;
import dev.footfall.core.normalise.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The settings in force.
 *
 * @param isFile whether events become lines of files
 * @param reading how rows are read
 * @param money how amounts are read
 * @param window which times are taken
 * @param api how and where requests go; unused by files
 * @param file how files are made; unused by requests
 */
record SnapchatSettings(
    boolean isFile, Reading reading, Money money, Window window, Api api, File file) {
  private static final long DAY = 86_400;
  private static final long LATE = 7 * DAY;

  /** The currencies that are known to be taken. */
  private static final Set<String> CURRENCIES =
      Set.copyOf(
          ValueRule.items(
              "AED,ALL,AUD,BGN,BHD,BRL,CAD,CHF,CLP,CNY,COP,CZK,DKK,DZD,EGP,EUR,GBP,GHS,GIP,"
                  + "HKD,HRK,HUF,IDR,ILS,INR,IQD,ISK,JOD,JPY,KES,KRW,KWD,KZT,LBP,MAD,MXN,MYR,"
                  + "NGN,NOK,NZD,OMR,PEN,PHP,PKR,PLN,QAR,RON,RUB,SAR,SEK,SGD,THB,TRY,TWD,TZS,"
                  + "UAH,USD,VND,XOF,ZAR"));

  /** What the column price holds. */
  enum PriceIs {
    LINE_TOTAL,
    UNIT_PRICE,
    ORDER_TOTAL
  }

  /** How rows are read. */
  record Reading(
      EventName defaultName,
      String phoneRegion,
      Optional<String> country,
      Birthdates.Order slashes,
      boolean sendsOptedOut) {}

  /** How amounts are read. */
  record Money(
      PriceIs priceIs, Optional<Currency> fallback, Set<String> currencies, boolean takesReturns) {}

  /** Which times are taken, by the run's clock. */
  record Window(int days, int ahead) {
    boolean isTooOld(long seconds, long now) {
      return now - seconds > days * DAY;
    }

    boolean isInFuture(long seconds, long now) {
      return seconds - now > ahead;
    }

    boolean isLate(long seconds, long now) {
      return now - seconds > LATE;
    }

    /** The last second at which an event may still be sent. */
    long expiresAt(long seconds) {
      return seconds + days * DAY;
    }
  }

  /** How and where requests go. */
  record Api(
      String pixelUrl,
      String tokenUrl,
      String pixelId,
      boolean usesOauth,
      boolean validates,
      Optional<String> testEventCode,
      Extras extras,
      Pace pace) {}

  /** What every event carries. */
  record Extras(Optional<String> integration, Optional<String> sourceUrl) {}

  /** How much and how fast. */
  record Pace(int events, int bytes, int requestsPerMinute) {}

  /** How files are made. */
  record File(Grain grain, boolean skipsExported, Spelling spelling, FileRules rules) {}

  /** What a line is. */
  enum Grain {
    AS_ROWS,
    BY_TRANSACTION
  }

  /** How types and times are written; whether lines need a type of their own. */
  record Spelling(boolean inCapitals, String times, boolean addsType) {}

  static SnapchatSettings of(SettingValues values, Vocabulary vocabulary) {
    boolean isFile = values.mode().equals(SnapchatSpec.FILE);
    return new SnapchatSettings(
        isFile,
        new Reading(
            EventName.valueOf(values.text("default_event_type")),
            values.text("default_phone_region"),
            values.find("default_country").map(c -> c.toLowerCase(Locale.ROOT)),
            Birthdates.Order.valueOf(values.text("birthdate_order")),
            !isFile && !values.flag("drop_opted_out")),
        money(values, vocabulary),
        new Window(values.number("window_days"), values.number("future_tolerance_seconds")),
        api(values, isFile),
        file(values, vocabulary));
  }

  private static Money money(SettingValues values, Vocabulary vocabulary) {
    Set<String> currencies = new HashSet<>(CURRENCIES);
    currencies.addAll(values.words("extra_currencies"));
    Optional<Currency> fallback =
        values
            .find("default_currency")
            .map(
                code ->
                    Currencies.find(code)
                        .filter(c -> currencies.contains(c.code()))
                        .orElseThrow(
                            () ->
                                new SettingFault(
                                    "default_currency",
                                    "setting 'default_currency' must be a currency that Snapchat"
                                        + " takes; extra_currencies adds to them")));
    return new Money(
        vocabulary == Vocabulary.CANONICAL
            ? PriceIs.UNIT_PRICE
            : PriceIs.valueOf(values.text("price_is").toUpperCase(Locale.ROOT)),
        fallback,
        Set.copyOf(currencies),
        values.flag("include_returns"));
  }

  private static Api api(SettingValues values, boolean isFile) {
    String pixel = isFile ? SnapchatSpec.FILE : values.text("pixel_id");
    return new Api(
        values.text("base_url").replaceFirst("/+$", "") + "/v3/" + pixel,
        values.text("token_url"),
        pixel,
        values.text("auth_mode").equals("oauth"),
        values.flag("validate_only"),
        values.find("test_event_code"),
        new Extras(values.find("integration"), values.find("default_event_source_url")),
        new Pace(
            values.number("max_batch_events"),
            values.number("max_batch_bytes"),
            perMinute(values.text("requests_per_second"))));
  }

  private static int perMinute(String perSecond) {
    return new BigDecimal(perSecond)
        .multiply(BigDecimal.valueOf(60))
        .setScale(0, RoundingMode.HALF_UP)
        .intValue();
  }

  private static File file(SettingValues values, Vocabulary vocabulary) {
    boolean asRows =
        vocabulary == Vocabulary.PLATFORM && values.text("file_grain").equals("as_rows");
    return new File(
        asRows ? Grain.AS_ROWS : Grain.BY_TRANSACTION,
        isDelta(values),
        new Spelling(
            values.text("event_type_style").equals("canonical"),
            values.text("file_timestamp_format"),
            values.isGiven("default_event_type")),
        FileRules.of(values));
  }

  /** Files that arrive by themselves hold what is new; others depend on who uploads them. */
  private static boolean isDelta(SettingValues values) {
    return values.isGiven("delta_mode")
        ? values.text("delta_mode").equals("new_rows_only")
        : FilePlace.of(values) instanceof FilePlace.Sftp;
  }

  /** Whether every row is a line of its own. */
  boolean isByRow() {
    return isFile && file.grain() == Grain.AS_ROWS;
  }

  /** The zone of times without one: the destination's own, or else the orchestration's. */
  static ZoneId zone(SettingValues values, ZoneId orchestration) {
    return values.find("timezone").map(ZoneId::of).orElse(orchestration);
  }
}
