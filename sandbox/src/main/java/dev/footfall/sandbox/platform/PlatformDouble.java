package dev.footfall.sandbox.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One platform, doubled: answers calls as the platform would, strictly, and keeps books of what it
 * accepted.
 *
 * <p>Opens no socket and reads no clock: the call brings the instant. Calls come from many threads
 * at once.
 */
public interface PlatformDouble {

  /** The path prefix, which is also the name used on the command line: {@code meta}. */
  String name();

  /** The name for people: {@code Meta Conversions API}. */
  String title();

  /** What a newcomer sends to it: the documented credential and target. */
  String hint();

  /** The books of this double. */
  Books books();

  /** The faults that can be asked for, and those that wait. */
  Injections injections();

  /**
   * Which operation a call is, judged by its line alone; {@link Injection#EVENTS} when it carries
   * events.
   */
  String operation(Call head);

  /** Answers a call. */
  Reply answer(Call call);

  /** Refuses a call as coming too fast, as the platform would word it. */
  Reply throttled(Call call, Injection asked);

  /** An error that the platform has no story of its own for: 404, 413 and the like. */
  Reply fault(int status, String message);

  /** Checks an upload file, where the platform has one; one fault a line of text. */
  default Optional<CsvCheck> csvCheck() {
    return Optional.empty();
  }

  /**
   * What else a test may want to look at, by name: the users of a platform that keeps users, say.
   *
   * @param key which one of them, empty for all or the first
   */
  default Optional<JsonNode> view(String name, String key) {
    return Optional.empty();
  }

  /** Forgets events, requests, waiting faults and issued tokens. */
  void reset();
}
