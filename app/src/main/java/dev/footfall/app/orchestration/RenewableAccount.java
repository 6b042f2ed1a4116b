package dev.footfall.app.orchestration;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.Surroundings;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.credential.StoredTokens;
import dev.footfall.core.credential.TokenStore;
import dev.footfall.core.delivery.Account;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.delivery.Wire;
import dev.footfall.core.delivery.WireFault;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Renewal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A configured credential whose token is renewed and kept: once however many threads ask, stored
 * before it is used. A credential that was configured anew wins over what is stored.
 */
final class RenewableAccount implements Account {
  private final HttpDelivery delivery;
  private final Wire wire;
  private final Time time;
  private final TokenStore store;
  private final String name;
  private final String origin;
  private CredentialValues current;

  RenewableAccount(
      HttpDelivery delivery, Wire wire, Time time, TokenStore store, Configured configured) {
    this.delivery = delivery;
    this.wire = wire;
    this.time = time;
    this.store = store;
    this.name = configured.name();
    this.origin = print(configured.values());
    this.current = withStored(configured.values());
  }

  /** A credential as the project file has it. */
  record Configured(String name, CredentialValues values) {
    /** The credential of a destination; no fields when it has none. */
    static Configured of(DestinationConfig destination, Project project, Surroundings world) {
      return new Configured(
          destination.credential().orElse(""),
          destination
              .credential()
              .map(name -> Objects.requireNonNull(project.credentials().get(name)).resolve(world))
              .orElse(new CredentialValues(Map.of(), Optional.empty())));
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

  @Override
  public synchronized CredentialValues credential() {
    return current;
  }

  @Override
  public synchronized boolean renew(CredentialValues refused) throws InterruptedException {
    return !current.equals(refused) || renewed(true);
  }

  /**
   * Renews a token whose end is near.
   *
   * @return false when it was due and could not be renewed
   */
  synchronized boolean renewEarly() throws InterruptedException {
    return delivery.renewal(current, time.now(), false).isEmpty() || renewed(false);
  }

  private boolean renewed(boolean rejected) throws InterruptedException {
    Optional<Renewal> renewal = delivery.renewal(current, time.now(), rejected);
    if (renewal.isEmpty()) {
      return false;
    }
    try {
      Optional<CredentialValues> fresh =
          renewal.get().read(wire.send(renewal.get().call()), time.now());
      fresh.ifPresent(this::keep);
      return fresh.isPresent();
    } catch (WireFault unreachable) {
      return false;
    }
  }

  private void keep(CredentialValues fresh) {
    store.write(name, new StoredTokens(fresh.fields(), fresh.expiresAt(), origin));
    current = fresh;
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
