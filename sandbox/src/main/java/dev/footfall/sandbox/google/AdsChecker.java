package dev.footfall.sandbox.google;

import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Passed;
import dev.footfall.sandbox.json.Slice;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What makes Google Ads refuse a conversion that is right in form. For one request only. */
final class AdsChecker implements EventJudge {
  private static final Duration CLICK_WINDOW = Duration.ofDays(90);
  private static final Duration USER_WINDOW = Duration.ofDays(63);
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Instant now;
  private final String customer;
  private final GoogleAccount account;
  private final Predicate<String> poisoned;
  private final Map<Long, Integer> times = new HashMap<>();
  private final Set<Long> orders = new HashSet<>();
  private String firstAction = "";

  AdsChecker(Instant now, String customer, GoogleAccount account, Predicate<String> poisoned) {
    this.now = now;
    this.customer = customer;
    this.account = account;
    this.poisoned = poisoned;
  }

  /** The conversion action that the first good conversion names. */
  String action() {
    return firstAction;
  }

  /** Whether a conversion is known by its order, not by its click. */
  boolean isOrder(Passed conversion) {
    return orders.contains(conversion.key());
  }

  /** The batch without conversions that name the same order, or click and time, twice. */
  Batch withoutTwins(Batch batch) {
    return batch.sift(
        one ->
            one.key() == NO_KEY || times.getOrDefault(one.key(), 0) < 2
                ? Optional.empty()
                : Optional.of(twin(one)));
  }

  private Fault twin(Passed one) {
    AdsError error =
        isOrder(one) ? AdsError.DUPLICATE_ORDER_ID : AdsError.DUPLICATE_CLICK_CONVERSION_IN_REQUEST;
    String path = "conversions[" + one.index() + "]";
    return new Fault(
        Fault.Kind.MEANING, one.index(), path, "is in this request twice", error.number());
  }

  @Override
  public Optional<Finding> judge(Facts conversion) {
    return action(conversion)
        .or(() -> identity(conversion))
        .or(() -> time(conversion))
        .or(() -> rest(conversion));
  }

  private Optional<Finding> action(Facts conversion) {
    String[] name = conversion.text(AdsShapes.ACTION).split("/");
    Optional<ConversionAction> action = account.action(name[3]);
    if (action.isEmpty() || !name[1].equals(customer)) {
      return finding("conversionAction", "is not known here", AdsError.NO_CONVERSION_ACTION_FOUND);
    } else if (action.get().isStoreSales()) {
      return finding(
          "conversionAction", "is not for clicks", AdsError.INVALID_CONVERSION_ACTION_TYPE);
    } else if (now.isBefore(action.get().usable())) {
      return finding(
          "conversionAction", "is younger than six hours", AdsError.TOO_RECENT_CONVERSION_ACTION);
    }
    boolean braid = conversion.has(AdsShapes.GBRAID) || conversion.has(AdsShapes.WBRAID);
    return braid && action.get().counting().equals("ONE_PER_CLICK")
        ? finding(
            "conversionAction",
            "counts one per click",
            AdsError.ONE_PER_CLICK_CONVERSION_ACTION_NOT_PERMITTED_WITH_BRAID)
        : Optional.empty();
  }

  private static Optional<Finding> identity(Facts conversion) {
    if (conversion.has(AdsShapes.GBRAID) && conversion.has(AdsShapes.WBRAID)) {
      return finding("gbraid", "must not stand beside wbraid", AdsError.GBRAID_WBRAID_BOTH_SET);
    }
    return hasClick(conversion) || conversion.has(AdsShapes.IDENTIFIERS)
        ? Optional.empty()
        : finding("userIdentifiers", "or a click id must be there", AdsError.REQUIRED);
  }

  private Optional<Finding> time(Facts conversion) {
    try {
      Instant time =
          OffsetDateTime.parse(conversion.text(AdsShapes.TIME).replace(' ', 'T')).toInstant();
      Duration window = hasClick(conversion) ? CLICK_WINDOW : USER_WINDOW;
      if (time.isBefore(now.minus(window))) {
        String reason = "is older than " + window.toDays() + " days";
        return finding("conversionDateTime", reason, AdsError.EXPIRED_EVENT);
      }
      return time.isAfter(now.plus(AHEAD))
          ? finding("conversionDateTime", "is in the future", AdsError.LATER_THAN_MAXIMUM_DATE)
          : Optional.empty();
    } catch (DateTimeException e) {
      return finding(
          "conversionDateTime",
          "is no real date and time",
          AdsError.INVALID_STRING_DATE_TIME_SECONDS_WITH_OFFSET);
    }
  }

  private Optional<Finding> rest(Facts conversion) {
    if (conversion.has(AdsShapes.ENVIRONMENT)) {
      return finding(
          "conversionEnvironment",
          "is for allow-listed customers",
          AdsError.CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE);
    } else if (conversion.has(AdsShapes.CURRENCY) && !conversion.has(AdsShapes.VALUE)) {
      return finding("conversionValue", "is missing beside currencyCode", AdsError.REQUIRED);
    }
    return poisoned.test(conversion.text(AdsShapes.ORDER))
        ? finding("orderId", "was told to be refused", AdsError.CLICK_NOT_FOUND)
        : Optional.empty();
  }

  private static boolean hasClick(Facts conversion) {
    return conversion.has(AdsShapes.GCLID)
        || conversion.has(AdsShapes.GBRAID)
        || conversion.has(AdsShapes.WBRAID);
  }

  @Override
  public long key(Facts conversion, Slice json) {
    String[] name = conversion.text(AdsShapes.ACTION).split("/");
    firstAction = firstAction.isEmpty() ? name[3] : firstAction;
    String other = name[3].equals(firstAction) ? "" : name[3];
    String order = conversion.text(AdsShapes.ORDER);
    long key;
    if (!order.isEmpty()) {
      key = Keys.of("order", order, other);
      orders.add(key);
    } else if (hasClick(conversion)) {
      String click =
          conversion.text(AdsShapes.GCLID)
              + conversion.text(AdsShapes.GBRAID)
              + conversion.text(AdsShapes.WBRAID);
      key = Keys.of("click", click, conversion.text(AdsShapes.TIME), other);
    } else {
      return NO_KEY;
    }
    times.merge(key, 1, Integer::sum);
    return key;
  }

  private static Optional<Finding> finding(String at, String reason, AdsError error) {
    return Optional.of(new Finding(at, reason, error.number()));
  }
}
