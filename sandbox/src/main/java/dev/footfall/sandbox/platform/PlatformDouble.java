package dev.footfall.sandbox.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import java.util.Optional;

/**
 * One platform, doubled: answers calls as the platform would, strictly, and keeps books of what it
 * accepted.
 *
 * <p>Opens no socket and reads no clock: the call brings the instant. Calls come from many threads
 * at once.
 */
public interface PlatformDouble {

  /** Its sign, books and faults. */
  Desk desk();

  /** Its name on the command line and in paths. */
  default String name() {
    return desk().sign().name();
  }

  /** Its name for people. */
  default String title() {
    return desk().sign().title();
  }

  /** What a newcomer sends to it: the documented credential and target. */
  default String hint() {
    return desk().sign().hint();
  }

  /** What it accepted and refused. */
  default Books books() {
    return desk().books();
  }

  /** The faults that can be asked for, and those that wait. */
  default Injections injections() {
    return desk().injections();
  }

  /**
   * Which operation a call is, judged by its line alone; {@link Injection#EVENTS} when it carries
   * events.
   */
  String operation(Call head);

  /** Answers a call. */
  Reply answer(Call call);

  /** Refuses a call whose events were not read; the books keep why. */
  default Reply refuse(Call call, String why, Reply reply) {
    books().refuse(new Refusal(call.now(), operation(call), 0, why));
    return reply;
  }

  /** Refuses all events of a call; the books keep why. */
  default Reply refuse(Call call, Batch batch, String why, Reply reply) {
    Fault fault =
        batch
            .wholeFault()
            .orElse(new Fault(Fault.Kind.MEANING, Fault.WHOLE_REQUEST, "body", why, 0));
    books().refuse(batch, fault, new Refusal(call.now(), Injection.EVENTS, batch.events(), why));
    return reply;
  }

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
