package dev.footfall.core.person;

/** What a person, or an order of theirs, is known by. */
public enum Trait {
  /** The brand's customer id. */
  EXTERNAL_ID("external_id"),
  /** An e-mail address. */
  EMAIL("email"),
  /** A phone number. */
  PHONE("phone"),
  /** An order's id. */
  ORDER("order_id");

  private final String column;

  Trait(String column) {
    this.column = column;
  }

  /** The canonical column that holds it. */
  public String column() {
    return column;
  }
}
