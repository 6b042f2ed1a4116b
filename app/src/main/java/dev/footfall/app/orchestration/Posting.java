package dev.footfall.app.orchestration;

import dev.footfall.app.config.StoreConfig;
import dev.footfall.core.delivery.Claims;
import dev.footfall.core.delivery.DecidingPost;
import dev.footfall.core.delivery.DiscreetWire;
import dev.footfall.core.delivery.FilePost;
import dev.footfall.core.delivery.FolderShelf;
import dev.footfall.core.delivery.HttpPost;
import dev.footfall.core.delivery.Line;
import dev.footfall.core.delivery.Pace;
import dev.footfall.core.delivery.Post;
import dev.footfall.core.delivery.Readiness;
import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.ShelfFault;
import dev.footfall.core.delivery.SortingPost;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.delivery.Wire;
import dev.footfall.core.delivery.Workshop;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.run.Recorder;
import dev.footfall.core.run.RunLog;
import dev.footfall.core.run.RunScope;
import dev.footfall.core.run.UnknownPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** Opens the way out for one run: requests to an account, or files in a folder. */
record Posting(
    Orchestrations owner, Prepared prepared, Routing routing, RunScope scope, Time time) {
  private static final Duration LONGEST_RUN = Duration.ofHours(24);

  Post open(Recorder recorder) {
    Claims claims = new Claims(scope.ledger(), time);
    Delivery delivery = routing.route().delivery();
    if (delivery instanceof FileDelivery files) {
      Post post = open(files, claims, recorder);
      return files.isSorted() ? new SortingPost(post, owner.room(prepared)) : post;
    }
    HttpDelivery http = (HttpDelivery) delivery;
    Wire wire = owner.outside().wires().apply(http.timeouts());
    RenewableAccount account = account(http, wire);
    Line line =
        new Line(
            new DiscreetWire(wire, account),
            time,
            pace(http),
            new SecureRandom(),
            time.now().plus(LONGEST_RUN),
            recorder);
    Post post = DecidingPost.of(http, way -> new HttpPost(way, account, line, claims));
    begin(http, account, line).ifPresent(post::stop);
    return post;
  }

  private Pace pace(HttpDelivery http) {
    return new Pace(
        SharedPace.of(owner, prepared.destination(), prepared.settings()),
        http.limits().requestsPerMinute(),
        http.dailyQuota());
  }

  /** What is to be said of the platform's requests of the day; a replay is like no other run. */
  private Optional<String> forecast(HttpDelivery http, Pace.Left left) {
    int events = http.limits().events();
    RunLog runs = owner.store().runs();
    boolean isRest = !prepared.query().now().equals(prepared.now());
    return runs.numbered(scope.runNumber())
        .filter(run -> !scope.ward().isSelective())
        .map(run -> new QuotaForecast.Plan(run.start(), isRest, events))
        .flatMap(plan -> new QuotaForecast(runs).tooMuch(plan, left))
        .or(() -> QuotaForecast.little(events, left));
  }

  private RenewableAccount account(HttpDelivery http, Wire wire) {
    return new RenewableAccount(
        http,
        wire,
        time,
        owner.store().tokens(),
        RenewableAccount.Configured.of(
            prepared.destination(), owner.project(), owner.surroundings()));
  }

  /** Renews a token near its end, and has the platform's opening exchanges. */
  private Optional<Reading.Stop> begin(HttpDelivery http, RenewableAccount account, Line line) {
    try {
      Optional<Reading.Stop> held = Readiness.held(line);
      if (held.isPresent()) {
        return held;
      }
      Optional<Reading.Stop> unready = Readiness.of(account, http.retries(), line);
      if (unready.isPresent()) {
        return unready;
      }
      line.pace()
          .left()
          .flatMap(left -> forecast(http, left))
          .ifPresent(words -> line.listener().warning(Code.RETRY_LATER, words));
      CredentialEnd.near(http, account, time.now())
          .ifPresent(words -> line.listener().warning(Code.CREDENTIAL_ENDS_SOON, words));
      Optional<Exchange> opening = dueOpening(http, account);
      if (opening.isPresent()) {
        Exchange.Step end = new Exchanges(line.wire()).follow(opening.get());
        if (end instanceof Exchange.Step.Failed failed) {
          line.listener().warning(failed.code(), failed.words());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.of(new Reading.Stop(Code.NOT_ATTEMPTED, "interrupted"));
    }
    return Optional.empty();
  }

  /** Opening exchanges happen at most once a day. */
  private Optional<Exchange> dueOpening(HttpDelivery http, RenewableAccount account) {
    String scopeName = routing.ledgerScope(prepared);
    String today = time.now().toString().substring(0, 10);
    Optional<Exchange> opening = http.opening(account.credential());
    if (opening.isEmpty()
        || owner.store().notes().read(scopeName, "opened").filter(today::equals).isPresent()) {
      return Optional.empty();
    }
    owner.store().notes().write(scopeName, "opened", today);
    return opening;
  }

  /** Files, once those are ended on which an earlier run died. */
  private Post open(FileDelivery files, Claims claims, Recorder recorder) {
    try {
      WrittenFiles written = writtenFiles();
      Workshop workshop =
          outbox().workshop(routing.ledgerScope(prepared), routing.runId(), owner.room(prepared));
      Post post = new FilePost(files, workshop, claims, recorder, written);
      try {
        workshop.shelf().check();
        written.recover(workshop, files.ending().marksSuccess());
      } catch (ShelfFault fault) {
        post.stop(fault.stop());
      }
      return post;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot end the files of an earlier run: " + outbox().making(), e);
    }
  }

  private Outbox outbox() {
    return Outbox.of(
        prepared.settings(),
        prepared.destination(),
        owner.project(),
        owner.surroundings(),
        owner.outside().servers().apply(time));
  }

  private WrittenFiles writtenFiles() {
    return new WrittenFiles(
        owner.store().notes(),
        routing.ledgerScope(prepared),
        scope.runNumber(),
        address(outbox().shelf()));
  }

  /** Where files go; machines that share a store do not share their folders. */
  private String address(Shelf shelf) {
    boolean isElsewhere =
        shelf instanceof FolderShelf && owner.project().store() instanceof StoreConfig.Postgres;
    return isElsewhere
        ? shelf.address() + " of machine " + ThisMachine.name(owner.surroundings().root())
        : shelf.address();
  }

  /** What becomes of events whose answer an earlier run lost. */
  UnknownPolicy unknowns() {
    return routing.route().delivery() instanceof FileDelivery
        ? writtenFiles()
        : UnknownPolicy.repeating(routing.route());
  }
}
