package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.source.Text;
import java.util.Locale;
import java.util.Optional;

/**
 * Opt-out and consent of an order: a denial on one row counts for all. Reused from order to order
 * by one thread.
 */
final class GoogleConsent {
  private final boolean dropsDenied;
  private final Words userData;
  private final Words personalization;
  private final int optOutIndex;
  private final String optOutLabel;
  private final Text cell = new Text();

  /** What a person said. */
  enum Answer {
    GRANTED,
    DENIED,
    UNSPECIFIED;

    static Optional<Answer> of(String word) {
      return switch (word.toUpperCase(Locale.ROOT)) {
        case "GRANTED", "TRUE", "YES", "1" -> Optional.of(GRANTED);
        case "DENIED", "FALSE", "NO", "0" -> Optional.of(DENIED);
        case "UNSPECIFIED", "UNKNOWN" -> Optional.of(UNSPECIFIED);
        default -> Optional.empty();
      };
    }
  }

  /** One column of answers. */
  private static final class Words {
    private final WordCell<Answer> cell;
    private final String label;
    private final Answer whenUnspecified;
    private Answer answer = Answer.UNSPECIFIED;

    Words(Binding binding, String column, String fallback) {
      this.cell =
          new WordCell<>(binding.index(column), Optional.of(Answer.UNSPECIFIED), Answer::of);
      this.label = binding.label(column);
      this.whenUnspecified = Answer.valueOf(fallback);
    }

    /** False when some row's answer is unreadable. */
    boolean read(RowGroup group) {
      answer = Answer.UNSPECIFIED;
      for (int row = 0; row < group.size(); row++) {
        Optional<Answer> said = cell.read(group, row);
        if (said.isEmpty()) {
          return false;
        }
        boolean counts = said.get() != Answer.UNSPECIFIED && answer != Answer.DENIED;
        answer = counts ? said.get() : answer;
      }
      answer = answer == Answer.UNSPECIFIED ? whenUnspecified : answer;
      return true;
    }
  }

  GoogleConsent(Binding binding, GoogleSettings settings) {
    this.dropsDenied = settings.reading().dropsDenied();
    String none = Answer.UNSPECIFIED.name();
    GoogleSettings.EventRules event = settings.event();
    this.userData =
        new Words(binding, "ad_user_data", settings.isFile() ? none : event.adUserData());
    this.personalization =
        new Words(
            binding, "ad_personalization", settings.isFile() ? none : event.adPersonalization());
    this.optOutIndex = binding.index("opt_out");
    this.optOutLabel = binding.label("opt_out");
  }

  /** Reads all rows of an order; false, and all are rejected, when it must not go. */
  boolean read(RowGroup group, MappingSink sink) {
    Booleans.Flag optedOut = optOut(group);
    if (optedOut == Booleans.Flag.UNREADABLE) {
      return rejected(Code.BAD_OPT_OUT, optOutLabel, sink);
    }
    if (!userData.read(group)) {
      return rejected(Code.BAD_CONSENT, userData.label, sink);
    }
    if (!personalization.read(group)) {
      return rejected(Code.BAD_CONSENT, personalization.label, sink);
    }
    if (optedOut == Booleans.Flag.TRUE) {
      return rejected(Code.OPTED_OUT, optOutLabel, sink);
    }
    return !(dropsDenied && userData.answer == Answer.DENIED)
        || rejected(Code.OPTED_OUT, userData.label, sink);
  }

  private Booleans.Flag optOut(RowGroup group) {
    Booleans.Flag worst = Booleans.Flag.BLANK;
    for (int row = 0; optOutIndex >= 0 && row < group.size(); row++) {
      Booleans.Flag flag = Booleans.read(group.column(optOutIndex, row), group.row(row), cell);
      if (flag == Booleans.Flag.UNREADABLE) {
        return flag;
      }
      worst = flag == Booleans.Flag.TRUE ? flag : worst;
    }
    return worst;
  }

  private static boolean rejected(Code code, String column, MappingSink sink) {
    sink.rejectAll(code, column, "");
    return false;
  }

  /** Consent to send the person's data. */
  Answer userData() {
    return userData.answer;
  }

  /** Consent to personalised ads. */
  Answer personalization() {
    return personalization.answer;
  }
}
