package dev.footfall.sandbox.uid2;

import static dev.footfall.sandbox.json.Field.required;

import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.BatchShape;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.EventsShape;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.ObjectShape;
import dev.footfall.sandbox.json.PathStyle;
import dev.footfall.sandbox.json.Slice;
import dev.footfall.sandbox.json.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form in which the books keep an identifier: what it was, and what was answered. */
final class Uid2Shapes {
  private static final int KIND = 0;
  private static final int IDENTIFIER = 1;
  private static final int ANSWER = 2;

  private static final BatchShape BOOKED =
      new BatchShape(
          ObjectShape.of(
              required(
                  "identifiers",
                  new EventsShape(
                      ObjectShape.of(
                          required("kind", Texts.oneOf(Set.copyOf(Uid2Request.KINDS))).kept(KIND),
                          required("identifier", Texts.orEmpty(Integer.MAX_VALUE)).kept(IDENTIFIER),
                          required("answer", Texts.orEmpty(100)).kept(ANSWER)),
                      0,
                      Integer.MAX_VALUE))),
          0,
          3,
          PathStyle.BRACKETS);

  private static final EventJudge JUDGE =
      new EventJudge() {
        @Override
        public Optional<Finding> judge(Facts booked) {
          return booked.text(ANSWER).equals(Uid2Mapping.INVALID)
              ? Optional.of(new Finding("", "is no SHA-256 digest in Base64", 0))
              : Optional.empty();
        }

        @Override
        public long key(Facts booked, Slice json) {
          return Keys.of(booked.text(KIND), booked.text(IDENTIFIER));
        }
      };

  private Uid2Shapes() {}

  /** One answered identifier. */
  record Line(String kind, String identifier, String answer) {}

  static Batch booked(List<Line> lines) {
    return BOOKED.read(Json.bytes(Json.object("identifiers", lines)), JUDGE);
  }
}
