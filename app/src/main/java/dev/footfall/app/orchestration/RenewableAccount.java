package dev.footfall.app.orchestration;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.Surroundings;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.credential.StoredTokens;
import dev.footfall.core.credential.TokenStore;
import dev.footfall.core.delivery.Account;
import dev.footfall.core.delivery.DiscreetWire;
import dev.footfall.core.delivery.RetryAfter;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.delivery.Wire;
import dev.footfall.core.delivery.WireFault;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Renewal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A configured credential whose token is renewed and kept: once however many threads, processes and
 * machines that share the store ask, stored before it is used. A credential that was configured
 * anew wins over what is stored.
 */
final class RenewableAccount implements Account {
  private static final int TRIES = 3;
  private static final int KEEPING_TRIES = 6;
  private static final String LOCKS = ".footfall/locks";

  /** How long another machine takes at most to store the token that made ours worthless. */
  private static final Duration OTHERS_NEED = Duration.ofMillis(500);

  private static final Set<String> TOKENS = Set.of(CredentialValues.ACCESS_TOKEN, "refresh_token");

  private final HttpDelivery delivery;
  private final Wire wire;
  private final Time time;
  private final TokenStore store;
  private final String name;
  private final RenewalTurn turn;
  private final String origin;
  private final CredentialValues configured;
  private CredentialValues current;
  private boolean hasFailed;

  RenewableAccount(
      HttpDelivery delivery, Wire wire, Time time, TokenStore store, Configured configured) {
    this.delivery = delivery;
    this.wire = wire;
    this.time = time;
    this.store = store;
    this.name = configured.name();
    this.turn = new RenewalTurn(configured.locks(), configured.name());
    this.configured = configured.values();
    this.origin = print(configured.values());
    this.current = withStored(configured.values());
  }

  /**
   * A credential as the project file has it.
   *
   * @param locks the folder in which those who share it take turns to renew it
   */
  record Configured(String name, CredentialValues values, Path locks) {
    /** The credential of a destination; no fields when it has none. */
    static Configured of(DestinationConfig destination, Project project, Surroundings world) {
      return new Configured(
          destination.credential().orElse(""),
          destination
              .credential()
              .map(name -> Objects.requireNonNull(project.credentials().get(name)).resolve(world))
              .orElse(new CredentialValues(Map.of(), Optional.empty())),
          world.root().resolve(LOCKS));
    }
  }

  private CredentialValues withStored(CredentialValues configured) {
    Optional<StoredTokens> stored = store.read(name).filter(s -> s.origin().equals(origin));
    if (stored.isEmpty()) {
      return configured;
    }
    Map<String, Secret> fields = new HashMap<>(configured.fields());
    fields.putAll(stored.get().fields());
    return new CredentialValues(fields, stored.get().expiresAt());
  }

  /** The credential's name in the project. */
  String name() {
    return name;
  }

  @Override
  public synchronized CredentialValues credential() {
    return current;
  }

  @Override
  public synchronized Optional<Renewal.Result> renew(CredentialValues refused)
      throws InterruptedException {
    return current.equals(refused)
        ? renewed(true)
        : Optional.of(new Renewal.Result.Renewed(current));
  }

  /** Once it failed, a token that still works is left alone. */
  @Override
  public synchronized Optional<Renewal.Result> renewEarly() throws InterruptedException {
    if (hasFailed && current.worksAt(time.now())) {
      return Optional.empty();
    }
    boolean isDue = delivery.renewal(current, time.now(), false).isPresent();
    Optional<Renewal.Result> result = isDue ? renewed(false) : unauthorised();
    hasFailed = result.filter(r -> !(r instanceof Renewal.Result.Renewed)).isPresent();
    return result;
  }

  /** Without a token, and without what makes one, nobody has consented yet. */
  private Optional<Renewal.Result> unauthorised() {
    boolean isReady =
        current.find(CredentialValues.ACCESS_TOKEN).isPresent()
            || delivery.authorisation(current).isEmpty();
    return isReady
        ? Optional.empty()
        : Optional.of(
            new Renewal.Result.Refused(
                Code.CREDENTIALS_REJECTED,
                "credential '"
                    + name
                    + "' has no token yet; get one with 'footfall authorise DESTINATION'"));
  }

