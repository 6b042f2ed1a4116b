package dev.footfall.bench.whole;

import java.util.Locale;

/** How far the rows go; each stage does all that the one before it does. */
enum Stage {
  /** The engine reads, the columns are copied. */
  READ("reading"),
  /** Rows become orders. */
  GROUP("+ grouping"),
  /** Orders become event bytes, with ledger keys, fingerprints and books. */
  MAP("+ mapping"),
  /** The ledger on disk is asked, claims and settles. */
  LEDGER("+ ledger"),
  /** Requests are sent and answers read. */
  SEND("+ sending = first run"),
  /** The whole run once more, when everything is delivered. */
  AGAIN("same again");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The name of the state that it works on. */
  String state() {
    return this == LEDGER ? "ledger" : "state";
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Stage of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
