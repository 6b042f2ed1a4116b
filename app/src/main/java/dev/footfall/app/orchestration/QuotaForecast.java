package dev.footfall.app.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.delivery.Pace;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunLog;
import dev.footfall.core.run.RunStart;
import dev.footfall.core.run.RunTerms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a run fits into what is left of a platform's requests of the day, by the books of the
 * latest runs like it. Rows stream, so that nobody knows a run's size at its start; where the
 * history has no run like it, nothing is guessed.
 *
 * @param runs the history
 */
record QuotaForecast(RunLog runs) {
  private static final int MOST_LOOKED_AT = 100;
  private static final int MOST_ALIKE = 7;
  private static final int TENTH = 10;
  private static final String THE_REST = "; what does not fit is left for a run after that";

  /**
   * A run whose size is asked for.
   *
   * @param start runs like it went the same way, with a window of the same kind
   * @param isRest whether it goes through an earlier run's rows once more, and nothing else
   * @param events that fit one request
   */
  record Plan(RunStart start, boolean isRest, int events) {}

  /**
   * An earlier run.
   *
   * @param sent how many requests it made
   * @param unsent events that it built and did not send
   */
  private record Past(RecordedRun run, long sent, long unsent) {
    static Past of(RecordedRun run) {
      JsonNode books = Resumption.books(run.end().orElseThrow());
      return new Past(
          run, books.at("/requests/sent").asLong(), books.at("/events/not_sent").asLong());
    }

    String inWords(String what, long requests) {
      LocalDate day = LocalDate.ofInstant(run.start().started(), ZoneOffset.UTC);
      return count(requests) + " " + what + " run " + run.start().id() + " of " + day;
    }
  }

  /** Words on a run that asks for more than is left; empty when it fits, or nobody knows. */
  Optional<String> tooMuch(Plan plan, Pace.Left left) {
    List<Past> alike = alike(plan.start());
    if (alike.isEmpty()) {
      return Optional.empty();
    }
    Past latest = alike.get(0);
    Past usual = usual(alike);
    long asUsual = plan.isRest() ? 0 : usual.sent();
    long waiting = (latest.unsent() + plan.events() - 1) / plan.events();
    String rest = latest.inWords("for what was not sent by", waiting);
    String like = usual.inWords("as in", asUsual);
    String why = waiting == 0 ? like : asUsual == 0 ? rest : like + ", " + rest;
    return asUsual + waiting > left.requests()
        ? Optional.of(
            "about %s requests are expected (%s); %s"
                .formatted(count(asUsual + waiting), why, of(left) + THE_REST))
        : Optional.empty();
  }

  /** Words on a day that is nearly used up. */
  static Optional<String> little(int eventsARequest, Pace.Left left) {
    long events = (long) left.requests() * eventsARequest;
    return left.requests() < left.quota().requests() / TENTH
        ? Optional.of(of(left) + ", for " + count(events) + " events at most" + THE_REST)
        : Optional.empty();
  }

  private static String of(Pace.Left left) {
    return "%s of %s requests are left until %s"
        .formatted(count(left.requests()), count(left.quota().requests()), left.until());
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The middle one of the latest: neither a repetition that sent nothing nor a week's backlog. */
  private static Past usual(List<Past> alike) {
    return alike.stream()
        .sorted(Comparator.comparingLong(Past::sent))
        .skip(alike.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private List<Past> alike(RunStart start) {
    return runs.latest(start.orchestration(), MOST_LOOKED_AT).stream()
        .filter(run -> run.end().isPresent() && !Resumption.isPassed(run))
        .filter(run -> isAlike(run.start().terms(), start.terms()))
        .limit(MOST_ALIKE)
        .map(Past::of)
        .toList();
  }

  private static boolean isAlike(RunTerms past, RunTerms planned) {
    return !past.isDry()
        && past.isFirstSend() == planned.isFirstSend()
        && past.ledgerScope().equals(planned.ledgerScope());
  }
}
