package dev.footfall.core.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger that forgets when it is closed. */
public final class MemoryLedger implements Ledger {
  private final Map<String, Map<LedgerKey, Known>> scopes = new HashMap<>();

  @Override
  public synchronized LedgerRun begin(String scope, int runNumber) {
    return new MemoryRun(scopes.computeIfAbsent(scope, s -> new HashMap<>()));
  }

  @Override
  public synchronized Optional<Known> find(String scope, LedgerKey key) {
    return Optional.ofNullable(scopes.getOrDefault(scope, Map.of()).get(key));
  }

  @Override
  public synchronized List<LedgerEntry> unknown(String scope) {
    return scopes.getOrDefault(scope, Map.of()).values().stream()
        .filter(known -> known.state() == KeyState.UNKNOWN)
        .flatMap(known -> known.entry().stream())
        .toList();
  }

  @Override
  public synchronized int forget(String scope, Set<LedgerKey> keys) {
    Map<LedgerKey, Known> lines = scopes.getOrDefault(scope, Map.of());
    int before = lines.size();
    lines.keySet().removeAll(keys);
    return before - lines.size();
  }

  /** Does nothing: what forgets at its end keeps nothing too long. */
  @Override
  public void purge() {}

  @Override
  public void close() {}

  private static final class MemoryRun implements LedgerRun {
    private final Map<LedgerKey, Known> known;
    private final Map<LedgerKey, Known> reserved = new HashMap<>();
    private final Map<Long, List<LedgerEntry>> claims = new HashMap<>();
    private long lastClaim;

    private MemoryRun(Map<LedgerKey, Known> known) {
      this.known = known;
    }

    @Override
    public synchronized List<Known> reserve(List<LedgerKey> keys) {
      List<Known> answers = new ArrayList<>(keys.size());
      for (LedgerKey key : keys) {
        answers.add(reserve(key));
      }
      return answers;
    }

    private Known reserve(LedgerKey key) {
      if (reserved.containsKey(key)) {
        return Known.DUPLICATE;
      }
      Known answer = known.getOrDefault(key, Known.NEW);
      if (answer.state() != KeyState.DELIVERED) {
        reserved.put(key, answer);
      }
      return answer;
    }

    @Override
    public synchronized void release(LedgerKey key) {
      reserved.remove(key);
    }

    @Override
    public synchronized long claim(List<LedgerEntry> entries) {
      claims.put(++lastClaim, List.copyOf(entries));
      entries.forEach(e -> known.put(e.key(), new Known(KeyState.UNKNOWN, Optional.of(e))));
      return lastClaim;
    }

    @Override
    public synchronized void settle(long claim, List<Settlement> settlements) {
      List<LedgerEntry> entries = claims.getOrDefault(claim, List.of());
      claims.remove(claim);
      for (int i = 0; i < entries.size(); i++) {
        LedgerEntry entry = entries.get(i);
        switch (settlements.get(i)) {
          case DELIVERED ->
              known.put(entry.key(), new Known(KeyState.DELIVERED, Optional.of(entry)));
          case RELEASED -> known.remove(entry.key());
          case UNKNOWN -> known.put(entry.key(), new Known(KeyState.UNKNOWN, Optional.of(entry)));
        }
      }
    }

    @Override
    public void close() {}
  }
}
