package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for names, some questions at once; each question is repeated as its policy says. */
final class Questions implements AutoCloseable {
  private final Resolution resolution;
  private final Account account;
  private final Line line;
  private final Proof proof;
  private final ExecutorService askers;
  private volatile Optional<Reading.Stop> refused = Optional.empty();

  Questions(Resolution resolution, Account account, Line line) {
    this.resolution = resolution;
    this.account = account;
    this.line = line;
    this.proof = new Proof(account);
    this.askers = Executors.newFixedThreadPool(resolution.inFlight(), Questions::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "asker");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What became of a question.
   *
   * @param stop why there is no answer, where there is none
   */
  record Told(
      List<String> names, Map<String, Resolution.Value> found, Optional<Reading.Stop> stop) {
    /** Whether the service would refuse all further questions, too. */
    boolean isRefused() {
      return stop.filter(s -> !Resolver.isOutage(s)).isPresent();
    }
  }

  /** Asks for all names; the answers are in their order. */
  List<Told> ask(List<String> names) throws InterruptedException {
    List<Callable<Told>> questions = new ArrayList<>();
    for (int from = 0; from < names.size(); from += resolution.most()) {
      List<String> asked =
          List.copyOf(names.subList(from, Math.min(names.size(), from + resolution.most())));
      questions.add(() -> one(asked));
    }
    List<Told> told = new ArrayList<>(questions.size());
    for (Future<Told> answer : askers.invokeAll(questions)) {
      told.add(result(answer));
    }
    return told;
  }

  private static Told result(Future<Told> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException("a question could not be asked", failed.getCause());
    }
  }

  private Told one(List<String> names) throws InterruptedException {
    if (refused.isPresent()) {
      return new Told(names, Map.of(), refused);
    }
    Asking asking = new Asking(names);
    Channel paced = new PacedChannel(new WireChannel(asking, account, line), line);
    Channel question = new RenewingChannel(proof.before(paced), account, line);
    Reading reading = new RetryingChannel(question, resolution.retries(), line).send(List.of());
    if (asking.isTooLarge && names.size() > 1) {
      Told first = one(names.subList(0, names.size() / 2));
      return joined(names, first, one(names.subList(names.size() / 2, names.size())));
    }
    Optional<Reading.Stop> stop =
        Optional.of(reading).filter(Reading.Stop.class::isInstance).map(Reading.Stop.class::cast);
    Told told = new Told(names, asking.found, stop);
    if (told.isRefused()) {
      refused = stop;
    }
    return told;
  }

  private static Told joined(List<String> names, Told first, Told second) {
    Map<String, Resolution.Value> found = new HashMap<>(first.found());
    found.putAll(second.found());
    return new Told(names, found, first.stop().or(second::stop));
  }

  /** A question, made anew for every attempt. */
  private final class Asking implements Talk {
    private final List<String> names;
    private final Map<String, Resolution.Value> found = new HashMap<>();
    private Optional<Resolution.Question> question = Optional.empty();
    private int attempts;
    private boolean isTooLarge;

    private Asking(List<String> names) {
      this.names = names;
    }

    @Override
    public HttpCall call(List<Event> events, CredentialValues credential) {
      Resolution.Attempt attempt =
          new Resolution.Attempt(++attempts, line.time().now(), line.jitter());
      Resolution.Question asked = resolution.ask(names, credential, attempt);
      question = Optional.of(asked);
      return asked.call();
    }

    @Override
    public Reading read(HttpAnswer answer, List<Event> events) {
      Resolution.Answered answered = question.orElseThrow().read(answer);
      if (answered instanceof Resolution.Answered.NotYet notYet) {
        return notYet.reading();
      }
      if (answered instanceof Resolution.Answered.Found told) {
        found.putAll(told.values());
      }
      isTooLarge = answered instanceof Resolution.Answered.TooMany;
      return new Reading.Settled(List.of());
    }

    @Override
    public Reading lost(List<Event> events) {
      return Talk.repeated();
    }
  }

  @Override
  public void close() {
    askers.shutdownNow();
  }
}
