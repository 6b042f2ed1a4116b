package dev.footfall.core.destination;

import java.util.Optional;

/** What became of one event that was sent. */
public sealed interface Outcome {
  /**
   * The platform has it.
   *
   * @param warning the code of a warning that came with it, such as DELIVERED_UNVERIFIED
   */
  record Accepted(Optional<Code> warning, String words) implements Outcome {
    /** Without a warning. */
    public static final Accepted PLAIN = new Accepted(Optional.empty(), "");
  }

  /** The platform had it before: sent again, it was not counted again. */
  record Present(String words) implements Outcome {}

  /**
   * The platform refused this very event.
   *
   * @param code ours
   * @param platformCode the platform's, such as {@code 100/2804003}
   * @param words the platform's own, free of personal data
   */
  record Refused(Code code, String platformCode, String words) implements Outcome {}

  /**
   * The platform took some parts of the event and refused others. It counts as refused, but is
   * never sent again, because what was taken would be taken twice.
   *
   * @param refusal of the first part that was refused
   * @param accepted how many parts were taken
   * @param parts how many the event has
   */
  record Partly(Refused refusal, int accepted, int parts) implements Outcome {
    /** The platform's words, and how much of the event it has. */
    public String words() {
      return refusal.words() + " (partly recorded: " + accepted + " of " + parts + ")";
    }
  }

  /** Not sent after all: it grew older than the platform takes while it waited. */
  record Expired() implements Outcome {}

  /** Not sent after all: what was learnt of it after it was built takes it out. */
  record Withheld(Code code, String words) implements Outcome {}

  /** Surely not stored; a later run may send it. */
  record NotSent(Code code, String words) implements Outcome {}

  /** Sent, and nobody knows. */
  record Unknown(String words) implements Outcome {}
}
