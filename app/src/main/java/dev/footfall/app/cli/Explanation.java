package dev.footfall.app.cli;

import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.WhiteSpace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The way of one value: its steps, and what is sent or why nothing is.
 *
 * @param steps each with the value that it gave
 * @param sent what the platform gets
 * @param dropped why it gets nothing
 */
record Explanation(List<Step> steps, Optional<String> sent, Optional<String> dropped) {
  /** One step. */
  record Step(String what, String value) {}

  static Explanation of(ColumnSpec column, String raw, Subject subject) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("given", quoted(raw)));
    String value = trimmed(raw);
    if (!value.equals(raw)) {
      steps.add(new Step("white space removed", quoted(value)));
    }
    if (value.isEmpty()) {
      return dropped(steps, "blank is absent; nothing is sent and nothing is reported");
    }
    Optional<String> hashed = hashedAlready(column.rule().hashing(), value, steps);
    if (hashed.isPresent()) {
      return sent(steps, hashed.get());
    }
    Optional<Normaliser> normaliser = column.normaliser();
    return normaliser.isPresent()
        ? normalised(column, value, normaliser.get(), subject, steps)
        : read(column, value, steps);
  }

  private static Explanation normalised(
      ColumnSpec column, String value, Normaliser rule, Subject subject, List<Step> steps) {
    steps.add(new Step("rule", rule.title()));
    Optional<String> normal =
        rule.normalise(value, subject, (step, result) -> steps.add(new Step(step, result)));
    if (normal.isEmpty()) {
      return dropped(steps, refusal(column));
    }
    steps.add(new Step("normalised", normal.get()));
    return sent(
        steps,
        switch (column.rule().hashing()) {
          case NONE -> normal.get();
          case HEX -> HexFormat.of().formatHex(sha256(normal.get()));
          case BASE64, BASE64_OF_PLAIN -> Base64.getEncoder().encodeToString(sha256(normal.get()));
        });
  }

  private static Optional<String> hashedAlready(
      FieldRule.Hashing hashing, String value, List<Step> steps) {
    boolean isHex = value.matches("[0-9a-fA-F]{64}");
    boolean isBase64 = value.matches("[0-9a-zA-Z+/]{43}=");
    String lower = value.toLowerCase(Locale.ROOT);
    return switch (hashing) {
      case HEX ->
          isHex
              ? passed(lower, "64 hex digits pass as they are, in lower case", steps)
              : Optional.empty();
      case BASE64 ->
          isHex
              ? passed(
                  Base64.getEncoder().encodeToString(HexFormat.of().parseHex(lower)),
                  "64 hex digits pass, written as Base64",
                  steps)
              : isBase64
                  ? passed(value, "44 characters of Base64 pass as they are", steps)
                  : Optional.empty();
      case NONE, BASE64_OF_PLAIN -> Optional.empty();
    };
  }

  private static Optional<String> passed(String value, String words, List<Step> steps) {
    steps.add(new Step("already hashed", words));
    return Optional.of(value);
  }

  /** A column that the destination reads itself, in view of the whole order. */
  private static Explanation read(ColumnSpec column, String value, List<Step> steps) {
    steps.add(new Step("holds", InWords.holds(column)));
    if (!column.values().isEmpty()) {
      steps.add(new Step("values", String.join(", ", column.values())));
      if (column.values().stream().noneMatch(value::equalsIgnoreCase)) {
        return dropped(steps, refusal(column));
      }
    }
    steps.add(
        new Step("then", "read together with its order; 'footfall preview' shows the result"));
    return new Explanation(steps, Optional.empty(), Optional.empty());
  }

  private static String refusal(ColumnSpec column) {
    String fate =
        column.rule().onFailure() == FieldRule.OnFailure.DROP
            ? "the event goes without this field"
            : "the row is rejected";
    return column.rule().code()
        + ": "
        + column.rule().code().meaning()
        + "; "
        + fate
        + ". "
        + column.rule().code().advice()
        + ".";
  }

  private static Explanation sent(List<Step> steps, String sent) {
    return new Explanation(List.copyOf(steps), Optional.of(sent), Optional.empty());
  }

  private static Explanation dropped(List<Step> steps, String why) {
    return new Explanation(List.copyOf(steps), Optional.empty(), Optional.of(why));
  }

  private static String trimmed(String raw) {
    int[] points = raw.codePoints().toArray();
    int start = 0;
    int end = points.length;
    while (start < end && WhiteSpace.isBlank(points[start])) {
      start++;
    }
    while (end > start && WhiteSpace.isBlank(points[end - 1])) {
      end--;
    }
    return new String(points, start, end - start);
  }

  private static String quoted(String value) {
    return "'" + value + "'";
  }

  private static byte[] sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK knows SHA-256", impossible);
    }
  }
}
