package dev.footfall.app.orchestration;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.SettingsInForce;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.transfer.SftpPatience;
import dev.footfall.core.credential.TokenStore;
import dev.footfall.core.delivery.FolderShelf;
import dev.footfall.core.delivery.JdkWire;
import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.ShelfFault;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.delivery.Wire;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Timeouts;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.file.FilePlace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Asks the platforms of a project, with the real credentials, whether they would take its events.
 * Sends no event that counts.
 *
 * @param project free of faults
 * @param surroundings what its references are resolved against
 * @param tokens where renewed tokens are kept
 * @param wires make what carries requests
 */
public record Connections(
    Project project, Surroundings surroundings, TokenStore tokens, Function<Timeouts, Wire> wires) {

  /** Connections over the network. */
  public static Connections of(Project project, Surroundings surroundings, TokenStore tokens) {
    return new Connections(project, surroundings, tokens, JdkWire::within);
  }

  /**
   * An account that events would go to.
   *
   * @param user an orchestration whose settings lead there; empty when none uses the destination
   */
  public record Target(DestinationConfig destination, Optional<OrchestrationConfig> user) {}

  /**
   * The accounts that a destination leads to: one, unless orchestrations send it elsewhere.
   *
   * @throws dev.footfall.core.destination.SettingFault when settings are missing or contradict each
   *     other
   * @throws dev.footfall.app.config.UnresolvedReference when a reference leads nowhere
   */
  public List<Target> targets(DestinationConfig destination) {
    Map<String, Target> byAccount = new LinkedHashMap<>();
    project.orchestrations().values().stream()
        .filter(o -> o.names().destination().equals(destination.name()))
        .map(o -> new Target(destination, Optional.of(o)))
        .forEach(target -> byAccount.putIfAbsent(account(target), target));
    return byAccount.isEmpty()
        ? List.of(new Target(destination, Optional.empty()))
        : List.copyOf(byAccount.values());
  }

  private String account(Target target) {
    SettingValues settings = settings(target);
    Map<String, String> addresses = new TreeMap<>(settings.given());
    addresses
        .keySet()
        .removeIf(name -> !name.endsWith("base_url") && !FilePlace.ADDRESS.contains(name));
    return settings.mode() + " " + route(target, settings, Time.system()).target() + addresses;
  }

  /** The settings in force on the way to a target. */
  SettingValues settings(Target target) {
    return SettingsInForce.of(target.user(), target.destination(), surroundings);
  }

  /** How requests to a target are made; empty for files. */
  Optional<HttpDelivery> http(Target target, Time time) {
    return route(target, settings(target), time).delivery() instanceof HttpDelivery http
        ? Optional.of(http)
        : Optional.empty();
  }

  /** Words on a credential that ends soon unless a person consents again; asks nobody. */
  public Optional<String> endsSoon(Target target, Instant now) {
    return http(target, Time.system())
        .flatMap(
            http ->
                CredentialEnd.near(http, account(http, target.destination(), Time.system()), now));
  }

  private RenewableAccount account(HttpDelivery http, DestinationConfig outlet, Time time) {
    return new RenewableAccount(
        http,
        wires.apply(http.timeouts()),
        time,
        tokens,
        RenewableAccount.Configured.of(outlet, project, surroundings));
  }

  /** Asks one platform; renews its token when it has ended. */
  public Exchange.Step test(Target target) throws InterruptedException {
    Time time = Time.system();
    Optional<HttpDelivery> http = http(target, time);
    return http.isPresent()
        ? test(http.get(), target.destination(), time)
        : test(
            Outbox.of(
                settings(target),
                target.destination(),
                project,
                surroundings,
                SftpPatience.usual(new Hurried(time))));
  }

  /** Tries again at once: a person waits. */
  private record Hurried(Time time) implements Time {
    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public void pause(Duration duration) {}
  }

  private static Exchange.Step test(Outbox outbox) {
    try (Shelf shelf = outbox.shelf()) {
      shelf.check();
      return new Exchange.Step.Done(
          shelf instanceof FolderShelf
              ? "writes files; there is nothing to connect to"
              : shelf.address() + " takes the login, and the folder is there");
    } catch (ShelfFault fault) {
      return new Exchange.Step.Failed(fault.stop().code(), fault.stop().words());
    }
  }

  private static Route route(Target target, SettingValues settings, Time time) {
    DestinationConfig outlet = target.destination();
    Binding noColumns =
        Binding.of(outlet.destination().spec(settings), Vocabulary.PLATFORM, List.of(), settings);
    return outlet
        .destination()
        .route(
            new RouteContext(
                settings,
                noColumns,
                time.now(),
                target.user().map(OrchestrationConfig::zone).orElse(ZoneOffset.UTC),
                false,
                "connect"));
  }

  private Exchange.Step test(HttpDelivery http, DestinationConfig outlet, Time time)
      throws InterruptedException {
    Wire wire = wires.apply(http.timeouts());
    RenewableAccount account = account(http, outlet, time);
    Optional<Exchange.Step> obstacle = account.renewEarly().flatMap(Connections::obstacle);
    if (obstacle.isPresent() && !account.credential().worksAt(time.now())) {
      return obstacle.get();
    }
    Exchange.Step step = ask(http, account, wire);
    boolean refused =
        step instanceof Exchange.Step.Failed failed && failed.code() == Code.CREDENTIALS_REJECTED;
    Optional<Renewal.Result> renewal =
        refused ? account.renew(account.credential()) : Optional.empty();
    if (renewal.isEmpty()) {
      return step;
    }
    obstacle = obstacle(renewal.get());
    return obstacle.isPresent() ? obstacle.get() : ask(http, account, wire);
  }

  private static Optional<Exchange.Step> obstacle(Renewal.Result result) {
    if (result instanceof Renewal.Result.TryAgain again) {
      return Optional.of(new Exchange.Step.Failed(Code.PLATFORM_UNAVAILABLE, again.words()));
    }
    return result instanceof Renewal.Result.Refused refused
        ? Optional.of(new Exchange.Step.Failed(refused.code(), refused.words()))
        : Optional.empty();
  }

  private static Exchange.Step ask(HttpDelivery http, RenewableAccount account, Wire wire)
      throws InterruptedException {
    Optional<Exchange> exchange = http.connectionTest(account.credential());
    return exchange.isPresent()
        ? new Exchanges(wire).follow(exchange.get())
        : new Exchange.Step.Done("cannot be asked without sending");
  }
}