  /** Exchanges a person's consent for tokens, in place of those that there are, and keeps them. */
  synchronized Renewal.Result accept(Authorisation.Consent consent) throws InterruptedException {
    Map<String, Secret> bare = new HashMap<>(configured.fields());
    bare.keySet().removeAll(TOKENS);
    current = new CredentialValues(bare, Optional.empty());
    Renewal exchange = delivery.authorisation(current).orElseThrow().exchange().apply(consent);
    Renewal.Result result = ask(exchange);
    for (int tries = 1; result instanceof Renewal.Result.TryAgain && tries < TRIES; tries++) {
      time.pause(Duration.ofSeconds(tries));
      result = ask(exchange);
    }
    return result instanceof Renewal.Result.Renewed ? lengthened(result) : result;
  }

  /** Some platforms make a first token a longer one when they are asked once more. */
  private Renewal.Result lengthened(Renewal.Result granted) throws InterruptedException {
    return renewed(false).orElse(granted);
  }

  /** Another run with the same credential may have been first; its tokens are as good. */
  private boolean isRenewedElsewhere() {
    CredentialValues kept = withStored(configured);
    Optional<String> token = kept.find(CredentialValues.ACCESS_TOKEN);
    boolean isOther =
        token.isPresent() && !token.equals(current.find(CredentialValues.ACCESS_TOKEN));
    current = isOther ? kept : current;
    return isOther;
  }

  /** Whoever had the turn before may have left a token that makes ours unnecessary. */
  private Optional<Renewal.Result> renewed(boolean rejected) throws InterruptedException {
    return turn.take(() -> store.inTurn(name, () -> newest(rejected)));
  }

  private Optional<Renewal.Result> newest(boolean rejected) throws InterruptedException {
    return isRenewedElsewhere() && rejected
        ? Optional.of(new Renewal.Result.Renewed(current))
        : asked(rejected);
  }

  private Optional<Renewal.Result> asked(boolean rejected) throws InterruptedException {
    Optional<Renewal> renewal = delivery.renewal(current, time.now(), rejected);
    if (renewal.isEmpty()) {
      return Optional.empty();
    }
    Renewal.Result result = ask(renewal.get());
    if (result instanceof Renewal.Result.Refused) {
      time.pause(OTHERS_NEED);
      return Optional.of(isRenewedElsewhere() ? new Renewal.Result.Renewed(current) : result);
    }
    return Optional.of(result);
  }

  private Renewal.Result ask(Renewal renewal) throws InterruptedException {
    try {
      HttpAnswer answer = wire.send(renewal.call());
      Renewal.Result result = renewal.read(answer, time.now());
      if (result instanceof Renewal.Result.Renewed renewed) {
        keep(renewed.credential());
        return renewed;
      }
      return result instanceof Renewal.Result.TryAgain again
          ? new Renewal.Result.TryAgain(
              RetryAfter.of(answer, time.now()).or(again::after), discreet(again.words()))
          : discreet((Renewal.Result.Refused) result);
    } catch (WireFault unreachable) {
      return new Renewal.Result.TryAgain(
          Optional.empty(), String.valueOf(unreachable.getMessage()));
    }
  }

  private Renewal.Result discreet(Renewal.Result.Refused refused) {
    return new Renewal.Result.Refused(refused.code(), discreet(refused.words()));
  }

  private String discreet(String words) {
    return DiscreetWire.hidden(current, words);
  }

  /** The former token may be worth nothing by now: a store that is out for a moment is awaited. */
  private void keep(CredentialValues fresh) throws InterruptedException {
    current = fresh;
    StoredTokens tokens = new StoredTokens(fresh.fields(), fresh.expiresAt(), origin);
    for (int tries = 1; !isKept(tokens, tries == KEEPING_TRIES); tries++) {
      time.pause(Duration.ofSeconds(tries));
    }
  }

  private boolean isKept(StoredTokens tokens, boolean isLastTry) {
    try {
      store.write(name, tokens);
      return true;
    } catch (RuntimeException unwritten) {
      if (isLastTry) {
        throw unwritten;
      }
      return false;
    }
  }

  /** Tells a newly configured credential from the one that stored tokens were renewed from. */
  private static String print(CredentialValues values) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(values.fields())
          .forEach(
              (field, secret) -> {
                sha256.update(field.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
                sha256.update(secret.reveal().getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
              });
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
