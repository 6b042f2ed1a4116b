package dev.footfall.sandbox.google;

import static dev.footfall.sandbox.json.Field.optional;

import dev.footfall.sandbox.json.DecimalShape;
import dev.footfall.sandbox.json.Field;
import dev.footfall.sandbox.json.ObjectShape;
import dev.footfall.sandbox.json.Shape;
import dev.footfall.sandbox.json.Texts;
import java.util.Arrays;

/** The kinds of value that both of Google's APIs ask for. */
final class GoogleTexts {
  static final Shape TEXT = Texts.upTo(1000);
  static final Shape ORDER = Texts.upTo(64);
  static final Shape NUMBER = new DecimalShape(false);
  static final Shape CLICK =
      Texts.matching("[A-Za-z0-9_-]{10,512}", "must be a click id as Google issued it");
  static final Shape CURRENCY = Texts.matching("[A-Z]{3}", "must be three capital letters");
  static final Shape LONG =
      Texts.matching("[1-9]\\d{0,18}", "must be a whole number from 1, written as text");
  static final Shape ACCOUNT = Texts.matching("\\d{10}", "must be ten digits without hyphens");
  static final Shape DIGEST = Texts.matching("[0-9A-Fa-f]{64}", "must be 64 hex digits (SHA-256)");

  private GoogleTexts() {}

  /** The click ids, kept in three slots from the given one on. */
  static Field[] clicks(int slot) {
    return new Field[] {
      optional("gclid", CLICK).kept(slot),
      optional("gbraid", CLICK).kept(slot + 1),
      optional("wbraid", CLICK).kept(slot + 2)
    };
  }

  static ObjectShape object(Field[] some, Field... others) {
    Field[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return ObjectShape.of(all);
  }
}
