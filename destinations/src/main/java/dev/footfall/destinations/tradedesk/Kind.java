package dev.footfall.destinations.tradedesk;

/** By what a person may be known, in the order in which items are made. */
enum Kind {
  EMAIL('e', "", "", "email"),
  PHONE('p', "", "", "phone"),
  UID2('u', "UID2", "2", "uid2"),
  EUID('v', "EUID", "4", "euid"),
  UID2_TOKEN('t', "UID2Token", "3", "uid2token"),
  EUID_TOKEN('w', "EUIDToken", "5", "euidtoken"),
  TDID('c', "TDID", "0", "tdid"),
  DAID('d', "DAID", "1", "daid"),
  RAMP_ID('r', "RampID", "6", "rampid"),
  IMPRESSION('i', "ImpressionId", "", "impression");

  private static final Kind[] ALL = values();

  private final char letter;
  private final String member;
  private final String type;
  private final String word;

  Kind(char letter, String member, String type, String word) {
    this.letter = letter;
    this.member = member;
    this.type = type;
    this.word = word;
  }

  /** The kind with that letter. */
  static Kind of(int letter) {
    for (Kind kind : ALL) {
      if (kind.letter == letter) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind has that letter");
  }

  /** How drafts tell it. */
  char letter() {
    return letter;
  }

  /** The item's member; empty for those that go as something else. */
  String member() {
    return member;
  }

  /** The code that stands before the id in an array of ids. */
  String type() {
    return type;
  }

  /** What the ledger calls it. */
  String word() {
    return word;
  }

  /** Whether the operator must say what it goes as. */
  boolean isMapped() {
    return this == EMAIL || this == PHONE;
  }

  /** What such a hash becomes. */
  static Kind mapped(TradeDeskSettings.Scope scope) {
    return scope == TradeDeskSettings.Scope.EUID ? EUID : UID2;
  }
}
