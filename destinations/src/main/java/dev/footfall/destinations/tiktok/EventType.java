package dev.footfall.destinations.tiktok;

import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One of TikTok's standard events; offline events may have no other name. */
final class EventType {
  /** All of them. */
  static final List<EventType> ALL =
      List.of(
          of("AddPaymentInfo", "Add Payment Info", "Add Payment Info"),
          of("AddToCart", "Add to Cart", "Add to Cart"),
          of("AddToWishlist", "Add to Wishlist", "Add to Wishlist"),
          of("ApplicationApproval", "", ""),
          of("ClickButton", "Click Button", ""),
          of("CompletePayment", "Complete Payment", "Purchase"),
          of("CompleteRegistration", "Complete Registration", "Complete Registration"),
          of("Contact", "Contact", "Contact"),
          of("CustomizeProduct", "", ""),
          of("Download", "Download", "Download"),
          of("FindLocation", "", ""),
          of("InitiateCheckout", "Initiate Checkout", "Initiate Checkout"),
          of("Lead", "SubmitForm", "Lead"),
          of("PlaceAnOrder", "Place an Order", ""),
          of("Purchase", "Complete Payment", "Purchase"),
          of("Schedule", "", ""),
          of("Search", "Search", "Search"),
          of("StartTrial", "", ""),
          of("SubmitApplication", "", ""),
          of("SubmitForm", "SubmitForm", "Lead"),
          of("Subscribe", "Subscribe", "Subscribe"),
          of("ViewContent", "View Content", "View Content"));

  /** Which spelling of event types a file is written in. */
  enum Labels {
    /** With Complete Payment and SubmitForm. */
    ORIGINAL,
    /** With Purchase and Lead. */
    CURRENT
  }

  private final String name;
  private final String original;
  private final String current;
  private final byte[] bytes;

  private EventType(String name, String original, String current) {
    this.name = name;
    this.original = original;
    this.current = current;
    this.bytes = Text.utf8(name);
  }

  private static EventType of(String name, String original, String current) {
    return new EventType(name, original, current);
  }

  /** As the API knows it. */
  String name() {
    return name;
  }

  /** The name's bytes; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** As a file calls it; empty where files have no such event. */
  Optional<String> label(Labels labels) {
    return Optional.of(labels == Labels.ORIGINAL ? original : current).filter(l -> !l.isEmpty());
  }

  /** Its labels in both spellings. */
  Stream<String> labels() {
    return Stream.of(original, current).filter(l -> !l.isEmpty());
  }

  @Override
  public String toString() {
    return name;
  }
}
