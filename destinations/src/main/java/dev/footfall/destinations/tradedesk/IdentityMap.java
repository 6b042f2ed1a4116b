package dev.footfall.destinations.tradedesk;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.source.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Exchanges hashes of e-mails and phones for UID2s or EUIDs, and makes items of drafts: one for
 * each identifier, or one with all of them.
 */
final class IdentityMap implements Resolution {
  /** Bytes of an identifier as the operator gives it; a stand-in has others. */
  private static final int RAW_ID = 44;

  private static final int REQUESTS_PER_MINUTE = 1200;
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(30), 8, Duration.ZERO);
  private static final byte[] IMPRESSION = Text.utf8("\"ImpressionId\":");
  private static final byte[] ARRAY = Text.utf8("{\"UserIdArray\":[");

  private final TradeDeskSettings.People people;

  IdentityMap(TradeDeskSettings.People people) {
    this.people = people;
  }

  @Override
  public int most() {
    return people.operator().batchSize();
  }

  @Override
  public int inFlight() {
    return people.operator().concurrency();
  }

  @Override
  public int requestsPerMinute() {
    return REQUESTS_PER_MINUTE;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  @Override
  public List<String> wanted(Event event) {
    return Draft.of(event.body()).people().stream()
        .filter(person -> person.kind().isMapped())
        .map(Draft.Person::name)
        .toList();
  }

  @Override
  public Question ask(List<String> names, CredentialValues credential, Attempt attempt) {
    return new IdentityQuestion(people.operator(), names, credential, attempt);
  }

  @Override
  public HttpCall shown(List<String> names) {
    return IdentityQuestion.shown(people.operator(), names);
  }

  @Override
  public String standIn(long row) {
    return "uid2:" + row;
  }

  @Override
  public Resolved resolve(Event event, Map<String, String> found) {
    Draft draft = Draft.of(event.body());
    List<Draft.Person> known = new ArrayList<>(draft.people().size());
    List<Code> losses = new ArrayList<>(0);
    for (Draft.Person person : draft.people()) {
      String value = person.kind().isMapped() ? found.get(person.name()) : person.value();
      if (value == null) {
        return left(new Outcome.NotSent(Code.UID2_UNAVAILABLE, Code.UID2_UNAVAILABLE.meaning()));
      }
      boolean isOptOut = value.equals(IdentityQuestion.OPTED_OUT);
      if (person.kind().isMapped() && (isOptOut || value.equals(IdentityQuestion.INVALID))) {
        losses.add(isOptOut ? Code.UID2_OPTED_OUT : Code.UID2_INVALID_IDENTIFIER);
      } else {
        add(known, person.kind(), value);
      }
    }
    return judged(event, draft, known, losses);
  }

  private void add(List<Draft.Person> known, Kind kind, String value) {
    Draft.Person person =
        new Draft.Person(kind.isMapped() ? Kind.mapped(people.scope()) : kind, value);
    if (value.length() != RAW_ID || !known.contains(person)) {
      known.add(person);
    }
  }

  private Resolved judged(Event event, Draft draft, List<Draft.Person> known, List<Code> losses) {
    boolean isOptedOut = losses.contains(Code.UID2_OPTED_OUT);
    boolean isLost = known.isEmpty() && !losses.isEmpty() && !hasImpression(draft);
    if (isLost || (isOptedOut && people.withholdsRows())) {
      Code code = isOptedOut ? Code.UID2_OPTED_OUT : Code.UID2_INVALID_IDENTIFIER;
      return left(new Outcome.Withheld(code, code.meaning()));
    }
    int parts = people.isArray() ? 1 : Math.max(1, known.size());
    return new Resolved.Ready(event.withBody(items(draft, known), parts), losses);
  }

  private static Resolved left(Outcome outcome) {
    return new Resolved.Left(outcome);
  }

  private static boolean hasImpression(Draft draft) {
    int end = Math.min(draft.body().length, draft.tail() + IMPRESSION.length);
    return Arrays.equals(draft.body(), draft.tail(), end, IMPRESSION, 0, IMPRESSION.length);
  }

  private byte[] items(Draft draft, List<Draft.Person> known) {
    int tail = draft.body().length - draft.tail();
    ByteBuilder out = new ByteBuilder((tail + RAW_ID + ARRAY.length) * Math.max(1, known.size()));
    if (known.isEmpty()) {
      end(out.add('{'), draft);
    } else if (people.isArray()) {
      array(out, known);
      end(out.add(','), draft);
    } else {
      for (int i = 0; i < known.size(); i++) {
        Draft.Person person = known.get(i);
        String begin = (i == 0 ? "{\"" : ",{\"") + person.kind().member() + "\":\"";
        end(out.add(Text.utf8(begin)).add(Text.utf8(person.value())).add('"').add(','), draft);
      }
    }
    return out.copy();
  }

  private static void array(ByteBuilder out, List<Draft.Person> known) {
    out.add(ARRAY);
    for (int i = 0; i < known.size(); i++) {
      Draft.Person person = known.get(i);
      String pair = (i == 0 ? "[\"" : ",[\"") + person.kind().type() + "\",\"";
      out.add(Text.utf8(pair)).add(Text.utf8(person.value())).add('"').add(']');
    }
    out.add(']');
  }

  private static void end(ByteBuilder out, Draft draft) {
    out.add(draft.body(), draft.tail(), draft.body().length);
  }
}
