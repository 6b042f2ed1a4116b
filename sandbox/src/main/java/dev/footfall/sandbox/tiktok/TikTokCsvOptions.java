package dev.footfall.sandbox.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What an upload file is checked against.
 *
 * @param mostBytes TikTok's pages name both 10 MB and 50 MB
 * @param labels the event types that may stand in the file
 * @param hashed whether e-mail and phone must be digests; otherwise plain ones are allowed too
 */
public record TikTokCsvOptions(
    Instant now, Duration window, long mostBytes, Set<String> labels, boolean hashed) {
  /** The smaller of the two documented limits. */
  public static final long TEN_MEGABYTES = 10_000_000;

  /** The larger of the two documented limits. */
  public static final long FIFTY_MEGABYTES = 50_000_000;

  /** The labels of the older edition of TikTok's page. */
  public static final Set<String> ORIGINAL =
      Set.of(
          "Complete Payment",
          "Contact",
          "Subscribe",
          "SubmitForm",
          "Add Payment Info",
          "Add to Cart",
          "Add to Wishlist",
          "Click Button",
          "Complete Registration",
          "Download",
          "Initiate Checkout",
          "Place an Order",
          "Search",
          "View Content");

  /** The labels of its edition of 2025. */
  public static final Set<String> CURRENT =
      Set.of(
          "Purchase",
          "Contact",
          "Subscribe",
          "Lead",
          "Add Payment Info",
          "Add to Cart",
          "Add to Wishlist",
          "Complete Registration",
          "Download",
          "Initiate Checkout",
          "Search",
          "View Content");

  /** Copies the labels. */
  public TikTokCsvOptions {
    labels = Set.copyOf(labels);
  }

  /** The defaults: 28 days, 10 MB, the older labels, digests only. */
  public static TikTokCsvOptions at(Instant now) {
    return new TikTokCsvOptions(now, TikTokChecker.WINDOW, TEN_MEGABYTES, ORIGINAL, true);
  }

  /** The same with the labels of 2025. */
  public TikTokCsvOptions withCurrentLabels() {
    return new TikTokCsvOptions(now, window, mostBytes, CURRENT, hashed);
  }

  /** The same with another size limit. */
  public TikTokCsvOptions upTo(long bytes) {
    return new TikTokCsvOptions(now, window, bytes, labels, hashed);
  }

  /** The same with plain e-mail and phone allowed. */
  public TikTokCsvOptions allowingPlain() {
    return new TikTokCsvOptions(now, window, mostBytes, labels, false);
  }
}
